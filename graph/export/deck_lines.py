"""How the connectors of a slide run: from which side of a box to which, straight or round, and where the word of each stands."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Literal, TypeAlias

from graph.export.crossing import Area
from graph.export.network_picture import NetworkPicture, RelationLine, ThingBox
from graph.export.placing import Point

Side: TypeAlias = Literal["top", "left", "bottom", "right"]
_Way: TypeAlias = tuple[tuple[Side, Side], tuple[Point, ...], int]
"""Sides, path, and how many boxes are crossed."""
_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")
_LANES = (8.0, 18.0, 28.0, 38.0, 48.0)
"""Pixels that a line which goes round boxes stays away from them, beside half of its word."""
_NEAR = 3.0
"""Pixels within which a line is too near to a box that is not its own."""
_PARTS = (0.5, 0.6, 0.4, 0.7, 0.3, 0.78, 0.22, 0.86, 0.14)
"""Where on a line its word may stand, the best place first."""
_AWAY = 0.66
"""The best place where one end is what was asked for: away from it, where lines meet."""


@dataclass(frozen=True, slots=True)
class SlideLine:
    """A connector as it runs on a slide."""

    sides: tuple[Side, Side]
    """Of the boxes of its subject and its object."""
    path: tuple[Point, ...]
    """In pixels of the picture: two points, or four where it goes round boxes."""
    crossed: int
    """Boxes that it passes through though they are not its own."""
    word: Area | None
    """The place of its word; None where there is none, or no room for it."""


def slide_lines(picture: NetworkPicture, words: Sequence[tuple[float, float]]) -> tuple[SlideLine, ...]:
    """Return how the connectors of a picture run, so that none passes through a box where that can be helped.

    Arguments: picture; words, width and height in pixels of the word on each line. A word stands where it covers no box and no other
    word, and if there is such a place, where no other line passes; where all places are taken, it is left out.
    """
    rooms = [Area.around(box.middle, box.width, box.height) for box in picture.boxes]
    found: list[_Way] = []
    for line, size in zip(picture.lines, words, strict=True):
        taken = [path for _, path, _ in found]
        ways = _ways(picture, line, rooms, size[0] if line.word else 0.0)
        found.append(min(ways, key=lambda way: _cost(way, line, rooms, taken)))
    placed: list[Area | None] = []
    for at, (line, size) in enumerate(zip(picture.lines, words, strict=True)):
        others = [path for number, (_, path, _) in enumerate(found) if number != at]
        held = [*rooms, *(one for one in placed if one is not None)]
        placed.append(_place(picture, line, found[at][1], size, held, others) if line.word else None)
    return tuple(SlideLine(*way, word) for way, word in zip(found, placed, strict=True))


def _ways(picture: NetworkPicture, line: RelationLine, rooms: Sequence[Area], word: float) -> Iterator[_Way]:
    """All ways from box to box, with how many boxes each passes through. Arguments: word, width of the word on the line."""
    ends = picture.boxes[line.subject], picture.boxes[line.object]
    paths: list[tuple[tuple[Side, Side], tuple[Point, ...]]] = [
        (sides, (_site(ends[0], sides[0]), _site(ends[1], sides[1]))) for sides in product(_SIDES, _SIDES)
    ]
    paths += _round(ends, rooms, word, picture.width)
    others = [one.less(-_NEAR) for at, one in enumerate(rooms) if at not in (line.subject, line.object)]
    own = [rooms[at].less(1) for at in (line.subject, line.object)]
    for sides, path in paths:
        yield sides, path, sum(one.is_crossed_by(path) for one in (*own, *others))


def _round(
    ends: tuple[ThingBox, ThingBox], rooms: Sequence[Area], word: float, width: float
) -> list[tuple[tuple[Side, Side], tuple[Point, ...]]]:
    """The ways between two boxes of one column that go round those between them, left or right, within the width of the picture."""
    low, high = sorted(box.middle[1] for box in ends)
    column = [one for one in rooms if one.bottom >= low and one.top <= high and all(_is_over(one, box) for box in ends)]
    if not all(_is_over(Area.around(one.middle, one.width, one.height), other) for one, other in (ends, ends[::-1])):
        return []
    found: list[tuple[tuple[Side, Side], tuple[Point, ...]]] = []
    for lane in _LANES:
        away = lane + word / 2
        turns: tuple[tuple[Side, float], ...] = (
            ("left", min(one.left for one in column) - away),
            ("right", max(one.right for one in column) + away),
        )
        for side, x in turns:
            first, last = (_site(box, side) for box in ends)
            if word / 2 <= x <= width - word / 2:
                found.append(((side, side), (first, (x, first[1]), (x, last[1]), last)))
    return found


def _is_over(room: Area, box: ThingBox) -> bool:
    return room.left < box.middle[0] + box.width / 2 and box.middle[0] - box.width / 2 < room.right


def _cost(
    way: _Way, line: RelationLine, rooms: Sequence[Area], taken: Sequence[tuple[Point, ...]]
) -> tuple[int, bool, bool, bool, float]:
    sides, path, crossed = way
    facing = _facing(rooms[line.subject], rooms[line.object])
    long = sum(math.dist(one, other) for one, other in pairwise(path))
    return crossed, any(_lie_together(path, one) for one in taken), len(path) > 2, sides != facing, round(long, 2)


def _lie_together(one: tuple[Point, ...], other: tuple[Point, ...]) -> bool:
    """Whether two lines are the same, or go round boxes on the same way."""
    if len(one) == len(other) == 4 and one[1][0] == other[1][0]:
        (low, high), (lowest, highest) = (sorted((path[1][1], path[2][1])) for path in (one, other))
        return low < highest and lowest < high
    return one in (other, other[::-1])


def _facing(one: Area, other: Area) -> tuple[Side, Side]:
    """The sides of two boxes that face each other."""
    if one.right < other.left:
        return "right", "left"
    if other.right < one.left:
        return "left", "right"
    return ("bottom", "top") if one.top < other.top else ("top", "bottom")


def _site(box: ThingBox, side: Side) -> Point:
    x, y = box.middle
    if side in ("left", "right"):
        return (x - box.width / 2 if side == "left" else x + box.width / 2, y)
    return x, (y - box.height / 2 if side == "top" else y + box.height / 2)


def _place(
    picture: NetworkPicture, line: RelationLine, path: tuple[Point, ...], size: tuple[float, float],
    held: Sequence[Area], others: Sequence[tuple[Point, ...]],
) -> Area | None:  # fmt: skip
    """The place of a word on a line. Arguments: held, what it must not cover; others, lines that it had better not lie on."""
    asked = picture.boxes[line.subject].is_end, picture.boxes[line.object].is_end
    best = _AWAY if asked == (True, False) else 1 - _AWAY if asked == (False, True) else 0.5
    straight = path if len(path) == 2 else path[1:3]
    found = []
    for part in (best, *_PARTS):
        x, y = (straight[0][at] + (straight[1][at] - straight[0][at]) * part for at in (0, 1))
        room = Area.around((x, y), *size)
        if not any(room.overlaps(one) for one in held):
            found.append((sum(room.is_crossed_by(one) for one in others), abs(part - best), room))
    return min(found)[2] if found else None
