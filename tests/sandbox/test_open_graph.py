"""A stranger's query on a graph, wherever it lives."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.engines.interface import Table
from graph.sandbox.guard import QueryError
from graph.sandbox.open_graph import run_limited
from graph.sandbox.pool import Limits

CORPUS = Path(__file__).parents[2] / "corpus"
CITIES = "SELECT ?city { ?city a pol:City } ORDER BY ?city"


def test_a_graph_in_memory_answers_as_it_does_itself() -> None:
    graph = PolicyGraph.build(CORPUS)
    found = run_limited(graph.engine, CITIES)
    assert isinstance(found, Table)
    assert list(found.rows) == graph.rows(CITIES)
    assert len(found)


def test_a_store_in_a_folder_answers_as_it_does_itself(tmp_path: Path) -> None:
    with PolicyGraph.build(CORPUS, to=tmp_path / "policy.db") as graph:
        found = run_limited(graph.engine, CITIES)
        assert isinstance(found, Table)
        assert list(found.rows) == graph.rows(CITIES)


def test_rows_beyond_the_limit_are_refused_not_cut() -> None:
    with pytest.raises(QueryError, match="row") as caught:
        run_limited(PolicyGraph.build(CORPUS).engine, CITIES, Limits(seconds=5, rows=2))
    assert caught.value.cause == "rows"
