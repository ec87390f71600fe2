"""Graphs as text: what is written is what was said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from extract.values import Entity, Value
from graph.rdf import term_of, triples_of, written, written_text
from graph.rdf.lines import line, written_value

SUBJECT, PREDICATE = NamedNode("urn:subject"), NamedNode("urn:predicate")
VALUES: list[Literal | NamedNode] = [
    Literal("first .\nsecond .\r\n"),
    Literal('“quoted” "and" \\ .\u2028\x0b\x85\x00'),
    Literal("沈阳", language="zh"),
    Literal("沈阳"),
    Literal("7.50", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
    NamedNode("urn:加快建设“一枢纽四中心”"),
]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def lines_of(*values: Literal | NamedNode) -> list[str]:
    """Return a line for each value."""
    return [f"{Triple(SUBJECT, PREDICATE, value)} .\n" for value in values]


@given(TEXTS, st.sampled_from(["", "zh"]))
def test_a_text_is_written_as_the_engine_writes_it(text: str, language: str) -> None:
    assert written_text(text, language) == str(Literal(text, language=language) if language else Literal(text))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("declaredSize", 2),
        ("targetValue", 2),
        ("targetValue", Decimal("7.70")),
        ("declaredSize", Decimal(2)),
        ("dcterms:issued", date(2022, 2, 9)),
        ("dcterms:title", "“a”\n"),
        ("indicator", Entity("Indicator", "制造业")),
    ],
    ids=str,
)
def test_a_value_is_written_as_the_engine_writes_it(name: str, value: Value) -> None:
    assert written_value(name, value) == str(term_of(name, value))


def test_lines_are_the_triples_that_they_were() -> None:
    assert triples_of(lines_of(*VALUES)) == {Triple(SUBJECT, PREDICATE, value) for value in VALUES}
    assert line(str(SUBJECT), "rdf:type", str(VALUES[0])).endswith(lines_of(VALUES[0])[0].partition("predicate>")[2])


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_what_is_written_is_read_back(value: Literal | NamedNode) -> None:
    graph = written("urn:graph", lines_of(value))
    (quad,) = graph.quads()
    assert (quad.object, quad.graph_name, len(graph)) == (value, NamedNode("urn:graph"), 1)


def test_the_order_and_number_in_which_triples_come_change_no_byte() -> None:
    triples = lines_of(*VALUES)
    assert written("urn:graph", [*triples, *reversed(triples)]) == written("urn:graph", triples)
    assert len(written("urn:graph", [*triples, *triples])) == len(VALUES)


def test_a_graph_speaks_of_its_subjects_alone() -> None:
    first, second = (f"{Triple(NamedNode(f'urn:{name}'), PREDICATE, Literal('<urn:c> '))} .\n" for name in "ab")
    graph = written("urn:graph", [first, second])
    assert [name for name in ("urn:a", "urn:b", "urn:c", "urn:predicate") if graph.speaks_of(name)] == [
        "urn:a",
        "urn:b",
    ]
