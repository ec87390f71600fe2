"""Texts that no editor would write: they give no exception, and what is written plainly behind them is still read."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from tests.extract.generated import document, triples

PLAIN = "苏州建设国际物流中心。"
READ = ("City", "苏州市", "hasPositioning", "Center/国际物流中心")

HOSTILE = {
    "1,000 brackets that never close": "（" * 1000,
    "1,000 brackets that were never opened": "）" * 1000,
    "1,000 brackets of all kinds": "（《“【〔「" * 166,
    "5,000 opening quotation marks": "“" * 5000,
    "5,000 straight quotation marks": '"' * 5000,
    "20,000 commas": "，" * 20000,
    "20,000 enumeration commas": "、" * 20000,
    "titles in titles": "《〈" * 500 + "甲省规划" + "〉》" * 500,
    "1,000 titles that never close": "《甲省规划\n" * 1000,
    "3,000 phrases": "“一核两带”" * 3000,
    "3,000 targets": "增速达到15%，" * 3000,
    "5,000 digits": "1" * 5000,
    "50,000 spaces": "\u3000" * 50000,
    "20,000 emoji": "👩‍👩‍👧" * 4000,
    "10,000 combining marks": "e" + "\u0301" * 10000,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_plain_sentence_on_the_next_line_is_still_read(hostile: str) -> None:
    assert READ in triples(extract(document(f"{hostile}\n{PLAIN}")))


def test_a_line_of_200_000_characters_without_a_mark_is_read_in_passages() -> None:
    facts = extract(document("甲乙丙丁" * 50_000))
    assert len(facts.sentences) > 100
    assert "".join(facts.document.text[s.start : s.end] for s in facts.sentences) == "甲乙丙丁" * 50_000


def test_3_000_numbered_headings_are_3_000_sections() -> None:
    text = "".join(f"（{'一二三四五六七八九十'[i % 10]}）加快发展第{i}类产业\n" for i in range(3000))
    sections = extract(document(text)).sections
    assert len(sections) == 3001
    assert {section.parent for section in sections[1:]} == {0}


def test_numbers_of_every_style_nest_as_deep_as_there_are_styles() -> None:
    text = "第一章 总则\n第一节 目标\n一、要求\n（一）思想\n1.坚持\n（1）开放\n"
    assert [section.parent for section in extract(document(text)).sections] == [None, 0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("text", ["", " ", "\n", "\u3000\n\u3000", "。", "，" * 9, "😀", "\ufffd", "上一篇：甲"])
def test_a_text_that_says_nothing_gives_no_fact(text: str) -> None:
    facts = extract(document(text))
    assert facts.facts == ()
    assert [section.ordinal for section in facts.sections] == [0]
