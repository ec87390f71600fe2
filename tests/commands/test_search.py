"""`policygraph search`: a person's words on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import GraphError, PolicyGraph
from graph.cli import app

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that holds the corpus."""
    folder = tmp_path_factory.mktemp("stores") / "policy.db"
    PolicyGraph.build(CORPUS, to=folder).close()
    return folder


def run(*arguments: str | Path) -> str:
    """Return what a command writes; raises GraphError as the program would tell it."""
    result = CliRunner().invoke(app, ["search", *map(str, arguments)])
    if result.exception is not None:
        raise result.exception
    return result.stdout


def test_a_hit_is_told_with_its_words_marked_its_place_and_its_facts(store: Path) -> None:
    said = run(store, "金融中心", "沈阳")
    assert said.startswith("“金融中心 沈阳”：共")
    assert "【金融中心】" in said
    assert "liaoning-interpretation" in said
    assert "沈阳市 — 功能定位为 → 区域性金融中心 (" in said


def test_python_and_the_command_line_find_the_same(store: Path) -> None:
    told = json.loads(
        run(store, "发展", "--place", "沈阳", "--level", "省", "--kind", "Interpretation", "--limit", "3", "--json")
    )
    with PolicyGraph.open(store) as graph:
        found = graph.search("发展", place="沈阳市", level="province", kind="政策解读", limit=3)
    assert told == json.loads(json.dumps(found.as_json()))
    assert told["total"] > len(told["hits"]) == 3


def test_relations_are_named_in_the_language_that_was_asked_for(store: Path) -> None:
    assert "— has positioning → " in run(store, "金融中心", "-l", "en")


def test_a_word_that_opens_like_an_option_is_searched_behind_two_dashes(store: Path) -> None:
    assert "共0句" in run(store, "--", "--力争OR")


@pytest.mark.parametrize("words", ["*", "“”", "-"])
def test_words_without_a_word_are_one_line(store: Path, words: str) -> None:
    with pytest.raises(GraphError, match="no word to look for; give at least one character or number"):
        run(store, "--", words)
