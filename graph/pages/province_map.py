"""The prefectures of a province with their outlines and with what the texts say of them."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from rdflib import Literal

from graph.engines import Rows
from graph.rdf import POL

OUTLINES = Path(__file__).with_name("outlines")
"""One GeoJSON file a province; where they come from and what they must not be taken for stands in LICENCES.md there."""

_SAID = """SELECT ?place ?code ?what (COUNT(DISTINCT ?thing) AS ?n) {
  ?place pol:code ?code .
  { ?thing pol:refersTo ?place . BIND(pol:Mention AS ?what) }
  UNION { ?thing pol:involves ?place . BIND(pol:Task AS ?what) }
  UNION { ?place pol:hasPositioning ?thing . BIND(pol:Positioning AS ?what) }
} GROUP BY ?place ?code ?what"""

_KIND = re.compile(r"([\u4e00-\u9fff]{1,4}族)*自治州$|地区$|新区$|[市盟区县]$")

Point = tuple[float, float]
_GRID = 16
"""Parts into which an outline is cut each way to find where its name goes."""


@dataclass(frozen=True, slots=True)
class Prefecture:
    """A prefecture (a district of a municipality) on the map of its province."""

    name: str
    rings: tuple[tuple[Point, ...], ...]
    """Its outlines in degrees of longitude and latitude."""
    iri: str
    """Of the place in the graph; empty where the graph does not hold it."""
    mentions: int = 0
    tasks: int = 0
    positionings: int = 0

    @property
    def short_name(self) -> str:
        """Its name as it is written on a map, without its kind.

        >>> Prefecture("沈阳市", (), "").short_name
        '沈阳'
        """
        short = _KIND.sub("", self.name)
        return short if len(short) > 1 else self.name

    @property
    def centre(self) -> Point:
        """Where its name is written: the point of a grid that lies deepest within the largest of its outlines.

        >>> Prefecture("沈阳市", (((0, 0), (4, 0), (4, 4), (0, 4), (0, 0)),), "").centre
        (2.0, 2.0)
        """
        return _deepest(max(self.rings, key=lambda ring: math.dist(*_corners(ring))))


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """A province with its prefectures, in the order of their codes."""

    code: str
    prefectures: tuple[Prefecture, ...]


def province_maps(rows: Rows) -> tuple[ProvinceMap, ...]:
    """Return the provinces of which the texts name a prefecture, the one of which they name most first.

    >>> from graph import PolicyGraph
    >>> province_maps(PolicyGraph.open("memory"))
    ()
    """
    said: dict[str, Counter[str]] = {}
    places: dict[str, str] = {}
    for row in rows.rows(_SAID):
        said.setdefault(str(row["code"]), Counter())[str(row["what"]).removeprefix(POL)] = int(row["n"])
        places[str(row["code"])] = str(row["place"])
    weights: Counter[str] = Counter()
    for code, counts in said.items():
        if not code.endswith("0000"):
            weights[code[:2] + "0000"] += counts.total()
    maps = (_map(code, said, places) for code, _ in sorted(weights.items(), key=lambda one: (-one[1], one[0])))
    return tuple(one for one in maps if one.prefectures)


def name_of(rows: Rows, code: str) -> str:
    """Return the name of a province by its code; the code itself where the graph does not hold it."""
    found = rows.rows("SELECT ?name { ?place pol:code $code ; skos:prefLabel ?name }", code=Literal(code))
    return min((str(row["name"]) for row in found), default=code)


def _map(province: str, said: dict[str, Counter[str]], places: dict[str, str]) -> ProvinceMap:
    prefectures = []
    for code, name, rings in _outlines(province):
        counts = said.get(code, Counter[str]())
        prefectures.append(
            Prefecture(name, rings, places.get(code, ""), counts["Mention"], counts["Task"], counts["Positioning"]),
        )
    return ProvinceMap(province, tuple(prefectures))


@cache
def _outlines(province: str) -> tuple[tuple[str, str, tuple[tuple[Point, ...], ...]], ...]:
    path = OUTLINES / f"{province}.json"
    if not path.exists():
        return ()
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    found = []
    for feature in features:
        rings = tuple(
            tuple((x, y) for x, y in ring) for polygon in feature["geometry"]["coordinates"] for ring in polygon
        )
        found.append((feature["properties"]["code"], feature["properties"]["name"], rings))
    return tuple(sorted(found))


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
