"""Paths between two ends that no task and no shared thing explains."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

import networkx as nx
from rdflib import URIRef

MOST_PATHS = 1000
"""Paths between two ends that are looked at; of more, the shortest."""


def between(graph: nx.Graph[URIRef], one: URIRef, other: URIRef, length: int) -> nx.Graph[URIRef]:
    """Return the part of a graph that lies on walks of at most so many hops between two nodes.

    >>> line = nx.path_graph(["a", "b", "c", "d"])
    >>> sorted(between(line, "a", "c", 2))
    ['a', 'b', 'c']
    """
    if one not in graph or other not in graph:
        return nx.Graph()
    near = nx.single_source_shortest_path_length(graph, one, cutoff=length)
    far = nx.single_source_shortest_path_length(graph, other, cutoff=length)
    return graph.subgraph([node for node in near if node in far and near[node] + far[node] <= length])


def paths(
    graph: nx.Graph[URIRef], one: URIRef, other: URIRef, length: int, told: Collection[URIRef]
) -> Iterator[list[URIRef]]:
    """Yield the simple paths between two nodes, the shortest first, at most `MOST_PATHS`.

    Arguments: graph, undirected; length, of the longest in hops; told, nodes that a task or a shared thing already
    speaks of. A longer path through a node that touches both ends is a detour, and left out.

    >>> square = nx.Graph([("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("b", "d")])
    >>> list(paths(square, "a", "c", 3, told=()))
    [['a', 'b', 'c'], ['a', 'd', 'c']]
    """
    if one not in graph or other not in graph:
        return
    common = set(graph[one]) & set(graph[other])
    short = [[one, other]] if graph.has_edge(one, other) else []
    if length > 1:
        short += [[one, node, other] for node in sorted(common) if node not in told]
    yield from short
    if length > 2:
        away = common.union(told) - {one, other}
        rest = nx.restricted_view(graph, list(away & set(graph)), [(one, other)] if graph.has_edge(one, other) else [])
        narrow = between(rest, one, other, length)
        if one in narrow and other in narrow:
            found = nx.all_simple_paths(narrow, one, other, cutoff=length)
            yield from sorted(islice(found, MOST_PATHS), key=lambda path: (len(path), path))
