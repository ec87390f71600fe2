"""What a connection says where nothing ties its ends, or where it cannot be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.policygraph import PolicyGraph


def test_an_empty_answer_says_which_condition_removed_what(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连", through=["Organization"])
    assert not found.all
    assert "没有把沈阳市与大连市联系起来" in found.answer()
    assert f"Without the condition through: {len(graph.connect('沈阳', '大连'))} more." in found.explanation.text("en")


def test_an_empty_answer_tells_what_each_end_has_and_where_the_names_stand_closest(graph: PolicyGraph) -> None:
    found = graph.connect("抚顺", "京津冀", length=1, relations=["involves"])
    explanation = found.explanation.text("en")
    assert not found.all
    assert "抚顺市 (city): involves 1" in explanation
    assert "京津冀 (region): involves" in explanation
    assert found.explanation.closest is not None
    assert "沈抚" in str(found.explanation)


def test_an_empty_answer_offers_the_nearest_question_that_has_one(graph: PolicyGraph) -> None:
    found = graph.connect("抚顺", "辽东绿色经济区")
    assert not found.tasks
    offered = {(end.label, other.label): count for end, other, count in found.explanation.partners}
    assert offered["抚顺市", "沈阳市"] == len(graph.connect("抚顺", "沈阳").tasks)


def test_a_graph_without_a_common_document_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("沈阳打造区域性金融中心。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("大连打造国际物流中心。", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        explanation = graph.connect("沈阳", "大连", relations=["hasPositioning"]).explanation
    assert "No document names all of them." in explanation.text("en")


@pytest.mark.parametrize(
    ("names", "options", "reason"),
    [
        (("沈阳",), {}, "a connection needs two things that differ"),
        (("沈阳", "Shenyang"), {}, "a connection needs two things that differ"),
        (("沈阳", "无此地"), {}, "no such name in this graph"),
        (("沈阳", "大连"), {"grade": "best"}, "no such grade"),
        (("沈阳", "大连"), {"relations": ["near"]}, "no such relation"),
        (("沈阳", "大连"), {"through": ["Town"]}, "no such class"),
        (("沈阳", "大连"), {"length": 9}, "a path has so many hops"),
        (("沈阳", "大连"), {"documents": ["other"]}, "no such document in this graph"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(
    graph: PolicyGraph, names: tuple[str, ...], options: dict[str, object], reason: str
) -> None:
    with pytest.raises(GraphError, match=reason) as told:
        graph.connect(*names, **options)  # type: ignore[arg-type]
    assert "\n" not in str(told.value)
