"""Lines and rectangles of pictures, measured by looking at many points of each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]
_STEPS = 60


class Rectangle(NamedTuple):
    """By its sides."""

    left: float
    top: float
    right: float
    bottom: float


def around(middle: Point, width: float, height: float, less: float = 0) -> Rectangle:
    """A rectangle by its middle and its size, smaller on each side by `less`."""
    half = width / 2 - less, height / 2 - less
    return Rectangle(middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1])


def on_curves(points: Sequence[Point]) -> Iterator[Point]:
    """Points of Bézier curves: a start, then three points for each."""
    for at in range(0, len(points) - 1, 3):
        start, first, second, end = points[at : at + 4]
        for step in range(_STEPS + 1):
            t = step / _STEPS
            shares = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            ends = (start, first, second, end)
            yield (
                sum(share * one[0] for share, one in zip(shares, ends, strict=True)),
                sum(share * one[1] for share, one in zip(shares, ends, strict=True)),
            )


def on_lines(path: Sequence[Point]) -> Iterator[Point]:
    """Points of straight lines from point to point."""
    for one, other in pairwise(path):
        for step in range(_STEPS + 1):
            yield tuple(a + (b - a) * step / _STEPS for a, b in zip(one, other, strict=True))  # type: ignore[misc]


def passes(points: Iterator[Point], room: Rectangle) -> bool:
    """Whether one of some points lies in a rectangle."""
    return any(room.left < x < room.right and room.top < y < room.bottom for x, y in points)


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Whether two share more than an edge."""
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
