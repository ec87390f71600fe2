"""A mistake on the command line is one line in the language that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import GraphError
from graph.cli import app

TEXT = Path(__file__).parents[1] / "comparison" / "plan-first.txt"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a graph of one text."""
    path = tmp_path_factory.mktemp("told") / "graph.nq"
    assert CliRunner().invoke(app, ["build", str(TEXT), "-o", str(path)]).exit_code == 0
    return path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["entity", "火星", "-g", "GRAPH"], "火星：图中没有这个名称；最接近的有："),
        (["connect", "宜昌", "火星", "-g", "GRAPH"], "火星：图中没有这个名称；最接近的有："),
        (["search", "GRAPH", "。"], "检索：没有要找的词；请至少给出一个字或数字"),
        (["search", "GRAPH", "宜昌", "--level", "x"], "x：没有这个级别；可用"),
        (["picture", "-o", "a.gif", "-g", "GRAPH"], "a.gif：文件名的后缀不是图的格式；可用"),
        (
            ["picture", "-o", "a.svg", "--view", "timeline", "-f", "宜昌", "-g", "GRAPH"],
            "--view timeline：显示全部地方；请去掉--focus",
        ),
        (["export", "-o", "a.txt", "-g", "GRAPH"], "a.txt：文件名的后缀不是可导出的格式；可用"),
        (["briefing", "-o", "a.md", "-d", "火星", "-g", "GRAPH"], "火星：图中没有这份文件；可用"),
        (["questions", "火星", "-g", "GRAPH"], "火星：没有这个问题；请用policygraph questions查看全部"),
    ],
)
def test_a_mistake_is_told_in_chinese_where_that_was_asked_for(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    given = [str(graph) if word == "GRAPH" else word for word in words]
    found = CliRunner().invoke(app, [*given, "-l", "zh"])
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith(told)
    assert len(found.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_graph_that_is_not_there_is_told_in_both_languages() -> None:
    zh, en = (CliRunner().invoke(app, ["summary", "none.db", "-l", language]) for language in ("zh", "en"))
    assert (zh.exit_code, zh.stderr) == (2, "none.db：没有这个图；可以这样生成：policygraph build PATH -o none.db\n")
    assert (en.exit_code, en.stderr) == (2, "none.db: no such graph; make it with: policygraph build PATH -o none.db\n")


def test_where_no_language_was_asked_for_it_is_told_in_english(graph: Path) -> None:
    found = CliRunner().invoke(app, ["entity", "火星", "-g", str(graph)])
    assert isinstance(found.exception, GraphError)
