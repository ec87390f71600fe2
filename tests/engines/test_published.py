"""A store that was published to a server: what the server holds and answers is what the store does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.corpus import publish
from graph.questions import Argument, questions
from tests.engines.loopback import sparql_server

NAMES = [("沈阳", "大连"), ("辽宁沿海经济带", "海洋经济"), ("抚顺", "京津冀"), ("沈阳", "大连", "双核")]
COUNTED = "SELECT ?graph (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } FILTER(CONTAINS(STR(?graph), '/graph/')) } GROUP BY ?graph"


@pytest.fixture(scope="module")
def oxigraph(store: Path) -> Iterator[str]:
    """The address of an Oxigraph server to which the graph of the shipped corpus was published."""
    with sparql_server() as address:
        publish(store, address)
        yield address


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def there(request: pytest.FixtureRequest) -> Iterator[PolicyGraph]:
    """The graph on each server."""
    with PolicyGraph.connect(request.getfixturevalue(request.param)) as opened:
        yield opened


@pytest.fixture(scope="module")
def here(store: Path) -> Iterator[PolicyGraph]:
    """The graph in the store."""
    with PolicyGraph.open(store) as opened:
        yield opened


def in_order(rows: list[dict[str, object]]) -> list[str]:
    """Return rows as texts, sorted."""
    return sorted(str(sorted(row.items())) for row in rows)


@pytest.mark.parametrize("query", [COUNTED, "SELECT ?s ?p ?o { ?s ?p ?o }"], ids=["each graph", "the union"])
def test_a_server_holds_what_the_store_holds(query: str, there: PolicyGraph, here: PolicyGraph) -> None:
    assert in_order(there.rows(query)) == in_order(here.rows(query))  # type: ignore[arg-type]


def test_every_question_is_answered_as_by_the_store(there: PolicyGraph, here: PolicyGraph) -> None:
    differing = []
    for one in questions():
        values: dict[str, Argument] = {}
        for parameter in one.parameters:
            offered = here.choices(one.id, parameter.name, **values)
            if offered != there.choices(one.id, parameter.name, **values):
                differing.append(f"{one.id}: choices of {parameter.name}")
            if offered:
                values[parameter.name] = offered[0].value
        if len(values) == len(one.parameters):
            wanted, found = here.answer(one.id, "zh", **values), there.answer(one.id, "zh", **values)
            if (wanted.as_json(), wanted.lines) != (found.as_json(), found.lines):
                differing.append(one.id)
    assert not differing


@pytest.mark.parametrize("names", NAMES, ids="-".join)
def test_what_ties_things_is_found_as_by_the_store(
    names: tuple[str, ...], there: PolicyGraph, here: PolicyGraph
) -> None:
    assert there.connect(*names).as_json() == here.connect(*names).as_json()


def test_words_are_found_as_by_the_store(there: PolicyGraph, here: PolicyGraph) -> None:
    assert there.search("物流枢纽").hits == here.search("物流枢纽").hits


def test_a_question_in_plain_words_is_answered_as_by_the_store(there: PolicyGraph, here: PolicyGraph) -> None:
    asked = "哪些任务连接沈阳和大连？"
    assert there.ask(asked).sentence == here.ask(asked).sentence
