"""The formats of answers: SPARQL 1.1 Protocol, 2.1.5, and the Accept header."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from tests.server.serving import PEOPLE, PLACES, Served, served, write_data


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(write_data(tmp_path_factory.mktemp("formats")), "--workers", "2", "--time-limit", "20") as one:
        yield one


ROWS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
TRIPLE_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("accept", ROWS)
def test_2_1_5_rows_come_in_the_format_that_is_accepted(server: Served, accept: str) -> None:
    """[query_content_type_select]"""
    reply = server.get("SELECT ?label { ?s skos:prefLabel ?label } ORDER BY ?label", accept)
    rows = parse_query_results(reply.body, format=ROWS[accept])
    assert isinstance(rows, QuerySolutions)
    assert (reply.media_type, [str(row["label"]) for row in rows]) == (accept, ['"大连市"@zh', '"沈阳市"@zh'])


def test_2_1_5_rows_come_as_csv(server: Served) -> None:
    reply = server.get("SELECT ?s ?label { ?s skos:prefLabel ?label } ORDER BY ?label LIMIT 1", "text/csv")
    assert reply.media_type == "text/csv"
    assert reply.text == "s,label\r\nhttps://w3id.org/policygraph/id/city/大连市,大连市\r\n"


@pytest.mark.parametrize("accept", [*ROWS, "text/csv"])
def test_2_1_5_a_truth_value_comes_in_the_format_that_is_accepted(server: Served, accept: str) -> None:
    """[query_content_type_ask]"""
    reply = server.get("ASK {}", accept)
    assert reply.media_type == accept
    assert b"true" in reply.body


@pytest.mark.parametrize("accept", TRIPLE_FORMATS)
def test_2_1_5_triples_come_in_the_format_that_is_accepted(server: Served, accept: str) -> None:
    """[query_content_type_construct], [query_content_type_describe]"""
    for query in ("CONSTRUCT WHERE { <urn:person:a> ?p ?o }", "DESCRIBE <urn:person:a>"):
        reply = server.get(query, accept)
        assert reply.media_type == accept
        assert len(list(parse(reply.body, format=TRIPLE_FORMATS[accept]))) == 2


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0.2, application/xml;q=0.7", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("text/csv;q=0, text/*;q=0.1", "text/tab-separated-values"),
        ("text/html, application/xhtml+xml, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_2_1_5_the_client_s_wishes_are_weighed(server: Served, accept: str | None, expected: str) -> None:
    assert server.get("SELECT * {}", accept).media_type == expected


def test_2_1_5_a_wish_that_cannot_be_met_is_406(server: Served) -> None:
    assert server.get("ASK {}", "image/png").status == 406
    assert server.get("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status == 406
    assert server.get("SELECT * {}", "text/turtle").status == 406
    assert server.ask(headers={"Accept": "image/png"}).status == 406


@pytest.mark.parametrize("accept", [None, *TRIPLE_FORMATS])
def test_the_endpoint_without_a_query_describes_itself(server: Served, accept: str | None) -> None:
    """[returns-rdf], [has-endpoint-triple], [conforms-to-schema]: an RDF document at the address of the endpoint."""
    reply = server.ask(headers={"Accept": accept} if accept else {})
    assert (reply.status, reply.media_type) == (200, accept or "text/turtle")
    said = {(quad.predicate.value.rpartition("#")[2], str(quad.object).strip("<>")) for quad in
            parse(reply.body, format=TRIPLE_FORMATS[accept or "text/turtle"])}  # fmt: skip
    assert ("endpoint", server.endpoint) in said
    assert ("supportedLanguage", "http://www.w3.org/ns/sparql-service-description#SPARQL11Query") in said
    assert {("name", PEOPLE), ("name", PLACES)} <= said
    assert ("type", "http://www.w3.org/ns/sparql-service-description#Service") in said
