"""The country, a square for each province, with what the texts say of it and of the places within it.

Squares of one size show small provinces as clearly as large ones, and claim no boundary: outlines of a whole country would need a map
approval number, which no open ones carry.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from extract.tables import read_rows
from graph.engines import Rows
from graph.pages.place_map import COUNTRY, MappedPlace, PlaceMap, Point
from graph.pages.province_map import OUTLINES, SAID_OF_PLACES
from graph.rdf import POL

_SQUARES = OUTLINES / "provinces.tsv"
"""Where each province's square lies; columns go east, rows go south."""
_GAP = 0.03
"""Of a side, left free on each side of a square."""

_SAID = f"""SELECT ?province ?what (COUNT(DISTINCT ?thing) AS ?n) {{
  {SAID_OF_PLACES} BIND(SUBSTR(STR(?code), 1, 2) AS ?province)
}} GROUP BY ?province ?what"""
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
    rows = [cells for _, cells in read_rows(_SQUARES, ("code", "name", "column", "row"))]
    middle = max(int(down) for *_, down in rows) / 2
    return tuple((code, name, _square(int(across), middle - int(down))) for code, name, across, down in rows)


def _square(x: float, y: float) -> tuple[Point, ...]:
    """Return a closed square around a point; the middle row lies on the equator, where no projection narrows it."""
    half = 0.5 - _GAP
    corners = ((-half, -half), (half, -half), (half, half), (-half, half), (-half, -half))
    return tuple((x + right, y + up) for right, up in corners)
