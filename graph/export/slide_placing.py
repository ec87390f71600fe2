"""Where the things of a network stand on a slide, which is wide and low: in columns beside or between what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.export.placing import Box, Ends, Placed, Point, point_between

_LEAST_GAP = 120.0
_ROW_GAP = 8.0
"""Pixels between two boxes of a column."""
_SIDE_GAP = 30.0
"""Pixels between two of those that stand left or right, with those above and below."""
_ARROW = 44.0
"""Pixels of a line beside its word."""
_PASSAGE = 20.0
"""Pixels of a column that are kept free for lines from end to end, with their word."""


def placed_beside(boxes: Sequence[Box], lines: Sequence[Ends], words: Sequence[Box], middle: int) -> Placed:
    """Return where boxes stand left and right of one of them, in two columns, with the words on the lines to it.

    Arguments as for `placed_between`, but that all lines begin or end at `middle`. The first half stands left, the second right.
    """
    others = [at for at in range(len(boxes)) if at != middle]
    sides = others[: (len(others) + 1) // 2], others[(len(others) + 1) // 2 :]
    gap = max((word.width for word in words), default=0.0) + _ARROW
    heights = [sum(boxes[at].height + _ROW_GAP for at in side) - _ROW_GAP if side else 0.0 for side in sides]
    height = max(*heights, boxes[middle].height)
    widths = [max((boxes[at].width for at in side), default=0.0) for side in sides]
    centre = widths[0] + (gap if sides[0] else 0.0) + boxes[middle].width / 2
    places = {middle: (centre, height / 2)}
    for side, tall, turn in zip(sides, heights, (-1, 1), strict=True):
        y = (height - tall) / 2
        for at in side:  # in line at the side of the lines, so that none passes by a wider neighbour
            x = centre + turn * (boxes[middle].width / 2 + gap + boxes[at].width / 2)
            places[at] = (x, y + boxes[at].height / 2)
            y += boxes[at].height + _ROW_GAP
    drawn, middles = [], []
    for start, end in lines:
        straight = _straight(places[start], boxes[start], None, places[end], boxes[end])
        drawn.append(straight)
        middles.append(point_between(straight[0], straight[-1], 0.5))
    width = centre + boxes[middle].width / 2 + (gap + widths[1] if sides[1] else 0.0)
    return Placed(width, height, tuple(places[at] for at in range(len(boxes))), tuple(drawn), tuple(middles))


def placed_across(boxes: Sequence[Box], lines: Sequence[Ends], ends: Sequence[int], shape: float) -> Placed:
    """Return where boxes stand in one column between some of them, which stand far left and right, as wide as a slide is.

    Arguments as for `placed_between`; ends, at least two boxes, of which the first half stands left; shape, the width that is wanted
    as a multiple of the height.
    """
    middle = [at for at in range(len(boxes)) if at not in ends]
    sides = ends[: (len(ends) + 1) // 2], ends[(len(ends) + 1) // 2 :]
    is_passed = any(set(pair) <= set(ends) for pair in lines)
    upper = (
        (len(middle) + 1) // 2 if is_passed else len(middle)
    )  # where a line from end to end passes through the column
    rooms = [boxes[at].height for at in middle]
    if is_passed:
        rooms.insert(upper, _PASSAGE)
    tall = sum(rooms) + _ROW_GAP * max(0, len(rooms) - 1)
    beside = [sum(boxes[at].height + _SIDE_GAP for at in side) for side in sides]
    height = max(tall, *beside)
    wide = max((boxes[at].width for at in middle), default=0.0)
    outer = [max(boxes[at].width for at in side) for side in sides]
    width = max(height * shape, sum(outer) + wide + 2 * _LEAST_GAP)
    y, rows = (height - tall) / 2, []
    for room in rooms:
        rows.append(y + room / 2)
        y += room + _ROW_GAP
    across = rows.pop(upper) if is_passed and len(ends) == 2 else height / 2
    rows = rows[:upper] + rows[upper + 1 :] if is_passed and len(ends) > 2 else rows
    places = {at: (width / 2, row) for at, row in zip(middle, rows, strict=True)}
    for side, x in ((sides[0], outer[0] / 2), (sides[1], width - outer[1] / 2)):
        for number, at in enumerate(side):
            places[at] = (x, across + (number - (len(side) - 1) / 2) * height / len(side))
    top = min(y - boxes[at].height / 2 for at, (_, y) in places.items())
    places = {at: (x, y - top) for at, (x, y) in places.items()}
    height = max(y + boxes[at].height / 2 for at, (_, y) in places.items())
    drawn = [_straight(places[start], boxes[start], None, places[end], boxes[end]) for start, end in lines]
    words = [point_between(one[0], one[-1], 0.5) for one in drawn]
    return Placed(width, height, tuple(places[at] for at in range(len(boxes))), tuple(drawn), tuple(words))


def _straight(start: Point, first: Box, middle: Point | None, end: Point, last: Box) -> tuple[Point, ...]:
    """A line from the edge of a box to that of another, through the word on it where there is one."""
    stops = [start, middle, end] if middle else [start, end]
    stops[0], stops[-1] = _edge(start, first, stops[1]), _edge(end, last, stops[-2])
    drawn = [stops[0]]
    for one, other in pairwise(stops):
        drawn += [point_between(one, other, 1 / 3), point_between(one, other, 2 / 3), other]
    return tuple(drawn)


def _edge(middle: Point, box: Box, towards: Point) -> Point:
    """Where a line from the middle of a box leaves it."""
    across, down = abs(towards[0] - middle[0]), abs(towards[1] - middle[1])
    parts = [box.width / 2 / across if across else 1.0, box.height / 2 / down if down else 1.0]
    return point_between(middle, towards, min(1.0, *parts))
