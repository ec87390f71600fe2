"""The graph that most tests of connections ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.policygraph import PolicyGraph
from tests.connections.corpus_text import TEXT


@pytest.fixture(scope="session")
def graph() -> Iterator[PolicyGraph]:
    """Return the graph of the corpus's interpretation."""
    with PolicyGraph.build(TEXT) as built:
        yield built
