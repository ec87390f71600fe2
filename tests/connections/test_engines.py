"""The same connection gives the same answer, wherever the graph lives."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import PolicyGraph
from tests.engines.loopback import CORPUS, sparql_server

NAMES = [("沈阳", "大连"), ("辽宁沿海经济带", "海洋经济"), ("抚顺", "京津冀"), ("沈阳", "大连", "双核")]


@pytest.fixture(scope="module")
def expected() -> list[dict[str, object]]:
    """Return the answers of the graph in memory."""
    with PolicyGraph.build(CORPUS) as graph:
        return [graph.connect(*names).as_json() for names in NAMES]


def test_a_store_in_a_folder_answers_as_memory_does(expected: list[dict[str, object]], tmp_path: Path) -> None:
    with PolicyGraph.build(CORPUS, to=tmp_path / "policy.db") as graph:
        assert [graph.connect(*names).as_json() for names in NAMES] == expected


def test_a_server_answers_as_memory_does(expected: list[dict[str, object]]) -> None:
    with sparql_server() as address, PolicyGraph.build(CORPUS, to=address) as graph:
        assert [graph.connect(*names).as_json() for names in NAMES] == expected
