"""The part of a graph around some things, fetched from the engine: relations and statements, names, quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from rdflib import URIRef

from graph.engines import Row, Rows, scanned
from graph.rdf import POL, RELATIONS
from graph.things.name_index import Node, narrowest
from graph.things.quotes import Quote, quotes_of

Iri: TypeAlias = str
"""An IRI as a plain string, which is compared and hashed many times faster than rdflib's."""

_AT_ONCE = 2000
"""Terms in one VALUES: servers refuse queries of some hundred kilobytes."""

_PREDICATES = ", ".join(f"pol:{name}" for name in RELATIONS if name != "refersTo")

_STATED = f"""?statement rdf:predicate ?predicate . ?statement rdf:%s ?%s . FILTER(?predicate IN ({_PREDICATES}))"""
_STATEMENTS = f"""SELECT DISTINCT ?statement ?subject ?predicate ?object {{
  {{ VALUES ?subject {{ $nodes }} ?statement rdf:subject ?subject . {_STATED % ("object", "object")} }} UNION
  {{ VALUES ?object {{ $nodes }} ?statement rdf:object ?object . {_STATED % ("subject", "subject")} }} }}"""
_OF_SUBJECTS = f"""SELECT DISTINCT ?statement ?subject ?predicate ?object {{
  VALUES ?subject {{ $nodes }} ?statement rdf:subject ?subject . {_STATED % ("object", "object")} }}"""
_TASKS_OF = """SELECT DISTINCT ?statement ?subject ?predicate ?object { VALUES ?object { $nodes }
  ?statement rdf:object ?object . ?statement rdf:predicate pol:involves . ?statement rdf:subject ?subject .
  BIND(pol:involves AS ?predicate) }"""
_LINKS = f"""SELECT DISTINCT ?subject ?predicate ?object {{
  {{ VALUES ?subject {{ $nodes }} ?subject ?predicate ?object . FILTER(?predicate IN ({_PREDICATES})) }} UNION
  {{ VALUES ?object {{ $nodes }} ?subject ?predicate ?object . FILTER(?predicate IN ({_PREDICATES})) }} }}"""
_LABEL = '?node skos:prefLabel ?label FILTER(LANG(?label) IN ("zh", ""))'
_NAMES = f"SELECT DISTINCT ?node ?kind ?label {{ VALUES ?node {{ $nodes }} ?node a ?kind OPTIONAL {{ {_LABEL} }} }}"
_ALL_NAMES = f"SELECT DISTINCT ?node ?kind ?label {{ %s {scanned('?node a ?kind', _LABEL)} }}"


class Link(NamedTuple):
    """A relation between two things, as a plain triple."""

    subject: Iri
    predicate: str
    object: Iri

    def other(self, node: Iri) -> Iri:
        """Return the end of it that is not this node."""
        return self.object if node == self.subject else self.subject


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The engine, asked for what lies around some nodes. Each call is one query, or a few where nodes are many.

    Arguments: rows, the graph.
    """

    rows: Rows

    def statements(self, nodes: Iterable[Iri]) -> dict[Link, Iri]:
        """Return the relations of the nodes, in both directions, each with its statement."""
        return _stated(self.each(_STATEMENTS, nodes))

    def statements_of(self, links: Collection[Link]) -> dict[Link, Iri]:
        """Return the statements of some relations."""
        found = _stated(self.each(_OF_SUBJECTS, {link.subject for link in links}))
        return {link: found[link] for link in links if link in found}

    def tasks_of(self, groups: Iterable[Iri]) -> dict[Link, Iri]:
        """Return the relations by which tasks involve one of the groups, each with its statement."""
        return _stated(self.each(_TASKS_OF, groups))

    def links(self, nodes: Iterable[Iri]) -> list[Link]:
        """Return the relations of the nodes, in both directions, without their statements, which cost more."""
        return [_link(row) for row in self.each(_LINKS, nodes)]

    def names(self, nodes: Iterable[Iri]) -> dict[Iri, Node]:
        """Return the nodes with their labels and classes; one without a label is called by its IRI's last part."""
        wanted = set(nodes)
        return _named(self.each(_NAMES, wanted), wanted)

    def names_where(self, pattern: str, nodes: Iterable[Iri]) -> dict[Iri, Node]:
        """Return the nodes as `names` does, which takes a third of the time where they are most of what the graph holds.

        Arguments: pattern, of SPARQL, which binds ``?node`` to them; nodes.
        """
        wanted = set(nodes)
        rows = self.rows.rows(_ALL_NAMES % pattern)
        without_label = wanted - {str(row["node"]) for row in rows}
        return _named(rows, wanted) | self.names(without_label)

    def quotes(self, statements: Iterable[Iri]) -> dict[Iri, tuple[Quote, ...]]:
        """Return the passages that back each statement; one that no text makes has no entry."""
        found: dict[Iri, tuple[Quote, ...]] = {}
        for some in _parts(statements):
            found |= {str(one): quotes for one, quotes in quotes_of(self.rows, some).items()}
        return found

    def each(self, query: str, nodes: Iterable[Iri]) -> Iterator[Row]:
        """Yield the rows of a query for nodes, which it writes as ``VALUES ?x { $nodes }``; some thousand at once."""
        for some in _parts(nodes):
            yield from self.rows.rows(query, nodes=some)


def _named(rows: Iterable[Row], nodes: Iterable[Iri]) -> dict[Iri, Node]:
    kinds: dict[Iri, set[str]] = defaultdict(set)
    labels: dict[Iri, set[str]] = defaultdict(set)
    for row in rows:
        node = str(row["node"])
        kinds[node].add(str(row["kind"]).removeprefix(POL))
        if "label" in row:
            labels[node].add(str(row["label"]))
    narrowed = {some: narrowest(some) for some in {frozenset(one) for one in kinds.values()}}
    return {
        node: Node(
            URIRef(node),
            min(labels.get(node) or {node.rpartition("/")[2]}),
            narrowed[frozenset(kinds[node])] if node in kinds else "",
        )
        for node in nodes
    }


def _parts(nodes: Iterable[Iri]) -> Iterator[list[URIRef]]:
    wanted = sorted(set(map(str, nodes)))
    for first in range(0, len(wanted), _AT_ONCE):
        yield [URIRef(node) for node in wanted[first : first + _AT_ONCE]]


def _stated(rows: Iterable[Row]) -> dict[Link, Iri]:
    # An assertion of a text wins over a background statement of the same; their IRIs sort so.
    return {
        _link(row): str(row["statement"]) for row in sorted(rows, key=lambda row: str(row["statement"]), reverse=True)
    }


def _link(row: Row) -> Link:
    return Link(str(row["subject"]), str(row["predicate"]).removeprefix(POL), str(row["object"]))
