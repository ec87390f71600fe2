"""Queries made up by a machine: through the guard they give what they give without it, and what SPARQL says of them holds."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store, parse_query_results

from graph.engines import memory_store
from graph.sandbox.guard import allow
from graph.sandbox.sparql_results import GraphsAsked, sparql_result

NODES = [f"urn:{letter}" for letter in "abcd"]
RELATIONS = ["urn:p", "urn:q"]
VARIABLES = ["?x", "?y", "?z"]
JSON = "application/sparql-results+json"
ROWS = 100_000


def store() -> Store:
    """A small graph with loops, in two documents."""
    quads = [
        Quad(NamedNode(NODES[a]), NamedNode(RELATIONS[r]), NamedNode(NODES[b]), NamedNode(f"urn:graph:{(a + b) % 2}"))
        for a, r, b in ((0, 0, 1), (1, 0, 2), (2, 0, 0), (0, 1, 0), (1, 1, 3), (3, 0, 3), (3, 1, 2), (2, 1, 1))
    ]
    return memory_store(quads)


STORE = store()
node = st.sampled_from([*VARIABLES, *(f"<{one}>" for one in NODES)])
relation = st.sampled_from(
    [*(f"<{one}>" for one in RELATIONS), "<urn:p>/<urn:q>", "(<urn:p>|<urn:q>)", "^<urn:q>", "<urn:p>*"]
)
triple = st.builds("{} {} {} .".format, node, relation, node)
pattern = st.lists(triple, min_size=1, max_size=3).map(" ".join)
condition = st.one_of(
    st.builds("{} = {}".format, st.sampled_from(VARIABLES), node),
    st.builds("{} != {}".format, st.sampled_from(VARIABLES), node),
    st.builds("BOUND({})".format, st.sampled_from(VARIABLES)),
    st.builds("EXISTS {{ {} }}".format, triple),
    st.builds("NOT EXISTS {{ {} }}".format, triple),
)
group = st.one_of(
    pattern,
    st.builds("{} OPTIONAL {{ {} }}".format, pattern, pattern),
    st.builds("{{ {} }} UNION {{ {} }}".format, pattern, pattern),
    st.builds("{} MINUS {{ {} }}".format, pattern, pattern),
    st.builds("{} FILTER({})".format, pattern, condition),
    st.builds("GRAPH ?g {{ {} }}".format, pattern),
)
modifier = st.sampled_from(["", "DISTINCT ", "REDUCED "])
ending = st.sampled_from(["", " LIMIT 3", " ORDER BY ?x ?y ?z LIMIT 2", " VALUES ?x { <urn:a> <urn:b> }", " # the end"])


def rows(found: object) -> Counter[tuple[str, ...]]:
    """The rows of an answer, however they are ordered."""
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return Counter(tuple(f"{name}={row[name]}" for name in names if row[name] is not None) for row in found)


def guarded(query: str) -> Counter[tuple[str, ...]]:
    written = sparql_result(STORE, allow(query), JSON, ROWS, GraphsAsked())
    return rows(parse_query_results(written, format=QueryResultsFormat.JSON))


def plain(query: str) -> Counter[tuple[str, ...]]:
    return rows(STORE.query(query))


@settings(max_examples=200, deadline=None)
@given(modifier, group, ending)
def test_a_query_gives_through_the_guard_what_it_gives_without(modifier: str, group: str, ending: str) -> None:
    query = f"SELECT {modifier}* {{ {group} }}{ending}"
    if "LIMIT 3" in ending or modifier == "REDUCED ":  # which rows these are is the engine's choice
        assert guarded(query).total() == plain(query).total()
    else:
        assert guarded(query) == plain(query)


@settings(max_examples=200, deadline=None)
@given(group, condition)
def test_a_filter_more_never_gives_more_rows(group: str, condition: str) -> None:
    filtered = guarded(f"SELECT * {{ {{ {group} }} FILTER({condition}) }}")
    assert filtered <= guarded(f"SELECT * {{ {group} }}")


@settings(max_examples=200, deadline=None)
@given(group, pattern)
def test_a_union_more_never_gives_fewer_rows(group: str, pattern: str) -> None:
    wider = guarded(f"SELECT * {{ {{ {group} }} UNION {{ {pattern} }} }}")
    assert guarded(f"SELECT * {{ {group} }}") <= wider


@settings(max_examples=100, deadline=None)
@given(group)
def test_a_query_that_counts_counts_its_rows(group: str) -> None:
    (counted,) = guarded(f"SELECT (COUNT(*) AS ?n) {{ {group} }}")
    assert counted[0].split('"')[1] == str(guarded(f"SELECT * {{ {group} }}").total())
