"""The engines, each with the same graph: memory, the store of a folder, servers of two makes on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.corpus import publish
from tests.engines.loopback import CORPUS, LOGIN, sparql_server, virtuoso_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a SPARQL server for query and update, started for the tests and stopped after them."""
    with sparql_server() as address:
        yield address


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the graph of the shipped corpus."""
    folder = tmp_path_factory.mktemp("built") / "policy.db"
    PolicyGraph.build(CORPUS, to=folder).close()
    return folder


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Iterator[str]:
    """The address of a Virtuoso server to which the graph of the shipped corpus was published."""
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as address:
        publish(store, address, login=LOGIN)
        yield address


@pytest.fixture(scope="session")
def other_virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso server for tests that write."""
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture(scope="session", params=["memory", "folder", "server", "virtuoso"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    """The graph of the shipped corpus, in each engine."""
    if request.param == "virtuoso":
        with PolicyGraph.connect(request.getfixturevalue("virtuoso")) as opened:
            yield opened
        return
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
