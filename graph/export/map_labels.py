"""Where the names of a map stand: at their places, or where that is crowded or small beside them, at the end of a line that leads there."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from graph.export.crossing import Area
from graph.export.placing import Point

_RINGS = (5, 10, 16, 24, 32, 44, 58, 74, 92, 112, 136, 164, 200, 240)
"""Pixels from a place at which its name may stand."""
_TURNS = 16
_CELL = 24.0
"""Pixels of the squares by which borders are found."""
_NEAR = 150.0
"""Pixels within which a name looks for a room that no border crosses."""
_GAP = 1.5
"""Pixels between two names, on each side."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name on a map."""

    area: Area
    """What it covers."""
    leader: tuple[Point, Point] | None
    """A line from its place to it, where it does not stand there."""


class Borders:
    """The borders of a map, asked which rectangles they cross.

    Arguments: rings, closed lines in pixels.

    >>> Borders([[(0, 0), (10, 0), (10, 10), (0, 0)]]).cross(Area(9, 1, 12, 3)), Borders([]).cross(Area(0, 0, 1, 1))
    (True, False)
    """

    def __init__(self, rings: Iterable[Sequence[Point]]) -> None:
        self._parts: dict[tuple[int, int], list[tuple[Point, Point]]] = defaultdict(list)
        for ring in rings:
            for one, other in pairwise(ring):
                for cell in _cells(
                    *(min(pair) for pair in zip(one, other, strict=True)), *map(max, zip(one, other, strict=True))
                ):
                    self._parts[cell].append((one, other))

    def cross(self, area: Area) -> bool:
        """Return whether one of them passes through a rectangle."""
        return any(area.is_crossed_by(part) for cell in _cells(*area) for part in self._parts.get(cell, ()))


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    """The squares of a grid that a rectangle touches."""
    yield from product(
        range(int(left // _CELL), int(right // _CELL) + 1), range(int(top // _CELL), int(bottom // _CELL) + 1)
    )


def placed_labels(
    wanted: Sequence[tuple[Point, float, float]], within: Area, borders: Borders | None = None
) -> tuple[Label, ...]:
    """Return where names stand: where there is room, none covers another, none leaves the sheet and no line passes under a name.

    Near its place a name stands where no border passes through it, if there is such a room.

    Arguments: wanted, of each name its place, its width and its height in pixels, those first that stand best; within, the sheet;
    borders, of the map.

    >>> one, other = placed_labels([((50, 50), 40, 12), ((52, 50), 40, 12)], Area(0, 0, 200, 100))
    >>> one.leader is None, other.leader is None, one.area.overlaps(other.area)
    (True, False, False)
    """
    lines = borders or Borders([])
    own = [Label(Area.around(place, width, height), None) for place, width, height in wanted]
    placed: dict[int, Label] = {}
    for at, one in enumerate(own):  # whoever has room at home stays there, before others come near
        if _is_inside(one.area, within) and not lines.cross(one.area) and not _meets(one, placed.values()):
            placed[at] = one
    for at, (place, width, height) in enumerate(wanted):
        if at in placed:
            continue
        held = list(placed.values())
        ways = [_label(place, middle, width, height) for middle in _round(place)]
        free = [one for one in ways if _is_inside(one.area, within) and not _meets(one, held)]
        # A place over which another name stands can have no line that comes from beneath it in sight.
        clear = [one for one in free if not any(_is_crossing(one, other) for other in held)]
        near = (one for one in clear if math.dist(place, _middle(one.area)) <= _NEAR)
        whole = (one for one in near if not lines.cross(one.area))
        placed[at] = next(whole, next(iter([*clear, *free, *ways])))
    return tuple(placed[at] for at in range(len(wanted)))


def _middle(area: Area) -> Point:
    return (area.left + area.right) / 2, (area.top + area.bottom) / 2


def _round(place: Point) -> Iterator[Point]:
    yield place
    for ring in _RINGS:
        for turn in range(_TURNS):
            # First right and left, where a name hides least of what is above and below.
            angle = math.pi * (turn // 2 + turn % 2) * (1 if turn % 2 else -1) / (_TURNS / 2)
            yield place[0] + 1.4 * ring * math.cos(angle), place[1] + ring * math.sin(angle)


def _label(place: Point, middle: Point, width: float, height: float) -> Label:
    area = Area.around(middle, width, height)
    if area.left <= place[0] <= area.right and area.top <= place[1] <= area.bottom:
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


def _meets(one: Label, held: Iterable[Label]) -> bool:
    return any(_is_too_near(one, other) for other in held)


def _is_crossing(one: Label, other: Label) -> bool:
    """Whether the line of either passes under the name of the other."""
    lines = ((one.area, other.leader), (other.area, one.leader))
    return any(leader is not None and area.less(-_GAP).is_crossed_by(leader) for area, leader in lines)
