"""Every command and every line of Python that the pages show is run, here or by a test that is named here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from tests.engines.loopback import sparql_server

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]

COMMAND = re.compile(r"(?:\w+=\S+ )?(?:\.venv/bin/)?(?:policygraph|python|pip|streamlit|make|curl) ")
PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b(?!=)|…|\.\.\.")

ELSEWHERE = {
    "make run": "test_make_run_prints_the_address_and_goes_on_where_there_is_no_display",
    "make test": "test_ci_calls_make_test_and_nothing_else",  # what runs all this
    "make help": "test_make_help_lists_every_command",
    "make audit": "test_every_locked_package_has_a_licence_that_was_looked_at",
    "make bench": "test_each_make_target_that_a_page_promises_exists",  # minutes
    "make lock": "test_each_make_target_that_a_page_promises_exists",  # asks the index
    "make scores": "test_the_scores_in_a_readme_are_the_current_ones",
    "make screenshots": "test_every_page_has_its_pictures",
    "pip install .": "test_pip_installs_the_library_from_a_clone",
    'pip install ".[app]"': "test_pip_installs_the_library_from_a_clone",
    "pip install 'policygraph[notebook]'": "test_pip_installs_the_library_from_a_clone",
    "policygraph serve policy.db": "test_the_page_on_the_server_works_from_its_first_line_to_its_last",
    "policygraph serve": "test_the_page_on_the_server_works_from_its_first_line_to_its_last",
    "policygraph ask 沈阳市有哪些目标？": "test_a_question_is_understood_as_people_ask_it",
    "policygraph publish": "test_the_command_says_what_it_did",
    "policygraph coverage": "test_coverage_names_the_share_that_is_quoted",
    "POLICYGRAPH_STORE=my.db .venv/bin/python -m views": "test_a_click_on_the_map_opens_the_card_of_that_city",
    "python -m scripts.document_ontology": "test_the_page_of_the_ontology_is_current",
    "python -m scripts.measured_questions": "test_most_are_answered_right_and_none_wrong",
    "python -m scripts.run_notebooks": "test_a_notebook_runs_and_keeps_its_outputs",
    "python -m scripts.write_questions": "test_the_page_on_questions_is_current",
}
"""Commands that are not run here, since they stay, take minutes or ask a network, with the test that covers each."""

OTHER_LANGUAGES = {
    "r": "test_r_s_httr_posts_a_form",
    "sparql": "test_every_question_answers_on_the_corpus_with_exact_quotes",
}
"""Blocks of other languages, with the test that covers each."""


class Block(NamedTuple):
    """Lines that a page sets apart, as ``sh``, ``python`` or what else it calls them."""

    page: str
    language: str
    text: str

    @property
    def commands(self) -> list[str]:
        """Its commands, a line each, without comments."""
        return [bare for line in self.text.splitlines() if (bare := line.split("  #")[0].strip())]


@cache
def blocks() -> list[Block]:
    """Return every block of every page; an indented one is told by its first word."""
    found = []
    for path in PAGES:
        for token in MarkdownIt().parse(path.read_text(encoding="utf-8")):
            language = token.info
            if token.type == "code_block":
                language = "sh" if COMMAND.match(token.content) else "python" if "import " in token.content else "text"
            if token.type in ("fence", "code_block"):
                found.append(Block(path.relative_to(ROOT).as_posix(), language, token.content))
    return found


def inline_commands() -> list[tuple[str, str]]:
    """Return each whole command within a sentence or a table, with its page; one with a placeholder is none."""
    found = []
    for path in PAGES:
        for token in MarkdownIt().enable("table").parse(path.read_text(encoding="utf-8")):
            for one in token.children or ():
                if one.type == "code_inline" and COMMAND.match(one.content) and not PLACEHOLDER.search(one.content):
                    found.append((path.relative_to(ROOT).as_posix(), one.content))
    return found


def of(language: str, *pages: str) -> list[Block]:
    """Return the blocks of a language, of some pages or all."""
    return [one for one in blocks() if one.language == language and (not pages or one.page in pages)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that looks like a clone after ``make run``, with the commands of this Python."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, module in (("policygraph", "-m graph.cli"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    """Return the environment in which the commands are found, as in an activated virtual environment."""
    path = f"{folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "NO_PROXY": "*"}


def run_shell(script: str, folder: Path) -> str:
    """Run a script of a page, and return what it printed; a line that fails ends it."""
    command = ["bash", "-euo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{script}: {done.stderr}"
    return done.stdout


def run_python(script: str, folder: Path) -> None:
    """Run the Python of a page in a process of its own."""
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{script}: {done.stderr}"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the store of a folder as the page on the server says, on a free port, and yield its address."""
    command = [sys.executable, "-m", "graph.cli", "serve", "policy.db", "--port", "0"]
    with subprocess.Popen(
        command, cwd=folder, env=environment(folder), stderr=subprocess.PIPE, encoding="utf-8"
    ) as server:
        assert server.stderr is not None
        try:
            found = re.search(r"127\.0\.0\.1:\d+", server.stderr.readline())
            assert found
            yield found.group()
        finally:
            server.terminate()
            server.communicate(timeout=20)


def test_every_block_of_the_pages_was_collected() -> None:
    counts = {name: len(of(name)) for name in ("sh", "python", "r", "sparql", "mermaid")}
    assert counts == {"sh": 15, "python": 13, "r": 1, "sparql": 77, "mermaid": 1}
    assert {one.language for one in blocks()} == counts.keys()
    assert sum(len(one.commands) for one in of("sh")) == 32


def test_every_command_within_a_sentence_is_run_somewhere() -> None:
    found = {command for _, command in inline_commands()}
    assert len(found) == 20
    assert found - ELSEWHERE.keys() == {"policygraph connect 沈阳 大连", "policygraph explain 支持沈阳打造金融中心。"}


def test_what_is_not_run_here_is_shown_and_has_its_test() -> None:
    shown = {line for one in of("sh") for line in one.commands} | {command for _, command in inline_commands()}
    assert not ELSEWHERE.keys() - shown
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = {*ELSEWHERE.values(), *OTHER_LANGUAGES.values()}
    assert not {name for name in named if f"def {name}(" not in tests}


def test_the_commands_of_the_readme_work_in_the_order_shown(folder: Path) -> None:
    lines = [line for one in of("sh", "README.md") for line in one.commands if line not in ELSEWHERE]
    assert len(lines) == 5
    for line in lines:
        assert run_shell(line, folder).strip(), line


def test_both_readmes_show_the_same_lines() -> None:
    first, second = ([one.commands for one in blocks() if one.page == page] for page in ("README.md", "README.zh.md"))
    assert first == second


@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_the_python_of_a_page_runs_from_its_first_line_to_its_last(folder: Path, page: str) -> None:
    scripts = [one.text for one in of("python", page)]
    assert scripts
    run_python("\n".join(scripts), folder)


def test_the_page_on_connections_works_on_a_store_that_was_built(folder: Path) -> None:
    run_shell("policygraph build corpus", folder)
    (script,) = of("python", "docs/connections.md")
    run_python(script.text, folder)
    assert "沈阳" in run_shell("policygraph connect 沈阳 大连", folder)


def test_the_page_on_the_command_line_works(folder: Path) -> None:
    (example,) = of("sh", "docs/command-line.md")
    (command,) = example.commands
    assert "大连市 hasPositioning 国际物流枢纽" in run_shell(command, folder)
    assert "沈阳市 hasPositioning 金融中心" in run_shell("policygraph explain 支持沈阳打造金融中心。", folder)


def test_the_page_on_export_works_from_its_first_line_to_its_last(folder: Path) -> None:
    run_shell("policygraph build corpus", folder)
    for block in of("sh", "docs/export.md"):
        for line in block.commands:
            assert run_shell(line, folder).strip(), line
    run_python("\n".join(one.text for one in of("python", "docs/export.md")), folder)
    made = {path.name for path in folder.iterdir()}
    assert {
        "policy.graphml",
        "shenyang.xlsx",
        "core.gexf",
        "policy.ttl",
        "connection.svg",
        "connection.html",
        "changes.pptx",
        "changes.docx",
        "targets.pdf",
        "dalian.png",
    } <= made


def test_the_page_on_the_server_works_from_its_first_line_to_its_last(folder: Path) -> None:
    build, ask, published = of("sh", "docs/server.md")
    assert build.commands == ["policygraph build corpus -o policy.db", "policygraph serve policy.db"]
    run_shell(build.commands[0], folder)
    client, guarded = of("python", "docs/server.md")
    with serving(folder) as address:
        answer = run_shell(ask.text.replace("127.0.0.1:8765", address), folder)
        assert len(answer.splitlines()) > 1
        run_python(client.text.replace("127.0.0.1:8765", address), folder)
    run_python(guarded.text + "\nassert len(found.rows) == 10", folder)
    with sparql_server() as address:
        assert "沈阳市" in run_shell(published.text.replace("http://127.0.0.1:7878", address), folder)
    assert not {one.page for one in of("sh")} - {
        "README.md",
        "README.zh.md",
        "docs/command-line.md",
        "docs/export.md",
        "docs/server.md",
    }
    assert not {one.page for one in of("python")} - {
        *("README.md", "README.zh.md", "docs/python.md", "docs/connections.md", "docs/export.md", "docs/server.md")
    }
