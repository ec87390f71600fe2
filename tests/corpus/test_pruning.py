"""Documents whose files are gone: told by a build, dropped where it is asked to, and never those of another folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.checks import check
from graph.cli import app
from graph.corpus import build_corpus
from graph.engines import SOURCES, read_graph, reading_hashes

WORDS = "沈阳市建设区域性金融中心。"


def write(folder: Path, *names: str) -> Path:
    """Write a folder of texts, each with its name for an id."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(f"---\nid: {name}\n---\n{WORDS}{name}。\n", encoding="utf-8")
    return folder


def held(store: Path) -> list[str]:
    return sorted(reading_hashes(read_graph(store)))


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two folders of texts, and a store of both."""
    a, b, store = write(tmp_path / "a", "a1", "a2"), write(tmp_path / "b", "b1", "b2"), tmp_path / "policy.db"
    build_corpus([a, b], store)
    return a, b, store


def test_a_text_whose_file_is_gone_is_told_and_kept_and_dropped_on_demand(two: tuple[Path, Path, Path]) -> None:
    a, _, store = two
    (a / "a1.txt").unlink()
    report = build_corpus([a], store)
    assert report.remarks == [
        f"{store}: 1 document is no longer in the files they came from (a1); drop them with --prune"
    ]
    assert held(store) == ["a1", "a2", "b1", "b2"]
    assert build_corpus([a], store, prune=True).dropped == ["a1"]
    assert held(store) == ["a2", "b1", "b2"]
    assert check(read_graph(store)) == []
    again = build_corpus([a], store, prune=True)
    assert (again.dropped, again.remarks, again.unchanged) == ([], [], ["a2"])


def test_nothing_of_a_folder_that_is_not_named_is_dropped(two: tuple[Path, Path, Path]) -> None:
    a, b, store = two
    shutil.rmtree(b)
    assert build_corpus([a], store, prune=True).dropped == []
    assert build_corpus([a / "a1.txt"], store, prune=True).dropped == []
    assert held(store) == ["a1", "a2", "b1", "b2"]


@pytest.mark.parametrize("left", ["nothing", "no text"])
def test_a_folder_that_is_missing_or_empty_may_be_a_disk_that_is_not_there(
    left: str, two: tuple[Path, Path, Path]
) -> None:
    a, b, store = two
    shutil.rmtree(b)
    if left == "no text":
        b.mkdir()
    report = build_corpus([a, b], store, prune=True)
    assert (report.dropped, len(report.problems)) == ([], 1)
    assert held(store) == ["a1", "a2", "b1", "b2"]


def test_a_text_that_cannot_be_read_now_is_not_gone(two: tuple[Path, Path, Path]) -> None:
    a, _, store = two
    (a / "a1.txt").write_bytes(b"")
    report = build_corpus([a], store, prune=True)
    assert (report.dropped, len(report.problems)) == ([], 1)
    assert held(store) == ["a1", "a2", "b1", "b2"]


def test_a_file_that_holds_another_document_now_gives_up_the_former(two: tuple[Path, Path, Path]) -> None:
    a, _, store = two
    (a / "a1.txt").write_text(f"---\nid: a3\n---\n{WORDS}\n", encoding="utf-8")
    report = build_corpus([a / "a1.txt"], store, prune=True)
    assert (report.built, report.dropped) == (["a3"], ["a1"])


def test_a_text_that_lies_in_two_folders_goes_when_both_have_lost_it(two: tuple[Path, Path, Path]) -> None:
    a, b, store = two
    write(b, "a1")
    build_corpus([b], store)
    (a / "a1.txt").unlink()
    assert build_corpus([a], store, prune=True).dropped == []
    (b / "a1.txt").unlink()
    assert build_corpus([b], store, prune=True).dropped == []
    assert build_corpus([a, b], store, prune=True).dropped == ["a1"]


def test_a_file_that_was_moved_within_what_is_named_is_not_gone(two: tuple[Path, Path, Path]) -> None:
    a, b, store = two
    (a / "a1.txt").rename(b / "moved.txt")
    assert build_corpus([a, b], store, prune=True).dropped == []
    assert held(store) == ["a1", "a2", "b1", "b2"]


def test_texts_and_store_are_moved_together(two: tuple[Path, Path, Path], tmp_path: Path) -> None:
    a, _, store = two
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for one in (a, store):
        shutil.move(one, moved / one.name)
    (moved / "a" / "a1.txt").unlink()
    assert build_corpus([moved / "a"], moved / store.name, prune=True).dropped == ["a1"]


@pytest.mark.parametrize("said", ["", "no JSON\n", '{"source": 3}\n'])
def test_without_a_list_of_sources_nothing_is_dropped_and_the_build_writes_one(
    said: str, two: tuple[Path, Path, Path]
) -> None:
    a, b, store = two
    (store / SOURCES).write_text(said, encoding="utf-8")
    (a / "a1.txt").unlink()
    assert build_corpus([a, b], store, prune=True).dropped == []
    assert len((store / SOURCES).read_text(encoding="utf-8").splitlines()) == 3
    assert held(store) == ["a1", "a2", "b1", "b2"]


def test_the_command_tells_how_many_were_dropped(two: tuple[Path, Path, Path]) -> None:
    a, _, store = two
    (a / "a1.txt").unlink()
    done = CliRunner().invoke(app, ["build", str(a), "-o", str(store), "--prune", "--json"])
    assert json.loads(done.stdout)["dropped"] == ["a1"]
