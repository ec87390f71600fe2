"""A basket as a briefing: its items in their order, each with its note and its source."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from pptx import Presentation

from graph import GraphError
from graph.basket import Basket, DrawnNetwork, DrawnRelation, DrawnThing, Item
from graph.export import basket_briefing
from graph.rdf import Language
from tests.export.hostile import NAMES
from tests.export.slides import check_that_no_word_leaves_its_slide_or_covers_another, shown, texts_of

HELD = Basket(
    (
        Item(
            "quote",
            "沈阳行动方案",
            "支持沈阳打造区域性金融中心。",
            "沈阳市人民政府. 沈阳行动方案[Z]. 2023-01-04.",
            note="先讲这个",
        ),
        Item("answer", "哪些任务连接沈阳和大连？", "共两项。\n一、协同发展。\n二、互联互通。", "", "ask?question=x"),
        Item("picture", "关系图", "3个事物，2条关系。\n甲——涉及→乙", "", "explore"),
        Item("quote", "大连行动方案", "建设国际物流中心。", "大连市人民政府. 大连行动方案[Z]. 2023-02-01."),
    )
)
CITIES = ("大连市", "抚顺市", "鞍山市", "营口市", "本溪市", "锦州市")
STAR = DrawnNetwork(
    (DrawnThing("沈阳市", "City", asked=True), *(DrawnThing(f"推进沈阳与{one}同城化发展", "Action") for one in CITIES)),
    tuple(
        DrawnRelation(at, "involves", 0, "Stated", f"推进沈阳与{one}同城化发展", "方案", at, at + 13)
        for at, one in enumerate(CITIES, 1)
    ),
)
HOSTILE = DrawnNetwork(
    (DrawnThing("甲", "City", asked=True), *(DrawnThing(str(name), "Goal") for name in NAMES)),
    tuple(DrawnRelation(0, "hasGoal", at, "None such", str(name)) for at, name in enumerate(NAMES, 1)),
)
LONG = Basket(
    tuple(
        Item("quote", (str(name) * 40)[:400], (str(name) + "。到2025年，") * 30, str(name) * 8, note=str(name) * 4)
        for name in NAMES
        if "\u202e" not in name
    )
)


def test_no_word_leaves_its_slide_or_covers_another(tmp_path: Path) -> None:
    prose = Item(
        "quote",
        "方案",
        "到2025年，支持沈阳打造区域性金融中心（全国第3个），建设“一枢纽四中心”。" * 120,
        note="先讲这个。" * 40,
    )
    decks = [basket_briefing(HELD, tmp_path / "a.pptx"), basket_briefing(LONG.put(prose), tmp_path / "long.pptx", "en")]
    with shown(decks) as drawn:
        assert len(drawn[0]) == 6
        assert len(drawn[1]) > len(LONG.items) + 2
        for pages in drawn:
            check_that_no_word_leaves_its_slide_or_covers_another(pages)


def test_the_network_of_a_picture_is_drawn_of_shapes_below_what_is_said_of_it(tmp_path: Path) -> None:
    item = Item("picture", "沈阳", "7个事物，6条关系。", note="先看这张", network=STAR)
    crowded = Item("picture", "沈阳", "很多话。" * 300, network=HOSTILE)
    decks = [
        basket_briefing(Basket((item, crowded)), tmp_path / "a.pptx"),
        basket_briefing(Basket((item,)), tmp_path / "b.pptx", "en"),
    ]
    with shown(decks) as drawn:
        for pages in drawn:
            check_that_no_word_leaves_its_slide_or_covers_another(pages)
    slide = Presentation(str(decks[0])).slides[1]
    glued = [
        shape for shape in slide.shapes if shape.name.startswith("Connector") and shape._element.xpath(".//a:tailEnd")
    ]
    assert len(glued) == 6
    assert "推进沈阳与大连市同城化发展" in texts_of(slide).replace("\n", "")
    assert "“推进沈阳与大连市同城化发展” 方案 [1:14]" in slide.notes_slide.notes_text_frame.text


def crowd(things: int, asked: int) -> DrawnNetwork:
    """A ring of things, of which the first are asked for."""
    return DrawnNetwork(
        tuple(DrawnThing(f"第{at}市", "City", at < asked) for at in range(things)),
        tuple(DrawnRelation(at, "involves", (at + 1) % things, "Stated") for at in range(things)),
    )


@pytest.mark.parametrize(
    ("asked", "language", "told"),
    [
        (14, "zh", "另有(\\d+)个关系最少的事物未画出。另有(\\d+)条关系未画出。"),
        (
            14,
            "en",
            "(\\d+) things with the fewest relations are left out for legibility. (\\d+) relations are not drawn.",
        ),
        (40, "zh", "另有(\\d+)个关系最少的事物未画出。另有(\\d+)条关系未画出。"),
    ],
)
def test_of_many_things_that_were_asked_for_a_slide_draws_some_and_tells_what_it_leaves_out(
    tmp_path: Path, asked: int, language: Language, told: str
) -> None:
    held = Basket((Item("picture", "", "图。", network=crowd(40, asked)),))
    slide = Presentation(str(basket_briefing(held, tmp_path / "a.pptx", language))).slides[1]
    found = re.search(told, texts_of(slide))
    assert found
    drawn = [one for one in slide.shapes if re.fullmatch("第[0-9]+市", one.name)]
    connectors = [one for one in slide.shapes if "tailEnd" in etree.tostring(one._element, encoding="unicode")]
    assert (int(found[1]), int(found[2])) == (40 - len(drawn), 40 - len(connectors))
    assert len(drawn) >= 14


def test_a_slide_around_one_thing_counts_the_relations_of_others_that_it_does_not_draw(tmp_path: Path) -> None:
    others = DrawnRelation(1, "involves", 2, "Stated")
    held = Basket((Item("picture", "", "图。", network=replace(STAR, relations=(*STAR.relations, others))),))
    slide = Presentation(str(basket_briefing(held, tmp_path / "a.pptx", "en"))).slides[1]
    assert "1 relation is not drawn." in texts_of(slide)
    whole = Basket((Item("picture", "", "图。", network=STAR),))
    assert "not drawn" not in texts_of(Presentation(str(basket_briefing(whole, tmp_path / "b.pptx", "en"))).slides[1])


def test_the_network_of_a_picture_is_a_picture_in_word_with_the_sentences_below(tmp_path: Path) -> None:
    held = Basket((Item("picture", "沈阳", "7个事物，6条关系。", network=STAR),))
    made = Document(str(basket_briefing(held, tmp_path / "a.docx")))
    assert len(made.inline_shapes) == 1
    assert any("“推进沈阳与大连市同城化发展” 方案 [1:14]" in one.text for one in made.paragraphs)


def test_the_items_stand_on_slides_in_their_order_with_note_and_source(tmp_path: Path) -> None:
    slides = list(Presentation(str(basket_briefing(HELD, tmp_path / "a.pptx"))).slides)
    heads = [slide.shapes.title.text_frame.text for slide in slides]
    assert heads[1:5] == [
        "1. 原文：沈阳行动方案",
        "2. 回答：哪些任务连接沈阳和大连？",
        "3. 图：关系图",
        "4. 原文：大连行动方案",
    ]
    first = texts_of(slides[1])
    assert first.index("先讲这个") < first.index("支持沈阳打造区域性金融中心。") < first.index("沈阳市人民政府.")
    assert "2. 大连市人民政府." in texts_of(slides[5])
    assert "一、协同发展。\n二、互联互通。" in texts_of(slides[2])


def test_a_long_item_goes_on_upon_further_slides_and_loses_nothing(tmp_path: Path) -> None:
    text = "".join(f"第{number}句说到大连。" for number in range(400))
    deck = Presentation(str(basket_briefing(Basket((Item("quote", "方案", text),)), tmp_path / "a.pptx")))
    slides = [slide for slide in deck.slides if slide.shapes.title.text_frame.text.startswith("1.")]
    assert len(slides) > 2
    bodies = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.name.startswith("TextBox")]
    assert "".join(bodies) == text


def test_a_word_document_holds_the_items_in_their_order_and_their_sources(tmp_path: Path) -> None:
    made = Document(str(basket_briefing(HELD, tmp_path / "a.docx", "en")))
    told = [paragraph.text for paragraph in made.paragraphs]
    places = [
        told.index(one) for one in ("1. Quote: 沈阳行动方案", "先讲这个", "支持沈阳打造区域性金融中心。", "Sources")
    ]
    assert places == sorted(places)
    assert told[-1] == "大连市人民政府. 大连行动方案[Z]. 2023-02-01."


def test_markdown_holds_the_same(tmp_path: Path) -> None:
    assert "先讲这个" in basket_briefing(HELD, tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".md"])
def test_hostile_items_are_words_and_the_same_bytes_twice(tmp_path: Path, suffix: str) -> None:
    held = Basket(tuple(Item("quote", str(name), f"{name}\x00\x1b[2J", str(name), note=str(name)) for name in NAMES))
    one, other = (basket_briefing(held, tmp_path / f"{name}{suffix}").read_bytes() for name in "ab")
    assert one == other


def test_an_empty_basket_and_another_suffix_are_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="it holds nothing"):
        basket_briefing(Basket(), tmp_path / "a.pptx")
    with pytest.raises(GraphError, match="no form of briefing"):
        basket_briefing(HELD, tmp_path / "a.key")
    assert not list(tmp_path.iterdir())
