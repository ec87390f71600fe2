"""The fast cutter gives jieba's words, and its edges are those of the text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.gazetteer import gazetteer
from extract.words import boundaries, reference_cutter, tokens

CORPUS = Path(__file__).parent.parent.parent / "corpus" / "liaoning-interpretation.txt"
LINES = CORPUS.read_text(encoding="utf-8").splitlines()

# What a policy text is made of, so that generated texts reach the dictionary, the user words and the Latin rules.
pieces = st.sampled_from(
    [
        "沈阳市",
        "鲅鱼圈区",
        "大连接",
        "隆重庆祝",
        "推动",
        "高质量发展",
        "2023-07-20",
        "7.7%",
        "“双核”",
        "AI+",
        "(三)",
        " ",
        "\n",
    ]
)
policy_like = st.lists(st.one_of(pieces, st.text(max_size=3)), max_size=12).map("".join)


def test_the_corpus_text_has_the_words_that_jieba_gives() -> None:
    assert len(LINES) > 20
    assert [tokens(line) for line in LINES] == [tuple(reference_cutter()(line)) for line in LINES]


@given(policy_like)
def test_the_words_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(policy_like)
def test_edges_lie_in_the_text_and_include_its_ends(text: str) -> None:
    edges = boundaries(text)
    assert {0, len(text)} <= edges
    assert all(0 <= edge <= len(text) for edge in edges)


@given(st.sampled_from([name for name in gazetteer().by_name if len(name) > 3]))
def test_no_word_runs_across_the_ends_of_a_long_place_name(name: str) -> None:
    edges = boundaries(f"，{name}，")
    assert {1, 1 + len(name)} <= edges


@pytest.mark.parametrize(
    "text", ["2023-07-20 12:30", "zj@163.com", "In-APP", "增长7.7%", "5G+工业互联网", "C++", "A.B.C"]
)
def test_latin_runs_are_cut_as_jieba_cuts_them(text: str) -> None:
    assert tokens(text) == tuple(reference_cutter()(text))


def test_jieba_writes_no_cache_and_says_nothing(tmp_path: Path) -> None:
    code = "from extract.words import reference_cutter; list(reference_cutter()('支持沈阳市'))"
    root = Path(__file__).parent.parent.parent
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(root)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout + run.stderr == ""
    assert list(tmp_path.iterdir()) == []
