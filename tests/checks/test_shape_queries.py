"""What runs on a build finds exactly what pySHACL finds with the same shapes, on graphs broken in every way that the shapes name."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store
from rdflib import Graph, URIRef
from rdflib.namespace import SH, XSD

from extract.values import Entity
from graph.checks.rule_sets import rules_in_doubt, texts_are_in_doubt
from graph.checks.shacl import failed_shapes
from graph.checks.shape_queries import queries_of, shapes
from graph.checks.shape_sets import shapes_in_doubt
from graph.engines.store import memory_store
from graph.rdf import Relations
from graph.rdf.terms import term, thing
from tests.checks.reference_validation import failed_by_reference
from tests.checks.test_all_checks import BAD, graphs_of, sound_graph

PATHS = sorted({str(path) for path in shapes().objects(None, SH.path)})
VALUES: dict[str, NamedNode | BlankNode | Literal] = {
    "an IRI of nothing": NamedNode("urn:nothing"),
    "a blank node": BlankNode("b"),
    "an empty text": Literal(""),
    "a text in a language": Literal("是", language="zh"),
    "a number below zero": Literal("-1", datatype=NamedNode(str(XSD.integer))),
    "a number that is none": Literal("many", datatype=NamedNode(str(XSD.integer))),
    "a decimal that is none": Literal("1e", datatype=NamedNode(str(XSD.decimal))),
    "a decimal": Literal("1.5", datatype=NamedNode(str(XSD.decimal))),
    "a literal of an unknown type": Literal("x", datatype=NamedNode("urn:type")),
    "a plain text": Literal("文字"),
    "the class of cities": term("City"),
    "a grade": term("Background"),
}


def found(store: Store) -> set[tuple[str, str]]:
    return {(name, node) for _, name, node, _ in failed_shapes(store)}


def agree(quads: list[Quad]) -> set[tuple[str, str]]:
    """Assert that both find the same in a graph, and return it."""
    store = memory_store(quads)
    mine = found(store)
    assert mine == failed_by_reference(store)
    relations = Relations(graph.triples for graph in graphs_of(quads))
    assert {one.name for one in shapes_in_doubt(relations)} >= {name for name, _ in mine}
    return mine


def test_both_find_nothing_in_a_sound_graph() -> None:
    assert agree(sound_graph()) == set()


def test_of_a_sound_graph_nothing_is_in_doubt() -> None:
    relations = Relations(graph.triples for graph in graphs_of(sound_graph()))
    assert (shapes_in_doubt(relations), rules_in_doubt(relations), texts_are_in_doubt(relations)) == ([], [], False)


@pytest.mark.parametrize("case", BAD)
def test_both_find_the_same_in_a_graph_that_a_check_refuses(case: str) -> None:
    _, change = BAD[case]
    agree(change(sound_graph()))


@pytest.mark.parametrize("value", VALUES)
def test_both_find_the_same_where_every_property_has_another_value(value: str) -> None:
    changed = [
        Quad(quad.subject, quad.predicate, VALUES[value], quad.graph_name) if quad.predicate.value in PATHS else quad
        for quad in sound_graph()
    ]
    assert agree(changed)


@pytest.mark.parametrize("value", VALUES)
def test_both_find_the_same_where_every_property_has_one_more_value(value: str) -> None:
    quads = sound_graph()
    more = [
        Quad(quad.subject, quad.predicate, VALUES[value], quad.graph_name)
        for quad in quads
        if quad.predicate.value in PATHS
    ]
    assert agree([*quads, *more])


@pytest.mark.parametrize("path", PATHS)
def test_both_find_the_same_where_a_property_is_missing(path: str) -> None:
    agree([quad for quad in sound_graph() if quad.predicate.value != path])


@pytest.mark.parametrize("value", ["an IRI of nothing", "a blank node", "a plain text", "a grade"])
def test_both_find_the_same_where_every_relation_has_other_ends(value: str) -> None:
    quads = sound_graph()
    relations = {
        str(one) for pointer in (SH.targetSubjectsOf, SH.targetObjectsOf) for one in shapes().objects(None, pointer)
    }
    city, other = thing(Entity("City", "沈阳市")), VALUES[value]
    more = [Quad(city, NamedNode(one), other, quads[0].graph_name) for one in sorted(relations)]
    if not isinstance(other, Literal):
        more += [Quad(other, NamedNode(one), city, quads[0].graph_name) for one in sorted(relations)]
    assert agree([*quads, *more])


def test_both_find_the_same_where_nothing_has_a_class_but_one() -> None:
    quads = sound_graph()
    for kind in sorted({str(one) for one in shapes().objects(None, SH["class"])}):
        agree([quad for quad in quads if not (quad.predicate == term("rdf:type") and quad.object == NamedNode(kind))])


def test_a_constraint_that_is_not_known_is_an_error_and_never_passed_over() -> None:
    made = Graph().parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:targetClass <urn:c> ; sh:path <urn:p> ; sh:pattern 'x' .",
        format="turtle",
    )
    assert (URIRef("urn:s"), SH.pattern, None) in made
    with pytest.raises(ValueError, match="pattern is not known here"):
        list(queries_of(made))
