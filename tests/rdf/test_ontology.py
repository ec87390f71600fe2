"""The ontology: complete, consistent, and the authority for what the program writes."""

from __future__ import annotations

import io
from pathlib import Path

import owlready2
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from extract import extract
from extract.readers import read_documents
from extract.values import Document, Entity
from graph.engines.store import select
from graph.rdf.background import places_of, written_background
from graph.rdf.ontology import ontology_store, terms
from graph.rdf.terms import term, thing
from graph.rdf.vocabulary import POL, SUPERCLASSES, ontology_file
from scripts.document_ontology import ontology_page
from tests.rdf.facts_made_up import build

VOCABULARY = {
    "class": "PolicyDocument Plan Interpretation Section Sentence Mention Assertion Evidence Grade Place Province City"
    " County Region PlaceGroup Slogan Positioning Center Industry Task TaskArea KeyTask Action SafeguardMeasure Goal"
    " Target Aim Indicator Organization",
    "relation": "interprets issuedBy publishedBy cites hasMember locatedIn hasPositioning involves concernsIndustry"
    " hasTarget hasGoal responsibleOrganization cooperatingOrganization commitment inSection inSentence refersTo"
    " evidence grade indicator",
    "attribute": "exact start end ordinal statedAreaCount statedTaskCount rule declaredSize comparison targetValue unit"
    " reference baseline targetYear hedge countedVerb dcterms:issued dcterms:created dcterms:title dcterms:source"
    " correctedBy correctedOn",
    "individual": "Corrected Stated Listed Inherited Expanded Background Binding Driving Supporting Exploring",
}
"""The names that people's saved queries rely on: they stay."""

SHENYANG = Entity("City", "沈阳市")
PROJECT = Path(__file__).parents[2]


def consistent(more: list[Triple]) -> bool:
    """Return whether HermiT finds the ontology and these triples free of contradiction."""
    triples = [quad.triple for quad in parse(path=str(ontology_file()))] + more
    world = owlready2.World()
    world.get_ontology("urn:test/").load(fileobj=io.BytesIO(serialize(triples, format=RdfFormat.N_TRIPLES) or b""))
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return not list(world.inconsistent_classes())


def test_the_ontology_is_consistent() -> None:
    assert consistent([])


def real_graph() -> list[Quad]:
    """Return the graph of the corpus and of the made-up texts among the annotations."""
    quads: list[Quad] = []
    for document in read_documents([PROJECT / "corpus", PROJECT / "tests" / "gold" / "made-up"]):
        if isinstance(document, Document):
            facts = extract(document)
            quads += build(facts) + written_background(places_of(facts)).quads()
    return quads


def within_owl(quads: list[Quad]) -> list[Triple]:
    """Return the triples whose datatypes OWL 2 knows: dates, coordinates and what is said of dates are left out."""
    dates = {quad.subject for quad in quads if "XMLSchema#date>" in str(quad.object)}
    return [quad.triple for quad in quads if quad.subject not in dates and "wktLiteral" not in str(quad.object)] + [
        quad.triple for quad in quads if quad.subject in dates and quad.predicate == term("rdf:type")
    ]


def test_the_ontology_and_real_graphs_are_consistent_together() -> None:
    assert consistent(within_owl(real_graph()))


def test_the_reasoner_refuses_a_place_that_is_a_task() -> None:
    assert not consistent([Triple(thing(SHENYANG), term("rdf:type"), term(kind)) for kind in ("City", "Task")])


def test_the_reasoner_refuses_a_place_that_has_a_place_as_its_target() -> None:
    shenyang, dalian = thing(SHENYANG), thing(Entity("City", "大连市"))
    city = Triple(dalian, term("rdf:type"), term("City"))
    assert not consistent([city, Triple(shenyang, term("hasTarget"), dalian)])


@pytest.mark.parametrize("name", terms())
def test_every_term_has_a_name_and_a_definition_in_both_languages(name: str) -> None:
    assert set(terms()[name].labels) == set(terms()[name].definitions) == {"zh", "en"}


def test_the_ontology_has_the_terms_of_the_vocabulary() -> None:
    for kind, names in VOCABULARY.items():
        for name in names.split():
            assert terms()[name].kind == kind, name
    assert "" not in {one.kind for one in terms().values()}


def test_no_two_terms_of_one_kind_bear_the_same_name() -> None:
    for language in ("zh", "en"):
        named = [(one.kind, one.labels[language]) for one in terms().values()]
        assert len(set(named)) == len(named)


@pytest.mark.parametrize("side", ["domain", "range"])
def test_no_property_has_two_domains_or_ranges(side: str) -> None:
    for one in terms().values():
        assert len(one.links.get(side, ())) <= 1
        assert not (one.links.get(side) and one.links.get(f"{side}Includes"))


def test_every_property_of_ours_says_where_it_stands() -> None:
    for one in terms().values():
        if one.kind in ("relation", "attribute") and ":" not in one.name:
            assert one.links.get("domain") or one.links.get("domainIncludes"), one.name
            assert one.links.get("range") or one.links.get("rangeIncludes"), one.name


def test_the_program_knows_the_class_tree_of_the_ontology() -> None:
    tree = {
        one.name: tuple(iri.removeprefix(POL) for iri in one.links.get("subClassOf", ()) if iri.startswith(POL))
        for one in terms().values()
    }
    assert {name: wider for name, wider in tree.items() if wider} == SUPERCLASSES


def test_real_graphs_use_no_term_that_the_ontology_lacks() -> None:
    used = {
        node.value.removeprefix(POL)
        for quad in real_graph()
        for node in (quad.predicate, quad.object)
        if isinstance(node, NamedNode) and node.value.startswith(POL)
    }
    assert len(used) > 60
    assert used <= terms().keys()


def test_the_commitment_scale_goes_from_binding_to_exploring() -> None:
    query = "SELECT ?step { ?step a pol:Commitment ; pol:rank ?rank } ORDER BY DESC(?rank)"
    steps = [row["step"].value.removeprefix(POL) for row in select(ontology_store(), query)]
    assert steps == ["Binding", "Driving", "Supporting", "Exploring"]


def test_terms_are_of_one_kind_only_as_owl_dl_asks() -> None:
    query = """SELECT ?term (COUNT(DISTINCT ?kind) AS ?n) { ?term a ?kind
      FILTER (?kind IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty)) }
      GROUP BY ?term HAVING (?n > 1)"""
    query = "PREFIX owl: <http://www.w3.org/2002/07/owl#> " + query
    assert [row["term"].value for row in select(ontology_store(), query)] == []


def test_the_page_of_the_ontology_is_current() -> None:
    written = (PROJECT / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert written == ontology_page(), "run: python -m scripts.document_ontology"
