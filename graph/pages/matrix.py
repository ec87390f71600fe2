"""Places against what is said of them: industries, positionings, kinds of tasks, indicators; the blanks too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rdflib import URIRef

from graph.engines import Rows
from graph.errors import GraphError
from graph.pictures import strength
from graph.rdf import POL, term
from graph.things import Node, Quote, findable, nodes_of, quotes_of

Axis = Literal["Industry", "Positioning", "Task", "Commitment", "Indicator"]
AXES: tuple[Axis, ...] = ("Industry", "Positioning", "Task", "Commitment", "Indicator")
"""What the columns can be: things of a class, the classes of tasks, or the steps of the commitment scale."""

_TASK_KINDS = ("TaskArea", "KeyTask", "Action", "SafeguardMeasure")
_WAYS: dict[str, tuple[str, ...]] = {
    "Industry": (
        "?row pol:concernsIndustry ?column . BIND(?row AS ?by)",
        "?row pol:hasPositioning ?by . ?by pol:concernsIndustry ?column .",
        "?by pol:involves ?row . ?by pol:concernsIndustry ?column .",
    ),
    "Positioning": ("?row pol:hasPositioning ?column . BIND(?column AS ?by)",),
    "Task": ("?by pol:involves ?row . ?by a ?column . FILTER(?column IN ($task_kinds))",),
    "Commitment": ("?by pol:involves ?row . ?by pol:commitment ?column .",),
    "Indicator": ("?row pol:hasTarget ?by . ?by pol:indicator ?column .",),
}
"""How a row is tied to a column, and by what: the thing itself, a positioning, a task or a target."""
# What ties is given in each branch: given before them, every statement of the graph is looked at.
_STATEMENTS = """SELECT DISTINCT ?statement ?end {
  { VALUES ?by { $by } ?statement rdf:subject ?by ; rdf:object ?end }
  UNION { VALUES ?by { $by } ?statement rdf:object ?by ; rdf:subject ?end } }"""
_BACKED = """SELECT DISTINCT ?subject ?object { VALUES ?document { $documents } ?sentence pol:inDocument ?document .
  ?evidence pol:inSentence ?sentence . ?statement pol:evidence ?evidence ; rdf:subject ?subject ; rdf:object ?object }"""
_UNSAID: tuple[Axis, ...] = ("Task", "Commitment", "Indicator")
"""Axes whose columns belong to what ties a row to them: its class, its commitment, its indicator. They are no relations."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns, those with the most first, and how many things tie each row to each column."""

    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    cells: Mapping[tuple[str, str], int]
    """By IRI of row and column; a blank has no entry."""

    def of_rows(self, wanted: Collection[str]) -> Matrix:
        """Return it with some rows, all where none is wanted, and the columns that these have. Arguments: wanted, IRIs.

        >>> Matrix((), (), {}).of_rows(["urn:a"]).rows
        ()
        """
        if not wanted:
            return self
        cells = {(row, column): count for (row, column), count in self.cells.items() if row in wanted}
        columns = tuple(one for one in self.columns if any(str(one.iri) == column for _, column in cells))
        return Matrix(tuple(one for one in self.rows if str(one.iri) in wanted), columns, cells)

    def compared(self, one: str, other: str) -> tuple[tuple[Node, ...], tuple[Node, ...], tuple[Node, ...]]:
        """Return the columns that two rows share, those that only the first has, those that only the other has.

        >>> a, b = Node(URIRef("urn:a"), "金融业", "Industry"), Node(URIRef("urn:b"), "农业", "Industry")
        >>> Matrix((), (a, b), {("urn:1", "urn:a"): 1, ("urn:2", "urn:a"): 2, ("urn:2", "urn:b"): 1}).compared("urn:1", "urn:2")[2]
        (Node(iri=rdflib.term.URIRef('urn:b'), label='农业', kind='Industry'),)
        """
        first = [column for column in self.columns if (one, str(column.iri)) in self.cells]
        second = [column for column in self.columns if (other, str(column.iri)) in self.cells]
        shared = tuple(column for column in first if column in second)
        return (
            shared,
            tuple(one for one in first if one not in shared),
            tuple(one for one in second if one not in shared),
        )


def matrix(rows: Rows, kinds: Sequence[str], axis: Axis, documents: Sequence[URIRef] = ()) -> Matrix:
    """Return the things of some classes against an axis; a thing of which nothing is said there is a blank row.

    Arguments: rows, the graph; kinds, classes of the rows such as `City`; axis, one of `AXES`; documents, IRIs: only what these back,
    without the rows of which they say nothing there.

    >>> from graph import PolicyGraph
    >>> matrix(PolicyGraph.open("memory"), ("City",), "Industry").rows
    ()
    """
    things = [one.node for one in findable(rows, kinds)]
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    backed = _backed(rows, documents) if documents else None
    for row in _asked(rows, axis, [node.iri for node in things]):
        if backed is None or _pairs(row, axis) <= backed:
            found[str(row["row"]), str(row["column"])].add(str(row["by"]))
    cells = {pair: len(found[pair]) for pair in sorted(found)}
    if backed is not None:
        held = {iri for iri, _ in cells}
        things = [node for node in things if str(node.iri) in held]
    totals: dict[str, int] = defaultdict(int)
    for pair, n in cells.items():
        for iri in pair:
            totals[iri] += n
    columns = _columns(rows, axis, {column for _, column in cells})
    order = {node: (-totals[str(node.iri)], node.label, node.iri) for node in (*things, *columns)}
    fixed = axis in ("Task", "Commitment")
    return Matrix(
        tuple(sorted(things, key=lambda node: order[node])),
        tuple(columns if fixed else sorted(columns, key=lambda node: order[node])),
        cells,
    )


def tied_pairs(rows: Rows, shown: Matrix, axis: Axis) -> frozenset[frozenset[str]]:
    """Return the pairs of things, by IRI, whose relations make the cells of a matrix: row and column, or each with what ties them.

    Arguments: rows, the graph; shown, the matrix; axis, that of its columns.

    >>> from graph import PolicyGraph
    >>> tied_pairs(PolicyGraph.open("memory"), Matrix((), (), {}), "Industry")
    frozenset()
    """
    found = _asked(rows, axis, [node.iri for node in shown.rows])
    ends = ((str(one["row"]), str(one["column"]), str(one["by"])) for one in found)
    return frozenset(
        frozenset(pair)
        for row, column, by in ends
        for pair in ((row, column), (row, by), (by, column))
        if pair[0] != pair[1]
    )


def cell_things(rows: Rows, axis: Axis, row: str, column: str) -> tuple[Node, ...]:
    """Return what a cell counts: the things that tie its row to its column, by class and label. Arguments as for `cell_quotes`.

    >>> from graph import PolicyGraph
    >>> cell_things(PolicyGraph.open("memory"), "Industry", "urn:row", "urn:column")
    ()
    """
    return tuple(sorted(nodes_of(rows, _ties(rows, axis, row, column)).values(), key=lambda one: (one.kind, one.label)))


def cell_quotes(rows: Rows, axis: Axis, row: str, column: str) -> tuple[Quote, ...]:
    """Return the quotes behind a cell, in the order of the texts. Arguments: IRIs of its row and its column."""
    by = _ties(rows, axis, row, column)
    if not by:
        return ()
    answers = rows.rows(_STATEMENTS, by=sorted(by))
    quotes = quotes_of(rows, (URIRef(one["statement"]) for one in answers if str(one["end"]) in (row, column)))
    every = dict.fromkeys(quote for held in quotes.values() for quote in held)
    return tuple(sorted(every, key=lambda quote: (quote.document, quote.start, quote)))


def _ties(rows: Rows, axis: Axis, row: str, column: str) -> set[URIRef]:
    asked = _asked(rows, axis, [URIRef(row)])
    return {URIRef(str(found["by"])) for found in asked if str(found["column"]) == column}


def _asked(rows: Rows, axis: str, things: Sequence[URIRef]) -> list[dict[str, object]]:
    if axis not in _WAYS:
        raise GraphError(axis, "no such axis", f"use one of {', '.join(AXES)}")
    if not things:
        return []
    ways = " UNION ".join(f"{{ VALUES ?row {{ $things }} {way} }}" for way in _WAYS[axis])
    query = f"SELECT DISTINCT ?row ?column ?by {{ {ways} }}"
    kinds = ", ".join(f"pol:{kind}" for kind in _TASK_KINDS)
    return [dict(row) for row in rows.rows(query.replace("$task_kinds", kinds), things=things)]


def _backed(rows: Rows, documents: Sequence[URIRef]) -> set[frozenset[str]]:
    """The pairs of things between which some documents state a relation."""
    answers = rows.rows(_BACKED, documents=documents)
    return {frozenset((str(one["subject"]), str(one["object"]))) for one in answers}


def _pairs(tie: dict[str, object], axis: Axis) -> set[frozenset[str]]:
    """The pairs whose relations a tie of a row to a column needs."""
    row, column, by = (str(tie[name]) for name in ("row", "column", "by"))
    ends = ((row, by),) if axis in _UNSAID else ((row, by), (by, column))
    return {frozenset(pair) for pair in ends if pair[0] != pair[1]}


def _columns(rows: Rows, axis: str, found: set[str]) -> list[Node]:
    if axis == "Task":
        return [Node(URIRef(term(kind).value), kind, kind) for kind in _TASK_KINDS]
    if axis == "Commitment":
        names = sorted((iri.removeprefix(POL) for iri in found), key=strength, reverse=True)
        return [Node(URIRef(term(name).value), name, "Commitment") for name in names]
    return list(nodes_of(rows, (URIRef(iri) for iri in found)).values())
