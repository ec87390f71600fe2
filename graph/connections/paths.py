"""Paths between two ends that no task and no shared thing explains."""

from __future__ import annotations

from itertools import chain, islice

import networkx as nx

from graph.things import Iri

MOST_PATHS = 200
"""Paths between two ends that are looked at; of more, the shortest."""


def between(graph: nx.Graph[Iri], one: Iri, other: Iri, length: int) -> nx.Graph[Iri]:
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


def find_paths(graph: nx.Graph[Iri], one: Iri, other: Iri, length: int) -> list[list[Iri]]:
    """Return the simple paths between two nodes, the shortest first, at most `MOST_PATHS`.

    Arguments: graph, undirected; length, of the longest in hops. A longer path through a node that touches both ends
    is a detour, and left out.

    >>> square = nx.Graph([("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("b", "d")])
    >>> find_paths(square, "a", "c", 3)
    [['a', 'b', 'c'], ['a', 'd', 'c']]
    """
    if one not in graph or other not in graph:
        return []
    common = sorted(set(graph[one]) & set(graph[other]))
    straight = [(one, other)] if graph.has_edge(one, other) else []
    short = [*map(list, straight), *([one, node, other] for node in common if length > 1)]
    apart = nx.restricted_view(graph, common, straight)
    # By each length in turn, so that the shortest are found before the search ends.
    longer = (
        path
        for hops in range(3, length + 1)
        if one in (part := _ordered(between(apart, one, other, hops)))
        for path in nx.all_simple_paths(part, one, other, cutoff=hops)
        if len(path) == hops + 1
    )
    return list(islice(chain(short, longer), MOST_PATHS))


def _ordered(graph: nx.Graph[Iri]) -> nx.Graph[Iri]:
    """Return a graph whose nodes and neighbours come in the order of their names."""
    ordered: nx.Graph[Iri] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted((min(edge), max(edge)) for edge in graph.edges))
    return ordered
