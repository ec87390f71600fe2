"""Where the nodes of a network are drawn, computed beforehand so that a browser need not: the same for the same network."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import rustworkx

Position = tuple[float, float]
"""Pixels from the middle of the picture, to the right and down."""

_SPACE = 120.0
"""Pixels between neighbours in a picture that is not crowded."""
_CHARACTER, _LINE = 15.0, 17.0
"""Width of a Chinese character and height of a line of a label."""
_PER_LINE, _LINES = 12, 3
_ROUNDS = 60
_WIDER = 1.35
"""How much wider than high a picture of few nodes is."""
_EVEN = 0.75
"""How evenly a crowd is spread, from 0 to 1."""
_RING = (330.0, 270.0)
"""Pixels from the middle of a ring of few nodes to its sides."""
_PUSHED_APART = 400
"""Nodes up to which labels are pushed off each other; a larger picture shows them when it is zoomed."""


def force_layout(labels: Mapping[str, str], edges: Iterable[tuple[str, str]]) -> dict[str, Position]:
    """Return positions by which linked nodes are near each other and no label covers another one.

    Arguments: labels, node to what is written below it; edges, pairs of nodes.

    >>> positions = force_layout({"a": "沈阳市", "b": "大连市"}, [("a", "b")])
    >>> positions == force_layout({"b": "大连市", "a": "沈阳市"}, [("b", "a")])
    True
    """
    order = {node: i for i, node in enumerate(sorted(labels))}
    net: rustworkx.PyGraph[str, None] = rustworkx.PyGraph()
    net.add_nodes_from(list(order))
    pairs = sorted({(min(pair), max(pair)) for pair in edges if set(pair) <= labels.keys()})
    net.add_edges_from_no_data([(order[one], order[other]) for one, other in pairs])
    rounds = 60 if len(order) <= 1000 else 30
    scale = round(_SPACE * math.sqrt(len(order)))
    found = rustworkx.spring_layout(net, k=2.2 / math.sqrt(max(1, len(order))), num_iter=rounds, scale=scale, seed=1)
    places = {node: (found[i][0], found[i][1]) for node, i in order.items()}
    if len(places) > _PUSHED_APART:
        return _spread(places, scale)
    return _apart({node: (x * _WIDER, y) for node, (x, y) in places.items()}, labels)


def circle_layout(labels: Mapping[str, str]) -> dict[str, Position]:
    """Return positions on a circle that is wide enough for the labels, in the order of the nodes that are given.

    >>> [round(x) for x, _ in circle_layout({"a": "", "b": ""}).values()]
    [120, -120]
    """
    radius = max(_SPACE, len(labels) * 3.2 * _LINE / (2 * math.pi))
    steps = [2 * math.pi * i / max(1, len(labels)) for i in range(len(labels))]
    return {
        node: (radius * math.cos(angle), radius * math.sin(angle)) for node, angle in zip(labels, steps, strict=True)
    }


def ring_layout(nodes: Sequence[str], weights: Mapping[tuple[str, str], int]) -> dict[str, Position]:
    """Return positions of a few nodes on a flat ring, ordered so that what is linked most stands side by side.

    Arguments: nodes; weights, pair of nodes to how much links them.

    >>> list(ring_layout(["a", "b", "c", "d"], {("a", "c"): 9, ("b", "d"): 9}))
    ['a', 'c', 'b', 'd']
    """
    order = sorted(nodes)
    cost = _length(order, weights)
    better = True
    while better:
        better = False
        for i, j in combinations(range(1, len(order)), 2):
            turned = [*order[:i], *reversed(order[i : j + 1]), *order[j + 1 :]]
            length = _length(turned, weights)
            if length < cost:
                order, cost, better = turned, length, True
    steps = [2 * math.pi * i / max(1, len(order)) for i in range(len(order))]
    return {
        node: (_RING[0] * math.cos(angle), _RING[1] * math.sin(angle)) for node, angle in zip(order, steps, strict=True)
    }


def _length(order: Sequence[str], weights: Mapping[tuple[str, str], int]) -> float:
    """Return how long the lines of a ring are, each as often as its weight says."""
    at = {node: i for i, node in enumerate(order)}
    return sum(
        weight * math.sin(math.pi * abs(at[one] - at[other]) / len(order)) for (one, other), weight in weights.items()
    )


def _spread(positions: Mapping[str, Position], radius: float) -> dict[str, Position]:
    """Give a crowd the room that it leaves at its rim: each node keeps its direction, and comes as far out as it has nodes inside."""
    far = {node: math.hypot(*at) for node, at in positions.items()}
    spread = {}
    for i, node in enumerate(sorted(positions, key=lambda one: (far[one], one))):
        wanted = (1 - _EVEN) * far[node] + _EVEN * radius * math.sqrt((i + 0.5) / len(positions))
        x, y = positions[node]
        factor = wanted / far[node] if far[node] else 0.0
        spread[node] = (x * factor, y * factor)
    return spread


def _apart(positions: dict[str, Position], labels: Mapping[str, str]) -> dict[str, Position]:
    """Push nodes apart, a little at a time, until no label covers another one."""
    boxes = {node: _box(labels[node]) for node in positions}
    order = sorted(positions)
    for _ in range(_ROUNDS):
        moved = False
        for i, one in enumerate(order):
            for other in order[i + 1 :]:
                moved |= _push(positions, boxes, one, other)
        if not moved:
            break
    return positions


def _push(positions: dict[str, Position], boxes: Mapping[str, Position], one: str, other: str) -> bool:
    (x1, y1), (x2, y2) = positions[one], positions[other]
    across = (boxes[one][0] + boxes[other][0]) / 2 - abs(x2 - x1)
    down = (boxes[one][1] + boxes[other][1]) / 2 - abs(y2 - y1)
    if across <= 0 or down <= 0:
        return False
    if across / 2 < down:
        step = (across / 2 + 1) * (1 if x2 >= x1 else -1)
        positions[one], positions[other] = (x1 - step, y1), (x2 + step, y2)
    else:
        step = (down / 2 + 1) * (1 if y2 >= y1 else -1)
        positions[one], positions[other] = (x1, y1 - step), (x2, y2 + step)
    return True


def _box(label: str) -> Position:
    """Return width and height of a node with its label below it."""
    lines = min(_LINES, math.ceil(len(label) / _PER_LINE)) or 1
    return min(len(label), _PER_LINE) * _CHARACTER + 18, lines * _LINE + 46
