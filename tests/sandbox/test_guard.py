"""What a stranger's query may ask, whichever way it hides what it wants."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from graph.sandbox.guard import QueryError, allow

OURS = {"urn:ours"}


@pytest.fixture(autouse=True)
def _deep() -> Iterator[None]:
    """Let the parser recurse deeper than pytest leaves it room for, as the child process does."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(5_000)
    yield
    sys.setrecursionlimit(before)


def cause_of(query: str, services: frozenset[str] = frozenset(), dataset_is_given: bool = False) -> str | None:
    """Return why a query is refused, None where it may run."""
    try:
        allow(query, OURS, services, dataset_is_given)
    except QueryError as error:
        return error.cause
    return None


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("prefix a: <urn:> select ?x { a:b ?p ?x } # a comment", "SELECT"),
        ("ASK {}", "ASK"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("DESCRIBE city:沈阳市", "DESCRIBE"),
    ],
)
def test_the_four_forms_that_read_are_allowed(query: str, form: str) -> None:
    assert allow(query).form == form


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/hosts>",
        "LOAD SILENT <http://example.org/> INTO GRAPH <urn:ours>",
        "CLEAR ALL",
        "DROP GRAPH <urn:ours>",
        "CREATE GRAPH <urn:new>",
        "COPY DEFAULT TO <urn:ours>",
        "WITH <urn:ours> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        "PREFIX a: <urn:> INSERT DATA { a:a a:b a:c } ; CLEAR ALL",
        "CLE\\u0041R ALL",
    ],
)
def test_every_kind_of_update_is_forbidden(update: str) -> None:
    assert cause_of(update) == "forbidden"


CALL = "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }"
HIDDEN_CALLS = [
    f"SELECT * {{ {CALL} }}",
    "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:9/> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    f"SELECT * {{ {{ SELECT * {{ {CALL} }} }} }}",
    f"SELECT * {{ OPTIONAL {{ {{ ?s ?p 1 }} UNION {{ {CALL} }} }} }}",
    f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ {CALL} }} }}",
    f"SELECT * {{ ?s ?p ?o MINUS {{ GRAPH <urn:ours> {{ {CALL} }} }} }}",
    f"SELECT (EXISTS {{ {CALL} }} AS ?x) {{}}",
    f"SELECT * {{ ?s ?p ?o }} ORDER BY (EXISTS {{ {CALL} }})",
    f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o }} GROUP BY ?s HAVING (EXISTS {{ {CALL} }})",
    f"ASK {{ {CALL} }}",
    f"DESCRIBE ?s {{ {CALL} }}",
    f"CONSTRUCT {{ ?s ?p ?o }} {{ {CALL} }}",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { S\\U00000045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    f"SELECT * {{ # a comment ends here \r {CALL} }}",
    f"SELECT * {{ # and here \\u000A {CALL} }}",
    "PREFIX here: <http://127.0.0.1:9/> SELECT * { SERVICE here: { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", HIDDEN_CALLS)
def test_a_call_of_another_server_is_found_wherever_it_stands(query: str) -> None:
    assert cause_of(query) == "forbidden"


@pytest.mark.parametrize("before", ["?s ?p '#' .", "?s ?p '''a''b#''' .", "?s <urn:a#b> ?o ."])
def test_a_call_that_the_parser_cannot_follow_is_refused_all_the_same(before: str) -> None:
    assert cause_of(f"SELECT * {{ {before} }}") is None
    assert cause_of(f"SELECT * {{ {before} {CALL} }}") is not None


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }' }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1:9/> {}",
        "SELECT ?service { ?service <urn:LOAD> 'INSERT DATA {}' }",
    ],
)
def test_a_word_alone_forbids_nothing(query: str) -> None:
    assert cause_of(query) is None


def test_text_that_two_parsers_would_read_differently_reaches_neither() -> None:
    escaped_quote = 'ASK { FILTER("\\u005C" = " SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } ") }'
    assert cause_of(escaped_quote) == "malformed"
    assert cause_of('SELECT ("\\u005Cu0041" AS ?x) {}') == "malformed"
    assert allow('SELECT ("\\u6c88" AS ?x) {}').text == 'SELECT ("沈" AS ?x) {}'


def test_a_server_that_is_allowed_by_name_may_be_called_and_no_other() -> None:
    allowed = frozenset({"http://127.0.0.1:9/"})
    assert cause_of(f"SELECT * {{ {CALL} }}", allowed) is None
    assert cause_of("SELECT * { SERVICE <http://127.0.0.1:99/> {} }", allowed) == "forbidden"
    assert cause_of("SELECT * { SERVICE ?any { ?s ?p ?o } }", allowed) == "forbidden"


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
@pytest.mark.parametrize("graph", ["file:///etc/hosts", "http://example.org/", "urn:other", "hosts", "../../x"])
def test_graphs_that_are_not_of_the_store_are_forbidden(clause: str, graph: str) -> None:
    assert cause_of(f"SELECT * {clause} <{graph}> {{ ?s ?p ?o }}") == "forbidden"


def test_graphs_of_the_store_are_allowed_by_any_of_their_names() -> None:
    assert cause_of("SELECT * FROM <urn:ours> { ?s ?p ?o }") is None
    assert cause_of("PREFIX a: <urn:> SELECT * FROM NAMED a:ours { ?s ?p ?o }") is None
    assert cause_of("BASE <urn:> SELECT * FROM a:ours { ?s ?p ?o }") == "malformed"


def test_graphs_that_the_request_overrides_do_not_count() -> None:
    assert cause_of("SELECT * FROM <urn:other> { ?s ?p ?o }", dataset_is_given=True) is None


@pytest.mark.parametrize(
    "query", ["", " ", "SELECT", "ASK { ?s ?p }", "{}", "ASK {} ASK {}", "ASK { ?s nothing: ?o ", "\0", "ASK {} \ud800"]
)
def test_what_is_no_query_is_malformed_and_told_in_one_line(query: str) -> None:
    with pytest.raises(QueryError) as refused:
        allow(query)
    assert refused.value.cause == "malformed"
    assert len(str(refused.value).splitlines()) == 1


def test_a_query_without_end_of_nesting_is_malformed() -> None:
    assert cause_of("SELECT * " + "{" * 10_000 + "}" * 10_000) == "malformed"


def test_the_limit_of_a_subquery_is_not_that_of_the_answer() -> None:
    assert allow("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 3 } }").limit is None
    assert allow("SELECT * { ?s ?p ?o } OFFSET 2 LIMIT 3").limit == 3
