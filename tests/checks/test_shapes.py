"""Every shape bites, and says of a relation's ends what the ontology says."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad
from rdflib import RDF, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node

from extract.values import Entity
from graph.checks.shacl import failed_shapes
from graph.checks.shape_queries import shapes
from graph.engines.store import memory_store
from graph.rdf.ontology import terms
from graph.rdf.terms import thing
from graph.rdf.vocabulary import POL, SUPERCLASSES
from tests.rdf.facts_made_up import build, made_up_facts

ENDS = sorted(
    (str(shape).rsplit("/", 1)[-1], side, str(relation))
    for side, pointer in (("subject", SH.targetSubjectsOf), ("object", SH.targetObjectsOf))
    for shape, relation in shapes().subject_objects(pointer)
)
"""Shape, the end of a relation that it looks at, and the relation."""


def allowed(shape: str) -> set[str]:
    """Return the classes that a shape lets pass."""
    node = URIRef(f"https://w3id.org/policygraph/shape/{shape}")
    options: list[Node] = [node]
    for alternatives in shapes().objects(node, SH["or"]):
        options += list(Collection(shapes(), alternatives))
    return {str(kind).removeprefix(POL) for one in options for kind in shapes().objects(one, SH["class"])}


def narrow(classes: set[str]) -> set[str]:
    """Return the classes without those of which a wider one is there too."""
    return {one for one in classes if not classes & set(SUPERCLASSES.get(one, ()))}


def test_the_suite_found_the_ends_of_relations() -> None:
    assert len(ENDS) >= 25


@pytest.mark.parametrize(("shape", "side", "relation"), ENDS)
def test_a_shape_refuses_a_thing_of_a_wrong_class(shape: str, side: str, relation: str) -> None:
    quads = build(made_up_facts())
    # No relation of these begins or ends at a named graph.
    wrong = next(quad.subject for quad in quads if quad.object == NamedNode(POL + "DocumentGraph"))
    other = thing(Entity("City", "沈阳市"))
    ends = (wrong, other) if side == "subject" else (other, wrong)
    bad = Quad(ends[0], NamedNode(relation), ends[1], quads[0].graph_name)
    found = {(name, node) for _, name, node, _ in failed_shapes(memory_store([*quads, bad]))}
    assert (shape, str(wrong)[1:-1]) in found


@pytest.mark.parametrize(("shape", "side", "relation"), ENDS)
def test_a_shape_lets_pass_what_the_ontology_allows_and_no_more(shape: str, side: str, relation: str) -> None:
    if not allowed(shape):
        assert list(shapes().objects(URIRef(f"https://w3id.org/policygraph/shape/{shape}"), SH["in"]))
        return
    term, name = terms()[relation.removeprefix(POL)], {"subject": "domain", "object": "range"}[side]
    stated = term.links.get(name, ()) + term.links.get(f"{name}Includes", ())
    ontology = {iri.removeprefix(POL) for iri in stated}
    # A shape may be wider than one relation that shares it (an interpretation is a document), never narrower.
    wider = ontology | {above for one in ontology for above in SUPERCLASSES.get(one, ())}
    assert narrow(allowed(shape)) <= wider
    assert all(one in allowed(shape) or allowed(shape) & set(SUPERCLASSES.get(one, ())) for one in ontology)


def test_every_shape_has_a_message_in_both_languages() -> None:
    named = {shape for shape in shapes().subjects(RDF.type) if isinstance(shape, URIRef)}
    lacking = [
        str(shape)
        for shape in named
        if {getattr(said, "language", "") for said in shapes().objects(shape, SH.message)} != {"zh", "en"}
    ]
    parts = {"target-by-value", "target-by-reference"}  # of a shape that has the message
    assert {shape.rsplit("/", 1)[-1] for shape in lacking} == parts
