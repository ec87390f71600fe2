"""The part of a graph around some things, fetched from the engine: statements that touch them, names, quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rdflib import URIRef
from rdflib.term import Identifier

from graph.conditions import RELATIONS
from graph.engine import Row, Rows
from graph.naming import Node, narrowest
from graph.quotes import Quote, quotes_of
from graph.vocabulary import POL

_AT_ONCE = 2000
"""Terms in one VALUES: servers refuse queries of some hundred kilobytes."""

_PREDICATES = ", ".join(f"pol:{name}" for name in RELATIONS if name != "refersTo")

_TOUCHING = f"""SELECT DISTINCT ?statement ?subject ?predicate ?object {{
  {{ VALUES ?subject {{ $nodes }}
    ?statement rdf:subject ?subject . ?statement rdf:predicate ?predicate . ?statement rdf:object ?object .
    FILTER(?predicate IN ({_PREDICATES})) }}
  UNION
  {{ VALUES ?object {{ $nodes }}
    ?statement rdf:object ?object . ?statement rdf:predicate ?predicate . ?statement rdf:subject ?subject .
    FILTER(?predicate IN ({_PREDICATES})) }}
}}"""
_TASKS_OF = """SELECT DISTINCT ?statement ?subject ?predicate ?object { VALUES ?object { $nodes }
  ?statement rdf:object ?object . ?statement rdf:predicate pol:involves . ?statement rdf:subject ?subject .
  BIND(pol:involves AS ?predicate) }"""
_NAMES = """SELECT DISTINCT ?node ?kind ?label { VALUES ?node { $nodes } ?node a ?kind
  OPTIONAL { ?node skos:prefLabel ?label FILTER(LANG(?label) IN ("zh", "")) } }"""


class Edge(NamedTuple):
    """One statement of the graph, by its nodes."""

    statement: URIRef
    subject: URIRef
    predicate: str
    object: URIRef

    def other(self, node: URIRef) -> URIRef:
        """Return the end of it that is not this node."""
        return self.object if node == self.subject else self.subject


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The engine, asked for what lies around some nodes. Each call is one query, or a few where nodes are many."""

    rows: Rows

    def touching(self, nodes: Iterable[URIRef]) -> list[Edge]:
        """Return the statements that have one of the nodes as subject or object, sorted."""
        return sorted({edge for row in self.each(_TOUCHING, nodes) for edge in _edge(row)})

    def tasks_of(self, groups: Iterable[URIRef]) -> list[Edge]:
        """Return the statements by which tasks involve one of the groups, sorted."""
        return sorted({edge for row in self.each(_TASKS_OF, groups) for edge in _edge(row)})

    def names(self, nodes: Iterable[URIRef]) -> dict[URIRef, Node]:
        """Return the nodes with their labels and classes; one without a label is called by its IRI's last part."""
        wanted = set(nodes)
        kinds: dict[URIRef, set[str]] = defaultdict(set)
        labels: dict[URIRef, set[str]] = defaultdict(set)
        for row in self.each(_NAMES, wanted):
            node = URIRef(row["node"])
            kinds[node].add(str(row["kind"]).removeprefix(POL))
            if "label" in row:
                labels[node].add(str(row["label"]))
        return {
            node: Node(node, min(labels[node] or {node.rpartition("/")[2]}), narrowest(kinds[node] or {""}))
            for node in wanted
        }

    def quotes(self, statements: Iterable[URIRef]) -> dict[URIRef, tuple[Quote, ...]]:
        """Return the passages that back each statement; one that no text makes has no entry."""
        wanted = sorted(set(statements))
        found: dict[URIRef, tuple[Quote, ...]] = {}
        for first in range(0, len(wanted), _AT_ONCE):
            found |= quotes_of(self.rows, wanted[first : first + _AT_ONCE])
        return found

    def each(self, query: str, nodes: Iterable[Identifier]) -> Iterator[Row]:
        """Yield the rows of a query for nodes, which it writes as ``VALUES ?x { $nodes }``; some thousand at once."""
        wanted = sorted(set(nodes))
        for first in range(0, len(wanted), _AT_ONCE):
            yield from self.rows.rows(query, nodes=wanted[first : first + _AT_ONCE])


def _edge(row: Row) -> Iterator[Edge]:
    subject, thing = row["subject"], row["object"]
    if isinstance(subject, URIRef) and isinstance(thing, URIRef):
        yield Edge(URIRef(row["statement"]), subject, str(row["predicate"]).removeprefix(POL), thing)
