"""Dense pictures: no line passes through a box or a word that is not its own, no word covers anything, no name of a map another."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from rdflib import URIRef

from extract.gazetteer import gazetteer
from graph import PolicyGraph
from graph.basket import Basket, DrawnNetwork, DrawnRelation, DrawnThing, Item
from graph.export import Shown, Wanted, basket_briefing, briefing, network_picture, network_shown
from graph.export.crossing import Area
from graph.export.lettering import width_of
from graph.export.map_drawing import map_svg
from graph.export.map_labels import Borders, placed_labels
from graph.export.network_picture import WORD_LETTERS, NetworkPicture
from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import Words
from graph.pages import MappedPlace, PlaceMap
from graph.pages.province_map import OUTLINES
from graph.things import Node
from tests.export.geometry import Rectangle, around, on_curves, on_lines, overlap, passes

_INCH = 914_400


def crowd(things: int, step: int) -> Selection:
    """A ring of things, each tied to its neighbours and to some across."""
    nodes = [
        Node(URIRef(f"urn:{at:03}"), "推进区域协调发展" * (1 + at % 3) + str(at), "KeyTask") for at in range(things)
    ]
    pairs = [(at, (at + far) % things) for at in range(things) for far in (1, step)]
    relations = (
        QuotedRelation(nodes[one], "involves", nodes[other], f"urn:s{one}-{other}", ()) for one, other in pairs
    )
    return Selection(tuple(nodes), tuple(relations))


def check(drawn: NetworkPicture) -> None:
    """Look at every line, word and box of a picture."""
    boxes = [around(one.middle, one.width, one.height, less=1) for one in drawn.boxes]
    words = {
        at: around(line.word_at, width_of(line.word, WORD_LETTERS), WORD_LETTERS)
        for at, line in enumerate(drawn.lines)
        if line.word and line.word_at
    }
    for at, line in enumerate(drawn.lines):
        for number, box in enumerate(boxes):
            assert number in (line.subject, line.object) or not passes(on_curves(line.points), box), (at, number)
        assert not [other for other, word in words.items() if other != at and passes(on_curves(line.points), word)]
    rooms = [*boxes, *words.values()]
    assert not [pair for pair in combinations(rooms, 2) if overlap(*pair)]
    assert all(one.left >= 0 and one.right <= drawn.width + 1 and one.bottom <= drawn.height + 1 for one in rooms)


@pytest.mark.parametrize(
    "shown",
    [
        Shown(focus=("沈阳市", "大连市")),
        Shown(focus=("沈阳现代化都市圈",)),
        Shown(focus=("沈阳市", "大连市", "抚顺市")),
        Shown(most=40),
        Shown(most=60),
    ],
)
def test_no_line_of_a_real_network_passes_through_a_box_or_a_word(shipped: PolicyGraph, shown: Shown) -> None:
    selection, ends, _ = network_shown(shipped, shown)
    drawn = network_picture(selection, ends, "zh")
    assert len(drawn.lines) > 20
    check(drawn)


@pytest.mark.parametrize(("things", "step"), [(16, 5), (30, 7), (45, 11)])
def test_no_line_of_a_crowd_passes_through_a_box_or_a_word(things: int, step: int) -> None:
    drawn = network_picture(crowd(things, step), (), "zh")
    assert len(drawn.lines) == 2 * things
    check(drawn)


def sides_of(shape: Any) -> Rectangle:
    left, top = shape.left / _INCH, shape.top / _INCH
    return Rectangle(left, top, left + shape.width / _INCH, top + shape.height / _INCH)


def check_slide(slide: Any) -> int:
    """Look at every connector, box and word of a network on a slide; returns how many connectors there are."""
    lines = [one for one in slide.shapes if one._element.xpath(".//a:tailEnd")]
    glued = {int(number) for one in lines for number in one._element.xpath(".//a:stCxn/@id | .//a:endCxn/@id")}
    boxes = {one.shape_id: sides_of(one) for one in slide.shapes if one.shape_id in glued}
    written = [
        one for one in slide.shapes if one.name.startswith("TextBox") and one._element.xpath("p:spPr/a:solidFill")
    ]
    words = [sides_of(one) for one in written]
    for line in lines:
        path = path_of(line)
        for number, box in boxes.items():
            smaller = Rectangle(box.left + 0.02, box.top + 0.02, box.right - 0.02, box.bottom - 0.02)
            assert not passes(on_lines(path), smaller), (line.shape_id, number)
    assert not [pair for pair in combinations([*boxes.values(), *words], 2) if overlap(*pair)]
    if written:  # a word has a white ground, so that a line behind it does not lie over it
        assert max(one.shape_id for one in lines) < min(one.shape_id for one in written)
    return len(lines)


def path_of(line: Any) -> list[tuple[float, float]]:
    """The points of a connector, or of a free line, in inches."""
    if line._element.tag.endswith("cxnSp"):
        return [(line.begin_x / _INCH, line.begin_y / _INCH), (line.end_x / _INCH, line.end_y / _INCH)]
    points = zip(line._element.xpath(".//a:path//a:pt/@x"), line._element.xpath(".//a:path//a:pt/@y"), strict=True)
    return [((line.left + int(x)) / _INCH, (line.top + int(y)) / _INCH) for x, y in points]


@pytest.mark.parametrize("focus", [("沈阳市", "大连市"), ("沈阳现代化都市圈",), ("沈阳市", "大连市", "抚顺市"), ()])
def test_no_connector_of_a_slide_passes_through_a_box(
    shipped: PolicyGraph, tmp_path: Path, focus: tuple[str, ...]
) -> None:
    deck = Presentation(str(briefing(shipped, tmp_path / "a.pptx", Wanted(focus))))
    assert check_slide(deck.slides[1]) > 5


def test_a_connector_between_two_things_of_a_column_goes_round_those_between(tmp_path: Path) -> None:
    things = tuple(
        DrawnThing(name, "City", name in "甲乙") for name in ("甲", "乙", "丙", "丁", "戊己庚辛壬癸", "子", "丑")
    )
    pairs = [(at, end) for at in range(2, 7) for end in (0, 1)] + [(2, 6), (2, 4), (3, 5), (0, 1), (1, 0)]
    relations = tuple(DrawnRelation(one, "involves", other, "Stated") for one, other in pairs)
    held = Basket((Item("picture", "", "一张图。", network=DrawnNetwork(things, relations)),))
    slide = Presentation(str(basket_briefing(held, tmp_path / "a.pptx"))).slides[1]
    assert check_slide(slide) == len(pairs)
    assert [one for one in slide.shapes if one._element.xpath(".//a:custGeom")]


def test_no_name_of_a_crowded_map_covers_another_or_is_cut() -> None:
    def square(x: float, y: float, side: float) -> tuple[tuple[tuple[float, float], ...], ...]:
        return (((x, y), (x + side, y), (x + side, y + side), (x, y + side)),)

    places = tuple(
        MappedPlace(
            f"{at:06}", f"第{at}自治县", square(110 + at % 6 * 0.03, 30 + at // 6 * 0.03, 0.02), "", tasks=at % 4
        )
        for at in range(36)
    )
    frame = MappedPlace("9", "框", square(109, 29, 3), "", tasks=9)
    root = etree.fromstring(map_svg(PlaceMap("210000", (*places, frame)), Words("图", "", (), "zh")))
    names = [one for one in root.iter("{*}text") if one.get("paint-order")]
    assert len(names) == 37
    rooms = [around((number(one, "x"), number(one, "y") - 4), width_of(one.text or "", 12), 12) for one in names]
    assert not [pair for pair in combinations(rooms, 2) if overlap(*pair)]
    assert all(one.left >= 0 and one.right <= number(root, "width") for one in rooms)


def number(element: etree._Element, name: str) -> float:
    return float(element.get(name) or "nan")


def test_a_name_that_has_no_room_in_its_district_stands_where_no_border_crosses_it() -> None:
    def box(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
        return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]

    rings = [box(10, 10, 300, 190), box(100, 90, 112, 102), box(112, 90, 124, 102)]
    borders = Borders(rings)
    wanted = [((155.0, 60.0), 40.0, 16.0), ((106.0, 96.0), 36.0, 16.0), ((118.0, 96.0), 36.0, 16.0)]
    labels = placed_labels(wanted, Area(0, 0, 400, 300), borders)
    assert not any(borders.cross(one.area) for one in labels)
    assert [one.leader is None for one in labels] == [True, False, False]
    assert any(borders.cross(one.area) for one in placed_labels(wanted, Area(0, 0, 400, 300)))


@pytest.mark.parametrize("path", sorted(OUTLINES.glob("*.json")), ids=lambda path: path.stem)
def test_the_short_name_of_a_place_on_a_map_is_one_of_its_names(path: Path) -> None:
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        code, name = feature["properties"]["code"], feature["properties"]["name"]
        short = MappedPlace(code, name, (), "").short_name
        assert short == name or short in gazetteer().by_code[code].short_names
        assert not short.endswith("自治")
