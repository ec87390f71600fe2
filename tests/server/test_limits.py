"""Limits that hold: the engine's work ends, and nothing a query does gets out."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph.errors import GraphError
from graph.sandbox.guard import QueryError
from graph.sandbox.pool import Limits, QueryPool, run_guarded
from graph.sandbox.sparql_results import GRAPH_FORMATS, ROW_FORMATS
from tests.server.serving import PEOPLE, SLOW, TRIPLES, write_data

EVERYTHING = "SELECT * { ?s ?p ?o }"
HUGE = (
    "SELECT (GROUP_CONCAT(?x; separator='') AS ?all) { "
    + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(7))
    + " BIND(CONCAT(STR(?a0), STR(?c1), STR(?a2), STR(?a3)) AS ?x) }"
)


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryPool]:
    path = write_data(tmp_path_factory.mktemp("limits"))
    with QueryPool(path, Limits(seconds=20, rows=5, megabytes=64), workers=2) as one:
        yield one


def cause_of(pool: QueryPool, query: str, row_type: str = "text/csv") -> str | None:
    """Return why a query was refused, None where it was answered."""
    try:
        pool.run(query, row_type)
    except QueryError as error:
        return error.cause
    return None


@pytest.mark.parametrize("row_type", ROW_FORMATS)
def test_more_rows_than_allowed_are_refused_in_every_format(pool: QueryPool, row_type: str) -> None:
    assert cause_of(pool, EVERYTHING, row_type) == "rows"
    assert cause_of(pool, EVERYTHING + " LIMIT 7", row_type) == "rows"
    assert cause_of(pool, EVERYTHING + " VALUES ?s { UNDEF }", row_type) == "rows"
    assert cause_of(pool, "SELECT (CONCAT('a\\n', STR(?s), '\"') AS ?x) { ?s ?p ?o } LIMIT 6", row_type) == "rows"


@pytest.mark.parametrize("row_type", ROW_FORMATS)
def test_as_many_rows_as_allowed_are_given_whole(pool: QueryPool, row_type: str) -> None:
    assert cause_of(pool, EVERYTHING + " LIMIT 5", row_type) is None
    assert (
        cause_of(pool, "SELECT (CONCAT('a\\n\\n\\n\\n\\n\\n', STR(?s)) AS ?x) { ?s ?p ?o } LIMIT 5", row_type) is None
    )


@pytest.mark.parametrize("graph_type", GRAPH_FORMATS)
def test_more_triples_than_allowed_are_refused_in_every_format(pool: QueryPool, graph_type: str) -> None:
    with pytest.raises(QueryError, match="more than 5 rows"):
        pool.run("CONSTRUCT WHERE { ?s ?p ?o }", graph_type=graph_type)
    assert pool.run("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 5", graph_type=graph_type).content


def test_a_query_over_its_time_ends_and_its_process_with_it(tmp_path: Path) -> None:
    with QueryPool(write_data(tmp_path), Limits(seconds=0.5), workers=1) as pool:
        pool.wait_until_ready()
        (before,) = pool.processes
        with pytest.raises(QueryError, match=r"it took longer than 0\.5 s") as refused:
            pool.run(SLOW)
        assert refused.value.cause == "time"
        assert before not in pool.processes
        assert pool.run("ASK {}").result is True


def test_a_query_over_its_memory_ends_and_the_next_one_is_answered(pool: QueryPool) -> None:
    assert cause_of(pool, HUGE) == "memory"
    assert cause_of(pool, "ASK {}") is None


def test_a_query_that_nobody_waits_for_any_more_ends(pool: QueryPool) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(QueryError, match="nobody waits"):
        pool.run(SLOW, stop=stop)


def test_a_query_nested_beyond_any_stack_ends_alone(pool: QueryPool) -> None:
    assert cause_of(pool, "SELECT * " + "{" * 20_000 + "}" * 20_000) == "malformed"
    assert cause_of(pool, "ASK {}") is None


def test_a_long_list_is_a_query_like_any_other(pool: QueryPool) -> None:
    names = " ".join(f"<urn:{number}>" for number in range(2_000))
    assert cause_of(pool, f"ASK {{ VALUES ?s {{ {names} }} ?s ?p ?o }}") is None


def test_the_process_can_open_no_connection_and_no_file_even_past_the_guard(tmp_path: Path) -> None:
    Store(tmp_path / "store").add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c")))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        script = f"""
from pathlib import Path
from pyoxigraph import Store
from graph.sandbox.process import shut_in
folder = Path({str(tmp_path / "store")!r})
store = Store.read_only(str(folder))
shut_in(folder, 64, ())
try:
    list(store.query("SELECT * {{ SERVICE <http://127.0.0.1:{listener.getsockname()[1]}/> {{ ?s ?p ?o }} }}"))
except OSError as error:
    print("no connection")
try:
    open("/etc/hosts")
except OSError as error:
    print("no file")
print(len(list(store.query("SELECT * {{ ?s ?p ?o }}"))))
"""
        said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        assert said.splitlines() == ["no connection", "no file", "1"]
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_graph_that_was_built_anew_is_read_anew(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    Store(folder).add(Quad(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c")))
    with QueryPool(folder, Limits(), workers=1) as pool:
        assert len(pool.run(EVERYTHING).rows) == 1
        Store(folder).add(Quad(NamedNode("urn:d"), NamedNode("urn:b"), NamedNode("urn:c")))
        assert len(pool.run(EVERYTHING).rows) == 2


def test_one_call_is_enough_and_gives_what_the_notebook_gives(tmp_path: Path) -> None:
    path = write_data(tmp_path)
    assert len(run_guarded(path, EVERYTHING).rows) == TRIPLES
    assert run_guarded(path, f"ASK FROM <{PEOPLE}> {{ ?s ?p ?o }}").result is True
    assert len(run_guarded(path, "DESCRIBE <urn:person:a>").result) == 2  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="an update is refused"):
        run_guarded(path, "CLEAR ALL")


@pytest.mark.parametrize("name", ["none.ttl", "none.db", "broken.ttl", "folder"])
def test_what_is_no_graph_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.ttl").write_text("<urn:a> <urn:b> ", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(GraphError) as refused:
        run_guarded(tmp_path / name, EVERYTHING)
    assert str(refused.value).startswith(str(tmp_path / name))
    assert len(str(refused.value).splitlines()) == 1


def test_a_pool_that_was_closed_says_so_and_starts_nothing(tmp_path: Path) -> None:
    path = write_data(tmp_path)
    with QueryPool(path, Limits(), workers=1) as pool:
        assert pool.run("ASK {}").result is True
    with pytest.raises(GraphError) as refused:
        pool.run("ASK {}")
    assert str(refused.value) == f"{path}: this graph was closed; open it again"
    assert not pool.processes
