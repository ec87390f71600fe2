"""The rules of the SPARQL 1.1 Protocol for the query operation, one by one.

Names in brackets are those of the tests that the W3C working group wrote for the same rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from tests.server.serving import PEOPLE, PLACES, TRIPLES, Served, served, write_data

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(write_data(tmp_path_factory.mktemp("protocol")), "--workers", "2", "--time-limit", "20") as one:
        yield one


def values(body: bytes, name: str) -> list[str]:
    return [row[name]["value"] for row in json.loads(body)["results"]["bindings"]]


def test_2_1_1_a_query_may_come_by_get(server: Served) -> None:
    """[query_get]"""
    reply = server.get("ASK { ?s ?p ?o }")
    assert (reply.status, json.loads(reply.body)["boolean"]) == (200, True)


def test_2_1_2_a_query_may_come_by_post_with_encoded_parameters(server: Served) -> None:
    """[query_post_form]"""
    reply = server.post(urlencode({"query": COUNT}), FORM)
    assert (reply.status, values(reply.body, "n")) == (200, [str(TRIPLES)])


def test_2_1_3_a_query_may_come_by_post_directly(server: Served) -> None:
    """[query_post_direct]"""
    reply = server.post(COUNT, DIRECT)
    assert (reply.status, values(reply.body, "n")) == (200, [str(TRIPLES)])


def test_2_1_3_a_direct_query_is_read_as_utf_8(server: Served) -> None:
    for kind in (DIRECT, f"{DIRECT}; charset=UTF-8"):
        assert b"true" in server.post('ASK { ?s skos:prefLabel "沈阳市"@zh }', kind).body


def test_2_1_3_another_character_set_is_refused(server: Served) -> None:
    """[bad_query_non_utf8]"""
    reply = server.post("ASK {}".encode("utf-16"), f"{DIRECT}; charset=UTF-16")
    assert (reply.status, reply.text) == (415, "a query has to be in UTF-8\n")
    assert server.post(b"ASK { ?s ?p '\xff' }", DIRECT).status == 400
    assert server.ask("GET", "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%27%FF%27%20%7D").status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_2_1_only_get_and_post_ask(server: Served, method: str) -> None:
    """[bad_query_method]"""
    reply = server.ask(method, "/sparql?" + urlencode({"query": "ASK {}"}))
    assert reply.status == 405
    assert {"GET", "POST"} <= set(reply.headers["allow"].split(", "))


def test_2_1_there_is_exactly_one_query(server: Served) -> None:
    """[bad_multiple_queries]"""
    two = urlencode([("query", "ASK {}"), ("query", "SELECT * {}")])
    for reply in (
        server.ask("GET", "/sparql?" + two),
        server.post(two, FORM),
        server.post("ASK {}", DIRECT, path="/sparql?" + urlencode({"query": "ASK {}"})),
    ):
        assert (reply.status, reply.text) == (400, "a request has exactly one query, not 2\n")
    assert server.post("", FORM).status == 400


@pytest.mark.parametrize("kind", ["text/plain", "application/json", ""])
def test_2_1_a_post_of_another_media_type_is_refused(server: Served, kind: str) -> None:
    """[bad_query_wrong_media_type], [bad_query_missing_form_type], [bad_query_missing_direct_type]"""
    for body in ("ASK {}", "query=ASK%20%7B%7D"):
        assert server.post(body, kind).status == 415


@pytest.mark.parametrize("query", ["ASK {", "", "SELECT", "SELECT ?x { ?x nothing:known ?y }", "不是查询"])
def test_2_1_7_a_query_that_is_none_gets_400_and_says_where(server: Served, query: str) -> None:
    """[bad_query_syntax]"""
    for reply in (server.get(query), server.post(query, DIRECT)):
        assert reply.status == 400
        assert reply.text.startswith("query: ")
        assert len(reply.text.splitlines()) == 1


def test_an_update_is_no_query_however_it_comes(server: Served) -> None:
    """[bad_update_get] and its kin: nothing here writes."""
    for update in (
        "CLEAR ALL",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "LOAD <http://127.0.0.1:9/>",
        "DROP DEFAULT",
    ):
        for reply in (
            server.get(update),
            server.post(update, DIRECT),
            server.post(update, "application/sparql-update"),
            server.ask("GET", "/sparql?" + urlencode({"update": update})),
            server.post(urlencode({"update": update}), FORM),
        ):
            assert reply.status == 403
            assert "an update is refused" in reply.text
    assert values(server.get(COUNT).body, "n") == [str(TRIPLES)]


def test_2_1_4_a_request_may_name_the_default_graph(server: Served) -> None:
    """[query_dataset_default_graph]"""
    query = "ASK { <urn:person:a> ?p ?o }"
    for graph, expected in ((PEOPLE, True), (PLACES, False)):
        given = {"default-graph-uri": graph}
        for reply in (
            server.get(query, parameters=given),
            server.post(urlencode({"query": query, **given}), FORM),
            server.post(query, DIRECT, path="/sparql?" + urlencode(given)),
        ):
            assert json.loads(reply.body)["boolean"] is expected


def test_2_1_4_several_default_graphs_are_merged(server: Served) -> None:
    """[query_dataset_default_graphs]"""
    reply = server.get(COUNT, parameters={"default-graph-uri": [PEOPLE, PLACES]})
    assert values(reply.body, "n") == [str(TRIPLES)]


def test_2_1_4_a_request_may_name_the_named_graphs(server: Served) -> None:
    """[query_dataset_named_graphs]"""
    assert values(server.get(GRAPHS).body, "g") == [PEOPLE, PLACES]
    assert values(server.get(GRAPHS, parameters={"named-graph-uri": [PLACES]}).body, "g") == [PLACES]
    assert values(server.get(COUNT, parameters={"named-graph-uri": [PLACES]}).body, "n") == ["0"]


def test_2_1_4_a_request_may_name_both(server: Served) -> None:
    """[query_dataset_full]"""
    query = "SELECT DISTINCT ?x ?g { ?x a <urn:Person> GRAPH ?g { ?s ?p ?o } }"
    reply = server.get(query, parameters={"default-graph-uri": PEOPLE, "named-graph-uri": PLACES})
    assert (values(reply.body, "x"), values(reply.body, "g")) == (["urn:person:a"], [PLACES])
    assert values(server.get(GRAPHS, parameters={"default-graph-uri": PEOPLE}).body, "g") == []


def test_2_1_4_the_request_counts_instead_of_the_query(server: Served) -> None:
    """[query_multiple_dataset]"""
    query = f"ASK FROM <{PLACES}> {{ <urn:person:a> ?p ?o }}"
    assert json.loads(server.get(query).body)["boolean"] is False
    assert json.loads(server.get(query, parameters={"default-graph-uri": PEOPLE}).body)["boolean"] is True


def test_2_1_4_a_query_may_name_graphs_of_this_store(server: Served) -> None:
    assert values(server.get(f"SELECT (COUNT(*) AS ?n) FROM <{PEOPLE}> {{ ?s ?p ?o }}").body, "n") == ["2"]
    query = f"SELECT DISTINCT ?g FROM NAMED <{PEOPLE}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert values(server.get(query).body, "g") == [PEOPLE]


@pytest.mark.parametrize("graph", ["http://127.0.0.1:9/data", "file:///etc/hosts", "urn:nothing", "people", ""])
def test_2_1_4_graphs_that_are_not_of_this_store_are_refused(server: Served, graph: str) -> None:
    for reply in (
        server.get(COUNT, parameters={"default-graph-uri": graph}),
        server.get(COUNT, parameters={"named-graph-uri": graph}),
        server.get(f"SELECT * FROM <{graph}> {{ ?s ?p ?o }}"),
        server.get(f"SELECT * FROM NAMED <{graph}> {{ ?s ?p ?o }}"),
    ):
        assert reply.status == 403
        assert "is none of this store" in reply.text


def test_head_tells_what_get_would(server: Served) -> None:
    address = "/sparql?" + urlencode({"query": COUNT})
    head, got = server.ask("HEAD", address), server.ask("GET", address)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"] == str(len(got.body))


def test_options_names_the_methods(server: Served) -> None:
    reply = server.ask("OPTIONS")
    assert (reply.status, reply.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")


def test_a_relative_iri_is_one_of_ours(server: Served) -> None:
    assert b"true" in server.get("ASK { <city/沈阳市> a pol:City }").body


def test_a_body_that_is_too_long_is_413(server: Served) -> None:
    reply = server.post("ASK {} #" + "x" * 2**20, DIRECT)
    assert (reply.status, len(reply.text.splitlines())) == (413, 1)
