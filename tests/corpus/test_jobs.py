"""Texts read in several processes: what comes out is what one gives, whatever happens to a process."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from extract.steps import Step
from extract.values import Document, Facts
from graph.corpus import assembly, build_corpus, workers
from graph.engines import read_graph
from graph.rdf.file_formats import FORMATS, serialise
from tests.rdf.facts_made_up import TEXT, made_up_facts

NAMES = [f"plan-{number}" for number in range(6)]
FILLING = "各位代表，现在向大会报告工作。\n" * 1_100
"""So long that two texts are a batch, and all of them three."""

DEADLY = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from graph.corpus import assembly, worker_process
read = assembly.extract
def extract(document, step):
    if document.id == "plan-3":
        os.kill(os.getpid(), signal.SIGKILL)
    return read(document, step)
assembly.extract = extract
worker_process.main()
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of texts in three batches."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in NAMES:
        words = f"---\nid: {name}\n---\n沈阳市建设区域性金融中心。\n{name}。\n{FILLING}"
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


def held(store: Path) -> bytes:
    return serialise(read_graph(store), FORMATS[".nq"])


def workers_at_work() -> list[int]:
    """The processes that read for this one."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            command, stat = (path / "cmdline").read_bytes(), (path / "stat").read_text()
        except OSError:
            continue
        if b"worker_process" in command and int(stat.rsplit(")", 1)[1].split()[1]) == os.getpid():
            found.append(int(path.name))
    return found


def test_two_processes_give_the_same_bytes_as_one(texts: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        assert build_corpus([texts], tmp_path / f"{jobs}.db", jobs=jobs).built == NAMES
        build_corpus([texts], tmp_path / f"{jobs}.trig", jobs=jobs)
    assert held(tmp_path / "1.db") == held(tmp_path / "2.db")
    assert (tmp_path / "1.trig").read_bytes() == (tmp_path / "2.trig").read_bytes()
    assert workers_at_work() == []


def test_a_worker_that_is_killed_loses_no_text(texts: Path, tmp_path: Path) -> None:
    killed: list[int] = []

    def progress(_: str) -> None:
        if not killed:
            killed.extend(workers_at_work())
            for one in killed:
                os.kill(one, signal.SIGKILL)

    report = build_corpus([texts], tmp_path / "policy.db", progress, jobs=2)
    assert killed
    assert (report.built, report.problems) == (NAMES, [])
    build_corpus([texts], tmp_path / "alone.db")
    assert held(tmp_path / "policy.db") == held(tmp_path / "alone.db")


def test_a_text_that_ends_its_process_is_one_line_and_the_others_are_built(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_START", DEADLY)
    report = build_corpus([texts], tmp_path / "policy.db", jobs=2)
    assert report.built == [name for name in NAMES if name != "plan-3"]
    (line,) = report.problems
    assert line.startswith("plan-3: left out: reading it ended its process (signal 9)")


def test_a_text_at_which_the_program_fails_is_one_line_and_the_others_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document, step: Step) -> Facts:
        if document.id == "b":
            raise RuntimeError("no\nsuch thing")
        return made_up_facts(document.id, document.text)

    monkeypatch.setattr(assembly, "extract", failing)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"---\nid: {name}\n---\n{TEXT}", encoding="utf-8")
    report = build_corpus([tmp_path], tmp_path / "policy.db")
    assert report.built == ["a", "c"]
    (line,) = report.problems
    assert line.startswith("b: left out: the program failed at it (RuntimeError: no such thing); ")
