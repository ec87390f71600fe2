"""The three engines, each with the same graph: memory, the store of a folder, a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph import PolicyGraph
from tests.engines.loopback import CORPUS, sparql_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a SPARQL server for query and update, started for the tests and stopped after them."""
    with sparql_server() as address:
        yield address


@pytest.fixture(scope="session", params=["memory", "folder", "server"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    """The graph of the shipped corpus, in each engine."""
    if request.param == "server":
        to = request.getfixturevalue("server")
    else:
        to = "memory" if request.param == "memory" else str(tmp_path_factory.mktemp("store") / "policy.db")
    with PolicyGraph.build(CORPUS, to=to) as built:
        yield built


@pytest.fixture(scope="session")
def in_memory() -> PolicyGraph:
    """The same graph in memory, to hold the others against."""
    return PolicyGraph.build(CORPUS)
