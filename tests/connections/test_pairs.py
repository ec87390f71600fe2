"""What ties each two of more than two things."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from graph.cli import app
from graph.policygraph import PolicyGraph
from tests.connections.corpus_text import TEXT


def test_more_than_two_things_show_each_pair(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳、大连与抚顺")
    assert [pair.names for pair in found.pairs] == ["沈阳市–大连市", "沈阳市–抚顺市", "大连市–抚顺市"]
    for pair in found.pairs:
        alone = graph.connect(*pair.ends)
        assert dict(pair.counts).get("task", 0) == len(alone.tasks)
        assert sum(n for _, n in pair.counts) + pair.documents == len(alone)
    assert str(found.pairs[2]) == "大连市–抚顺市：无（1份文件同时提到）"
    assert graph.connect("沈阳", "大连").pairs == ()


def test_pairs_keep_the_conditions(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳、大连与抚顺", grade="Stated")
    alone = graph.connect("沈阳", "大连", grade="Stated")
    assert dict(found.pairs[0].counts)["task"] == len(alone.tasks)


def test_the_command_line_takes_a_line_of_names_and_tells_each_pair(tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    CliRunner().invoke(app, ["build", str(TEXT), "-o", str(store)])
    told = CliRunner().invoke(app, ["connect", "沈阳市、大连市与抚顺市", "--graph", str(store)]).stdout
    assert "大连市–抚顺市：无" in told.splitlines()[3]
    as_json = json.loads(CliRunner().invoke(app, ["connect", "沈阳、大连、抚顺", "-g", str(store), "--json"]).stdout)
    assert len(as_json["pairs"]) == 3
