"""A page that is put aside holds what it draws and lists, each line with its sentences, and a briefing shows both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from graph import GraphError, PolicyGraph
from graph.basket import Basket, Item, KeptView, from_json, to_json
from graph.export import Shown, basket_briefing, hits_put_aside, put_aside
from graph.export.picture import drawn_svg
from tests.export.slides import check_that_no_word_leaves_its_slide_or_covers_another, shown, texts_of

PAGES = [
    Shown("matrix", rows=("City", "Region")),
    Shown("targets", language="en"),
    Shown("timeline"),
    Shown("map"),
    Shown("country", language="en"),
]


def item(view: KeptView, said: str = "图。") -> Item:
    """An item whose page this is."""
    return Item("picture", "页", said, note="先看", view=view)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws_what_its_picture_draws_and_survives_a_file(shipped: PolicyGraph, page: Shown) -> None:
    held = put_aside(shipped, page)
    assert held.drawing.encode() == drawn_svg(shipped, page)
    assert from_json(to_json(Basket((item(held),)))).items[0].view == held


def test_each_line_has_the_sentences_that_back_it(shipped: PolicyGraph) -> None:
    matrix = {line.cells[0]: line for line in put_aside(shipped, PAGES[0]).lines}
    assert "金融业 2" in matrix["沈阳市"].cells[1]
    assert any("区域性金融中心" in one.quote for one in matrix["沈阳市"].passages)
    target = put_aside(shipped, PAGES[1]).lines[0]
    assert target.cells[:4] == ("沈阳现代化都市圈", "制造业增加值占地区生产总值比重", "≥30%", "力争")
    assert "制造业增加值占地区生产总值比重力争达到30%" in target.passages[0].quote
    mapped = {line.cells[0]: line for line in put_aside(shipped, PAGES[3]).lines}
    assert any("沈阳" in one.quote for one in mapped["沈阳市"].passages)
    assert put_aside(shipped, PAGES[2]).lines[0].cells[0] == "2023"


def test_a_ledger_that_was_narrowed_holds_its_targets_alone(shipped: PolicyGraph) -> None:
    first = put_aside(shipped, Shown("targets", focus=("沈阳现代化都市圈",)))
    assert [line.cells[0] for line in first.lines] == ["沈阳现代化都市圈"]


def test_hits_are_listed_with_their_sentences_and_count_those_of_other_pages(shipped: PolicyGraph) -> None:
    found = shipped.search("沈阳", limit=2)
    held = hits_put_aside(tuple(found), found.total, "zh")
    assert [line.passages[0].quote for line in held.lines] == [hit.sentence for hit in found]
    assert (held.lines_left_out, held.drawing) == (found.total - 2, "")


def test_a_network_is_put_aside_in_its_own_way(shipped: PolicyGraph) -> None:
    with pytest.raises(GraphError, match="put its network aside"):
        put_aside(shipped, Shown())


def test_slides_show_what_a_page_draws_and_lists_and_no_word_leaves_them(
    shipped: PolicyGraph, hostile: PolicyGraph, tmp_path: Path
) -> None:
    held = Basket(tuple(item(put_aside(shipped, page), f"图{at}。") for at, page in enumerate(PAGES)))
    wild = Basket(tuple(item(put_aside(hostile, page), f"图{at}。" * 200) for at, page in enumerate(PAGES)))
    decks = [basket_briefing(held, tmp_path / "a.pptx"), basket_briefing(wild, tmp_path / "wild.pptx", "en")]
    with shown(decks) as drawn:
        for pages in drawn:
            check_that_no_word_leaves_its_slide_or_covers_another(pages)
    first, second, *_ = list(Presentation(str(decks[0])).slides)[1:]
    assert sum(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in first.shapes) == 1
    assert "图0。" in texts_of(first)
    assert "金融业 2" in texts_of(second)
    assert "区域性金融中心" in second.notes_slide.notes_text_frame.text


def test_a_word_document_shows_the_drawing_the_table_and_the_sentences(shipped: PolicyGraph, tmp_path: Path) -> None:
    held = replace(put_aside(shipped, PAGES[0]), lines_left_out=3)
    made = Document(str(basket_briefing(Basket((item(held),)), tmp_path / "a.docx")))
    assert len(made.inline_shapes) == 1
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["地方", "产业"]
    told = [one.text for one in made.paragraphs]
    assert "另有3行未列出。" in told
    assert any(one.startswith("沈阳市: “") for one in told)


@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".md"])
def test_the_same_page_gives_the_same_bytes(shipped: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    held = Basket((item(put_aside(shipped, PAGES[3])),))
    one, other = (basket_briefing(held, tmp_path / f"{name}{suffix}").read_bytes() for name in "ab")
    assert one == other
