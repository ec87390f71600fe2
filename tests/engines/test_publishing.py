"""A store is published again and again: only what changed is written, and what goes wrong on the way is one line."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.corpus import build_corpus, declare, publish, remove
from graph.engines import Login, RemoteEngine, Table, read_graph
from graph.things import documents
from tests.engines.gate import guarded
from tests.engines.loopback import CORPUS, LOGIN, free_port, sparql_server
from tests.engines.test_errors import told

FIRST = "沈阳规划\n\n沈阳建设区域性金融中心。大连建设国际物流枢纽。到2025年，沈阳市地区生产总值达到1万亿元。\n"
SECOND = "大连规划\n\n大连建设区域性金融中心。抚顺建设国家物流枢纽。\n"
EVERY = "SELECT ?s ?p ?o { ?s ?p ?o }"
NAMED = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), '/id/graph/')) }"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a store that holds two texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST, encoding="utf-8")
    (folder / "two.txt").write_text(SECOND, encoding="utf-8")
    build_corpus([folder], tmp_path / "small.db")
    return tmp_path / "small.db"


@pytest.fixture
def cleared(other_virtuoso: str) -> str:
    """The address of a Virtuoso server that holds nothing of ours."""
    server = RemoteEngine(other_virtuoso, login=LOGIN)
    rows = server.run("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), '/policygraph/id/')) }")
    assert isinstance(rows, Table)
    for row in rows.rows:
        server.update(f"DROP SILENT GRAPH <{row['g']}>")
    return other_virtuoso


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty server of each make."""
    if request.param == "virtuoso":
        yield request.getfixturevalue("cleared")
    else:
        with sparql_server() as address:
            yield address


def ids(store: Path) -> list[str]:
    """Return the ids of the documents of a store."""
    with PolicyGraph.open(store) as here:
        return [one.id for one in documents(here)]


def same(address: str, store: Path) -> bool:
    """Return whether a server says what a store says, in each graph and in the union."""
    with PolicyGraph.connect(address) as there, PolicyGraph.open(store) as here:
        return all(
            {frozenset(row.items()) for row in there.rows(query)}
            == {frozenset(row.items()) for row in here.rows(query)}
            for query in (EVERY, NAMED)
        ) and len(there.rows(EVERY)) == len(here.rows(EVERY))


def test_only_what_changed_is_written_and_what_is_gone_is_removed(small: Path, server: str, tmp_path: Path) -> None:
    done = publish(small, server, login=LOGIN)
    assert (done.new, done.renewed, done.removed, done.unchanged) == (2, 0, 0, 0)
    done = publish(small, server, login=LOGIN)
    assert (done.new, done.renewed, done.removed, done.unchanged) == (0, 0, 0, 2)
    assert same(server, small)

    one, two = ids(small)
    declare(small, one, {"issuer": "沈阳市人民政府"})
    remove(small, [two])
    (tmp_path / "three.txt").write_text("本溪建设生物医药产业基地。\n", encoding="utf-8")
    build_corpus([tmp_path / "three.txt"], small)
    done = publish(small, server, login=LOGIN)
    assert (done.new, done.renewed, done.removed, done.unchanged) == (1, 1, 1, 0)
    assert same(server, small)


def test_a_document_is_never_seen_in_part(small: Path) -> None:
    counted = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with sparql_server() as address, PolicyGraph.connect(address) as there:
        publish(small, address)
        before = str(there.rows(counted)[0]["n"])
        declare(small, ids(small)[0], {"issuer": "沈阳市人民政府"})
        with PolicyGraph.open(small) as here:
            whole = {before, str(here.rows(counted)[0]["n"])}
        seen: set[str] = set()
        done = threading.Event()

        def look() -> None:
            while not done.is_set():
                seen.add(str(there.rows(counted)[0]["n"]))

        looking = threading.Thread(target=look)
        looking.start()
        publish(small, address)
        done.set()
        looking.join()
    assert len(whole) == 2
    assert seen
    assert seen <= whole


def test_what_was_interrupted_is_gone_on_with(small: Path, server: str) -> None:
    def stop(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(small, server, login=LOGIN, told=stop)
    publish(small, server, login=LOGIN)
    assert same(server, small)


def test_a_server_that_dies_midway_is_told_and_goes_on_when_it_is_back(small: Path, tmp_path: Path) -> None:
    kept = ("--location", str(tmp_path / "kept"))
    with sparql_server(*kept) as address:
        publish(small, address)
    for one in ids(small):
        declare(small, one, {"issuer": "辽宁省人民政府"})
    port = free_port()
    with ExitStack() as running:
        address = running.enter_context(sparql_server(*kept, port=port))
        with pytest.raises(GraphError) as error:
            publish(small, address, told=lambda _: running.close())
    assert address in told(error)
    with sparql_server(*kept, port=port):
        assert not same(address, small)
        publish(small, address)
        assert same(address, small)


def test_a_union_in_which_somebody_else_wrote_is_made_anew(small: Path, server: str) -> None:
    publish(small, server, login=LOGIN)
    graph = "GRAPH <https://w3id.org/policygraph/id/union> " if server.endswith("/sparql") else ""
    of_union = f"{graph}{{ <urn:a> <urn:b> <urn:c> }}" if graph else "<urn:a> <urn:b> <urn:c>"
    RemoteEngine(server, login=LOGIN).update(f"INSERT DATA {{ {of_union} }}")
    assert not same(server, small)
    publish(small, server, login=LOGIN)
    assert same(server, small)


def test_what_others_keep_on_a_server_is_not_touched(small: Path) -> None:
    with sparql_server() as address, PolicyGraph.connect(address) as there:
        there.update("INSERT DATA { GRAPH <urn:theirs> { <urn:a> <urn:b> <urn:c> } }")
        publish(small, address)
        assert there.rows("SELECT ?s { GRAPH <urn:theirs> { ?s ?p ?o } }")
        assert same(address, small)


def test_a_default_graph_that_holds_other_things_is_left_alone(small: Path) -> None:
    with sparql_server() as address, PolicyGraph.connect(address) as there:
        there.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
        with pytest.raises(GraphError) as error:
            publish(small, address)
        assert "its default graph holds other things" in told(error)
        assert len(there.rows(EVERY)) == 1


def test_a_server_that_forms_the_union_itself_is_told(small: Path) -> None:
    with sparql_server("--union-default-graph") as address, pytest.raises(GraphError) as error:
        publish(small, address)
    assert "its union of all documents has" in told(error)


def test_a_graph_without_documents_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    with pytest.raises(GraphError) as error:
        publish(tmp_path / "graph.ttl", "http://127.0.0.1:1")
    assert "publish a store, or a .trig or .nq file" in told(error)


def run(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of the command."""
    done = subprocess.run(
        [sys.executable, "-m", "graph.cli", "publish", *arguments],
        capture_output=True, text=True, cwd=CORPUS.parent, env={"PATH": "", **environment}, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_the_command_says_what_it_did(small: Path) -> None:
    with sparql_server() as address:
        assert run(str(small), "--to", address)[1].startswith(f"{address}: 2 new, 0 renewed, 0 removed, 0 unchanged; ")
        code, said, _ = run(str(small), "--to", address, "--json")
        assert code == 0
        assert json.loads(said) | {"triples": 0} == {
            "server": address, "new": 0, "renewed": 0, "removed": 0, "unchanged": 2, "triples": 0
        }  # fmt: skip


def test_a_server_that_only_reads_is_one_line(small: Path, tmp_path: Path) -> None:
    read_graph(small).backup(str(tmp_path / "kept"))
    with sparql_server("--location", str(tmp_path / "kept"), command="serve-read-only") as address:
        code, said, line = run(str(small), "--to", address)
    assert (code, said, len(line.splitlines())) == (2, "", 1)
    assert "the server refused the update" in line


def test_a_server_that_wants_a_password_is_one_line_that_never_holds_it(
    small: Path, cleared: str, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text("dba\n", encoding="utf-8")
    refused = [
        run(str(small), "--to", cleared),
        run(str(small), "--to", cleared, POLICYGRAPH_USER="dba", POLICYGRAPH_PASSWORD="s3cret"),
    ]
    assert run(str(small), "--to", cleared, "--user", "dba", "--password-file", str(tmp_path / "password"))[0] == 0
    assert all((code, said, len(line.splitlines())) == (2, "", 1) for code, said, line in refused)
    assert "wants a user and a password" in refused[0][2]
    assert "does not know this user with this password" in refused[1][2]
    assert "s3cret" not in refused[1][2]


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(GraphError) as error:
        PolicyGraph.connect("http://ann:s3cret@127.0.0.1:7878/sparql")
    assert "a user or a password stands in its address" in told(error)
    assert "s3cret" not in told(error)


def test_a_password_without_a_user_and_one_that_cannot_be_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(GraphError) as error:
        Login.given("ann", tmp_path / "none")
    assert "the password cannot be read from it" in told(error)
    monkeypatch.setenv("POLICYGRAPH_PASSWORD", "s3cret")
    with pytest.raises(GraphError) as error:
        Login.given("", None)
    assert "a password without a user" in told(error)
    assert "s3cret" not in told(error)


@pytest.mark.parametrize("graph_store", ["", "/store"], ids=["by updates", "by its graph store"])
def test_a_server_of_an_unknown_make_is_written_by_updates_or_where_it_is_said_to_take_graphs(
    graph_store: str, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = Login("ann", "s3cret")
    with sparql_server() as address, guarded(address, login) as gate:
        publish(small, gate, f"{gate}{graph_store}" if graph_store else "", login)
        assert same(address, small)
        with pytest.raises(GraphError) as error:
            PolicyGraph.connect(gate).rows(EVERY)
        assert "wants a user and a password" in told(error)
        monkeypatch.setenv("POLICYGRAPH_USER", login.user)
        monkeypatch.setenv("POLICYGRAPH_PASSWORD", login.password)
        assert same(gate, small)
