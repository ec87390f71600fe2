"""A page that was put aside: what it draws and lists, and files that say something else."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest

from graph import GraphError
from graph.basket import Basket, Item, KeptLine, KeptView, Passage, from_json, item_of, to_json, to_markdown

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><rect fill="#FFFFFF"/><text x="3">沈阳</text></svg>'
)
LINE = KeptLine(("沈阳市", "*金融* 2"), (Passage("沈阳打造|中心。", "方案", 3, 7),), 2)
VIEW = KeptView(("地方", "产业"), (LINE, KeptLine(("大连市", ""))), 4, DRAWING)
ITEM = Item("picture", "矩阵", "2个地方。", view=VIEW)


def test_a_page_is_written_into_a_file_and_read_again() -> None:
    assert from_json(to_json(Basket((ITEM,)))).items == (ITEM,)


def test_a_page_is_a_table_in_markdown_with_the_passages_and_what_is_left_out() -> None:
    told = to_markdown(Basket((ITEM,)))
    assert "| 地方 | 产业 |\n| --- | --- |\n| 沈阳市 | \\*金融\\* 2 |\n| 大连市 |  |" in told
    assert "另有4行未列出。" in told
    assert "- 沈阳市\n    - “沈阳打造\\|中心。” 方案 \\[3:7\\]\n    - 另有2处原文未列出。" in told


def test_a_large_page_is_bounded_and_counts_what_it_leaves_out() -> None:
    passages = tuple(Passage("甲" * 9_000, "方案", at, at + 1) for at in range(9))
    kept = KeptView(("地方",), (KeptLine(("甲",), passages),) * 301).bounded()
    assert (len(kept.lines), kept.lines_left_out) == (300, 1)
    assert (len(kept.lines[0].passages), kept.lines[0].passages_left_out) == (5, 4)
    assert kept.lines[0].passages[0].quote.endswith("甲…")


@pytest.mark.parametrize(
    "drawing",
    [
        "no picture",
        DRAWING.replace("<rect", "<script>alert(1)</script><rect"),
        DRAWING.replace("<rect", '<rect onclick="alert(1)"'),
        DRAWING.replace("#FFFFFF", "url(http://example.org/a)"),
        DRAWING.replace("<rect", '<image href="file:///etc/passwd"/><rect'),
        DRAWING.replace('width="90"', 'width="999999999"'),
        DRAWING.replace("<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg', 1),
        DRAWING.replace("<rect", "<?xml-stylesheet href='a'?><rect"),
        DRAWING.replace("<rect", "<style>@import 'http://example.org'</style><rect"),
        f"{DRAWING[:-6]}{'<rect/>' * 200_000}</svg>",
    ],
)
def test_a_drawing_that_is_more_than_shapes_and_words_is_refused(drawing: str) -> None:
    with pytest.raises(GraphError, match="its drawing is no picture of shapes and words, or too large"):
        replace(VIEW, drawing=drawing)


@pytest.mark.parametrize(
    "changed",
    [
        {"head": "地方"},
        {"head": ["地方", 1]},
        {"lines": [{"cells": ["甲"]}]},
        {"lines": [{"cells": ["甲", "\ud800"]}]},
        {"lines": [{"cells": ["甲", "乙"], "more": 1}]},
        {"lines": [{"cells": ["甲", "乙"], "passages": [{"quote": "甲"}]}]},
        {"lines": [{"cells": ["甲", "乙"]}] * 301},
        {"lines_left_out": -1},
        {"lines_left_out": True},
        {"drawing": None},
        {"script": "alert(1)"},
    ],
)
def test_a_file_that_says_no_page_is_told_in_one_line(changed: dict[str, Any]) -> None:
    said = {"kind": "picture", "title": "", "text": "图。", "view": {"head": ["地方", "产业"], "lines": [], **changed}}
    with pytest.raises(GraphError) as told:
        item_of(said)
    assert "\n" not in str(told.value)
    assert item_of({**said, "view": {"head": ["地方"], "lines": []}}).view == KeptView(("地方",), ())


def test_what_is_written_is_what_the_file_may_say() -> None:
    assert set(asdict(VIEW)) == {"head", "lines", "lines_left_out", "drawing"}
