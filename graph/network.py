"""The networkx view of the relations around the ends of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
from rdflib import URIRef

from graph.conditions import Conditions
from graph.hops import Hop, Way
from graph.names import segment
from graph.naming import Node
from graph.neighbourhood import Edge
from graph.quotes import Quote
from graph.ranking import BACKGROUND, GRADES, reaches


@dataclass(frozen=True, slots=True)
class Network:
    """Statements with their passages, of which a condition may leave some out.

    Arguments: ends, each the things that one name stands for (a group has a node in each document); edges; names and
    quotes of what is in them; hubs, nodes that a way should not lead through.
    """

    ends: tuple[tuple[Node, ...], ...]
    edges: tuple[Edge, ...]
    names: Mapping[URIRef, Node]
    quotes: Mapping[URIRef, tuple[Quote, ...]]
    hubs: frozenset[URIRef] = frozenset()

    def canonical(self, node: URIRef) -> URIRef:
        """Return the node that stands for all things of one end; another node stands for itself."""
        return next((end[0].iri for end in self.ends if any(one.iri == node for one in end)), node)

    def under(self, conditions: Conditions) -> Network:
        """Return what is left of it under the conditions on relation, grade and document."""
        wanted, background = conditions.relations, reaches(BACKGROUND, conditions.grade) and not conditions.documents
        quotes = {
            edge.statement: tuple(one for one in self.quotes.get(edge.statement, ()) if _backs(one, conditions))
            for edge in self.edges
        }
        edges = tuple(
            edge
            for edge in self.edges
            if (quotes[edge.statement] or (background and edge.statement not in self.quotes))
            and (not wanted or edge.predicate in wanted)
        )
        held = {edge.statement: quotes[edge.statement] for edge in edges if quotes[edge.statement]}
        return Network(self.ends, edges, self.names, held, self.hubs)

    def hop(self, edge: Edge) -> Hop:
        """Return an edge with its names and passages."""
        held = self.quotes.get(edge.statement, ())
        return Hop(self.names[edge.subject], edge.predicate, self.names[edge.object], edge.statement, held)

    def graph(self) -> nx.Graph[URIRef]:
        """Return the edges as an undirected graph; those between two nodes are the edge's `edges`, best first."""
        between: dict[tuple[URIRef, URIRef], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            one, other = sorted((self.canonical(edge.subject), self.canonical(edge.object)))
            if one != other:
                between[one, other].append(edge)
        graph: nx.Graph[URIRef] = nx.Graph()
        for (one, other), edges in sorted(between.items()):
            graph.add_edge(one, other, edges=sorted(edges, key=self._strength))
        return graph

    def _strength(self, edge: Edge) -> tuple[int, str, URIRef]:
        grades = [GRADES.index(quote.grade) for quote in self.quotes.get(edge.statement, ())]
        return min(grades, default=len(GRADES)), edge.predicate, edge.statement


def _backs(quote: Quote, conditions: Conditions) -> bool:
    named = quote.document.rpartition("/")[2]
    wanted = [segment(one) for one in conditions.documents]
    return reaches(quote.grade, conditions.grade) and (not wanted or named in wanted)


def drawn(ways: Iterable[Way], ends: Iterable[Node]) -> nx.MultiDiGraph[str]:
    """Return ways as a graph to draw or to compute on, from subject to object.

    Nodes are IRIs with `label`, `kind` and `end` (whether it was asked for); edges are keyed by their statement and
    have `predicate`, `grade`, `quote` and `document`.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in ends:
        graph.add_node(str(node.iri), label=node.label, kind=node.kind, end=True)
    for hop in (hop for way in ways for hop in way.hops):
        for node in (hop.subject, hop.object):
            if str(node.iri) not in graph:
                graph.add_node(str(node.iri), label=node.label, kind=node.kind, end=False)
        said = {"quote": "", "document": ""}
        if hop.quotes:
            said = {"quote": hop.quotes[0].exact, "document": hop.quotes[0].title}
        graph.add_edge(
            str(hop.subject.iri),
            str(hop.object.iri),
            key=str(hop.statement),
            predicate=hop.predicate,
            grade=hop.grade,
            **said,
        )
    return graph


def steps(path: Iterable[URIRef], graph: nx.Graph[URIRef]) -> list[Edge]:
    """Return the best edge of each step of a path."""
    return [graph.edges[one, other]["edges"][0] for one, other in pairwise(path)]
