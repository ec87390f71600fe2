"""Which sentences hold a word: all that a person would find with his eyes, and no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search import Filter, Sentence, TextIndex, index_file, pieces, spelled, write_index
from graph.search.spelling import dressed, ranges

CHARACTERS = "沈阳大连接物流枢纽港口一圈带“”《》 、，。()（）-*\"'2025aG％.7|^:+遼寧\n\t"
TEXTS = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=24)


def index(*texts: str) -> TextIndex:
    """An index of sentences in memory."""
    database = sqlite3.connect(":memory:")
    write_index(database, (Sentence(f"urn:{i}", "urn:d", spelled(text), set()) for i, text in enumerate(texts)), ())
    return TextIndex(database)


def found(held: TextIndex, text: str, *filters: Sequence[Filter]) -> list[int]:
    """Numbers of the sentences that hold a text, best first."""
    hits = held.find(pieces(text), filters, 1000)
    numbers = [int(iri.removeprefix("urn:")) for iri in hits.sentences]
    assert hits.total == len(numbers)
    return numbers


@pytest.mark.parametrize(
    ("searched", "sentence"),
    [
        ("大连", "支持大连建设港口。"),
        ("大连", "建设大连接网络。"),  # jieba has 大 and 连接
        ("展的", "高质量发展的基础。"),
        ("物流枢纽", "建设国家物流枢纽。"),
        ("流枢", "建设国家物流枢纽。"),
        ("港", "建设港口。"),
        ("港", "建设空港"),
        ("辽宁", "支持遼寧振興。"),
        ("遼寧", "支持辽宁振兴。"),
        ("gdp", "ＧＤＰ增长5%。"),
        ("GDP增长", "ＧＤＰ增长5%。"),
        ("5g基站", "建设5G基站。"),
        ("2025年", "到2025年底。"),
        ("2025", "到2025年底。"),
        ("一圈一带两区", "推进“一圈一带两区”发展。"),
        ("“双核”作用", "发挥双核作用。"),
        ("双核作用", "发挥“双核”作用。"),
        ("沈阳、大连", "支持沈阳，大连发展。"),
        ("高质量", "推动高 质\n量发展。"),
        ("沈阳 枢纽", "枢纽在沈阳。"),
    ],
)
def test_a_word_is_found_where_it_stands(searched: str, sentence: str) -> None:
    assert found(index("无关。", sentence), searched) == [1]


@pytest.mark.parametrize(
    ("searched", "sentence"),
    [
        ("沈阳大连", "支持沈阳、大连发展。"),
        ("大连沈阳", "支持沈阳大连发展。"),
        ("202", "到2025年底。"),
        ("dp", "GDP增长。"),
        ("物流 枢纽", "建设物流园。"),
        ("年底", "到2025年。底数清。"),
        ("港5g", "港，5G。"),
        ("a b", "a。"),
    ],
)
def test_a_word_is_not_found_where_it_does_not_stand(searched: str, sentence: str) -> None:
    assert found(index(sentence), searched) == []


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_the_index_finds_what_a_reader_of_every_sentence_finds(texts: list[str], searched: str) -> None:
    wanted = pieces(searched)
    if wanted:
        by_eye = [i for i, text in enumerate(texts) if all(ranges(text, [piece]) for piece in wanted)]
        assert sorted(found(index(*texts), searched)) == by_eye


@given(TEXTS, st.integers(0, 23), st.integers(1, 24))
def test_any_part_of_a_sentence_is_found_in_it(text: str, start: int, length: int) -> None:
    part = "".join(char for char in text[start : start + length] if dressed(char) in "沈阳大连接物流枢纽港口一圈带辽宁")
    standing = "".join(char for char in text if dressed(char) in "沈阳大连接物流枢纽港口一圈带辽宁")
    if part:
        assert found(index(standing), part) == [0]


@pytest.mark.parametrize(
    "text",
    [
        '"', "'", "*", "-", "--", "NEAR(沈阳 大连)", "沈阳 OR 大连", "沈阳*", "-沈阳", 'words : "沈阳"', "^沈阳",
        "{pairs} : 沈阳", '沈阳" OR "大连', "沈阳')) --", "沈阳 AND", "(沈阳", "NOT 沈阳", "a" * 200, "\x00沈阳", "\ud800",
        "|", "沈阳|大连", "；DROP TABLE texts",
    ],
)  # fmt: skip
def test_nothing_that_is_searched_for_is_an_operator_or_fails(text: str) -> None:
    held = index("支持沈阳发展。", "支持大连发展。", "near沈阳大连", "沈阳 or 大连")
    wanted = pieces(text)
    by_eye = [
        i
        for i, one in enumerate(("支持沈阳发展。", "支持大连发展。", "near沈阳大连", "沈阳 or 大连"))
        if _holds(one, wanted)
    ]
    assert sorted(found(held, text) if wanted else []) == (by_eye if wanted else [])


def _holds(sentence: str, wanted: Sequence[str]) -> bool:
    return all(ranges(sentence, [piece]) for piece in wanted)


def test_operators_are_words_like_others() -> None:
    assert sorted(found(index("支持沈阳发展。", "沈阳OR大连", "沈阳 or 大连"), "沈阳 OR 大连")) == [1, 2]


def test_a_sentence_that_says_a_word_twice_comes_first_and_a_long_one_last() -> None:
    long = "支持沈阳建设，" + "推动高质量发展，" * 12
    assert found(index(long, "支持沈阳建设港口。", "沈阳支持沈阳港口。"), "沈阳") == [2, 1, 0]


def test_a_word_comes_before_what_only_looks_like_it() -> None:
    assert found(index("建设大连接网络。", "支持大连市网络。"), "大连") == [1, 0]


def test_sentences_of_one_rank_come_in_the_order_of_the_texts() -> None:
    assert found(index(*["支持沈阳发展。"] * 30), "沈阳") == list(range(30))


def test_a_common_word_is_answered_in_the_same_order_and_goes_on_where_its_kept_hits_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [f"支持沈阳{'发展' * (i % 7)}建设{'港口' * (i % 5)}。" for i in range(60)]
    plain = index(*texts)
    monkeypatch.setattr(index_file, "COMMON", 10)
    kept = index(*texts)
    for held in (plain, kept):
        assert held.find(["沈阳"], (), 1000).sentences == plain.find(["沈阳"], (), 1000).sentences
        for offset in range(0, 60, 7):
            assert (
                held.find(["沈阳"], (), 7, offset).sentences
                == plain.find(["沈阳"], (), 1000).sentences[offset : offset + 7]
            )
    monkeypatch.setattr("graph.search.text_index.LAID_DOWN", 20)
    assert kept.find(["沈阳"], (), 15, 10).sentences == plain.find(["沈阳"], (), 1000).sentences[10:25]


def test_filters_leave_what_has_one_of_each_group() -> None:
    database = sqlite3.connect(":memory:")
    years = [
        {Filter("year", str(2020 + i % 3)), Filter("kind", "Plan" if i % 2 else "Interpretation")} for i in range(12)
    ]
    write_index(database, (Sentence(f"urn:{i}", "urn:d", spelled("支持沈阳。"), years[i]) for i in range(12)), ())
    held = TextIndex(database)
    assert found(held, "沈阳", [Filter("year", "2020"), Filter("year", "2021")], [Filter("kind", "Plan")]) == [
        1,
        3,
        7,
        9,
    ]
    assert found(held, "沈阳", [Filter("year", "1999")]) == []
    assert held.values("year") == (("2020", 4), ("2021", 4), ("2022", 4))


@pytest.mark.parametrize(
    ("sentence", "searched", "marked"),
    [
        ("支持瀋陽、大連“物流樞紐”。", "物流枢纽", ["物流樞紐"]),
        ("支持沈阳，沈阳市。", "沈阳", ["沈阳", "沈阳"]),
        ("物流枢纽港", "物流 流枢 港", ["物流枢", "港"]),
        ("发挥“双核”作用", "双核作用", ["双核”作用"]),
    ],
)
def test_what_was_searched_for_is_marked_at_its_offsets(sentence: str, searched: str, marked: list[str]) -> None:
    assert [sentence[start:end] for start, end in ranges(sentence, pieces(searched))] == marked
