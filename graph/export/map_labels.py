"""Where the names of a map stand: at their places, or where it is crowded beside them, at the end of a line that leads there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.export.crossing import Area
from graph.export.placing import Point

_RINGS = (16, 24, 32, 44, 58, 74, 92, 112, 136, 164, 200, 240)
"""Pixels from a place at which its name may stand."""
_TURNS = 16
_GAP = 1.5
"""Pixels between two names, on each side."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name on a map."""

    area: Area
    """What it covers."""
    leader: tuple[Point, Point] | None
    """A line from its place to it, where it does not stand there."""


def placed_labels(wanted: Sequence[tuple[Point, float, float]], within: Area) -> tuple[Label, ...]:
    """Return where names stand: where there is room, none covers another, none leaves the sheet and no line passes under a name.

    Arguments: wanted, of each name its place, its width and its height in pixels, those first that stand best; within, the sheet.

    >>> one, other = placed_labels([((50, 50), 40, 12), ((52, 50), 40, 12)], Area(0, 0, 200, 100))
    >>> one.leader is None, other.leader is None, one.area.overlaps(other.area)
    (True, False, False)
    """
    held: list[Label] = []
    for place, width, height in wanted:
        ways = [_label(place, middle, width, height) for middle in _round(place)]
        free = [
            one for one in ways if _is_inside(one.area, within) and not any(_is_too_near(one, other) for other in held)
        ]
        # A place over which another name stands can have no line that comes from beneath it in sight.
        clear = (one for one in free if not any(_is_crossing(one, other) for other in held))
        held.append(next(clear, free[0] if free else ways[0]))
    return tuple(held)


def _round(place: Point) -> Iterator[Point]:
    yield place
    for ring in _RINGS:
        for turn in range(_TURNS):
            # First right and left, where a name hides least of what is above and below.
            angle = math.pi * (turn // 2 + turn % 2) * (1 if turn % 2 else -1) / (_TURNS / 2)
            yield place[0] + 1.4 * ring * math.cos(angle), place[1] + ring * math.sin(angle)


def _label(place: Point, middle: Point, width: float, height: float) -> Label:
    area = Area.around(middle, width, height)
    if middle == place:
        return Label(area, None)
    tip = min(max(place[0], area.left), area.right), min(max(place[1], area.top), area.bottom)
    return Label(area, (place, tip))


def _is_inside(area: Area, within: Area) -> bool:
    return (
        within.left <= area.left
        and area.right <= within.right
        and within.top <= area.top
        and area.bottom <= within.bottom
    )


def _is_too_near(one: Label, other: Label) -> bool:
    return one.area.less(-_GAP).overlaps(other.area)


def _is_crossing(one: Label, other: Label) -> bool:
    """Whether the line of either passes under the name of the other."""
    lines = ((one.area, other.leader), (other.area, one.leader))
    return any(leader is not None and area.less(-_GAP).is_crossed_by(leader) for area, leader in lines)
