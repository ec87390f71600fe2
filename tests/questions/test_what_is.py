"""«What is X» is answered with what the texts say that X is, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.policygraph import PolicyGraph

TEXT = """沈阳规划

沈阳市建设国家中心城市。沈阳都市圈是指以沈阳市为中心的城市群。沈阳都市圈建设现代化都市圈。沈阳市是否扩大，另行研究。
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """Return the graph of one plan."""
    path = tmp_path_factory.mktemp("texts") / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return PolicyGraph.build(path)


def test_the_sentence_that_defines_a_thing_is_the_answer(plan: PolicyGraph) -> None:
    reply = plan.ask("什么是沈阳都市圈？")
    assert reply.sentence == "沈阳都市圈是指以沈阳市为中心的城市群。"
    assert [proof.quote for proof in reply.evidence] == [reply.sentence]


def test_what_no_sentence_defines_is_told_by_its_kind_and_roles(plan: PolicyGraph) -> None:
    reply = plan.ask("什么是沈阳市？")
    assert reply.sentence == "沈阳市是地级行政区，功能定位为：国家中心城市。"
    assert [proof.quote for proof in reply.evidence] == ["沈阳市建设国家中心城市"]


@pytest.mark.parametrize(
    "said", ["沈阳市是在东北的城市。", "沈阳市是不是扩大，另行研究。", "沈阳市是否扩大，另行研究。"]
)
def test_what_only_looks_like_a_definition_is_none(said: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"沈阳规划\n\n{said}沈阳市是辽宁省省会。\n", encoding="utf-8")
    assert PolicyGraph.build(path).ask("什么是沈阳市？").sentence == "沈阳市是辽宁省省会。"


@pytest.mark.parametrize("question", ["What is Shenyang supposed to do?", "沈阳市的投资是什么", "沈阳市的市长是什么人"])
def test_who_asks_something_else_of_a_thing_is_not_told_what_it_is(plan: PolicyGraph, question: str) -> None:
    answer = plan.ask(question).answer
    assert answer is None or not answer.question.id.startswith("what-is")


def test_what_the_texts_do_not_name_is_declined(plan: PolicyGraph) -> None:
    assert plan.ask("什么是碳中和？").answer is None
