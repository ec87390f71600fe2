"""A question about several years or indicators at once is answered for each, or says for which it has no answer."""

from __future__ import annotations

import pytest

from graph.policygraph import PolicyGraph

TEXT = """湖北省规划

到2030年，湖北省地区生产总值达到8万亿元。
到2027年，襄阳市地区生产总值达到8000亿元。到2030年，襄阳市、宜昌市地区生产总值分别达到1万亿元、9000亿元。襄阳市森林覆盖率达到46%。
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """Return the graph of one plan."""
    path = tmp_path_factory.mktemp("texts") / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return PolicyGraph.build(path)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("襄阳市2027年和2030年的GDP目标分别是多少？", ["8000", "10000"]),
        ("What are the GDP targets of Xiangyang for 2027 and 2030, respectively?", ["8000", "10000"]),
        ("襄阳市的地区生产总值和森林覆盖率目标分别是多少？", ["8000", "10000", "46"]),
    ],
)
def test_both_halves_are_answered_with_their_quotes(plan: PolicyGraph, question: str, values: list[str]) -> None:
    answer = plan.ask(question).answer
    assert answer is not None
    assert all(value in answer.sentence for value in values)
    assert len(answer.lines) == len(values)
    assert all(line.proofs for line in answer.lines)
    assert len({row[0] for row in answer.rows()}) == 2


@pytest.mark.parametrize(
    "question", ["襄阳市2027年和2028年的地区生产总值目标分别是多少？", "湖北省2026年和2030年的GDP目标分别是多少？"]
)
def test_a_half_without_an_answer_is_named(plan: PolicyGraph, question: str) -> None:
    reply = plan.ask(question)
    assert reply.answer is not None
    assert "没有为" in reply.sentence
    assert len(reply.answer.lines) == 1


def test_the_query_of_both_halves_gives_the_lines_of_both(plan: PolicyGraph) -> None:
    reply = plan.ask("襄阳市2027年和2030年的GDP目标分别是多少？")
    assert len(plan.rows(reply.sparql)) == 2


def test_what_differs_between_two_years_is_not_answered_with_each(plan: PolicyGraph) -> None:
    assert plan.ask("襄阳市2027年和2030年的GDP目标相差多少？").answer is None


def test_a_province_is_answered_with_its_own_target_before_those_of_its_cities(plan: PolicyGraph) -> None:
    answer = plan.ask("湖北省2030年的GDP目标是多少？").answer
    assert answer is not None
    assert "80000" in answer.sentence
    assert len(answer.lines) == 1
