"""What the facts of a document become."""

from __future__ import annotations

import dataclasses
from datetime import date

from pyoxigraph import Literal, Quad

from extract.values import Description, Entity, Metadata
from graph.engines.store import memory_store, select
from graph.rdf.background import places_of, written_background
from graph.rdf.terms import Term, term, term_of, thing
from tests.rdf.facts_made_up import CENTER, CORES, DALIAN, PLAN, SHENYANG, build, made_up_facts


def objects(quads: list[Quad], subject: Term, name: str) -> set[Term]:
    """Return the objects of all triples with this subject and predicate."""
    return {quad.object for quad in quads if quad.subject == subject and quad.predicate == term(name)}  # type: ignore[misc]


def test_the_plain_triple_stands_beside_its_assertion() -> None:
    rows = select(
        memory_store(build(made_up_facts())),
        "SELECT ?exact ?grade ?rule { city:沈阳市 pol:hasPositioning ?center . ?assertion a pol:Assertion ;"
        " rdf:subject city:沈阳市 ; rdf:predicate pol:hasPositioning ; rdf:object ?center ; pol:evidence ?evidence ."
        " ?evidence pol:exact ?exact ; pol:grade ?grade ; pol:rule ?rule }",
    )
    assert [(row["exact"].value, row["grade"], row["rule"].value) for row in rows] == [
        ("沈阳建设区域性金融中心", term("Stated"), "positioning")
    ]


def test_every_fact_has_one_assertion() -> None:
    facts = made_up_facts()
    rows = list(select(memory_store(build(facts)), "SELECT ?assertion { ?assertion a pol:Assertion }"))
    assert len(rows) == len(facts.facts)


def test_every_quote_is_the_text_at_its_offsets() -> None:
    facts = made_up_facts()
    rows = list(
        select(memory_store(build(facts)), "SELECT * { ?s pol:exact ?exact ; pol:start ?start ; pol:end ?end }")
    )
    assert len(rows) >= len(facts.sentences) + len(facts.mentions)
    for row in rows:
        assert facts.document.text[int(row["start"].value) : int(row["end"].value)] == row["exact"].value


def test_a_pair_name_refers_to_both_places() -> None:
    query = "SELECT ?place { ?mention pol:exact '沈大' ; pol:refersTo ?place }"
    assert {row["place"] for row in select(memory_store(build(made_up_facts())), query)} == {
        thing(SHENYANG),
        thing(DALIAN),
    }


def test_wider_classes_are_stated_beside_the_class() -> None:
    kinds = objects(build(made_up_facts()), thing(CENTER), "rdf:type")
    assert kinds == {term("Center"), term("Positioning")}


def test_labels_are_marked_as_chinese_and_keep_their_quotation_marks() -> None:
    quads = build(made_up_facts())
    assert [str(one) for one in objects(quads, thing(CORES), "skos:altLabel")] == ['"“双核”"@zh']


def test_a_step_of_the_commitment_scale_bears_the_labels_of_the_ontology() -> None:
    driving = Entity("Commitment", "Driving")
    facts = made_up_facts()
    quads = build(dataclasses.replace(facts, entities=(*facts.entities, Description(driving, "Driving"))))
    assert objects(quads, thing(driving), "skos:prefLabel") == {
        Literal("推动/加快", language="zh"),
        Literal("driving", language="en"),
    }


def test_a_name_left_open_keeps_its_candidates_and_refers_to_none() -> None:
    query = """SELECT ?candidate ?place {
      ?mention a pol:UnresolvedMention ; pol:candidate ?candidate OPTIONAL { ?mention pol:refersTo ?place } }"""
    rows = list(select(memory_store(build(made_up_facts())), query))
    assert [(row["candidate"], row["place"]) for row in rows] == [(thing(Entity("County", "朝阳区_110105")), None)]


def test_the_data_have_no_blank_nodes() -> None:
    facts = made_up_facts()
    for quad in build(facts) + written_background(places_of(facts)).quads():
        assert "BlankNode" not in repr(quad)


def test_a_declared_date_wins_over_the_text_and_is_backed_by_the_metadata() -> None:
    facts = made_up_facts()
    document = dataclasses.replace(facts.document, metadata=Metadata(published=date(2026, 3, 4)))
    quads = build(dataclasses.replace(facts, document=document))
    issued = term_of("dcterms:issued", date(2026, 3, 4))
    assert objects(quads, thing(facts.document_entity), "dcterms:issued") == {issued}
    said = [quad.subject for quad in quads if quad.predicate == term("rdf:object") and quad.object == issued]
    assert objects(quads, said[0], "rdf:type") == {term("BackgroundStatement")}  # type: ignore[arg-type]


def test_every_document_has_its_title() -> None:
    quads = build(made_up_facts())
    assert [str(one) for one in objects(quads, thing(PLAN), "dcterms:title")] == ['"沈大协同规划"@zh']


def test_a_declared_title_is_the_only_one() -> None:
    facts = made_up_facts()
    document = dataclasses.replace(facts.document, metadata=Metadata(title="解读"))
    quads = build(dataclasses.replace(facts, document=document))
    assert [str(one) for one in objects(quads, thing(facts.document_entity), "dcterms:title")] == ['"解读"@zh']


def test_two_documents_meet_in_what_they_share_and_nowhere_else() -> None:
    first = {quad.subject for quad in build(made_up_facts("first"))}
    second = {quad.subject for quad in build(made_up_facts("second"))}
    shared = {node.value for node in first & second}  # type: ignore[union-attr]
    assert thing(SHENYANG).value in shared
    assert not [iri for iri in shared if "/first/" in iri or "/task/" in iri or "/evidence/" in iri]


def test_the_background_is_never_an_assertion() -> None:
    quads = written_background(places_of(made_up_facts())).quads()
    assert term("Assertion") not in {quad.object for quad in quads}
    assert objects(quads, thing(SHENYANG), "locatedIn") == {thing(Entity("Province", "辽宁省"))}


def test_the_background_holds_the_chain_of_divisions_up_to_the_province() -> None:
    quads = written_background([Entity("County", "昆山市")]).quads()
    assert {quad.object.value[-3:] for quad in quads if quad.predicate == term("locatedIn")} == {"苏州市", "江苏省"}  # type: ignore[union-attr]
