"""A map as plain values: places with their outlines and with what the texts say of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.gazetteer import gazetteer

COUNTRY = "100000"
"""The code of the country, whose map has a square for each province."""

Point = tuple[float, float]
_GRID = 16
"""Parts into which an outline is cut each way to find where its name goes."""


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A place on a map: a prefecture (a district of a municipality) of its province, or a province of the country."""

    code: str
    name: str
    rings: tuple[tuple[Point, ...], ...]
    """Its outlines, x to the east and y to the north: degrees of longitude and latitude, or the squares of the country."""
    iri: str
    """Of the place in the graph; empty where the graph does not hold it."""
    mentions: int = 0
    tasks: int = 0
    positionings: int = 0

    @property
    def is_named(self) -> bool:
        """Whether the texts say anything of it."""
        return bool(self.mentions or self.tasks or self.positionings)

    @property
    def short_name(self) -> str:
        """Its name as it is written on a map: the first of its short names in the gazetteer, or all of it where it has none there.

        >>> MappedPlace("210100", "沈阳市", (), "").short_name, MappedPlace("500240", "石柱土家族自治县", (), "").short_name
        ('沈阳', '石柱')
        >>> MappedPlace("500233", "忠县", (), "").short_name
        '忠县'
        """
        known = gazetteer().by_code.get(self.code)
        return known.short_names[0] if known is not None and known.short_names else self.name

    @property
    def centre(self) -> Point:
        """Where its name is written: the point of a grid that lies deepest within the largest of its outlines.

        >>> MappedPlace("210100", "沈阳市", (((0, 0), (4, 0), (4, 4), (0, 4), (0, 0)),), "").centre
        (2.0, 2.0)
        """
        return _deepest(max(self.rings, key=lambda ring: math.dist(*_corners(ring))))


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """What lies in a province or in the country, in the order of the codes."""

    code: str
    """Of the province, or `COUNTRY`."""
    places: tuple[MappedPlace, ...]


def _corners(ring: tuple[Point, ...]) -> tuple[Point, Point]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs), min(ys)), (max(xs), max(ys))


@cache
def _deepest(ring: tuple[Point, ...]) -> Point:
    (west, south), (east, north) = _corners(ring)
    steps = [i / _GRID for i in range(1, _GRID)]
    grid = [(west + (east - west) * across, south + (north - south) * up) for up in steps for across in steps]
    inside = [point for point in grid if _within(point, ring)] or [ring[0]]
    return max(inside, key=lambda point: min(math.dist(point, corner) for corner in ring))


def _within(point: Point, ring: tuple[Point, ...]) -> bool:
    """Return whether a ray from a point to the east crosses a closed ring an odd number of times."""
    x, y = point
    crossed = (
        (x1 + (y - y1) * (x2 - x1) / (y2 - y1)) > x for (x1, y1), (x2, y2) in pairwise(ring) if (y1 > y) != (y2 > y)
    )
    return sum(crossed) % 2 == 1
