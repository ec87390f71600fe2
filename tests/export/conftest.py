"""A graph of the shipped text, and one whose names are hostile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph import PolicyGraph
from tests.export.hostile import NAMES, RENAMED


@pytest.fixture(scope="package")
def shipped() -> Iterator[PolicyGraph]:
    """Yield the graph of the shipped text, in memory."""
    with PolicyGraph.build("corpus") as graph:
        yield graph


@pytest.fixture(scope="package")
def hostile() -> Iterator[PolicyGraph]:
    """Yield that graph with names that are markup, formulas, or very long."""
    with PolicyGraph.build("corpus") as graph:
        for old, new in zip(RENAMED, NAMES, strict=True):
            thing = graph.resolve(old).iri.n3()
            graph.update(
                f"DELETE {{ GRAPH ?g {{ {thing} skos:prefLabel ?old }} }} INSERT {{ GRAPH ?g {{ {thing} skos:prefLabel {new.n3()} }} }}"
                f" WHERE {{ GRAPH ?g {{ {thing} skos:prefLabel ?old }} }};"
                f" DELETE {{ {thing} skos:prefLabel ?old }} INSERT {{ {thing} skos:prefLabel {new.n3()} }}"
                f" WHERE {{ {thing} skos:prefLabel ?old }}"
            )
        yield graph
