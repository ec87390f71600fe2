"""Strangers' queries on a store of many files: it reads its own, and still no others, and no connection."""

from __future__ import annotations

import platform
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from graph import PolicyGraph
from graph.corpus.build import build_corpus
from graph.engines.interface import Table
from graph.errors import GraphError
from graph.sandbox.guard import QueryError
from graph.sandbox.open_graph import run_limited
from graph.sandbox.pool import Limits, QueryPool, run_guarded
from tests.server.rebuilt import OPENED_AT_ONCE, QUADS, WRITES, data_files, write_again_and_again
from tests.server.serving import SLOW, served

TEXT = Path(__file__).parents[2] / "corpus" / "liaoning-interpretation.txt"
SENTENCE = "沈阳市打造第{}个区域性金融中心。\n"
QUERIES = (
    "SELECT * { ?s ?p ?o } ORDER BY ?s",
    "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s",
    "SELECT ?s ?other { ?s ?p ?o . ?other ?p ?o FILTER(?s = ?other) }",
    "SELECT DISTINCT ?s { ?s <urn:a-long-name-of-a-relation> ?o }",
)
"""Each of as many rows as the store has triples, by way of its several indexes."""


def settled_in_child(folder: Path, script: str) -> list[str]:
    """Return what a script prints in a process that has a store open and is shut in."""
    start = f"""
import os, socket
from pathlib import Path
from pyoxigraph import Store
from graph.sandbox.process import shut_in
folder = Path({str(folder)!r})
store = Store.read_only(str(folder))
shut_in(folder, 64, ())
"""
    done = subprocess.run(
        [sys.executable, "-c", start + script], capture_output=True, text=True, check=True, timeout=30
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("query", QUERIES)
def test_a_store_written_again_and_again_is_answered_whole(tmp_path: Path, query: str) -> None:
    assert len(run_guarded(write_again_and_again(tmp_path / "store"), query).rows) == WRITES * QUADS


def test_the_server_answers_on_a_store_written_again_and_again(tmp_path: Path) -> None:
    with served(write_again_and_again(tmp_path / "store"), "--workers", "1") as server:
        for query in QUERIES:
            reply = server.get(query, "text/csv")
            assert (reply.status, len(reply.text.split())) == (200, WRITES * QUADS + 1), reply.text


def test_a_text_that_was_changed_again_and_again_leaves_a_store_of_few_files(tmp_path: Path) -> None:
    text, store = tmp_path / "plan.txt", tmp_path / "policy.db"
    words = TEXT.read_text(encoding="utf-8")[:400]
    for number in range(WRITES):
        words += "\n" + SENTENCE.format(number)
        text.write_text(words, encoding="utf-8")
        assert build_corpus([text], store).built
        assert len(data_files(store)) <= OPENED_AT_ONCE
    with PolicyGraph.open(store) as graph:
        found = run_limited(
            graph.engine, "SELECT ?c ?label { ?c a pol:Center ; skos:prefLabel ?label } ORDER BY ?label"
        )
        assert isinstance(found, Table)
        assert len(found) >= WRITES


def test_a_shut_in_process_opens_no_more_files_than_its_store_has_left(tmp_path: Path) -> None:
    folder = write_again_and_again(tmp_path / "store")
    said = settled_in_child(
        folder,
        """
opened = 0
try:
    while True:
        os.open(os.devnull, os.O_RDONLY)
        opened += 1
except OSError:
    print(opened)
""",
    )
    assert said == [str(len(data_files(folder)) - OPENED_AT_ONCE)]


@pytest.mark.skipif(platform.system() != "Linux", reason="only Linux refuses sockets to a process by themselves")
def test_a_process_that_may_open_files_of_its_store_can_open_no_connection(tmp_path: Path) -> None:
    folder = write_again_and_again(tmp_path / "store")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        said = settled_in_child(
            folder,
            f"""
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family)
    except PermissionError:
        print("no socket")
try:
    list(store.query("SELECT * {{ SERVICE <http://127.0.0.1:{listener.getsockname()[1]}/> {{ ?s ?p ?o }} }}"))
except OSError:
    print("no connection")
print(len(list(store.query("SELECT * {{ ?s ?p ?o }}"))))
""",
        )
        assert said == ["no socket"] * 3 + ["no connection", str(WRITES * QUADS)]
        with pytest.raises(BlockingIOError):
            listener.accept()


class BuiltMeanwhile(threading.Event):
    """An event that is never set, and writes to a store as soon as it is asked: while a query runs."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def is_set(self) -> bool:
        store = Store(self._folder)
        store.add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c")))
        return False


def test_a_query_that_a_build_overtakes_is_told_so_and_not_blamed_for_its_time(tmp_path: Path) -> None:
    folder = write_again_and_again(tmp_path / "store")
    with QueryPool(folder, Limits(seconds=0.5), workers=1) as pool:
        pool.wait_until_ready()
        with pytest.raises(QueryError) as refused:
            pool.run(SLOW, stop=BuiltMeanwhile(folder))
        assert str(refused.value) == "query: the graph was built anew while it ran; ask again"
        assert refused.value.cause == "failed"
        assert len(pool.run("SELECT * { ?s ?p <urn:c> }").rows) == 1


def test_a_store_of_more_files_than_the_system_allows_is_one_line_that_says_so(tmp_path: Path) -> None:
    folder = write_again_and_again(tmp_path / "store")
    script = f"""
import resource
from graph.errors import GraphError
from graph.sandbox.pool import run_guarded
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
try:
    run_guarded({str(folder)!r}, "ASK {{}}")
except GraphError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    (line,) = done.stdout.splitlines()
    assert line.startswith(f"{folder}: not a store that can be opened")
    assert "ulimit -n" in line


def lacks_an_index(folder: Path) -> bool:
    """Return whether the engine opens a store, finds what it says, and fails where it searches by a relation."""
    try:
        store = Store.read_only(str(folder))
        next(store.quads_for_pattern(None, None, None, DefaultGraph()))
        list(store.named_graphs())
    except (OSError, RuntimeError):
        return False
    try:
        next(store.quads_for_pattern(None, NamedNode("urn:a-long-name-of-a-relation"), None, DefaultGraph()))
    except OSError:
        return True
    return False


def test_a_store_whose_file_is_gone_is_one_line_that_names_it(tmp_path: Path) -> None:
    whole = write_again_and_again(tmp_path / "whole")
    found = []
    for file in data_files(whole):
        folder = tmp_path / file.stem
        shutil.copytree(whole, folder)
        (folder / file.name).unlink()
        if lacks_an_index(folder):
            found.append(file.name)
            with pytest.raises(GraphError) as refused:
                run_guarded(folder, QUERIES[-1])
            assert str(refused.value).startswith(f"{folder}: not a store that can be opened")
            assert file.name in str(refused.value)
    assert found
