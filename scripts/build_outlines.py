"""Make graph/pages/outlines/<province code>.json, the outlines of the prefectures of each province, from a published package.

The package, to be fetched with its ordinary client and unpacked:

    npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz      (folder `package`)

Then, from the project's root:

    python scripts/build_outlines.py package

Each file is GeoJSON with one feature for each prefecture, district of a municipality, or county right below a province;
its properties are the gazetteer's `code` and `name`. 台湾, 香港 and 澳门 are one feature each. Coordinates are degrees
with two decimals, about a kilometre, and points that do not show at that scale are left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUTLINES = ROOT / "graph" / "pages" / "outlines"
PLACES = ROOT / "extract" / "lexicon" / "places.tsv"
WHOLE_PROVINCES = {"taiwan": "710000", "xianggang": "810000", "aomen": "820000"}
"""Files of the package whose parts the gazetteer does not hold."""
CODES_BY_NAME = {"崇明区": "310151", "山南市": "540500"}
"""Features of the package that bear no code."""
SUCCESSORS = {"371200": "370100", "500228": "500155", "500232": "500156", "652200": "650500", "542400": "540600"}
"""Codes that the package still has → those of 2023: 莱芜市 joined 济南市; 梁平, 武隆, 哈密 and 那曲 changed rank."""
TOLERANCE = 0.01
"""Degrees by which a left-out point may lie off the line."""

Point = tuple[float, float]


def decode_ring(encoded: str, offsets: list[int]) -> list[Point]:
    """The points of a ring, in degrees.

    Arguments: encoded, two characters a point, each the step from the point before as a zigzag number plus 64;
    offsets, where the steps begin. Both count in 1/1024 degree.
    """
    x, y = offsets
    points = []
    for across, up in zip(encoded[::2], encoded[1::2], strict=True):
        x += _unzigzag(ord(across) - 64)
        y += _unzigzag(ord(up) - 64)
        points.append((x / 1024, y / 1024))
    return points if points[0] == points[-1] else [*points, points[0]]


def _unzigzag(value: int) -> int:
    return (value >> 1) ^ -(value & 1)


def simplify(ring: list[Point]) -> list[Point]:
    """A closed ring without the points that lie within TOLERANCE of the line between those kept, rounded.

    The way of Douglas and Peucker; the ring is halved at the point that lies farthest from its start.
    """
    far = max(range(len(ring)), key=lambda i: math.dist(ring[i], ring[0]))
    kept = {0, far, len(ring) - 1}
    spans = [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        inner = range(first + 1, last)
        worst = max(inner, key=lambda i: _distance(ring[i], ring[first], ring[last]), default=None)
        if worst is not None and _distance(ring[worst], ring[first], ring[last]) > TOLERANCE:
            kept.add(worst)
            spans += [(first, worst), (worst, last)]
    rounded = [(round(ring[i][0], 2), round(ring[i][1], 2)) for i in sorted(kept)]
    return [point for i, point in enumerate(rounded) if i == 0 or point != rounded[i - 1]]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from the straight line between two others."""
    length = math.dist(start, end) ** 2
    if length == 0:
        return math.dist(point, start)
    along = ((point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])) / length
    along = min(1.0, max(0.0, along))
    foot = (start[0] + along * (end[0] - start[0]), start[1] + along * (end[1] - start[1]))
    return math.dist(point, foot)


def read_polygons(geometry: dict[str, Any]) -> list[list[list[Point]]]:
    """The polygons of a geometry, each its outer ring and its holes; islets too small to draw are left out.

    Rings are encoded, each with its offsets, or (西藏) plain lists of points.
    """
    coordinates, offsets = geometry["coordinates"], geometry.get("encodeOffsets", [])
    if geometry["type"] == "Polygon":
        coordinates, offsets = [coordinates], [offsets]
    polygons = []
    for index, rings in enumerate(coordinates):
        decoded = [
            decode_ring(ring, offsets[index][i]) if isinstance(ring, str) else [(x, y) for x, y in ring]
            for i, ring in enumerate(rings)
        ]
        simple = [simplify(ring) for ring in decoded]
        if simple and len(simple[0]) > 3:
            polygons.append([ring for ring in simple if len(ring) > 3])
    return polygons


def read_outlines(path: Path) -> dict[str, list[list[list[Point]]]]:
    """Code → polygons, for one file of the package."""
    outlines: dict[str, list[list[list[Point]]]] = defaultdict(list)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        own = str(feature.get("id") or CODES_BY_NAME.get(feature["properties"]["name"]))
        code = WHOLE_PROVINCES.get(path.stem) or SUCCESSORS.get(own, own)
        outlines[code] += read_polygons(feature["geometry"])
    return dict(sorted(outlines.items()))


def read_names() -> dict[str, str]:
    """Code → official name, from the gazetteer."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: row["official_name"] for row in rows}


def main() -> None:
    """Write one file a province, beside, then rename."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("echarts", type=Path, help="folder of the unpacked echarts package")
    arguments = parser.parse_args()
    names = read_names()
    OUTLINES.mkdir(parents=True, exist_ok=True)
    paths = sorted((arguments.echarts / "map" / "json" / "province").glob("*.json"))
    for path in paths:
        outlines = read_outlines(path)
        province = next(iter(outlines))[:2] + "0000"
        features = [
            {
                "type": "Feature",
                "properties": {"code": code, "name": names[code]},
                "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            }
            for code, polygons in outlines.items()
        ]
        collection = {"type": "FeatureCollection", "features": features}
        beside = OUTLINES / f"{province}.new"
        beside.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        os.replace(beside, OUTLINES / f"{province}.json")
    print(f"outlines of {len(paths)} provinces in {OUTLINES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
