"""The prefectures of a province with their outlines and with what the texts say of them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

from rdflib import Literal

from graph.engines import Rows
from graph.pages.place_map import MappedPlace, PlaceMap, Point
from graph.rdf import POL

OUTLINES = Path(__file__).with_name("outlines")
"""One GeoJSON file a province; where they come from and what they must not be taken for stands in LICENCES.md there."""

SAID_OF_PLACES = """?place pol:code ?code .
  { ?thing pol:refersTo ?place . BIND(pol:Mention AS ?what) }
  UNION { ?thing pol:involves ?place . BIND(pol:Task AS ?what) }
  UNION { ?place pol:hasPositioning ?thing . BIND(pol:Positioning AS ?what) }"""
"""What a map shows of places that have a code."""
_SAID = f"SELECT ?place ?code ?what (COUNT(DISTINCT ?thing) AS ?n) {{ {SAID_OF_PLACES} }} GROUP BY ?place ?code ?what"


def province_maps(rows: Rows) -> tuple[PlaceMap, ...]:
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
    return tuple(one for one in maps if one.places)


def name_of(rows: Rows, code: str) -> str:
    """Return the name of a province by its code; the code itself where the graph does not hold it."""
    found = rows.rows("SELECT ?name { ?place pol:code $code ; skos:prefLabel ?name }", code=Literal(code))
    return min((str(row["name"]) for row in found), default=code)


def _map(province: str, said: dict[str, Counter[str]], places: dict[str, str]) -> PlaceMap:
    mapped = []
    for code, name, rings in _outlines(province):
        counts = said.get(code, Counter[str]())
        mapped.append(
            MappedPlace(
                code, name, rings, places.get(code, ""), counts["Mention"], counts["Task"], counts["Positioning"]
            ),
        )
    return PlaceMap(province, tuple(mapped))


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
