"""What a person types, as the ends of a connection: one name, or several in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.policygraph import PolicyGraph


@pytest.mark.parametrize(
    "line",
    [
        "沈阳市、大连市与抚顺市",
        "沈阳，大连和抚顺",
        "沈阳 大连 抚顺",
        "沈阳–大连–抚顺",
        "Shenyang, Dalian and Fushun",
        "沈阳；大连/抚顺",
    ],
)
def test_a_line_that_lists_names_is_understood_as_several_ends(graph: PolicyGraph, line: str) -> None:
    assert [node.label for node in graph.connect(line).ends] == ["沈阳市", "大连市", "抚顺市"]


def test_a_name_that_holds_a_word_between_names_stays_one_name(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text("呼和浩特市建设区域性物流中心。支持呼和浩特、包头发展。\n", encoding="utf-8")
    with PolicyGraph.build(text) as built:
        assert [node.label for node in built.connect("呼和浩特和包头").ends] == ["呼和浩特市", "包头市"]


def test_a_line_with_an_unknown_name_is_refused_for_that_name(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match=r"^火星: no such name"):
        graph.connect("沈阳、火星与大连")


def test_a_line_without_any_name_is_refused_as_a_whole(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match=r"^金星和火星: no such name"):
        graph.connect("金星和火星", "沈阳")
