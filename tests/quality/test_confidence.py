"""How far a reading is to be trusted."""

from __future__ import annotations

from pathlib import Path

from graph import PolicyGraph
from graph.quality import confidence

CORPUS = Path(__file__).parents[2] / "corpus"


def test_a_declared_number_that_was_read_in_full_counts_as_matching() -> None:
    found = confidence(PolicyGraph.build(CORPUS))
    group = next(one for one in found.counts if one.name == "双核")
    assert (group.declared, group.listed) == (2, 2)
    assert 0 < found.matching < len(found.counts)
