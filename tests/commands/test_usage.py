"""What was typed wrongly is one line that says what to do, in the language that was asked for."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from graph.cli import app

SEE = "用法见root {} --help"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["picture", "--foo"], "root picture：没有--foo；可用的有：--output, --graph"),
        (["picture", "-x"], "root picture：没有-x；可用的有：--output, --graph"),
        (["picture", "--region", "沈阳", "-o", "a.svg"], "root picture：没有--region；请用--focus"),
        (["entity"], "root entity：缺少NAME；" + SEE.format("entity")),
        (["picture"], "root picture：缺少--output, -o；" + SEE.format("picture")),
        (["entity", "沈阳", "大连"], "root entity：多出了这些词：大连；" + SEE.format("entity")),
        (["entity", "沈阳", "-g"], "root entity：多出了这些词：zh；"),
        (["picture", "-o", "a.svg", "--view", "x"], "root picture --view：不能是x，可用的有：network, matrix"),
        (["picture", "-o", "a.svg", "--most", "x"], "root picture --most：不是整数；" + SEE.format("picture")),
        (["picture", "-o", "a.svg", "--most", "0"], "root picture --most：不能小于2；" + SEE.format("picture")),
        (["entitty", "沈阳"], "root：没有entitty；可用的有：build, documents"),
        (["build", "corpus"], "root build：没有-l；可用的有：--output"),
    ],
)
def test_what_was_typed_wrongly_is_told_in_chinese_where_that_was_asked_for(words: list[str], told: str) -> None:
    found = CliRunner().invoke(app, [*words, "-l", "zh"])
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith(told)
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize("spelled", [["--language", "zh"], ["--language=zh"], ["-lzh"], ["-l", "en", "-l", "zh"]])
def test_the_language_is_asked_for_in_every_spelling_of_its_option(spelled: list[str]) -> None:
    assert CliRunner().invoke(app, ["entity", *spelled]).stderr.startswith("root entity：缺少NAME")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["entity"], "root entity: NAME is missing; see: root entity --help\n"),
        (["entity", "-l"], "root entity: -l lacks its value; see: root entity --help\n"),
        (
            ["entity", "沈阳", "-l", "fr"],
            "root entity --language, -l: fr is not one of zh, en; see: root entity --help\n",
        ),
    ],
)
def test_where_no_language_was_asked_for_it_is_one_line_of_english(words: list[str], told: str) -> None:
    found = CliRunner().invoke(app, words)
    assert (found.exit_code, found.stderr) == (2, told)


def test_without_a_word_the_commands_are_listed() -> None:
    assert "Commands:" in CliRunner().invoke(app, []).output
