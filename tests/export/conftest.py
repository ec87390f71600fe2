"""A graph of the shipped text, and one whose names are hostile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph import PolicyGraph
from tests.export.hostile import renamed


@pytest.fixture(scope="package")
def shipped() -> Iterator[PolicyGraph]:
    """Yield the graph of the shipped text, in memory."""
    with PolicyGraph.build("corpus") as graph:
        yield graph


@pytest.fixture(scope="package")
def hostile() -> Iterator[PolicyGraph]:
    """Yield that graph with names that are markup, formulas, or very long."""
    with PolicyGraph.build("corpus") as graph:
        renamed(graph)
        yield graph
