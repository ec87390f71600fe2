"""Whether lines, boxes and words get into each other's way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from graph.export.placing import Point


class Area(NamedTuple):
    """A rectangle by its sides, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, middle: Point, width: float, height: float) -> Area:
        """Return the rectangle of a size around a point.

        >>> Area.around((5, 5), 4, 2)
        Area(left=3.0, top=4.0, right=7.0, bottom=6.0)
        """
        x, y = middle
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def less(self, margin: float) -> Area:
        """Return it smaller by a margin on each side; larger where that is negative."""
        return Area(self.left + margin, self.top + margin, self.right - margin, self.bottom - margin)

    def overlaps(self, other: Area) -> bool:
        """Return whether two share more than an edge.

        >>> Area(0, 0, 2, 2).overlaps(Area(1, 1, 3, 3)), Area(0, 0, 2, 2).overlaps(Area(2, 0, 4, 2))
        (True, False)
        """
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_crossed_by(self, path: Sequence[Point]) -> bool:
        """Return whether a line of straight parts passes through it.

        >>> Area(1, 1, 2, 2).is_crossed_by([(0, 0), (3, 3)]), Area(1, 1, 2, 2).is_crossed_by([(0, 0), (3, 0)])
        (True, False)
        """
        return any(self._holds_part_of(one, other) for one, other in pairwise(path))

    def _holds_part_of(self, one: Point, other: Point) -> bool:
        """The method of Liang and Barsky: the part of a line that lies between each two opposite sides."""
        across, down = other[0] - one[0], other[1] - one[1]
        begin, end = 0.0, 1.0
        for step, room in (
            (-across, one[0] - self.left),
            (across, self.right - one[0]),
            (-down, one[1] - self.top),
            (down, self.bottom - one[1]),
        ):
            if step == 0:
                if room <= 0:
                    return False
            elif step < 0:
                begin = max(begin, room / step)
            else:
                end = min(end, room / step)
        return begin < end
