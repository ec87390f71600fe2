"""Graphs as text: what is written is what was said."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from graph.rdf import written

SUBJECT, PREDICATE = NamedNode("urn:subject"), NamedNode("urn:predicate")
VALUES: list[Literal | NamedNode] = [
    Literal("first .\nsecond .\r\n"),
    Literal('“quoted” "and" \\ .\u2028\x0b\x85\x00'),
    Literal("沈阳", language="zh"),
    Literal("沈阳"),
    Literal("7.50", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
    NamedNode("urn:加快建设“一枢纽四中心”"),
]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_what_is_written_is_read_back(value: Literal | NamedNode) -> None:
    graph = written("urn:graph", [Triple(SUBJECT, PREDICATE, value)])
    (quad,) = graph.quads()
    assert (quad.object, quad.graph_name, len(graph)) == (value, NamedNode("urn:graph"), 1)


def test_the_order_and_number_in_which_triples_come_change_no_byte() -> None:
    triples = [Triple(SUBJECT, PREDICATE, value) for value in VALUES]
    assert written("urn:graph", [*triples, *reversed(triples)]) == written("urn:graph", triples)
    assert len(written("urn:graph", [*triples, *triples])) == len(VALUES)


def test_a_graph_speaks_of_its_subjects_alone() -> None:
    first, second = (Triple(NamedNode(f"urn:{name}"), PREDICATE, Literal("<urn:c> ")) for name in "ab")
    graph = written("urn:graph", [first, second])
    assert [name for name in ("urn:a", "urn:b", "urn:c", "urn:predicate") if graph.speaks_of(name)] == [
        "urn:a",
        "urn:b",
    ]
