"""What results show of themselves at a plain Python prompt: a sentence and a few rows, never all they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import PolicyGraph

CORPUS = Path(__file__).parents[2] / "corpus"
_MOST = 1500
"""Characters that fill a window of a terminal."""


@pytest.fixture(scope="module")
def g() -> PolicyGraph:
    """Return the graph of the corpus."""
    return PolicyGraph.build(CORPUS)


@pytest.fixture(scope="module")
def results(g: PolicyGraph) -> dict[str, object]:
    """Return what the calls of a first session give, and what stands inside of it."""
    ties, reply, thing = g.connect("沈阳", "大连"), g.ask("哪些任务连接沈阳和大连？"), g.entity("沈阳")
    return {
        "graph": g,
        "connect": ties,
        "ways": ties.ways,
        "task": ties.tasks[0],
        "hops": ties.tasks[0].hops,
        "quotes": ties.tasks[0].quotes,
        "nothing ties": g.connect("沈阳", "大连", relations=["issuedBy"]),
        "ask": reply,
        "answer": reply.answer,
        "not understood": g.ask("天气"),
        "offers": g.ask("天气").offers,
        "entity": thing,
        "statement": thing.statements[0],
        "question": g.questions()[0],
        "questions": g.questions(),
        "choices": g.choices("tasks-of-place", "place"),
        "table": g.run("SELECT * { ?s ?p ?o }"),
    }


def test_every_result_fits_a_window(results: dict[str, object]) -> None:
    assert {name: len(repr(one)) for name, one in results.items() if len(repr(one)) > _MOST} == {}


def test_a_connection_says_its_answer_in_both_languages_then_its_best_ways(g: PolicyGraph) -> None:
    found = g.connect("沈阳", "大连")
    lines = repr(found).splitlines()
    assert lines[:2] == [found.answer("zh"), found.answer("en")]
    assert "支持沈阳、大连率先发展" in lines[5]
    assert lines[-1] == f"… {len(found) - 8} more: .table, .tasks, .shared, .paths"


def test_values_that_can_be_chosen_show_their_first_and_how_many_more(g: PolicyGraph) -> None:
    found = g.choices("tasks-of-place", "place")
    lines = repr(found).splitlines()
    assert lines[:2] == [f"{len(found)}:", f"  <{found[0].label}: {found[0].count}>"]
    assert lines[-1].startswith(f"  … {len(found) - 10} more")


def test_a_connection_of_nothing_says_why(g: PolicyGraph) -> None:
    found = g.connect("沈阳", "大连", relations=["issuedBy"])
    assert repr(found).splitlines()[2:] == found.explanation.text("zh").splitlines()


def test_an_answer_says_which_question_it_took_its_sentence_and_its_first_rows(g: PolicyGraph) -> None:
    reply = g.ask("哪些任务连接沈阳和大连？")
    lines = repr(reply).splitlines()
    assert lines[:2] == [reply.taken, reply.sentence]
    assert lines[3].split()[:2] == ["任务", "等级"]


def test_what_is_not_understood_offers_questions(g: PolicyGraph) -> None:
    lines = repr(g.ask("What is the weather?")).splitlines()
    assert lines[1] == "You can ask:"
    assert len(lines) > 2


def test_a_graph_says_what_it_holds(g: PolicyGraph) -> None:
    assert "1份文件" in repr(g)
    assert "Documents: 1" in repr(g)


def test_a_graph_that_was_closed_still_has_a_name() -> None:
    graph = PolicyGraph.open("memory")
    graph.close()
    assert repr(graph) == "<PolicyGraph memory: this graph was closed; open it again>"


def test_all_of_it_stays_within_reach(g: PolicyGraph) -> None:
    found = g.connect("沈阳", "大连")
    assert len(found.table) > len(repr(found).splitlines())


def test_no_result_steers_the_terminal(tmp_path: Path) -> None:
    text = tmp_path / "notice.txt"
    text.write_text(
        "关于沈阳的通知\n\n沈阳市建设“\x1b[2J\u202e国际\u0007”物流中心，支持沈阳、大连发展。\n", encoding="utf-8"
    )
    graph = PolicyGraph.build(text)
    thing = graph.entity("沈阳")
    for one in (graph, thing, *thing.statements, *(quote for said in thing.statements for quote in said.quotes)):
        assert [char for char in repr(one) if not char.isprintable() and char != "\n"] == []
