"""Clients as people use them: SPARQLWrapper, curl, requests as R makes them, and many at once."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from SPARQLWrapper import CSV, GET, JSON, N3, POST, POSTDIRECTLY, RDFXML, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.server.serving import PEOPLE, SLOW, TRIPLES, Served, served, write_data

LABELS = "SELECT ?label { ?s a pol:City ; skos:prefLabel ?label } ORDER BY ?label"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(write_data(tmp_path_factory.mktemp("clients")), "--workers", "3", "--time-limit", "20") as one:
        yield one


@pytest.mark.parametrize("method", [GET, POST])
@pytest.mark.parametrize("way", [URLENCODED, POSTDIRECTLY])
def test_sparqlwrapper_gets_rows(server: Served, method: str, way: str) -> None:
    client = SPARQLWrapper(server.endpoint, returnFormat=JSON)
    client.setMethod(method)
    client.setRequestMethod(way if method == POST else URLENCODED)
    client.setQuery(LABELS)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert [row["label"]["value"] for row in rows] == ["大连市", "沈阳市"]


def test_sparqlwrapper_gets_every_format_of_rows(server: Served) -> None:
    client = SPARQLWrapper(server.endpoint)
    client.setQuery(LABELS)
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().decode().splitlines() == ["label", "大连市", "沈阳市"]
    client.setReturnFormat(XML)
    assert len(client.queryAndConvert().getElementsByTagName("result")) == 2


@pytest.mark.parametrize("form", [TURTLE, RDFXML, N3])
def test_sparqlwrapper_gets_graphs(server: Served, form: str) -> None:
    client = SPARQLWrapper(server.endpoint, returnFormat=form)
    client.setQuery("CONSTRUCT WHERE { <urn:person:a> ?p ?o }")
    found = client.queryAndConvert()
    assert b"urn:Person" in (found if isinstance(found, bytes) else found.serialize(format="nt").encode())


def test_sparqlwrapper_names_a_default_graph(server: Served) -> None:
    client = SPARQLWrapper(server.endpoint, returnFormat=JSON, defaultGraph=PEOPLE)
    client.setQuery("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert client.queryAndConvert()["results"]["bindings"][0]["n"]["value"] == "2"


def test_sparqlwrapper_is_told_what_is_wrong(server: Served) -> None:
    client = SPARQLWrapper(server.endpoint)
    client.setQuery("SELECT ?x {")
    with pytest.raises(QueryBadFormed, match="query: line 1"):
        client.query()


def curl(*arguments: str) -> str:
    command = ["curl", "--silent", "--show-error", "--noproxy", "*", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=30).stdout.decode()


def test_curl_gets_and_posts(server: Served, tmp_path: Path) -> None:
    file = tmp_path / "labels.rq"
    file.write_text(LABELS, encoding="utf-8")
    direct = "Content-Type: application/sparql-query"
    ways = (
        ["--get", "--data-urlencode", f"query={LABELS}"],
        ["--data-urlencode", f"query={LABELS}"],
        ["--data-urlencode", f"query@{file}"],
        ["--header", direct, "--data-binary", f"@{file}"],
        ["--header", direct, "--header", "Transfer-Encoding: chunked", "--data-binary", f"@{file}"],
    )
    for way in ways:
        assert curl("--header", "Accept: text/csv", *way, server.endpoint) == "label\r\n大连市\r\n沈阳市\r\n"


def test_curl_sees_status_and_reason(server: Served) -> None:
    said = curl("--write-out", "%{http_code}", "--data-urlencode", "query=CLEAR ALL", server.endpoint)
    assert said == "query: an update is refused; ask with SELECT, ASK, CONSTRUCT or DESCRIBE\n403"


def test_r_s_sparql_package_gets_its_xml(server: Served) -> None:
    """The R package SPARQL sends GET with Accept: application/sparql-results+xml, and «output=xml» beside the query."""
    address = f"/sparql?query={quote(LABELS)}&output=xml"
    reply = server.ask("GET", address, headers={"Accept": "application/sparql-results+xml"})
    assert reply.body.startswith(b"<?xml")
    assert reply.body.count(b"<result>") == 2


def test_r_s_httr_posts_a_form(server: Served) -> None:
    """httr's POST(url, body = list(query = q), encode = "form") accepts JSON, XML and anything else."""
    form = "application/x-www-form-urlencoded"
    reply = server.post(f"query={quote(LABELS)}", form, "application/json, text/xml, application/xml, */*")
    assert [row["label"]["value"] for row in json.loads(reply.body)["results"]["bindings"]] == ["大连市", "沈阳市"]


def test_many_clients_get_their_own_answers_while_slow_queries_run(server: Served) -> None:
    with ThreadPoolExecutor(24) as clients:
        slow = [clients.submit(server.get, SLOW) for _ in range(2)]
        asked = [clients.submit(server.get, f"SELECT ({n} AS ?n) {{}}", "text/csv") for n in range(60)]
        assert [one.result().text.split() for one in asked] == [["n", str(n)] for n in range(60)]
        assert not any(one.done() for one in slow)
        for process in children(server.process.pid):
            os.kill(process, signal.SIGKILL)  # the slow ones would run on for 20 seconds
        assert {one.result().status for one in slow} == {500}
    assert server.get("ASK {}").status == 200


def test_a_query_whose_client_has_gone_leaves_its_place_to_others(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "1", "--time-limit", "300") as server:
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            time.sleep(0.5)
        assert server.get("ASK {}").status == 200


def test_a_query_over_its_limits_is_503_and_one_line(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "1", "--time-limit", "1", "--row-limit", "3") as server:
        for query, said in (
            (SLOW, "query: it took longer than 1 s; ask for less\n"),
            ("SELECT * { ?s ?p ?o }", "query: its result has more than 3 rows; ask for less, or with LIMIT\n"),
        ):
            assert (server.get(query).status, server.get(query).text) == (503, said)


def children(parent: int) -> list[int]:
    """Return the ids of the processes that a process has started."""
    return [
        int(child)
        for task in Path(f"/proc/{parent}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def is_running(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_stops_the_server_leaves_no_process_behind(tmp_path: Path, sent: signal.Signals) -> None:
    with served(write_data(tmp_path), "--workers", "2", "--time-limit", "1") as server:
        assert server.get("ASK {}").status == 200
        started = children(server.process.pid)
        assert len(started) == 2
        with ThreadPoolExecutor(1) as client:
            client.submit(server.get, SLOW)
            time.sleep(0.3)
            server.process.send_signal(sent)
            server.process.wait(timeout=20)
        waits = 0
        while any(is_running(process) for process in started) and waits < 100:
            time.sleep(0.1)
            waits += 1
        assert not any(is_running(process) for process in started)
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


def test_a_port_in_use_is_one_line_and_exit_code_2(server: Served, tmp_path: Path) -> None:
    import sys

    command = [sys.executable, "-m", "graph.cli", "serve", str(write_data(tmp_path)), "--port", str(server.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert done.stderr == f"127.0.0.1:{server.port}: another program has this port; choose another with --port\n"
    assert TRIPLES
