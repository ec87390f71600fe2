"""A reprint of a text is one source with it."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.meeting.reprints import Text, reprints

WORDS = "".join(f"支持第{i}片区建设区域性中心，发展特色产业，到2025年产值达到{i}00亿元。\n" for i in range(1, 20))
ORIGINAL = Text("b", "2023-01-04", WORDS)


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        "首页 > 政策 > 规划\n来源：某网 发布时间：2023年2月1日\n" + WORDS + "责任编辑：张三\n扫一扫分享\n",
        WORDS.replace("，", ", ").replace("。\n", "。"),
        WORDS.replace("发展特色产业", "发展特色产业 "),
        "".join(WORDS.splitlines(keepends=True)[:-1]),
    ],
    ids=["the same", "another head and foot", "other marks and lines", "blanks", "its last line lost"],
)
def test_a_text_of_the_same_words_is_a_reprint_of_the_earlier_one(words: str) -> None:
    assert reprints([Text("a", "2023-02-01", words), ORIGINAL]) == {"a": "b"}


@pytest.mark.parametrize(
    "words",
    [
        WORDS.replace("达到300亿元", "达到350亿元"),
        WORDS.replace("建设区域性中心", "建设国家级枢纽").replace("发展特色产业", "壮大主导产业"),
        "支持第1片区建设区域性中心。",
    ],
    ids=["another figure", "other words", "a passage of it"],
)
def test_another_version_is_no_reprint(words: str) -> None:
    assert reprints([Text("a", "2023-02-01", words), ORIGINAL]) == {}


def test_short_texts_may_well_say_the_same() -> None:
    assert reprints([Text("a", "", "支持沈阳。"), Text("b", "", "支持沈阳。")]) == {}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_reprints_are_the_same_in_whatever_order_texts_come(order: tuple[int, ...]) -> None:
    texts = [ORIGINAL, Text("c", "", WORDS), Text("a", "2023-02-01", "转载\n" + WORDS)]
    assert reprints([texts[i] for i in order]) == {"a": "b", "c": "b"}
