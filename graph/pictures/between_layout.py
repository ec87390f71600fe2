"""Where a connection is drawn: its ends outside, what ties them between."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from graph.connections import Way
from graph.pictures.force_layout import Position, force_layout

_WIDTH, _HEIGHT = 230.0, 80.0
"""Pixels between two columns, and between two things of one column."""
_TALLEST = 18
"""Things in one column: lines to a second column cross the labels of the first."""
_OUTSIDE = 470.0
"""Pixels between an end and the nearest column."""


def between_layout(ways: Sequence[Way], ends: Sequence[str], labels: Mapping[str, str]) -> dict[str, Position]:
    """Return positions of all nodes of some ways: two ends left and right, what ties them in columns between.

    Arguments: ways; ends, IRIs; labels, node to what is written below it. With three ends or more, linked things are
    near each other.

    >>> between_layout((), ["urn:a", "urn:b"], {"urn:a": "沈阳市", "urn:b": "大连市"})
    {'urn:a': (-470.0, 0.0), 'urn:b': (470.0, 0.0)}
    """
    if len(ends) != 2:
        pairs = ((str(hop.subject.iri), str(hop.object.iri)) for way in ways for hop in way.hops)
        return force_layout(labels, pairs)
    order = dict.fromkeys(str(node.iri) for way in ways for node in way.through if str(node.iri) not in ends)
    return two_sided_layout((ends[0], ends[1]), [*order, *sorted(labels.keys() - order.keys() - set(ends))])


def two_sided_layout(ends: tuple[str, str], middle: Sequence[str]) -> dict[str, Position]:
    """Return positions of two things left and right, and of others in columns between them. Arguments: ends; middle, in its order.

    >>> two_sided_layout(("a", "b"), ["c"])["c"]
    (0.0, 0.0)
    """
    columns = max(1, math.ceil(len(middle) / _TALLEST))
    outside = (columns - 1) / 2 * _WIDTH + _OUTSIDE
    return {ends[0]: (-outside, 0.0), ends[1]: (outside, 0.0), **_columns(middle, columns)}


def _columns(nodes: Sequence[str], columns: int) -> dict[str, Position]:
    """Return positions row by row; neighbouring columns are shifted, so that lines pass between things."""
    rows = math.ceil(len(nodes) / columns)
    return {
        node: (
            (i % columns - (columns - 1) / 2) * _WIDTH,
            (i // columns - (rows - 1) / 2 + i % columns % 2 * 0.5) * _HEIGHT,
        )
        for i, node in enumerate(nodes)
    }
