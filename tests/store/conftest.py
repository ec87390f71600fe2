"""The three engines, each with the same graph: memory, the store of a folder, a server on loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import PolicyGraph
from tests.store.loopback import CORPUS, free_port


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A SPARQL server for query and update, started for the tests and stopped after them; its address."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("oxigraph")), "serve", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


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
