"""Clients as people use them: SPARQLWrapper, curl, requests as R makes them, and many at once."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from SPARQLWrapper import CSV, GET, JSON, N3, POST, POSTDIRECTLY, RDFXML, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.server.serving import PEOPLE, Served, served, write_data

LABELS = "SELECT ?label { ?s a pol:City ; skos:prefLabel ?label } ORDER BY ?label"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(write_data(tmp_path_factory.mktemp("clients")), "--workers", "3", "--time-limit", "20") as one:
        yield one


def wrapper(server: Served, query: str, form: str, graph: str | None = None) -> SPARQLWrapper:
    """Return SPARQLWrapper, ready to ask."""
    client = SPARQLWrapper(server.endpoint, returnFormat=form, defaultGraph=graph)
    client.setQuery(query)
    return client


def body_of(client: SPARQLWrapper) -> bytes:
    return bytes(client.query().response.read())


@pytest.mark.parametrize(("method", "way"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_gets_rows(server: Served, method: str, way: str) -> None:
    client = wrapper(server, LABELS, JSON)
    client.setMethod(method)
    client.setRequestMethod(way)
    found: Any = client.queryAndConvert()
    assert [row["label"]["value"] for row in found["results"]["bindings"]] == ["大连市", "沈阳市"]


def test_sparqlwrapper_gets_every_format_of_rows(server: Served) -> None:
    assert body_of(wrapper(server, LABELS, CSV)).decode().splitlines() == ["label", "大连市", "沈阳市"]
    found: Any = wrapper(server, LABELS, XML).queryAndConvert()
    assert len(found.getElementsByTagName("result")) == 2


@pytest.mark.parametrize("form", [TURTLE, RDFXML, N3])
def test_sparqlwrapper_gets_graphs(server: Served, form: str) -> None:
    assert b"urn:person:a" in body_of(wrapper(server, "CONSTRUCT WHERE { <urn:person:a> ?p ?o }", form))


def test_sparqlwrapper_names_a_default_graph(server: Served) -> None:
    found: Any = wrapper(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", JSON, PEOPLE).queryAndConvert()
    assert found["results"]["bindings"][0]["n"]["value"] == "2"


def test_sparqlwrapper_is_told_what_is_wrong(server: Served) -> None:
    with pytest.raises(QueryBadFormed, match="query: line 1"):
        wrapper(server, "SELECT ?x {", JSON).query()


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
