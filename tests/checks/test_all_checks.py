"""Graphs that a check must refuse, and those that it must let pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib.namespace import SH

from extract.values import Entity
from graph.checks.all_checks import check, check_documents
from graph.checks.rules import RULES
from graph.checks.shape_queries import shapes
from graph.engines.store import memory_store
from graph.rdf import WrittenGraph, written
from graph.rdf.background import places_of, written_background
from graph.rdf.terms import Term, term, term_of, thing
from tests.rdf.facts_made_up import CENTER, CORES, SHENYANG, build, made_up_facts

Change = Callable[[list[Quad]], list[Quad]]


def sound_graph() -> list[Quad]:
    """Return a graph with nothing wrong in it."""
    facts = made_up_facts()
    return build(facts) + written_background(places_of(facts)).quads()


def graphs_of(quads: list[Quad]) -> list[WrittenGraph]:
    """Return quads as a build has them before they come to a store."""
    by_name: dict[str, list[str]] = {}
    for quad in quads:
        assert isinstance(quad.graph_name, NamedNode)
        by_name.setdefault(quad.graph_name.value, []).append(f"{quad.triple} .\n")
    return [written(name, lines) for name, lines in by_name.items()]


def without(name: str, of: str) -> Change:
    """Return a change that takes a property away from all nodes of a class."""

    def change(quads: list[Quad]) -> list[Quad]:
        nodes = {quad.subject for quad in quads if quad.object == term(of)}
        return [quad for quad in quads if not (quad.predicate == term(name) and quad.subject in nodes)]

    return change


def with_value(name: str, of: str, value: Term) -> Change:
    """Return a change that gives a property another value on all nodes of a class."""

    def change(quads: list[Quad]) -> list[Quad]:
        nodes = {quad.subject for quad in quads if quad.object == term(of)}
        return [
            Quad(quad.subject, quad.predicate, value, quad.graph_name)
            if quad.predicate == term(name) and quad.subject in nodes
            else quad
            for quad in quads
        ]

    return change


def saying(subject: Entity, name: str, value: Entity | NamedNode) -> Change:
    """Return a change that adds one triple."""
    object_ = thing(value) if isinstance(value, Entity) else value
    return lambda quads: [*quads, Quad(thing(subject), term(name), object_, quads[0].graph_name)]


BAD: dict[str, tuple[str, Change]] = {
    "an assertion without evidence": ("assertion-has-evidence", without("evidence", "Assertion")),
    "an assertion without a subject": ("statement-has-subject", without("rdf:subject", "Assertion")),
    "an assertion without a predicate": ("statement-has-predicate", without("rdf:predicate", "Assertion")),
    "an assertion without an object": ("statement-has-object", without("rdf:object", "Assertion")),
    "a background statement without a source": ("background-has-source", without("evidence", "BackgroundStatement")),
    "evidence without a grade": ("evidence-has-grade", without("grade", "Evidence")),
    "evidence with the grade of the background": (
        "evidence-has-grade",
        with_value("grade", "Evidence", term("Background")),
    ),
    "a correction that nobody made": (
        "correction-says-who-and-when",
        with_value("grade", "Evidence", term("Corrected")),
    ),
    "evidence without a rule": ("evidence-has-rule", without("rule", "Evidence")),
    "evidence in no sentence": ("evidence-in-sentence", without("inSentence", "Evidence")),
    "a passage without a quote": ("passage-has-exact", without("exact", "Mention")),
    "a passage without a start": ("passage-has-start", without("start", "Mention")),
    "a passage without an end": ("passage-has-end", without("end", "Mention")),
    "a quote that is not the text": ("quote-is-the-text", with_value("exact", "Mention", Literal("大连"))),
    "a quote at other offsets": ("quote-is-the-text", with_value("start", "Evidence", term_of("start", 1))),
    "a text that was changed": ("text-has-its-hash", with_value("canonicalText", "Interpretation", Literal("沈阳"))),
    "a target without a unit": ("target", without("unit", "Target")),
    "a target without a value or a reference": ("target", without("targetValue", "Target")),
    "a target without an indicator": ("target-has-indicator", without("indicator", "Target")),
    "a target with an unknown comparison": (
        "target-has-comparison",
        with_value("comparison", "Target", Literal("about")),
    ),
    "an assertion without its plain triple": (
        "plain-triple-beside-assertion",
        lambda quads: [quad for quad in quads if quad.predicate != term("hasPositioning")],
    ),
    "a member of a wrong class": ("hasMember-to", saying(CORES, "hasMember", Entity("Organization", "辽宁省人民政府"))),
    "a positioning that is a place": ("hasPositioning-to", saying(SHENYANG, "hasPositioning", SHENYANG)),
    "a positioning of a positioning": ("hasPositioning-from", saying(CENTER, "hasPositioning", CENTER)),
    "an involvement of a place": ("involves-from", saying(SHENYANG, "involves", SHENYANG)),
    "a place without a name": ("has-a-label", without("skos:prefLabel", "City")),
    "a commitment off the scale": (
        "commitment-to",
        lambda quads: [
            Quad(quad.subject, quad.predicate, term("Stated"), quad.graph_name)
            if quad.predicate == term("commitment")
            else quad
            for quad in quads
        ],
    ),
}


def test_every_shape_and_rule_has_a_graph_that_it_refuses() -> None:
    shape = "https://w3id.org/policygraph/shape/"
    named = {str(node).removeprefix(shape) for node in shapes().subjects() if str(node).startswith(shape)}
    of_ends = {str(node).removeprefix(shape) for node in shapes().subjects(SH.targetSubjectsOf)}
    of_ends |= {str(node).removeprefix(shape) for node in shapes().subjects(SH.targetObjectsOf)}  # see test_shapes.py
    parts = {"target-by-value", "target-by-reference"}
    rules = {rule.name for rule in RULES if rule.severity == "Violation"}
    assert (named - of_ends - parts) | rules <= {rule for rule, _ in BAD.values()}


def test_a_sound_graph_has_no_finding() -> None:
    assert check(memory_store(sound_graph())) == []


@pytest.mark.parametrize("case", BAD)
def test_a_check_refuses(case: str) -> None:
    rule, change = BAD[case]
    findings = check(memory_store(change(sound_graph())))
    assert rule in {finding.rule for finding in findings if finding.severity == "Violation"}


@pytest.mark.parametrize("case", BAD)
def test_a_build_finds_what_a_check_of_its_store_would_find(case: str) -> None:
    quads = BAD[case][1](sound_graph())
    assert check_documents(graphs_of(quads)) == check(memory_store(quads))


def test_a_build_finds_of_documents_together_what_a_check_of_their_store_would_find() -> None:
    first, second = made_up_facts("first"), made_up_facts("second")
    quads = [*build(first), *without("unit", "Target")(build(second)), *written_background(places_of(first)).quads()]
    found = check_documents(graphs_of(quads))
    assert found == check(memory_store(quads))
    assert {finding.documents for finding in found} == {("second",)}


def test_a_finding_names_the_document_that_says_it() -> None:
    findings = check(memory_store(without("unit", "Target")(sound_graph())))
    assert {finding.documents for finding in findings} == {("made-up",)}


@pytest.mark.parametrize(("declared", "members"), [(3, "3 members"), (1, "1 member")])
def test_a_group_with_other_members_than_it_declares_is_a_warning(declared: int, members: str) -> None:
    quads = with_value("declaredSize", "PlaceGroup", term_of("declaredSize", declared))(sound_graph())
    findings = check(memory_store(quads))
    assert findings == check_documents(graphs_of(quads))
    assert [(finding.severity, finding.message) for finding in findings] == [
        ("Warning", f"双核 declares {members}, 2 are listed")
    ]


def test_a_phrase_that_the_text_does_not_expand_is_no_finding() -> None:
    facts = made_up_facts()
    kept = tuple(fact for fact in facts.facts if fact.predicate != "hasMember")
    quads = build(type(facts)(**{**{name: getattr(facts, name) for name in facts.__slots__}, "facts": kept}))
    assert [finding for finding in check(memory_store(quads)) if finding.rule == "members-as-declared"] == []
