"""What is offered where a search has no hit: each was searched for, and finds as many sentences as it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.search import Alternative, Conditions, alternatives

TEXTS = {
    "plan": "辽宁省现代物流业发展规划\n\n到2027年，沈阳市建设国家物流枢纽。\n支持大连市打造国际航运中心。\n",
    "report": "大连市工作报告\n\n大连市打造国际航运中心。\n大连市发展海洋经济。\n",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    """The graph of two texts."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        Path(folder, f"{name}.txt").write_text(text, encoding="utf-8")
    with PolicyGraph.build(folder) as built:
        yield built


def offered(graph: PolicyGraph, text: str, **conditions: str) -> tuple[Alternative, ...]:
    """What is offered for a text that has no hit."""
    return alternatives(graph, graph.names, graph.texts, text, Conditions(**conditions))  # type: ignore[arg-type]


def test_the_condition_that_leaves_nothing_is_left_out(graph: PolicyGraph) -> None:
    assert offered(graph, "物流枢纽", place="大连市", kind="Plan") == (Alternative("物流枢纽", ("place",), 1),)


def test_all_conditions_are_left_out_where_each_alone_leaves_nothing(graph: PolicyGraph) -> None:
    found = offered(graph, "物流枢纽", place="大连市", level="city")
    assert [(one.text, one.left_out) for one in found] == [("物流枢纽", ("place", "level"))]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("沈阳市 枢纽 火星", ["沈阳市 枢纽"]),
        ("沈阳 海洋", ["沈阳", "海洋"]),
        ("大连市的航运中心", ["大连市 航运 中心"]),
        ("航运中心有哪些", ["航运 中心"]),
    ],
)
def test_as_many_of_the_words_as_any_sentence_holds_are_kept(graph: PolicyGraph, text: str, instead: list[str]) -> None:
    assert [one.text for one in offered(graph, text)][: len(instead)] == instead


@pytest.mark.parametrize(
    ("text", "name"), [("沉阳市", "沈阳市"), ("大联", "大连市"), ("dalian", "大连市"), ("国际航运种心", "国际航运中心")]
)
def test_a_name_that_is_spelled_or_sounds_much_alike_is_offered(graph: PolicyGraph, text: str, name: str) -> None:
    assert name in [one.text for one in offered(graph, text)]


def test_what_is_near_under_no_condition_is_found_without_them(graph: PolicyGraph) -> None:
    assert Alternative("沈阳市", ("place",), 1) in offered(graph, "沉阳市", place="大连市")


def test_whatever_is_offered_finds_as_many_sentences_as_it_says(graph: PolicyGraph) -> None:
    searches = ("沈阳市 枢纽 火星", "大连市的航运中心", "沉阳市", "海洋经济发展规划", "航运中心有哪些目标")
    found = [one for text in searches for one in offered(graph, text)]
    assert len(found) >= len(searches)
    for one in found:
        assert 0 < one.total == graph.search(one.text).total


@pytest.mark.parametrize("text", ["火星", '"OR"', "量子", "<b>", "x" * 200])
def test_nothing_is_made_up_where_nothing_is_near(graph: PolicyGraph, text: str) -> None:
    assert offered(graph, text) == ()
