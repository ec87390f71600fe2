"""Where the nodes of a network are drawn, computed beforehand so that a browser need not: the same for the same network."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import rustworkx

Position = tuple[float, float]
"""Pixels from the middle of the picture, to the right and down."""

_SPACE = 120.0
"""Pixels between neighbours in a picture that is not crowded."""
_CHARACTER, _LINE = 15.0, 17.0
"""Width of a Chinese character and height of a line of a label."""
_PER_LINE, _LINES = 12, 3
_ROUNDS = 60
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
    places = {node: (found[i][0] * 1.35, found[i][1]) for node, i in order.items()}
    return _apart(places, labels)


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


def _apart(positions: dict[str, Position], labels: Mapping[str, str]) -> dict[str, Position]:
    """Push nodes apart, a little at a time, until no label covers another one."""
    if len(positions) > _PUSHED_APART:
        return positions
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
