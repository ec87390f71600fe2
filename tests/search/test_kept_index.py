"""The index of a store: laid beside each snapshot, never of another state, and made anew where it is missing."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.corpus import build_corpus
from graph.engines import record_of
from graph.errors import GraphError
from graph.search import index_file as index_file_module
from graph.search import kept_index
from graph.search.kept_index import FILE
from graph.search.sentences import OfEngine, sentences_of

TOP = Path(__file__).parents[2]
BEFORE, AFTER = "沈阳市建设区域性金融中心。", "大连市打造国际航运中心。"


def write(folder: Path, words: str) -> Path:
    """Write a folder with one text."""
    folder.mkdir(exist_ok=True)
    (folder / "plan.meta.toml").write_text('id = "plan"\n', encoding="utf-8")
    (folder / "plan.txt").write_text(f"{words}\n", encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one text."""
    build_corpus([write(tmp_path / "texts", BEFORE)], tmp_path / "policy.db")
    return tmp_path / "policy.db"


def index_file(store: Path) -> Path:
    """Where the index of the snapshot that holds now is kept."""
    record = record_of(store)
    assert record is not None
    return store / record.folder / FILE


def totals(store: Path) -> tuple[int, int]:
    """How many sentences hold what the text says before and after."""
    with PolicyGraph.open(store) as graph:
        return graph.search("金融中心").total, graph.search("航运中心").total


def test_a_build_lays_the_index_beside_the_snapshot_and_the_next_one_takes_it_away(store: Path, tmp_path: Path) -> None:
    first = index_file(store)
    assert first.is_file()
    assert totals(store) == (1, 0)
    build_corpus([write(tmp_path / "texts", AFTER)], store)
    assert not first.exists()
    assert index_file(store).is_file()
    assert totals(store) == (0, 1)


def test_whoever_reads_keeps_the_index_of_what_he_opened(store: Path, tmp_path: Path) -> None:
    with PolicyGraph.open(store) as opened, PolicyGraph.open(store) as asked:
        assert asked.search("金融中心").total == 1
        build_corpus([write(tmp_path / "texts", AFTER)], store)
        for graph in (opened, asked):
            assert (graph.search("金融中心").total, graph.search("航运中心").total) == (1, 0)


def test_an_index_that_is_missing_is_made_at_the_first_search(store: Path) -> None:
    index_file(store).unlink()
    assert totals(store) == (1, 0)
    assert index_file(store).is_file()


@pytest.mark.parametrize("said", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 4000])
def test_an_index_that_cannot_be_read_is_made_anew(store: Path, said: bytes) -> None:
    index_file(store).write_bytes(said)
    assert totals(store) == (1, 0)
    assert index_file(store).stat().st_size > len(said)


def test_an_index_that_another_program_made_is_made_anew(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index_file(store).read_bytes()
    monkeypatch.setattr(kept_index, "index_program", lambda: "another")
    assert totals(store) == (1, 0)
    assert index_file(store).read_bytes() != before


def test_what_is_written_in_place_is_found_and_the_old_index_is_not_asked(store: Path) -> None:
    change = """DELETE { ?s pol:exact ?old . GRAPH ?g { ?s pol:exact ?old } }
      INSERT { ?s pol:exact "大连市打造国际航运中心。" . GRAPH ?g { ?s pol:exact "大连市打造国际航运中心。" } }
      WHERE { GRAPH ?g { ?s a pol:Sentence ; pol:exact ?old } }"""
    with PolicyGraph.open(store, write=True) as graph:
        assert (graph.search("金融中心").total, graph.search("航运中心").total) == (1, 0)
        graph.update(change)
        assert (graph.search("金融中心").total, graph.search("航运中心").total) == (0, 1)
    assert totals(store) == (0, 1)


def test_an_index_of_another_snapshot_is_not_asked(store: Path, tmp_path: Path) -> None:
    shutil.copy(index_file(store), tmp_path / "old.sqlite")
    build_corpus([write(tmp_path / "texts", AFTER)], store)
    shutil.copy(tmp_path / "old.sqlite", index_file(store))
    assert totals(store) == (0, 1)


def test_a_store_beside_which_nothing_can_be_written_is_searched_all_the_same(store: Path) -> None:
    index_file(store).unlink()
    (index_file(store) / "in the way").mkdir(parents=True)
    assert totals(store) == (1, 0)
    assert [path.name for path in index_file(store).parent.iterdir() if path.name.startswith(FILE)] == [FILE]


def test_the_same_store_gives_the_same_bytes(store: Path) -> None:
    first = index_file(store).read_bytes()
    index_file(store).unlink()
    totals(store)
    assert index_file(store).read_bytes() == first


def test_sentences_made_ready_by_who_reads_a_text_are_those_of_the_store(tmp_path: Path) -> None:
    texts, store = tmp_path / "texts", tmp_path / "policy.db"
    shutil.copytree(TOP / "corpus", texts)
    words = '辽宁省2025年工作报告\n支持“沈阳”、大连2026—2030年建设"双核"。朝阳区另行规定。\n沈阳市\\打造金融中心。'
    (texts / "report.txt").write_text(words, encoding="utf-8")
    build_corpus([texts], store)
    ready = index_file(store).read_bytes()
    index_file(store).unlink()
    totals(store)
    assert index_file(store).read_bytes() == ready


def contents(file: Path) -> list[object]:
    """All that an index holds, in the order of the texts, without the numbers by which it goes."""
    database = sqlite3.connect(file)
    rows = """SELECT folder.iri || sentence.name, words, pairs, filters FROM texts JOIN sentence ON sentence.number = texts.rowid
      JOIN folder ON folder.number = sentence.folder ORDER BY texts.rowid"""
    names = dict(database.execute("SELECT number, sort || value FROM filter"))
    found: list[object] = [
        (iri, words, pairs, sorted(names[int(one)] for one in filters.split()))
        for iri, words, pairs, filters in database.execute(rows)
    ]
    found += database.execute("SELECT sort, value, sentences FROM filter ORDER BY sort, value").fetchall()
    found += database.execute("SELECT iri, reading FROM document ORDER BY number").fetchall()
    database.close()
    return found


def test_an_index_that_was_renewed_holds_what_one_made_at_once_holds(tmp_path: Path) -> None:
    texts, store = tmp_path / "texts", tmp_path / "policy.db"
    texts.mkdir()

    def say(**said: str) -> None:
        for name, words in said.items():
            (texts / f"{name}.txt").write_text(f"---\nid: {name}\n---\n{words}\n", encoding="utf-8")

    say(b=BEFORE, d="到2027年，沈阳市建设金融中心。", f=AFTER)
    build_corpus([texts], store)
    say(a="营口市发展港口物流。", b="沈阳市。大连市发展港口物流。", c=AFTER, e=BEFORE, g=BEFORE)
    (texts / "f.txt").unlink()
    build_corpus([texts], store, prune=True)
    build_corpus([texts], tmp_path / "once.db")
    assert contents(index_file(store)) == contents(index_file(tmp_path / "once.db"))
    with PolicyGraph.open(store) as renewed, PolicyGraph.open(tmp_path / "once.db") as once:
        for words in ("港口", "沈阳", "金融中心", "航运"):
            assert renewed.search(words) == once.search(words)


def test_an_index_without_room_between_two_texts_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_file_module, "_ROOM", 1)
    texts, store = tmp_path / "texts", tmp_path / "policy.db"
    texts.mkdir()
    for names in ("ac", "b"):
        for name in names:
            (texts / f"{name}.txt").write_text(f"---\nid: {name}\n---\n{BEFORE}\n", encoding="utf-8")
        build_corpus([texts], store)
    database = sqlite3.connect(index_file(store))
    assert [number for (number,) in database.execute("SELECT number FROM document ORDER BY iri")] == [1, 2, 3]
    database.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from graph.search import index_file as index_file_module
from graph.search import kept_index
renew, replace = kept_index.renew_index, Path.replace
def killed_before(*arguments): os.kill(os.getpid(), signal.SIGKILL)
def killed_behind(*arguments): renew(*arguments); os.kill(os.getpid(), signal.SIGKILL)
def killed_renamed(path, target):
    replace(path, target)
    if path.name.startswith(kept_index.FILE): os.kill(os.getpid(), signal.SIGKILL)
match sys.argv[3]:
    case "before": kept_index.renew_index = killed_before
    case "behind": kept_index.renew_index = killed_behind
    case "renamed": Path.replace = killed_renamed
from graph.corpus import build_corpus
build_corpus([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@pytest.mark.parametrize("moment", ["before", "behind", "renamed"])
def test_a_build_killed_while_it_indexes_leaves_the_former_store_with_its_index(
    store: Path, tmp_path: Path, moment: str
) -> None:
    texts = write(tmp_path / "texts", AFTER)
    done = subprocess.run([sys.executable, "-c", KILLED, texts, store, moment], cwd=TOP, check=False)
    assert done.returncode == -signal.SIGKILL
    assert index_file(store).is_file()
    assert totals(store) == (1, 0)
    build_corpus([texts], store)
    assert totals(store) == (0, 1)
    assert {path.name for path in index_file(store).parent.iterdir() if path.name.startswith(FILE)} == {FILE}


def test_an_index_that_cannot_be_written_leaves_the_store_as_it_was(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as changed:
        changed.setattr(kept_index, "renew_index", full)
        with pytest.raises(GraphError, match="cannot be written"):
            build_corpus([write(tmp_path / "texts", AFTER)], store)
    assert totals(store) == (1, 0)


def test_of_triples_without_graphs_the_same_is_indexed_as_of_a_store(store: Path, tmp_path: Path) -> None:
    build_corpus([tmp_path / "texts"], tmp_path / "graph.ttl")
    with PolicyGraph.open(store) as graph:
        held = list(sentences_of(OfEngine(graph.engine)))
    with PolicyGraph.read(tmp_path / "graph.ttl") as graph:
        assert list(sentences_of(OfEngine(graph.engine))) == held
    assert {one.sort for sentence in held for one in sentence.filters} >= {"place", "kind"}
