"""How a connection is shown: its query, its table, its graph, its sentences, in a notebook and on the command line."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
import rdflib
from typer.testing import CliRunner

from graph.cli import app
from graph.policygraph import PolicyGraph
from tests.connections.corpus_text import SAID, TEXT, labels

CONDITIONS = [
    {"grade": grade, "level": level, "through": through, "hubs": hubs}
    for grade, level, through, hubs in product(
        ["", "Listed", "Inherited"], ["member", "group"], [(), ("Action",), ("KeyTask", "TaskArea")], [False, True]
    )
]


@pytest.mark.parametrize("conditions", CONDITIONS)
def test_the_query_behind_the_headline_gives_the_tasks(graph: PolicyGraph, conditions: dict[str, object]) -> None:
    found = graph.connect("沈阳", "大连", **conditions)  # type: ignore[arg-type]
    assert sorted(labels(found.tasks)) == sorted(str(row["label"]) for row in graph.rows(found.sparql))


def test_the_query_runs_elsewhere_without_the_projects_prefixes(graph: PolicyGraph, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    assert CliRunner().invoke(app, ["build", str(TEXT), "-o", str(file)]).exit_code == 0
    found = graph.connect("沈阳", "大连")
    answers = rdflib.Graph().parse(file).query(found.sparql)
    assert {str(row.asdict()["label"]) for row in answers} == set(labels(found.tasks))  # type: ignore[union-attr]


def test_the_table_has_a_row_for_each_hop_with_its_quote(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连")
    table = found.table
    assert len(table) == sum(way.length for way in found.all)
    assert "支持沈阳、大连率先发展" in set(table["quote"])
    assert list(table["rank"]) == sorted(table["rank"])


def test_the_graph_of_the_answer_holds_its_hops(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连")
    drawn = found.graph
    ends = [node for node, end in drawn.nodes(data="end") if end]
    assert sorted(ends) == sorted(str(node.iri) for node in found.ends)
    assert {key for _, _, key in drawn.edges(keys=True)} == {hop.statement for way in found.all for hop in way.hops}


def test_the_sentences_are_those_of_the_text(graph: PolicyGraph) -> None:
    sentences = graph.connect("沈阳", "大连").sentences
    assert len(set(sentences)) == len(sentences) > 1
    assert all(sentence in SAID for sentence in sentences)


def test_a_hostile_text_is_shown_and_never_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("支持沈阳、大连“<script>alert(1)</script>`x`|”联动发展。", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        found = graph.connect("沈阳", "大连")
        assert found.all
        assert "<script" not in found._repr_html_()
        assert "<script" not in found._repr_markdown_().split("````")[0]


def test_a_notebook_shows_answer_quotes_and_query(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连")
    for page in (found._repr_html_(), found._repr_markdown_()):
        assert "支持沈阳、大连率先发展" in page
        assert "SELECT" in page


def test_the_command_line_gives_the_same_answer_as_python(graph: PolicyGraph, tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    assert CliRunner().invoke(app, ["build", str(TEXT), "-o", str(store)]).exit_code == 0
    said = CliRunner().invoke(app, ["connect", "沈阳", "大连", "-g", str(store), "--grade", "Listed", "--json"])
    expected = json.dumps(graph.connect("沈阳", "大连", grade="Listed").as_json())
    assert json.loads(said.stdout) == json.loads(expected)
    plain = CliRunner().invoke(app, ["connect", "Shenyang", "Dalian", "-g", str(store), "-l", "en"])
    assert plain.stdout.startswith(graph.connect("沈阳", "大连").answer("en"))


def test_relations_and_grades_are_named_in_the_language_of_the_answer(graph: PolicyGraph, tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    assert CliRunner().invoke(app, ["build", str(TEXT), "-o", str(store)]).exit_code == 0
    chinese = CliRunner().invoke(app, ["connect", "沈阳", "大连", "-g", str(store)]).stdout
    english = CliRunner().invoke(app, ["connect", "沈阳", "大连", "-g", str(store), "-l", "en"]).stdout
    assert "支持沈阳、大连率先发展 涉及 沈阳市（明文）" in chinese
    assert "支持沈阳、大连率先发展 involves 沈阳市 (stated)" in english
    assert "1. task: 支持沈阳、大连率先发展 [stated, 1 independent sentence]" in english
    found = graph.connect("沈阳", "大连")
    pages = (found._repr_html_().split("<details")[0], found._repr_markdown_().split("````")[0])
    for shown in (chinese, *pages):
        assert not {word for word in ("involves", "hasPositioning", "Stated", "Listed", "Inherited") if word in shown}


def test_an_explanation_names_relations_in_its_language(graph: PolicyGraph) -> None:
    explanation = graph.connect("抚顺", "海洋经济").explanation
    assert "抚顺市（地级行政区）" in explanation.text("zh")
    assert "涉及 " in explanation.text("zh")
    assert "抚顺市 (city)" in explanation.text("en")
