"""Where a network that falls into pieces is drawn: the largest piece above, the others in rows below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

from graph.pictures.force_layout import Position, force_layout

_GAP = 130.0
"""Pixels between two pieces."""


def island_layout(labels: Mapping[str, str], edges: Iterable[tuple[str, str]]) -> dict[str, Position]:
    """Return positions by which linked nodes are near each other and no piece of the network is far from the others.

    Arguments: labels, node to what is written below it; edges, pairs of nodes.

    >>> places = island_layout({"a": "", "b": "", "c": "", "d": "", "e": ""}, [("a", "b"), ("b", "c"), ("d", "e")])
    >>> max(places[node][1] for node in "abc") < min(places[node][1] for node in "de")
    True
    """
    pairs = sorted({pair for pair in edges if set(pair) <= labels.keys()})
    graph: nx.Graph[str] = nx.Graph(pairs)
    graph.add_nodes_from(sorted(labels))
    pieces = sorted((sorted(piece) for piece in nx.connected_components(graph)), key=lambda one: (-len(one), one))
    if not pieces:
        return {}
    places = force_layout({node: labels[node] for node in pieces[0]}, pairs)
    left, right = (side(x for x, _ in places.values()) for side in (min, max))
    across, top, deepest = left, max(y for _, y in places.values()) + _GAP, 0.0
    for piece in pieces[1:]:
        held = force_layout({node: labels[node] for node in piece}, pairs)
        (x0, x1), (y0, y1) = ((min(side), max(side)) for side in zip(*held.values(), strict=True))
        if across > left and across + x1 - x0 > right:
            across, top, deepest = left, top + deepest + _GAP, 0.0
        places |= {node: (x - x0 + across, y - y0 + top) for node, (x, y) in held.items()}
        across, deepest = across + x1 - x0 + _GAP * 1.6, max(deepest, y1 - y0)
    return places
