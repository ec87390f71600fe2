"""Each question answers with a sentence, a table and exact proof."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from graph.errors import GraphError
from graph.policygraph import PolicyGraph
from graph.questions.answer import answer
from graph.questions.catalogue import Question, questions
from graph.questions.choices import choices

TEXT = (Path(__file__).parents[2] / "corpus" / "liaoning-interpretation.txt").read_text(encoding="utf-8")
EACH = pytest.mark.parametrize("one", questions(), ids=lambda one: one.id)


def first_values(graph: PolicyGraph, one: Question) -> dict[str, URIRef | Literal] | None:
    """Return values that have an answer; none where the graph has none."""
    values: dict[str, URIRef | Literal] = {}
    for parameter in one.parameters:
        offered = choices(graph, one, parameter.name, values, limit=1)
        if not offered:
            return None
        values[parameter.name] = offered[0].value
    return values


@EACH
def test_every_question_answers_on_the_corpus_with_exact_quotes(corpus: PolicyGraph, one: Question) -> None:
    values = first_values(corpus, one)
    if values is None:
        values = {parameter.name: URIRef(f"urn:none:{parameter.name}") for parameter in one.parameters}
    found = answer(corpus, one, values)
    assert found.sentences["zh"]
    assert found.sentences["en"]
    for proof in found.evidence:
        assert TEXT[proof.start : proof.end] == proof.quote


@EACH
def test_every_question_says_that_an_empty_graph_has_no_answer(empty: PolicyGraph, one: Question) -> None:
    found = answer(empty, one, {parameter.name: URIRef("urn:x") for parameter in one.parameters})
    assert (found.lines, found.evidence) == ((), ())
    assert found.sentences["en"] == one.forms["en"].none.format_map(
        {parameter.name: "urn:x" for parameter in one.parameters}
    )


@EACH
def test_what_is_offered_has_an_answer_and_as_many_as_it_says(
    corpus: PolicyGraph, several: PolicyGraph, one: Question
) -> None:
    for graph in (corpus, several):
        values = first_values(graph, one)
        if values and one.parameters:
            last = one.parameters[-1].name
            given = {name: value for name, value in values.items() if name != last}
            offered = choices(graph, one, last, given)
            found = answer(graph, one, values)
            rows = graph.rows(one.filled(values))
            told = len({row[one.counts] for row in rows if one.counts in row})
            # Of two places the answer holds both; what is offered counts those of the one that is to be chosen.
            assert told >= offered[0].count if OF_BOTH in one.id else told == offered[0].count
            assert found.lines


def test_most_questions_have_an_answer_on_a_small_graph(corpus: PolicyGraph, several: PolicyGraph) -> None:
    silent = [
        one.id
        for one in questions()
        if not any((values := first_values(graph, one)) is not None and answer(graph, one, values).lines
                   for graph in (corpus, several))
    ]  # fmt: skip
    assert set(silent) <= {
        "goals-of-place",
        "unresolved-names",
        "what-is-defined-in-text",
        "number-of-document",
        "indicator-of-two-places-and-year",
        "highest-growth-of-place-and-year",
    }


def test_the_query_of_an_answer_runs_as_it_stands(corpus: PolicyGraph) -> None:
    found = corpus.answer("tasks-linking-two-places", first="沈阳", second="Dalian")
    assert "$" not in found.sparql
    assert "city:沈阳市" in found.sparql
    tasks = {str(row["taskLabel"]) for row in corpus.rows(found.sparql)}
    assert tasks == {row[0] for row in found.rows()}
    assert "支持沈阳、大连率先发展" in tasks
    assert "加强“双核”协同联动" in tasks


def test_both_cities_meet_at_what_the_text_says_of_both(corpus: PolicyGraph) -> None:
    found = corpus.answer("places-with-positioning", positioning="区域性金融中心")
    assert [row[0] for row in found.rows()] == ["大连市", "沈阳市"]
    assert found.sentence == "有2个地方的功能定位都是区域性金融中心：大连市、沈阳市。"


def test_a_group_is_held_against_its_own_name(corpus: PolicyGraph) -> None:
    found = corpus.answer("members-of-group", "en", group="双核")
    assert found.sentence == "双核 has 2 listed members: 沈阳市, 大连市 (declared: 2)."


def test_a_section_is_held_against_the_numbers_it_states(corpus: PolicyGraph) -> None:
    rows = corpus.answer("declared-and-listed-tasks", "en").rows()
    assert ("加快建设沈阳现代化都市圈", "task area", "7", "7") in rows
    assert ("加快建设沈阳现代化都市圈", "key task", "17", "3") in rows


def test_two_documents_are_held_against_each_other(several: PolicyGraph) -> None:
    both = several.answer("said-by-both-documents", first="沈阳规划", second="大连规划")
    assert ("沈阳市", "功能定位为", "区域性金融中心") in both.rows()
    only = several.answer("said-by-one-document", document="大连规划", other="沈阳规划")
    assert ("抚顺市", "功能定位为", "国家物流枢纽") in only.rows()
    assert not set(both.rows()) & set(only.rows())


def test_who_is_responsible_is_told(several: PolicyGraph) -> None:
    found = several.answer("organizations-of-task", "en", task="推进沈抚同城化发展")
    assert found.rows() == [("辽宁省发展和改革委员会", "responsible organization", "")]


def test_a_target_stands_under_its_year(several: PolicyGraph) -> None:
    rows = several.answer("targets-of-year", year=2025).rows()
    assert {(row[0], row[2], row[4], row[5]) for row in rows} == {("沈阳市", "地区生产总值", "10000", "亿元")}


def test_the_table_has_labels_and_types(corpus: PolicyGraph) -> None:
    table = corpus.answer("targets-of-place", place="辽东绿色经济区").table
    assert list(table["value"]) == [7.7]
    assert list(table["indicatorLabel"]) == ["森林蓄积量增长"]


def test_a_label_is_never_markup() -> None:
    graph = PolicyGraph.open("memory")
    graph.update(
        "INSERT DATA { <urn:g> a pol:PlaceGroup ; skos:prefLabel '<script>x</script>|**b**'@zh ; pol:declaredSize 2 }"
    )
    found = graph.answer("declared-and-listed-members")
    assert found.rows() == [("<script>x</script>|**b**", "2", "0")]
    assert "&lt;script&gt;" in found._repr_html_()
    assert "<script" not in found._repr_html_()
    assert "\\<script\\>x\\</script\\>\\|\\*\\*b\\*\\*" in found._repr_markdown_()


OF_BOTH = "of-two-places"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "it needs a value for place"),
        ({"city": "沈阳"}, "it has no parameter city"),
        ({"place": "沈阴"}, "no such name in this graph"),
    ],
)
def test_a_wrong_value_is_one_line(corpus: PolicyGraph, values: dict[str, str], reason: str) -> None:
    with pytest.raises(GraphError, match=reason):
        corpus.answer("tasks-of-place", **values)  # type: ignore[arg-type]


def test_a_year_must_be_a_number(corpus: PolicyGraph) -> None:
    with pytest.raises(GraphError, match="not a year"):
        corpus.answer("targets-of-year", year="soon")
