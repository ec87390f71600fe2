"""What reads a graph from end to end says the same as what looks at one thing after another."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from rdflib import RDF, Graph, URIRef

from graph import PolicyGraph
from graph.connections import GRADES
from graph.pictures.whole_network import whole
from graph.rdf import POL, RELATIONS
from graph.things import Neighbourhood, class_counts, documents, nodes_of
from tests.meeting.test_documents_meet import written
from tests.policygraph.graphs import made_up

TEXTS = {
    "one": "---\nid: one\n---\n沈阳市规划\n\n沈阳市打造国家中心城市。\n\n一、产业\n\n沈阳建设区域性金融中心。\n",
    "two": "---\nid: two\n---\n大连市规划\n\n大连建设区域性金融中心。推进沈大高铁建设，支持沈阳、大连联动发展。天气很好。\n",
    "three": "抚顺市通知\n\n到2025年，抚顺市地区生产总值达到1000亿元。沈阳建设区域性金融中心。在鼓楼区开展试点。\n",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """The graph of three texts, of which two say the same of Shenyang."""
    return PolicyGraph.build(written(tmp_path_factory.mktemp("made") / "texts", **TEXTS))


@pytest.fixture(scope="module")
def triples(graph: PolicyGraph) -> Graph:
    """The same, to be looked at triple by triple."""
    held = graph.run("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(held, Graph)
    return held


def test_each_document_is_told_as_where_it_is_asked_for_alone(graph: PolicyGraph) -> None:
    listed = documents(graph)
    assert sorted(card.id for card in listed) == sorted(
        ["one", "two", *(one.id for one in listed if "three" in one.id)]
    )
    assert listed == tuple(card for one in listed for card in documents(graph, [one.iri]))


def test_the_whole_holds_every_relation_of_a_statement_once(graph: PolicyGraph, triples: Graph) -> None:
    stated = {
        (str(triples.value(one, RDF.subject)), str(relation).removeprefix(POL), str(triples.value(one, RDF.object)))
        for one, relation in triples.subject_objects(RDF.predicate)
        if str(relation).removeprefix(POL) in RELATIONS and relation != URIRef(POL + "refersTo")
    }
    assert [(tie.subject, tie.predicate, tie.object) for tie in whole(graph).ties] == sorted(stated)


def test_a_relation_has_the_strongest_grade_and_all_documents_of_its_passages(
    graph: PolicyGraph, triples: Graph
) -> None:
    found = {tie.statement: (tie.grade, tie.documents) for tie in whole(graph).ties}
    grades, said = defaultdict(set), defaultdict(set)
    for statement, evidence in triples.subject_objects(URIRef(POL + "evidence")):
        sentence = triples.value(evidence, URIRef(POL + "inSentence"))
        if sentence is None:  # a statement of the background
            continue
        said[str(statement)].add(str(triples.value(sentence, URIRef(POL + "inDocument"))).rpartition("/")[2])
        grades[str(statement)].add(str(triples.value(evidence, URIRef(POL + "grade"))).removeprefix(POL))
    backed = {one for one in found if one in said}
    assert len(backed) > 5
    assert any(len(said[one]) > 1 for one in backed)
    assert {one: found[one] for one in backed} == {
        one: (min(grades[one], key=GRADES.index), tuple(sorted(said[one]))) for one in backed
    }


def test_things_of_the_whole_are_named_as_each_by_itself(graph: PolicyGraph) -> None:
    nodes = whole(graph).nodes
    assert nodes == {str(iri): node for iri, node in nodes_of(graph, map(URIRef, nodes)).items()}


def test_things_and_sections_of_the_whole_stand_by_their_iris(graph: PolicyGraph) -> None:
    found = whole(graph)
    assert len(found.sections) > 5
    assert list(found.sections) == sorted(found.sections)
    assert list(found.nodes) == sorted(found.nodes)


def test_things_of_a_class_that_are_named_or_spoken_of_are_counted_once(graph: PolicyGraph, triples: Graph) -> None:
    assertions = set(triples.subjects(RDF.type, URIRef(POL + "Assertion")))
    held = set(triples.objects(None, URIRef(POL + "refersTo")))
    held |= {thing for end in (RDF.subject, RDF.object) for one in assertions for thing in triples.objects(one, end)}
    kinds = Counter(str(kind).removeprefix(POL) for one in held for kind in triples.objects(one, RDF.type))
    counted = class_counts(graph)
    assert counted["City"] > 2
    assert {kind: kinds[kind] for kind in counted} == counted


def test_a_thing_without_a_chinese_label_is_found_by_a_pattern_too() -> None:
    graph = made_up(
        'city:沈阳市 a pol:Place, pol:City ; skos:prefLabel "沈阳市"@zh . city:大连市 a pol:City . '
        'city:X a pol:City ; skos:prefLabel "Ex"@en . <urn:a> pol:involves city:沈阳市, city:大连市, city:X, city:无 .'
    )
    held = {str(row["node"]) for row in graph.rows("SELECT ?node { ?x pol:involves ?node }")}
    around = Neighbourhood(graph)
    assert around.names_where("?x pol:involves ?node .", held) == around.names(held)
    assert {node.label: node.kind for node in around.names(held).values()} == {
        "沈阳市": "City",
        "大连市": "City",
        "X": "City",
        "无": "",
    }
