"""The groups of a network that is too large to be drawn thing by thing: a mark a class, a line a pair of classes."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from graph.network_page import NetworkDrawing, NetworkEdge, NetworkNode
from graph.pictures import Bundle, Group, Part, groups, ring_layout
from views.parts.cards.html_pieces import quiet
from views.parts.frame.language import Words, words_of
from views.parts.network.values import Click
from views.parts.network.view import asking_network_view

_HEIGHT = 700
_SMALLEST, _LARGEST = 11.0, 34.0
"""Pixels from the middle of a group's mark to its rim."""
_SAID = 1
"""Relations of a pair of groups that are named on its line."""
_LINES = 12
"""Lines that are drawn, beside the heaviest of each group: more of them run through one another's names."""

Pair = tuple[str, str]
"""Two classes, between whose things relations lead from the first to the second."""


def group_picture(part: Part) -> Click:
    """Show the classes of a part as groups with their numbers; returns what was clicked, a line by its two classes."""
    words = words_of("explore")
    drawing = group_drawing(part, words("picture"), words_of("parts"))
    clicked = asking_network_view(drawing, "groups")
    every = sum(subject != other for subject, other in _pairs(part))
    if len(drawing.edges) < every:
        quiet(words("heaviest lines", n=len(drawing.edges), all=every))
    return clicked


def _pairs(part: Part) -> dict[Pair, list[Bundle]]:
    """Return the relations between the classes of a part, by the two classes."""
    pairs: dict[Pair, list[Bundle]] = defaultdict(list)
    for one in groups(part)[1]:
        pairs[one.subject, one.object].append(one)
    return pairs


def heaviest(weights: Mapping[Pair, int], most: int) -> set[Pair]:
    """Return the pairs of the most relations, and of each class the one that has most of its own. Arguments: weights; most.

    >>> sorted(heaviest({("A", "B"): 5, ("A", "C"): 4, ("B", "C"): 3, ("D", "A"): 1}, 1))
    [('A', 'B'), ('A', 'C'), ('D', 'A')]
    """
    order = sorted(weights, key=lambda pair: (-weights[pair], pair))
    own = {kind: pair for pair in reversed(order) for kind in pair}
    return {*order[:most], *own.values()}


def group_drawing(part: Part, title: str, words: Words) -> NetworkDrawing:
    """Return the classes of a part as a drawing, with its heaviest lines. Arguments: part; title; words, of the parts."""
    held, pairs = groups(part)[0], _pairs(part)
    weights = {pair: sum(one.size for one in together) for pair, together in pairs.items()}
    kept = heaviest({pair: n for pair, n in weights.items() if pair[0] != pair[1]}, _LINES)
    places = ring_layout([one.kind for one in held], weights)
    most = max(one.size for one in held)
    nodes = [
        NetworkNode(one.kind, _label(one, pairs, words), one.kind, *places[one.kind], size=_size(one.size, most))
        for one in held
    ]
    edges = [
        NetworkEdge(" ".join(pair), *pair, _said(together, words), "")
        for pair, together in sorted(pairs.items())
        if pair in kept
    ]
    return NetworkDrawing(title, nodes, edges, height=_HEIGHT)


def _size(size: int, most: int) -> float:
    return _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(size / most)


def _label(one: Group, pairs: dict[tuple[str, str], list[Bundle]], words: Words) -> str:
    """Return a group in words, with the relations among its own things, which are no line."""
    within = pairs.get((one.kind, one.kind), [])
    inside = f"\n{words('within')}{_said(within, words)}" if within else ""
    return f"{words.term(one.kind)} {one.size:,}{inside}"


def _said(together: list[Bundle], words: Words) -> str:
    first = sorted(together, key=lambda one: (-one.size, one.predicate))
    said = [f"{words.term(one.predicate)} {one.size:,}" for one in first[:_SAID]]
    return "\n".join([*said, *(["…"] if len(first) > _SAID else [])])
