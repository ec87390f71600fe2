"""IRIs: readable, valid whatever a text holds, and one for one thing."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import Graph

from extract.document import canonical_text
from extract.values import Entity
from graph.rdf.file_formats import serialise
from graph.rdf.iris import entity_iri, segment
from graph.rdf.terms import term, thing
from graph.rdf.vocabulary import PID

TEXTS = st.text(min_size=1).map(canonical_text).filter(bool)


@given(TEXTS)
def test_any_text_makes_one_valid_segment_that_reads_back(text: str) -> None:
    made = segment(text)
    assert "/" not in made
    assert NamedNode(PID + made).value == PID + made
    assert unquote(made) == unquote(text) if "%" in text else unquote(made) == text


@given(TEXTS, TEXTS)
def test_two_keys_never_share_an_iri(first: str, second: str) -> None:
    assert (entity_iri(Entity("City", first)) == entity_iri(Entity("City", second))) == (first == second)


@given(st.one_of(TEXTS, TEXTS.map("{}.".format)))
def test_any_name_survives_turtle(key: str) -> None:
    node = thing(Entity("Action", key, key))
    written = serialise([Quad(node, term("rdf:type"), term("Action"))], RdfFormat.TURTLE)
    assert [quad.subject for quad in parse(written, format=RdfFormat.TURTLE)] == [node]
    assert [str(one) for one in Graph().parse(data=written, format="turtle").subjects()] == [node.value]


def test_rdflib_reads_the_same_iri_from_turtle() -> None:
    node = thing(Entity("Action", "加快“两先区”建设(5G/6G) 100%、A.B~c'd;e:f@g", "某省-方案"))
    written = serialise([Quad(node, term("rdf:type"), term("Action"))], RdfFormat.TURTLE)
    assert [str(subject) for subject in Graph().parse(data=written, format="turtle").subjects()] == [node.value]


def test_quotation_marks_and_chinese_stay_readable() -> None:
    iri = entity_iri(Entity("TaskArea", "加强“双核”协同联动", "liaoning"))
    assert iri == "https://w3id.org/policygraph/id/liaoning/task/加强“双核”协同联动"


def test_a_plan_that_is_cited_and_a_plan_that_is_read_are_one_by_their_key() -> None:
    assert entity_iri(Entity("Plan", "某规划")) == entity_iri(Entity("PolicyDocument", "某规划"))
