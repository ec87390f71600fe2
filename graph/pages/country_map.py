"""The country, a square for each province, with what the texts say of it and of the places within it.

Squares of one size show small provinces as clearly as large ones, and claim no boundary: outlines of a whole country would need a map
approval number, which no open ones carry.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache

from graph.engines import Rows
from graph.pages.place_map import COUNTRY, MappedPlace, PlaceMap, Point
from graph.pages.province_map import OUTLINES
from graph.rdf import POL

_SQUARES = OUTLINES / "provinces.tsv"
"""Where each province's square lies; columns go east, rows go south."""
_GAP = 0.03
"""Of a side, left free on each side of a square."""

_SAID = """SELECT ?province ?what (COUNT(DISTINCT ?thing) AS ?n) {
  ?place pol:code ?code .
  { ?thing pol:refersTo ?place . BIND(pol:Mention AS ?what) }
  UNION { ?thing pol:involves ?place . BIND(pol:Task AS ?what) }
  UNION { ?place pol:hasPositioning ?thing . BIND(pol:Positioning AS ?what) }
  BIND(SUBSTR(STR(?code), 1, 2) AS ?province)
} GROUP BY ?province ?what"""
_PROVINCES = 'SELECT ?place ?code { ?place pol:code ?code FILTER(STRENDS(STR(?code), "0000")) }'


def country_map(rows: Rows) -> PlaceMap:
    """Return all provinces, each with the mentions, tasks and positionings of it and of all places within it, each counted once.

    >>> from graph import PolicyGraph
    >>> mapped = country_map(PolicyGraph.open("memory"))
    >>> mapped.code, len(mapped.places), mapped.places[0].short_name
    ('100000', 34, '北京')
    """
    said: dict[str, Counter[str]] = {}
    for row in rows.rows(_SAID):
        said.setdefault(f"{row['province']}0000", Counter())[str(row["what"]).removeprefix(POL)] = int(row["n"])
    places = {str(row["code"]): str(row["place"]) for row in rows.rows(_PROVINCES)}
    mapped = []
    for code, name, square in _squares():
        counts = said.get(code, Counter[str]())
        figures = counts["Mention"], counts["Task"], counts["Positioning"]
        mapped.append(MappedPlace(code, name, (square,), places.get(code, ""), *figures))
    return PlaceMap(COUNTRY, tuple(mapped))


@cache
def _squares() -> tuple[tuple[str, str, tuple[Point, ...]], ...]:
    with _SQUARES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    middle = max(int(row["row"]) for row in rows) / 2
    return tuple((row["code"], row["name"], _square(int(row["column"]), middle - int(row["row"]))) for row in rows)


def _square(x: float, y: float) -> tuple[Point, ...]:
    """Return a closed square around a point; the middle row lies on the equator, where no projection narrows it."""
    half = 0.5 - _GAP
    corners = ((-half, -half), (half, -half), (half, half), (-half, half), (-half, -half))
    return tuple((x + right, y + up) for right, up in corners)
