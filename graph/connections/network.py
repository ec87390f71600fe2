"""The networkx view of the relations around the ends of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import networkx as nx

from graph.connections.conditions import Conditions
from graph.connections.hops import Hop, Way
from graph.connections.ranking import BACKGROUND, GRADES, reaches
from graph.rdf import segment
from graph.things import Iri, Link, Node, Quote


@dataclass(frozen=True, slots=True)
class Network:
    """Relations with their passages, of which a condition may leave some out.

    Arguments: ends, each the things that one name stands for (a group has a node in each document); statements of the
    relations; names and quotes of what is in them; hubs, nodes that a way should not lead through.
    """

    ends: tuple[tuple[Node, ...], ...]
    statements: Mapping[Link, Iri]
    names: Mapping[Iri, Node] = field(default_factory=dict)
    quotes: Mapping[Iri, tuple[Quote, ...]] = field(default_factory=dict)
    hubs: frozenset[Iri] = frozenset()

    @property
    def positions(self) -> dict[Iri, int]:
        """Each node that stands for an end, with the end's position."""
        return {str(node.iri): i for i, end in enumerate(self.ends) for node in end}

    @property
    def firsts(self) -> tuple[Iri, ...]:
        """The node that stands for all things of an end, for each end."""
        return tuple(str(end[0].iri) for end in self.ends)

    def under(self, conditions: Conditions) -> Network:
        """Return what is left of it under the conditions on relation, grade and document."""
        wanted, background = conditions.relations, reaches(BACKGROUND, conditions.grade) and not conditions.documents
        documents = frozenset(segment(one) for one in conditions.documents)
        statements, quotes = {}, {}
        for link, statement in self.statements.items():
            held = self.quotes.get(statement, ())
            backing = tuple(one for one in held if _backs(one, conditions.grade, documents))
            if (backing or (background and not held)) and (not wanted or link.predicate in wanted):
                statements[link] = statement
                quotes[statement] = backing
        return replace(self, statements=statements, quotes=quotes)

    def hop(self, link: Link) -> Hop:
        """Return a relation with its names and passages."""
        statement = self.statements[link]
        held = self.quotes.get(statement, ())
        return Hop(self.names[link.subject], link.predicate, self.names[link.object], statement, held)

    def weakness(self, link: Link) -> int:
        """Return the place of a relation's grade, the strongest being 0."""
        held = self.quotes.get(self.statements[link], ())
        return min((GRADES.index(quote.grade) for quote in held), default=len(GRADES) - 1)

    def graph(self, without: Iterable[Iri] = ()) -> nx.Graph[Iri]:
        """Return the relations as an undirected graph; those between two nodes are the edge's `links`, best first.

        Arguments: without, nodes to leave out. All things that an end stands for are one node.
        """
        left_out = set(without)
        first = {iri: self.firsts[i] for iri, i in self.positions.items()}
        between: dict[tuple[Iri, Iri], list[Link]] = defaultdict(list)
        for link in self.statements:
            one, other = sorted((first.get(link.subject, link.subject), first.get(link.object, link.object)))
            if one != other and one not in left_out and other not in left_out:
                between[one, other].append(link)
        graph: nx.Graph[Iri] = nx.Graph()
        for (one, other), links in sorted(between.items()):
            graph.add_edge(one, other, links=sorted(links, key=lambda link: (self.weakness(link), link)))
        return graph


def _backs(quote: Quote, grade: str, documents: frozenset[str]) -> bool:
    return reaches(quote.grade, grade) and (not documents or quote.document_id in documents)


def steps(path: Iterable[Iri], graph: nx.Graph[Iri]) -> list[Link]:
    """Return the best relation of each step of a path."""
    return [graph.edges[one, other]["links"][0] for one, other in pairwise(path)]


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
        said = {"predicate": hop.predicate, "grade": hop.grade, "quote": "", "document": ""}
        if hop.quotes:
            said |= {"quote": hop.quotes[0].exact, "document": hop.quotes[0].title}
        graph.add_edge(str(hop.subject.iri), str(hop.object.iri), key=hop.statement, **said)
    return graph
