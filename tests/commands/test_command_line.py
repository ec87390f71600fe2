"""The command line as a person uses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from graph.cli import app, main
from graph.corpus import assembly
from graph.corpus import build as corpus
from tests.rdf.facts_made_up import TEXT, made_up_facts

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a text, whose facts are those made by hand."""
    for module in (assembly, corpus):
        monkeypatch.setattr(module, "extract", lambda document, *_: made_up_facts(document.id, document.text))
    path = tmp_path / "made-up.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str) -> None:
    section = PAGE.split(f"## `policygraph {command}", 1)[1].split("\n## ", 1)[0]
    for parameter in COMMANDS[command].params:
        for option in parameter.opts:
            if option.startswith("-") and option != "--help":
                assert f"`{option}`" in section


def test_every_documented_command_exists() -> None:
    documented = [line.split()[2] for line in PAGE.splitlines() if line.startswith("## `policygraph ")]
    assert documented == list(COMMANDS)


def test_build_check_and_summary_work_together(text: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    assert run("build", text, "-o", graph) == (0, f"{graph}: 1 built, 0 unchanged, 0 problems\n", "")
    assert run("check", graph) == (0, f"{graph}: 12 assertions, 16 quotes, 0 violations, 0 warnings\n", "")
    assert "共12条论断" in run("summary", graph)[1]
    assert "It makes 12 assertions" in run("summary", graph, "--language", "en")[1]


def test_summary_takes_a_text_too(text: Path) -> None:
    assert json.loads(run("summary", text, "--json")[1])["predicates"]["involves"] == 3


def test_build_reports_as_json(text: Path, tmp_path: Path) -> None:
    said = json.loads(run("build", text, "-o", tmp_path / "graph.nq", "--json")[1])
    assert [name.rpartition("-")[0] for name in said["built"]] == ["made-up"]


def test_build_names_each_text_that_failed_with_its_reason(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "a", "text": "沈阳。"}\n{broken\n', encoding="utf-8")
    code, out, _ = run("build", bad, "-o", tmp_path / "graph.nq", "--json")
    assert code == 2
    reason = "it is not JSON; write one object a line, in UTF-8"
    assert json.loads(out)["failed"] == [{"text": f"{bad}, line 2", "reason": reason}]


def test_on_a_terminal_a_build_shows_how_many_are_done_and_how_fast(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text("".join(f'{{"id": "{n}", "text": "沈阳。{n}"}}\n' for n in range(3)), encoding="utf-8")
    parent, child = os.openpty()
    command = [
        sys.executable,
        "-m",
        "graph.cli",
        "build",
        str(texts),
        str(tmp_path / "none"),
        "-o",
        str(tmp_path / "a.nq"),
    ]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=child, check=False)
    os.close(child)
    shown = os.read(parent, 100_000).decode()
    os.close(parent)
    assert done.returncode == 2
    assert "4/4" in shown
    assert " texts/s" in shown


def test_on_a_terminal_what_is_taken_away_is_told_while_it_is_made_and_the_line_goes(
    text: Path, tmp_path: Path
) -> None:
    assert run("build", text, "-o", tmp_path / "a.nq")[0] == 0
    parent, child = os.openpty()
    for words in (["picture", "-o", "a\nb.svg"], ["briefing", "-o", "a.md"]):
        command = [sys.executable, "-m", "graph.cli", *words, "-g", "a.nq"]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=subprocess.PIPE,
            stderr=child,
            check=False,
        )
        assert done.returncode == 0
        shown = os.read(parent, 100_000).decode()
        assert f"making {words[2].replace(chr(10), ' ')}: 0 s" in shown
        assert shown.endswith("\r\x1b[K")
    os.close(child)
    os.close(parent)


def test_a_bad_file_is_one_line_and_exit_code_2_and_the_others_go_on(text: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    code, out, err = run("build", text, tmp_path / "empty.txt", "-o", tmp_path / "graph.ttl")
    assert (code, out) == (2, f"{tmp_path / 'graph.ttl'}: 1 built, 0 unchanged, 1 problem, 1 text failed\n")
    assert err.startswith(str(tmp_path / "empty.txt"))
    assert len(err.splitlines()) == 1


def test_check_refuses_a_graph_whose_quote_was_changed(text: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    run("build", text, "-o", graph)
    graph.write_text(
        graph.read_text(encoding="utf-8").replace('pol:exact "双核"', 'pol:exact "三核"'), encoding="utf-8"
    )
    code, out, _ = run("check", graph)
    assert code == 2
    assert "quote-is-the-text" in out


def test_extract_writes_json_lines(text: Path) -> None:
    records = [json.loads(line) for line in run("extract", text)[1].splitlines()]
    facts = [record for record in records if record["record"] == "fact"]
    assert len(facts) == 12
    assert facts[0]["evidence"][0]["exact"] == "《沈大协同规划》解读"


def test_coverage_names_the_share_that_is_quoted(text: Path) -> None:
    found = json.loads(run("coverage", text, "--json")[1])
    assert (found["quoted_sentences"], found["sentences"], found["silent"]) == (4, 5, [])
    assert "4/5 (80%) of sentences" in run("coverage", text)[1]


def test_a_missing_graph_is_one_line_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = tmp_path / "none.ttl"
    monkeypatch.setattr(sys, "argv", ["policygraph", "check", str(missing)])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith(f"{missing}: no such graph; ")


def test_help_loads_neither_the_engine_nor_the_extractor() -> None:
    loaded = (
        "import sys, graph.cli; print([m for m in ('rdflib', 'pyoxigraph', 'jieba', 'pyshacl') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("command", ["build", "extract", "coverage"])
def test_a_path_without_the_right_to_read_it_is_no_mistake_of_usage(
    command: str, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    (tmp_path / "other.txt").write_bytes(b"")
    code, _, said = run(command, tmp_path / "other.txt", text)
    assert (code, said.splitlines()[0]) == (
        2,
        f"{tmp_path / 'other.txt'}: the file is empty; write the text into it or leave it out",
    )
    assert "Usage" not in said
