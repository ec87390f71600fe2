"""Where a network that falls into pieces is drawn: the largest piece above, the others in rows below it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import networkx as nx

from graph.pictures.force_layout import Position, force_layout

_GAP = 130.0
"""Pixels between two pieces."""
_WIDER = 1.2
"""How much wider than high the whole may be where its largest piece is narrow."""


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
    drawn = [force_layout({node: labels[node] for node in piece}, pairs) for piece in pieces]
    sizes = [_size(held) for held in drawn]
    places, (wide, high) = dict(drawn[0]), sizes[0]
    left, top = min(x for x, _ in places.values()), max(y for _, y in places.values()) + _GAP
    right = left + max(wide, _WIDER * math.sqrt(sum((across + _GAP) * (down + _GAP) for across, down in sizes)))
    across, deepest = left, 0.0
    for held, (wide, high) in zip(drawn[1:], sizes[1:], strict=True):
        if across > left and across + wide > right:
            across, top, deepest = left, top + deepest + _GAP, 0.0
        x0, y0 = (min(side) for side in zip(*held.values(), strict=True))
        places |= {node: (x - x0 + across, y - y0 + top) for node, (x, y) in held.items()}
        across, deepest = across + wide + _GAP * 1.6, max(deepest, high)
    return places


def _size(places: Mapping[str, Position]) -> tuple[float, float]:
    """Return how wide and how high a piece is."""
    (x0, x1), (y0, y1) = ((min(side), max(side)) for side in zip(*places.values(), strict=True))
    return x1 - x0, y1 - y0
