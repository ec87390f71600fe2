"""What is taken out of a graph: relations with their quotes and the things that they tie, whole or around some things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.connections import BACKGROUND, GRADES, Connections, strongest
from graph.engines import Row, Rows
from graph.rdf import POL, RELATIONS
from graph.things import Link, Neighbourhood, Node, Quote

_PREDICATES = ", ".join(f"pol:{name}" for name in RELATIONS if name != "refersTo")
_ALL = f"""SELECT DISTINCT ?statement ?subject ?predicate ?object {{
  ?statement rdf:predicate ?predicate ; rdf:subject ?subject ; rdf:object ?object . FILTER(?predicate IN ({_PREDICATES})) }}"""


@dataclass(frozen=True, slots=True)
class QuotedRelation:
    """A relation between two things, with all passages that back it."""

    subject: Node
    predicate: str
    object: Node
    statement: str
    """IRI of the assertion, or of the background statement."""
    quotes: tuple[Quote, ...]
    """In the order of the texts; none where no text says it."""

    @property
    def grade(self) -> str:
        """The strongest grade of its passages; `Background` where there is none."""
        return strongest([*(quote.grade for quote in self.quotes), BACKGROUND])


@dataclass(frozen=True, slots=True)
class Selection:
    """Things and relations, sorted, and what was left out of them."""

    things: tuple[Node, ...]
    relations: tuple[QuotedRelation, ...]
    left_out: int = 0
    """Things beyond the limit."""

    @property
    def degrees(self) -> Counter[str]:
        """In how many of the relations each thing stands, by IRI."""
        return Counter(str(end.iri) for one in self.relations for end in (one.subject, one.object))

    @property
    def quotes(self) -> Iterator[Quote]:
        """The passages that back its relations, in their order."""
        return (quote for one in self.relations for quote in one.quotes)

    def at_most(self, things: int, kept: Iterable[Node] = ()) -> Selection:
        """Return it with so many things: those with most relations, and before all others those to be kept.

        The rule of what is left out: the thing with the fewest relations first, of equals the one that was read least directly,
        then the one whose IRI comes last.

        >>> Selection((), ()).at_most(5).left_out
        0
        """
        if len(self.things) <= things:
            return self
        return self._of(self._ranked(kept)[:things])

    def tied(self, kept: Iterable[Node] = ()) -> Iterator[Selection]:
        """Yield it with one thing, two, three …, by the rule of `at_most`, but passing over what has no relation to what precedes it.

        Of a large graph the things with most relations need have none to each other: a picture of them would be empty. Arguments: kept,
        what stays though nothing is tied to it.

        >>> list(Selection((), ()).tied())
        []
        """
        kept = list(kept)
        order = self._ranked(kept)
        rank = {node.iri: at for at, node in enumerate(order)}
        since = {node.iri: rank[node.iri] if node in kept else len(order) for node in order}
        for one in self.relations:
            ends = one.subject.iri, one.object.iri
            if ends[0] != ends[1]:
                for end in ends:
                    since[end] = min(since[end], max(rank[end] for end in ends))
        # What several are tied to by precedes them, though it has fewer relations than each.
        ties = (node for node in order if since[node.iri] < len(order))
        found = sorted(ties, key=lambda node: (since[node.iri], rank[node.iri] < since[node.iri], rank[node.iri]))
        yield from (self._of(found[:things]) for things in range(1, len(found) + 1))

    def _ranked(self, kept: Iterable[Node]) -> list[Node]:
        first, degrees = {node.iri for node in kept}, self.degrees
        grades = {node: len(GRADES) for node in self.things}
        for one in self.relations:
            for end in (one.subject, one.object):
                grades[end] = min(grades[end], GRADES.index(one.grade))
        return sorted(
            self.things, key=lambda node: (node.iri not in first, -degrees[str(node.iri)], grades[node], node.iri)
        )

    def _of(self, things: Sequence[Node]) -> Selection:
        held = {node.iri for node in things}
        return Selection(
            tuple(node for node in self.things if node.iri in held),
            tuple(one for one in self.relations if {one.subject.iri, one.object.iri} <= held),
            self.left_out + len(self.things) - len(held),
        )


def selection_of(
    rows: Rows,
    around: Sequence[Node] = (),
    documents: Sequence[str] = (),
    is_wanted: Callable[[Link], bool] | None = None,
) -> Selection:
    """Return the relations of a graph with their quotes.

    Arguments: rows, the graph; around, things whose relations alone are wanted, and those among the things that these reach;
    documents, ids: only what a passage of one of them backs; is_wanted, of a relation: of the others no quotes are asked for, which
    is what takes time.

    >>> from graph import PolicyGraph
    >>> selection_of(PolicyGraph.open("memory")).things
    ()
    """
    near = Neighbourhood(rows)
    if around:
        own = near.statements(str(node.iri) for node in around)
        reached = {end for link in own for end in (link.subject, link.object)}
        among = near.statements_of([link for link in near.links(reached) if {link.subject, link.object} <= reached])
        statements = own | among
    else:
        statements = {_link(row): str(row["statement"]) for row in _sorted(rows.rows(_ALL))}
    if is_wanted is not None:
        statements = {link: statement for link, statement in statements.items() if is_wanted(link)}
    quotes = near.quotes(statements.values())
    wanted = frozenset(documents)
    held = {
        link: tuple(one for one in quotes.get(statement, ()) if not wanted or one.document_id in wanted)
        for link, statement in statements.items()
    }
    if wanted:
        held = {link: found for link, found in held.items() if found}
    names = near.names({end for link in held for end in (link.subject, link.object)} | {str(one.iri) for one in around})
    relations = [
        QuotedRelation(names[link.subject], link.predicate, names[link.object], statements[link], found)
        for link, found in sorted(held.items())
    ]
    return Selection(tuple(sorted(names.values(), key=lambda node: str(node.iri))), tuple(relations))


def selection_among(rows: Rows, things: Collection[str]) -> Selection:
    """Return the relations among some things, and those of the things that have one. Arguments: rows, the graph; things, IRIs.

    >>> from graph import PolicyGraph
    >>> selection_among(PolicyGraph.open("memory"), ["urn:a"]).relations
    ()
    """
    near, wanted = Neighbourhood(rows), set(things)
    statements = near.statements_of([link for link in near.links(wanted) if {link.subject, link.object} <= wanted])
    quotes = near.quotes(statements.values())
    names = near.names({end for link in statements for end in (link.subject, link.object)})
    relations = tuple(
        QuotedRelation(
            names[link.subject], link.predicate, names[link.object], statement, tuple(quotes.get(statement, ()))
        )
        for link, statement in sorted(statements.items())
    )
    return Selection(tuple(sorted(names.values(), key=lambda node: str(node.iri))), relations)


def selection_of_ways(found: Connections) -> Selection:
    """Return the relations on the ways of a connection, each once, and the things that they tie.

    Documents that name all ends are told by their mentions where some end is tied by nothing else.

    >>> from graph import PolicyGraph
    >>> with PolicyGraph.build("corpus") as g:
    ...     len(selection_of_ways(g.connect("沈阳", "大连")).things) > 10
    True
    """
    hops = {hop.statement: hop for way in found.all for hop in way.hops if hop.predicate != "refersTo"}
    tied = {end for hop in hops.values() for end in (hop.subject, hop.object)}
    if not tied.issuperset(found.ends):
        hops |= {hop.statement: hop for way in found.all for hop in way.hops}
    relations = tuple(
        QuotedRelation(one.subject, one.predicate, one.object, one.statement, one.quotes) for one in hops.values()
    )
    things = {*found.ends, *(end for one in relations for end in (one.subject, one.object))}
    return Selection(tuple(sorted(things)), relations)


def _sorted(found: Iterable[Row]) -> list[Row]:
    # An assertion of a text wins over a background statement of the same; their IRIs sort so.
    return sorted(found, key=lambda row: str(row["statement"]), reverse=True)


def _link(row: Row) -> Link:
    return Link(str(row["subject"]), str(row["predicate"]).removeprefix(POL), str(row["object"]))
