"""The outlines cover every city of the gazetteer, under its code and name, in rings that can be drawn."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from extract.gazetteer import gazetteer

FILES = sorted((Path(__file__).parent.parent.parent / "graph" / "pages" / "outlines").glob("*.json"))


def features(file: Path) -> list[dict[str, Any]]:
    """The features of one province."""
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["features"]
    return found


def test_every_province_has_a_file() -> None:
    provinces = [place.code for place in gazetteer().places if place.entity.kind == "Province"]
    assert [file.stem for file in FILES] == provinces
    assert len(FILES) == 34


def test_every_city_has_an_outline() -> None:
    drawn = {feature["properties"]["code"] for file in FILES for feature in features(file)}
    assert {place.code for place in gazetteer().places if place.entity.kind == "City"} <= drawn


def test_every_province_has_a_square_of_its_own_on_the_map_of_the_country() -> None:
    with (FILES[0].parent / "provinces.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert [(row["code"], row["name"]) for row in rows] == [
        (place.code, place.official_name) for place in gazetteer().places if place.entity.kind == "Province"
    ]
    assert len({(row["column"], row["row"]) for row in rows}) == 34


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_outlines_bear_names_of_their_province_and_surround_their_places(file: Path) -> None:
    for feature in features(file):
        place = gazetteer().by_code[feature["properties"]["code"]]
        assert feature["properties"]["name"] == place.official_name
        assert gazetteer().province_of(place).code == file.stem
        rings = [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]
        assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
        points = [point for ring in rings for point in ring]
        if place.longitude is not None and place.latitude is not None:
            assert min(x for x, _ in points) <= place.longitude <= max(x for x, _ in points)
            assert min(y for _, y in points) <= place.latitude <= max(y for _, y in points)
