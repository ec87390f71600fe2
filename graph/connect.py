"""All ways in which two or more places, groups, industries or positionings are tied."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rdflib import URIRef

from graph.conditions import Conditions
from graph.connections import Connections
from graph.covering import Covering
from graph.engine import Rows
from graph.errors import GraphError
from graph.explaining import explain
from graph.headline import headline
from graph.hops import Way
from graph.hubs import hubs
from graph.naming import Names, Node
from graph.neighbourhood import Edge, Neighbourhood
from graph.network import Network
from graph.paths import between
from graph.ways import Ways, find_ways

ENDS = ("Place", "PlaceGroup", "Slogan", "Positioning", "Industry", "Organization")
"""Classes of the things that can be connected."""

_SOME = 20
"""Names of documents that an error lists."""
_OF_ONE_DOCUMENT = ("PlaceGroup", "Slogan")
_DOCUMENTS = "SELECT DISTINCT ?id { ?graph a pol:DocumentGraph ; dcterms:identifier ?id }"


def connect(rows: Rows, ends: Sequence[Sequence[Node]], conditions: Conditions | None = None) -> Connections:
    """Return all ways in which the ends are tied, ranked and explained.

    Arguments: rows, the graph; ends, two or more, each the things that one name stands for (a group is a thing of its
    own in each document); conditions, which ways count. Only what lies around the ends is fetched.
    Raises GraphError for fewer than two ends, or for one that is asked for twice.
    """
    named = tuple(tuple(sorted(end)) for end in ends)
    if len(named) < 2 or len({node.iri for end in named for node in end}) < sum(len(end) for end in named):
        labels = "、".join(end[0].label for end in named)
        raise GraphError(labels or "nothing", "a connection needs two things that differ", "name another one")
    wanted = conditions or Conditions()
    _refuse_unknown(rows, wanted)
    around = Neighbourhood(rows)
    network = _network(around, named, wanted)
    passages = Covering(around, named).passages()
    documents = Covering(around, named).ways(passages)
    ways = find_ways(network, documents, wanted)
    counts = _counts_without(network, documents, wanted, ways)
    query = headline(named, wanted, network.hubs)
    explanation = explain(around, named, network, passages, wanted, ways, counts)
    return Connections(tuple(end[0] for end in named), wanted, ways, query, explanation)


def end_of(names: Names, name: str | Node) -> tuple[Node, ...]:
    """Return what a name stands for as an end: one thing, or the groups that several documents call so.

    Arguments: names, of the graph; name, as a person types it, or a thing that was found. Raises GraphError where
    nothing bears the name, or where different things do.
    """
    if isinstance(name, Node):
        return (name,)
    found = names.find(name, ENDS)
    if found and found[0].kind in _OF_ONE_DOCUMENT and len({(node.kind, node.label) for node in found}) == 1:
        return found
    return (names.resolve(name, ENDS),)


def _network(around: Neighbourhood, ends: tuple[tuple[Node, ...], ...], conditions: Conditions) -> Network:
    """Fetch what lies between the ends: first names of nodes as IRIs only, then quotes of what may be on a way."""
    avoid = hubs(around.rows)
    edges = _fetched(around, ends, conditions, avoid)
    bare = Network(ends, edges, {}, {}, avoid)
    useful = _useful(bare, conditions)
    nodes = {node for edge in useful for node in (edge.subject, edge.object)} | {n.iri for end in ends for n in end}
    names, quotes = around.names(nodes), around.quotes(edge.statement for edge in useful)
    return Network(ends, tuple(useful), names, quotes, avoid)


def _fetched(
    around: Neighbourhood, ends: tuple[tuple[Node, ...], ...], conditions: Conditions, avoid: frozenset[URIRef]
) -> tuple[Edge, ...]:
    """Return the statements around the ends, out to half the length, and the tasks of what holds an end."""
    rings = [{node.iri for node in end} for end in ends]
    members = set().union(*rings)
    reached = [set(ring) for ring in rings]
    edges: set[Edge] = set()
    for step in range((conditions.length + 1) // 2):
        one_sided = len(rings) == 2 and conditions.length < 2 * step + 2 and step > 0
        largest = max(range(len(rings)), key=lambda i: len(rings[i]))
        for i, ring in enumerate(rings):
            if one_sided and i == largest:
                continue  # the middle hop of an odd path is reached from the other side
            found = around.touching(ring)
            edges.update(found)
            near = {node for edge in found for node in (edge.subject, edge.object)} - reached[i]
            reached[i] |= near
            rings[i] = near - avoid
    edges.update(around.tasks_of({e.subject for e in edges if e.predicate == "hasMember" and e.object in members}))
    return tuple(sorted(edges))


def _useful(network: Network, conditions: Conditions) -> list[Edge]:
    """Return the edges that may be on a way."""
    graph = network.graph()
    ends = [end[0].iri for end in network.ends]
    kept: set[Edge] = set()
    length = max(conditions.length, 4)  # a task that two groups lead to lies on a way of four hops
    for one, other in combinations(ends, 2):
        part = between(graph, one, other, length)
        kept.update(edge for _, _, edges in part.edges(data="edges") for edge in edges)
    kept.update(edge for edge in network.edges if {edge.subject, edge.object} & set(ends))
    return sorted(kept)


def _counts_without(network: Network, documents: tuple[Way, ...], conditions: Conditions, ways: Ways) -> dict[str, int]:
    """Return how many more ways there are without each of the conditions."""
    counts = {}
    for name in conditions.in_force():
        counts[name] = len(find_ways(network, documents, conditions.without(name))) - len(ways)
    return counts


def _refuse_unknown(rows: Rows, conditions: Conditions) -> None:
    if conditions.documents:
        known = sorted(str(row["id"]) for row in rows.rows(_DOCUMENTS))
        for one in conditions.documents:
            if one not in known:
                raise GraphError(one, "no such document in this graph", f"use one of {', '.join(known[:_SOME])}")
