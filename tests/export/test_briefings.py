"""Briefings: slides that can be edited, a Word document and Markdown, each with quotes, sources and the way to make it again."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from markdown_it import MarkdownIt
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from rdflib import URIRef

from graph import PolicyGraph
from graph.errors import GraphError
from graph.export import Wanted, briefing
from graph.export.deck_network import legible_picture
from graph.export.deck_sheet import Room
from graph.export.selection import QuotedRelation, Selection, selection_of_ways
from graph.things import Node
from tests.export.hostile import NAMES
from tests.export.slides import check_that_no_word_leaves_its_slide_or_covers_another, shown, texts_of

WANTED = {
    "connection": Wanted(("沈阳市", "大连市")),
    "region": Wanted(("沈阳现代化都市圈",), language="en"),
    "document": Wanted(documents=()),
    "question": Wanted(question="哪些任务连接沈阳和大连？"),
}

MANY_PLACES = (
    "辽宁沿海经济带",
    "沈阳现代化都市圈",
    "辽东绿色经济区",
    "大连市",
    "沈阳市",
    "辽宁省",
    "双核",
    "东北亚",
    "区域性金融中心",
)


@pytest.fixture(scope="module")
def decks(shipped: PolicyGraph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a deck of each kind."""
    folder = tmp_path_factory.mktemp("decks")
    return {name: briefing(shipped, folder / f"{name}.pptx", wanted) for name, wanted in WANTED.items()}


@pytest.fixture(scope="module")
def pages(decks: dict[str, Path]) -> Iterator[dict[str, list[Any]]]:
    """Yield the pages of the decks as LibreOffice shows them."""
    with shown(list(decks.values())) as found:
        yield dict(zip(decks, found, strict=True))


@pytest.mark.parametrize("name", WANTED)
def test_no_word_leaves_its_slide_or_covers_another(pages: dict[str, list[Any]], name: str) -> None:
    assert len(pages[name]) >= 4
    check_that_no_word_leaves_its_slide_or_covers_another(pages[name])


def test_a_briefing_of_more_things_than_a_slide_holds_draws_some_and_says_how_many_it_leaves_out(
    shipped: PolicyGraph, tmp_path: Path
) -> None:
    found = shipped.rows("SELECT ?name { ?industry a pol:Industry ; skos:prefLabel ?name } ORDER BY ?name LIMIT 15")
    focus = tuple(str(row["name"]) for row in found)
    assert len(set(focus)) == 15
    deck = Presentation(str(briefing(shipped, tmp_path / "a.pptx", Wanted(focus))))
    assert re.search("另有[0-9]+个", texts_of(deck.slides[1]))


def test_the_network_of_a_slide_says_how_many_relations_it_leaves_out(
    decks: dict[str, Path], shipped: PolicyGraph
) -> None:
    found = re.search(r"另有(\d+)条关系未画出。", texts_of(Presentation(str(decks["connection"])).slides[1]))
    assert found
    lines = [
        shape for shape in Presentation(str(decks["connection"])).slides[1].shapes if "tailEnd" in shape_xml(shape)
    ]
    assert int(found[1]) + len(lines) == len(selection_of_ways(shipped.connect("沈阳", "大连")).relations)
    assert re.search(r"\d+ relations are not drawn\.", texts_of(Presentation(str(decks["region"])).slides[1]))


def shape_xml(shape: Any) -> str:
    return str(etree.tostring(shape._element, encoding="unicode"))


def test_things_with_most_relations_of_which_none_is_to_another_still_make_a_picture() -> None:
    places = [Node(URIRef(f"urn:place:{at:02}"), f"甲{at}市", "City") for at in range(20)]
    roles = [Node(URIRef(f"urn:role:{at:02}"), f"乙{at}中心", "Center") for at in range(60)]
    relations = [QuotedRelation(place, "hasPositioning", roles[at * 3 + n], f"urn:{at}-{n}", ())
                 for at, place in enumerate(places) for n in range(3)]  # fmt: skip
    selection = Selection((*places, *roles), tuple(relations))
    assert not selection.at_most(14).relations
    drawn = legible_picture(selection, (), "zh", Room(0, 0, 12, 5))
    assert drawn is not None
    assert len(drawn.boxes) + drawn.left_out == 80
    assert len(drawn.lines) > 3


def test_a_graph_without_relations_says_that_there_is_nothing_to_draw(tmp_path: Path) -> None:
    text = tmp_path / "empty.txt"
    text.write_text("这里什么也没有说。", encoding="utf-8")
    with PolicyGraph.build(text) as graph:
        slide = Presentation(str(briefing(graph, tmp_path / "a.pptx", Wanted(language="en")))).slides[1]
    assert "There is no relation between things to be drawn." in texts_of(slide)


def test_roles_of_many_places_stand_in_tables_whose_heads_can_be_read(shipped: PolicyGraph, tmp_path: Path) -> None:
    deck = Presentation(str(briefing(shipped, tmp_path / "a.pptx", Wanted(MANY_PLACES))))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    roles = [table for table in tables if table.cell(0, 0).text == "定位或产业"]
    heads = {cell.text for table in roles for cell in list(table.rows[0].cells)[1:]}
    assert len(roles) > 1
    assert all(len(table.columns) <= 7 for table in roles)
    (told,) = re.findall("没有读出定位和产业：(.*)。", "\n".join(texts_of(slide) for slide in deck.slides))
    assert heads | set(told.split("、")) == set(MANY_PLACES)


@pytest.mark.parametrize("name", WANTED)
def test_chinese_is_written_in_a_font_that_has_it(pages: dict[str, list[Any]], name: str) -> None:
    chars = [char for page in pages[name] for char in page.chars if "\u4e00" <= char["text"] <= "\u9fff"]
    assert len(chars) > 100
    assert {char["fontname"].partition("+")[2] for char in chars if "CJK" not in char["fontname"]} == set()


@pytest.mark.parametrize("name", WANTED)
def test_words_of_a_shape_stay_in_it(decks: dict[str, Path], pages: dict[str, list[Any]], name: str) -> None:
    deck = Presentation(str(decks[name]))
    for slide, page in zip(deck.slides, pages[name], strict=True):
        scale = float(page.width) / deck.slide_width
        for shape in slide.shapes:
            if shape.shape_type != MSO_SHAPE_TYPE.AUTO_SHAPE or not shape.text_frame.text:
                continue
            box = (
                shape.left * scale,
                shape.top * scale,
                (shape.left + shape.width) * scale,
                (shape.top + shape.height) * scale,
            )
            written = (
                page.within_bbox(
                    tuple(edge + pad for edge, pad in zip(box, (-1, -1, 1, 1), strict=True))
                ).extract_text()
                or ""
            )
            assert "".join(shape.text_frame.text.split()) in "".join(written.split())


def test_the_network_is_shapes_with_connectors_glued_to_them(decks: dict[str, Path]) -> None:
    slide = Presentation(str(decks["connection"])).slides[1]
    ids = {shape.shape_id for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE}
    glued = [
        {int(end.get("id")) for end in shape._element.iter("{*}stCxn", "{*}endCxn")}
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.LINE or shape._element.tag.endswith("cxnSp")
    ]
    assert len([ends for ends in glued if len(ends) == 2 and ends <= ids]) >= 10
    assert {"沈阳市", "大连市"} <= {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}


def test_tables_and_charts_are_native(shipped: PolicyGraph, tmp_path: Path) -> None:
    deck = Presentation(
        str(briefing(shipped, tmp_path / "a.pptx", Wanted(("辽宁沿海经济带", "辽东绿色经济区", "沈阳现代化都市圈"))))
    )
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    assert any(shape.has_table for shape in shapes)
    (chart,) = [shape.chart for shape in shapes if shape.has_chart]
    assert sorted(chart.plots[0].series[0].values) == [7.7, 30.0]


def test_every_task_stands_with_its_quote_and_the_notes_hold_the_rest(decks: dict[str, Path]) -> None:
    deck = Presentation(str(decks["connection"]))
    said = "\n".join(texts_of(slide) for slide in deck.slides)
    assert "突出沈阳和大连“双核”牵动辐射作用" in said
    assert "三是充分发挥比较优势" in said
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)
    for word in ("SPARQL:", "policygraph briefing", "[766:783]", "SELECT"):
        assert word in notes


def test_the_command_in_a_deck_makes_it_again(shipped: PolicyGraph, tmp_path: Path) -> None:
    with PolicyGraph.build("corpus", to=tmp_path / "policy.db") as graph:
        path = briefing(graph, tmp_path / "a.pptx", WANTED["connection"])
    notes = Presentation(str(path)).slides[0].notes_slide.notes_text_frame.text
    command = next(line for line in notes.splitlines() if "policygraph briefing" in line).partition(": ")[2]
    before = path.read_bytes()
    path.unlink()
    words = [sys.executable, "-m", "graph.cli", *shlex.split(command)[1:]]
    subprocess.run(
        words, cwd=tmp_path, env={"PYTHONPATH": str(Path.cwd()), "PATH": "/usr/bin"}, check=True, capture_output=True
    )
    assert path.read_bytes() == before


def test_both_fonts_are_named_in_the_theme(decks: dict[str, Path]) -> None:
    with ZipFile(decks["connection"]) as packed:
        root = etree.fromstring(packed.read("ppt/theme/theme1.xml"))
    for kind in ("majorFont", "minorFont"):
        (font,) = root.iter(f"{{*}}{kind}")
        assert [held.get("typeface") for held in font.iterfind("{*}ea")] == ["Microsoft YaHei"]
        assert [held.get("typeface") for held in font.iterfind("{*}latin")] == ["Arial"]


def test_a_template_gives_its_size_its_masters_and_its_fonts(shipped: PolicyGraph, tmp_path: Path) -> None:
    house = Presentation()
    house.slides.add_slide(house.slide_layouts[0]).shapes.title.text = "old slide"
    house.slide_layouts[5].name = "house layout"
    house.save(str(tmp_path / "house.pptx"))
    path = briefing(shipped, tmp_path / "a.pptx", WANTED["connection"], tmp_path / "house.pptx")
    deck = Presentation(str(path))
    assert (deck.slide_width, deck.slide_height) == (house.slide_width, house.slide_height)
    assert "old slide" not in "".join(texts_of(slide) for slide in deck.slides)
    assert "house layout" in {slide.slide_layout.name for slide in deck.slides}
    right = max(shape.left + shape.width for slide in deck.slides for shape in slide.shapes)
    assert right <= deck.slide_width


def test_names_that_are_markup_are_words_in_every_format(hostile: PolicyGraph, tmp_path: Path) -> None:
    wanted = Wanted((str(NAMES[0]), str(NAMES[1])))
    deck = Presentation(str(briefing(hostile, tmp_path / "a.pptx", wanted)))
    assert str(NAMES[1]) in "".join(texts_of(slide) for slide in deck.slides)
    markdown = briefing(hostile, tmp_path / "a.md", wanted).read_text(encoding="utf-8")
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    assert "<script" not in rendered
    document = Document(str(briefing(hostile, tmp_path / "a.docx", wanted)))
    assert any(str(NAMES[1]) in paragraph.text for paragraph in document.paragraphs)


def test_a_word_document_holds_the_picture_the_tasks_and_the_tables(shipped: PolicyGraph, tmp_path: Path) -> None:
    document = Document(str(briefing(shipped, tmp_path / "a.docx", WANTED["connection"])))
    assert len(document.inline_shapes) == 1
    assert len(document.tables) >= 2
    assert any("“三是充分发挥比较优势" in paragraph.text for paragraph in document.paragraphs)


def test_a_question_is_answered_on_the_slides(decks: dict[str, Path]) -> None:
    said = "\n".join(texts_of(slide) for slide in Presentation(str(decks["question"])).slides)
    assert WANTED["question"].question in said
    assert "有8项任务同时涉及" in said


def test_the_same_graph_gives_the_same_bytes(shipped: PolicyGraph, decks: dict[str, Path], tmp_path: Path) -> None:
    for name in ("connection", "document"):
        assert briefing(shipped, tmp_path / f"{name}.pptx", WANTED[name]).read_bytes() == decks[name].read_bytes()
    for suffix in (".md", ".docx"):
        one, other = (
            briefing(shipped, tmp_path / f / f"a{suffix}", WANTED["region"]).read_bytes() for f in ("one", "other")
        )
        assert one == other


@pytest.mark.parametrize(
    ("name", "wanted", "template", "said"),
    [
        ("a.key", Wanted(), None, "its name ends in no form of briefing"),
        ("a.pptx", Wanted(("不存在的地方",)), None, "不存在的地方"),
        ("a.pptx", Wanted(question="今天天气怎么样"), None, "今天天气怎么样"),
        ("a.md", Wanted(), "house.pptx", "only slides take a template"),
        ("a.pptx", Wanted(), "missing.pptx", "no presentation that can be opened"),
    ],
)
def test_a_mistake_is_told_in_one_line_and_writes_nothing(
    shipped: PolicyGraph, tmp_path: Path, name: str, wanted: Wanted, template: str | None, said: str
) -> None:
    with pytest.raises(GraphError) as told:
        briefing(shipped, tmp_path / name, wanted, tmp_path / template if template else None)
    assert said in str(told.value)
    assert len(str(told.value).splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_an_embedded_workbook_bears_no_date_either(shipped: PolicyGraph, tmp_path: Path) -> None:
    path = briefing(shipped, tmp_path / "a.pptx", Wanted(("辽东绿色经济区", "沈阳现代化都市圈")))
    with ZipFile(path) as packed:
        (name,) = [one for one in packed.namelist() if one.endswith(".xlsx")]
        with ZipFile(BytesIO(packed.read(name))) as inside:
            assert {one.date_time[0] for one in inside.infolist()} == {1980}
            assert b"2000-01-01T00:00:00Z" in inside.read("docProps/core.xml")


def test_tasks_are_numbered_in_the_order_of_the_slides(decks: dict[str, Path]) -> None:
    slides = Presentation(str(decks["document"])).slides
    lines = [line for slide in slides for line in texts_of(slide).splitlines()]
    numbers = [int(match[1]) for line in lines if (match := re.match(r"(\d+)\. .+\[", line))]
    assert len(numbers) > 20
    assert numbers == list(range(1, len(numbers) + 1))
