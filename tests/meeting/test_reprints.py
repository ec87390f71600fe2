"""A reprint of a text is one source with it."""

from __future__ import annotations

from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest

from graph.engines import SIGNATURES
from graph.meeting.reprints import Text, reprints
from graph.meeting.signatures import kept_signatures

WORDS = "".join(f"支持第{i}片区建设区域性中心，发展特色产业，到2025年产值达到{i}00亿元。\n" for i in range(1, 20))


def text(key: str, issued: str, words: str) -> Text:
    return Text(key, issued, sha256(words.encode()).hexdigest(), lambda: words)


ORIGINAL = text("b", "2023-01-04", WORDS)


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
    assert reprints([text("a", "2023-02-01", words), ORIGINAL]) == {"a": "b"}


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
    assert reprints([text("a", "2023-02-01", words), ORIGINAL]) == {}


def test_short_texts_may_well_say_the_same() -> None:
    assert reprints([text("a", "", "支持沈阳。"), text("b", "", "支持沈阳。")]) == {}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_reprints_are_the_same_in_whatever_order_texts_come(order: tuple[int, ...]) -> None:
    texts = [ORIGINAL, text("c", "", WORDS), text("a", "2023-02-01", "转载\n" + WORDS)]
    assert reprints([texts[i] for i in order]) == {"a": "b", "c": "b"}


def test_what_is_kept_of_texts_is_of_those_that_are_there_and_no_other(tmp_path: Path) -> None:
    with kept_signatures(tmp_path) as kept:
        reprints([text("a", "", WORDS), text("b", "", "支持沈阳。"), text("c", "", WORDS + "又一条。")], kept)
    with kept_signatures(tmp_path) as kept:
        assert len(kept) == 3
        assert reprints([text("a", "", WORDS), text("c", "", WORDS + "又一条。")], kept) == {"c": "a"}
    with kept_signatures(tmp_path) as kept:
        assert len(kept) == 2


def test_words_of_texts_that_share_nothing_are_not_asked_for_again() -> None:
    asked: list[str] = []
    other = (
        WORDS.replace("片区", "新城").replace("区域性中心", "枢纽").replace("特色产业", "物流").replace("产值", "收入")
    )

    def known(key: str, words: str) -> Text:
        def told() -> str:
            asked.append(key)
            return words

        return Text(key, "", key, told)

    kept: dict[str, bytes] = {}
    reprints([known("a", WORDS), known("b", other)], kept)
    asked.clear()
    assert reprints([known("a", WORDS), known("b", other)], kept) == {}
    assert asked == []


@pytest.mark.parametrize("spoiled", [b"", b"no signatures", None], ids=["empty", "other bytes", "one byte changed"])
def test_a_spoiled_file_of_signatures_is_made_anew(tmp_path: Path, spoiled: bytes | None) -> None:
    texts = [text("a", "", WORDS), text("c", "", WORDS + "又一条。")]
    with kept_signatures(tmp_path) as kept:
        reprints(texts, kept)
    file = tmp_path / SIGNATURES
    sound = file.read_bytes()
    file.write_bytes(sound[:-1] + bytes([sound[-1] ^ 1]) if spoiled is None else spoiled)
    with kept_signatures(tmp_path) as kept:
        assert kept == {}
        assert reprints(texts, kept) == {"c": "a"}
    assert file.read_bytes() == sound
