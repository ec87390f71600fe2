"""Patterns that are looked for only where they may begin are found wherever they stand."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract, scanning
from extract.document import canonical_text
from extract.wordlists import names_of, table
from tests.extract.generated import MARKS, bounded, document, texts

ROOT = Path(__file__).parents[2]
FRAGMENTS = (
    *table("press.tsv", "word", "part"),
    *names_of("people_of_the_press.txt"),
    *names_of("times_by_name.txt"),
    *names_of("years_by_name.txt"),
    *(
        "8月18日电",
        "网讯",
        "记者",
        "摄",
        "版）",
        "甲乙",
        "一半",
        "翻一番",
        "分之",
        "责编：",
        "【打印】",
        "ICP备",
        "[1]",
        "①",
        "*",
        "岸",
        "争2025年",
        "。甲乙丙丁戊己是指",
    ),
    *(" ", "\n", *MARKS),
)


@pytest.fixture(scope="module")
def missed() -> Iterator[list[tuple[str, str]]]:
    """Pattern and text of each match that was missed; scanning is held against a look at every offset while this is there."""
    found: list[tuple[str, str]] = []

    def both(starts: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        everywhere = list(pattern.finditer(text))
        where = [match.span() for match in real(starts, pattern, text)]
        found.extend((pattern.pattern, match.group()) for match in everywhere if match.span() not in where)
        return iter(everywhere)

    real = scanning.scan
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("extract.") and getattr(module, "scan", None) is real:
                patch.setattr(module, "scan", both)
        yield found


def test_nothing_is_missed_in_the_examples_of_the_code(missed: list[tuple[str, str]]) -> None:
    for path in [*ROOT.glob("extract/**/*.py"), *ROOT.glob("tests/extract/*.py"), *ROOT.glob("corpus/*.txt")]:
        extract(document(canonical_text(path.read_text(encoding="utf-8").replace("\\n", "\n"))))
    assert missed == []


@bounded
@given(st.one_of(texts, st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join).map(canonical_text)))
def test_nothing_is_missed_in_texts_of_any_sense(missed: list[tuple[str, str]], text: str) -> None:
    extract(document(text))
    assert missed == []


def test_reading_leaves_nothing_to_the_collector_of_cycles() -> None:
    extract(document("沈阳建设区域性金融中心。"))
    gc.collect()
    gc.disable()
    try:
        extract(document("到2025年，大连市打造国际航运中心，港口吞吐量达到4亿吨。"))
        assert gc.collect() == 0
    finally:
        gc.enable()
