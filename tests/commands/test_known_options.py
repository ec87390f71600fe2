"""An option that a command does not have is told with those that it has."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from graph.cli import app


@pytest.mark.parametrize(
    "words", [["picture", "--region", "沈阳", "-o", "a.svg"], ["export", "--matrix=x", "-o", "a.csv"]]
)
def test_an_unknown_option_is_told_with_those_that_there_are(words: list[str]) -> None:
    found = CliRunner().invoke(app, words)
    assert found.exit_code == 2
    said = " ".join(found.output.split())
    assert f"there is no {words[1].partition('=')[0]}; use one of --output" in said
    assert "--focus" in said


def test_a_value_may_look_like_an_option() -> None:
    found = CliRunner().invoke(app, ["briefing", "-q", "--region", "-o", "a.md", "-g", "no such.db"])
    assert "there is no" not in found.output
