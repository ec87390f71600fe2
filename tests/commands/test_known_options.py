"""An option that a command does not have is told with those that it has."""

from __future__ import annotations

from typing import get_args

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.pictured import View


@pytest.mark.parametrize("words", [["picture", "--scale", "2", "-o", "a.svg"], ["export", "--matrix=x", "-o", "a.csv"]])
def test_an_unknown_option_is_told_with_those_that_there_are(words: list[str]) -> None:
    found = CliRunner().invoke(app, words)
    assert found.exit_code == 2
    said = " ".join(found.output.split())
    assert f"there is no {words[1].partition('=')[0]}; use one of --output" in said
    assert "--focus" in said


@pytest.mark.parametrize("command", ["picture", "briefing", "export"])
def test_who_asks_for_a_region_is_told_which_option_takes_it(command: str) -> None:
    found = CliRunner().invoke(app, [command, "--region", "沈阳现代化都市圈", "-o", "a.svg"])
    assert found.exit_code == 2
    assert "there is no --region; use --focus: " in " ".join(found.output.split())


@pytest.mark.parametrize("view", get_args(View))
def test_who_asks_for_a_view_by_its_name_is_told_how_to_say_it(view: str) -> None:
    found = CliRunner().invoke(app, ["picture", f"--{view}", "-o", "a.svg"])
    assert f"there is no --{view}; use --view: " in " ".join(found.output.split())


def test_a_value_may_look_like_an_option() -> None:
    found = CliRunner().invoke(app, ["briefing", "-q", "--region", "-o", "a.md", "-g", "no such.db"])
    assert "there is no" not in found.output
