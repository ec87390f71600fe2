"""`policygraph diff`, over texts, files, stores and servers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph import GraphError, PolicyGraph
from graph.cli import app
from tests.server.serving import served

HERE = Path(__file__).parent
FIRST, SECOND = HERE / "plan-first.txt", HERE / "plan-second.txt"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["diff", *map(str, arguments)])


def test_two_texts_are_compared_as_they_are() -> None:
    said = run(FIRST, SECOND, "--language", "en").stdout
    assert "changed 4 · added 7 · dropped 7" in said
    assert "changed 宜昌市 · has target · 制造业增加值占地区生产总值比重 · target value: ≥28% → ≥31%" in said
    assert "− 到2025年，宜昌市制造业增加值占地区生产总值比重达到28%。" in said


def test_texts_a_file_a_store_and_a_server_give_the_same(tmp_path: Path) -> None:
    wanted = run(FIRST, SECOND, "--format", "json").stdout
    PolicyGraph.build(SECOND, to=tmp_path / "second.db").close()
    PolicyGraph.build(HERE, to=tmp_path / "both.db").close()
    assert CliRunner().invoke(app, ["build", str(FIRST), "-o", str(tmp_path / "first.ttl")]).exit_code == 0
    assert run(tmp_path / "first.ttl", tmp_path / "second.db", "--format", "json").stdout == wanted
    documents = ("yichang-plan-first", "yichang-plan-second")
    assert run(*documents, "--graph", tmp_path / "both.db", "--format", "json").stdout == wanted
    with served(tmp_path / "both.db") as running:
        assert run(*documents, "--graph", running.endpoint, "--format", "json").stdout == wanted


def test_markdown_is_a_page_with_a_table_for_each_kind_of_change() -> None:
    said = run(FIRST, SECOND, "-f", "markdown", "-l", "en").stdout
    assert [line for line in said.splitlines() if line.startswith("#")][1:] == ["## changed", "## added", "## dropped"]


def test_a_text_that_cannot_be_read_beside_one_that_can_is_told_with_exit_code_2(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "plan.txt").write_bytes(FIRST.read_bytes())
    (folder / "empty.txt").touch()
    done = run(folder, SECOND)
    assert done.exit_code == 2
    assert "empty.txt: the file is empty" in done.stderr
    assert "变动 4" in done.stdout


def test_a_graph_that_is_not_there_is_one_line() -> None:
    done = run("no-such.ttl", SECOND)
    assert isinstance(done.exception, GraphError)
    assert "no such graph" in str(done.exception)


@pytest.mark.parametrize("form", ["json", "table"])
def test_the_same_twice_says_the_same(form: str) -> None:
    assert run(FIRST, SECOND, "-f", form).stdout == run(FIRST, SECOND, "-f", form).stdout
    assert json.loads(run(FIRST, FIRST, "-f", "json").stdout)["changes"] == []
