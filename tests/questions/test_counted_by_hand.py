"""What the queries of questions find is what one finds who looks at triple after triple, however the queries are written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from types import MappingProxyType

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from graph import PolicyGraph
from graph.questions import Question, choices, question, questions
from graph.questions.narrowing import Narrowing, narrowed
from graph.rdf.vocabulary import PREFIXES
from tests.meeting.test_documents_meet import written
from tests.meeting.test_one_source import COPY, ORIGINAL

SHARED = "沈阳建设区域性金融中心。"
TEXTS = {
    "one": f"---\nid: one\n---\n沈阳市规划\n\n{SHARED}推进沈抚同城化发展。支持沈阳、大连联动发展。在鞍山市开会。\n",
    "two": f"---\nid: two\n---\n大连市规划\n\n{SHARED}大连建设国际航运中心。必须推进沈大高铁建设。探索在大连设立自由港。\n",
    "three": f"---\nid: three\n---\n抚顺市通知\n\n{SHARED}抚顺、沈阳发展新材料产业。到2025年，抚顺市地区生产总值达到1000亿元。\n",
    "four": ORIGINAL + SHARED,
    "five": COPY + SHARED,
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """The graph of five texts: one sentence stands in all of them, and the last is a reprint of the one before."""
    return PolicyGraph.build(written(tmp_path_factory.mktemp("made") / "texts", **TEXTS))


class Held:
    """The triples of a graph, looked at one by one."""

    def __init__(self, graph: PolicyGraph) -> None:
        triples = graph.run("CONSTRUCT WHERE { ?s ?p ?o }")
        assert isinstance(triples, Graph)
        self.triples = triples

    def all(self, subject: Node | None, predicate: str) -> set[Node]:
        """What a subject, or any, has by a predicate."""
        return set(self.triples.objects(subject, iri(predicate)))

    def of(self, kind: str) -> set[Node]:
        """All things of a class."""
        return set(self.triples.subjects(RDF.type, iri(f"pol:{kind}")))

    def texts(self, named: bool) -> dict[Node, set[Node]]:
        """Document to the things that it names, or to the statements that it makes."""
        found: dict[Node, set[Node]] = defaultdict(set)
        for passage, sentence in self.triples.subject_objects(iri("pol:inSentence")):
            for document in self.all(sentence, "pol:inDocument"):
                makers = self.triples.subjects(iri("pol:evidence"), passage)
                found[document] |= self.all(passage, "pol:refersTo") if named else set(makers)
        return found

    def places_counted(self, predicate: str, inverse: bool = False) -> Counter[Node]:
        """How many things each place has by a relation."""
        pairs = self.triples.subject_objects(iri(predicate))
        counted = Counter(other if inverse else one for one, other in pairs)
        return Counter({place: number for place, number in counted.items() if place in self.of("Place")})


def iri(short: str) -> URIRef:
    """The IRI of a name with a prefix."""
    prefix, _, name = short.partition(":")
    return URIRef(PREFIXES[prefix] + name)


@pytest.fixture(scope="module")
def held(graph: PolicyGraph) -> Held:
    """The same graph, to be looked at by hand."""
    return Held(graph)


def found(graph: PolicyGraph, asked: Question | str, **values: Node) -> list[dict[str, Node]]:
    """The rows of a question's query."""
    wanted = question(asked) if isinstance(asked, str) else asked
    return [
        dict(row) for row in graph.rows(wanted.filled({name: URIRef(str(value)) for name, value in values.items()}))
    ]


@pytest.mark.parametrize(
    ("asked", "predicate", "inverse", "best"),
    [
        ("places-with-most-tasks", "pol:involves", True, max),
        ("places-with-fewest-tasks", "pol:involves", True, min),
        ("places-with-most-industries", "pol:concernsIndustry", False, max),
        ("places-with-most-positionings", "pol:hasPositioning", False, max),
        ("places-with-most-targets", "pol:hasTarget", False, max),
    ],
)
@pytest.mark.parametrize("kind", ["", "City"])
def test_an_extreme_is_that_of_a_count_by_hand(
    asked: str, predicate: str, inverse: bool, best: type, kind: str, graph: PolicyGraph, held: Held
) -> None:
    counted = held.places_counted(predicate, inverse)
    wanted = narrowed(question(asked), Narrowing(kind=kind)) if kind else question(asked)
    if kind:
        counted = Counter({place: number for place, number in counted.items() if place in held.of("City")})
    extreme = best(counted.values())
    rows = found(graph, wanted)
    assert {(row["place"], int(str(row["number"]))) for row in rows} == {
        (place, extreme) for place, number in counted.items() if number == extreme
    }


def test_things_without_relation_are_those_that_no_assertion_and_no_target_has(graph: PolicyGraph, held: Held) -> None:
    assertions = held.of("Assertion")
    tied = {one for end in (RDF.subject, RDF.object) for each in assertions for one in held.triples.objects(each, end)}
    alone = held.all(None, "pol:refersTo") - tied - held.all(None, "pol:indicator")
    wide = {iri(f"pol:{kind}") for kind in ("Place", "Positioning", "PolicyDocument", "Task", "Aim")}
    told = {one for one in alone if set(held.triples.objects(one, RDF.type)) - wide}
    assert told
    assert {row["thing"] for row in found(graph, "things-without-relation")} == told


def test_grades_are_those_of_each_passage_of_each_assertion(graph: PolicyGraph, held: Held) -> None:
    passages = {
        (relation, grade, passage)
        for one in held.of("Assertion")
        for passage in held.all(one, "pol:evidence")
        for relation in held.triples.objects(one, RDF.predicate)
        for grade in held.all(passage, "pol:grade")
    }
    counted = Counter((relation, grade) for relation, grade, _ in passages)
    rows = found(graph, "grade-distribution")
    assert {(row["relation"], row["grade"]): int(str(row["count"])) for row in rows} == counted


def test_tasks_of_a_commitment_have_each_of_their_passages(graph: PolicyGraph, held: Held) -> None:
    offered = choices(graph, question("tasks-by-commitment"), "commitment")
    assert len(offered) > 1
    for one in offered:
        proved = {
            (task, held.triples.value(passage, iri("pol:exact")))
            for task in held.triples.subjects(iri("pol:commitment"), one.value)
            for said in held.triples.subjects(RDF.subject, task)
            if (said, RDF.object, one.value) in held.triples
            for passage in held.all(said, "pol:evidence")
        }
        rows = found(graph, "tasks-by-commitment", commitment=one.value)
        assert {(row["task"], row["quote"]) for row in rows} == proved


def test_what_two_documents_share_is_counted_right_for_each_pair(graph: PolicyGraph, held: Held) -> None:
    for asked, texts in (
        ("named-in-both-documents", held.texts(named=True)),
        ("said-by-both-documents", held.texts(named=False)),
    ):
        for one, own in texts.items():
            shared = {other: len(own & theirs) for other, theirs in texts.items() if other != one and own & theirs}
            offered = choices(graph, question(asked), "second", {"first": URIRef(str(one))})
            assert {each.value: each.count for each in offered} == shared
        offered = choices(graph, question(asked), "first")
        assert {each.value: each.count for each in offered} == {
            one: len(own & set[Node]().union(*(theirs for other, theirs in texts.items() if other != one)))
            for one, own in texts.items()
        }


def test_what_one_document_says_alone_is_counted_right_for_each_pair(graph: PolicyGraph, held: Held) -> None:
    places, says = held.of("Place"), held.texts(named=False)
    about = {
        one: {each for each in said if set(held.triples.objects(each, RDF.subject)) & places}
        for one, said in says.items()
    }
    asked = question("said-by-one-document")
    for one, own in about.items():
        alone = {other: len(own - says[other]) for other in says if other != one and own - says[other]}
        offered = choices(graph, asked, "other", {"document": URIRef(str(one))})
        assert {each.value: each.count for each in offered} == alone
    common = set[Node].intersection(*says.values())
    assert common
    assert {each.value: each.count for each in choices(graph, asked, "document")} == {
        one: len(own - common) for one, own in about.items() if own - common
    }


def test_a_reprint_is_no_document_that_names_a_place(graph: PolicyGraph, held: Held) -> None:
    names = held.texts(named=True)
    again = dict(held.triples.subject_objects(iri("pol:reprintOf")))
    assert len(again) == 1
    counted = Counter(
        thing for one, things in names.items() for thing in things - names.get(again.get(one, one), set())
    )
    counted.update(thing for one, things in names.items() if one not in again for thing in things)
    offered = choices(graph, question("documents-naming-place"), "place")
    assert {one.value: one.count for one in offered} == {
        place: number for place, number in counted.items() if place in held.of("Place")
    }


def test_sentences_that_name_a_thing_beside_another_are_counted_once(graph: PolicyGraph, held: Held) -> None:
    named: dict[Node, set[Node]] = defaultdict(set)
    for mention, thing in held.triples.subject_objects(iri("pol:refersTo")):
        for sentence in held.all(mention, "pol:inSentence"):
            named[sentence].add(thing)
    counted = Counter(thing for things in named.values() if len(things) > 1 for thing in things)
    offered = choices(graph, question("sentences-naming-two-things"), "first")
    assert len(offered) > 3
    assert {one.value: one.count for one in offered}.items() <= counted.items()
    cities = held.of("City") & set(counted)
    assert cities <= {one.value for one in offered}


@pytest.mark.parametrize(("asked", "name"), [(one.id, name) for one in questions() for name in one.choices])
def test_choices_found_by_a_pattern_of_their_own_are_those_of_the_query(
    asked: str, name: str, graph: PolicyGraph, corpus: PolicyGraph, several: PolicyGraph, empty: PolicyGraph
) -> None:
    wanted = question(asked)
    by_query = replace(wanted, choices=MappingProxyType({}))
    for each in (graph, corpus, several, empty):
        for given in _given(each, by_query, name):
            assert choices(each, wanted, name, given) == choices(each, by_query, name, given)


def _given(graph: PolicyGraph, wanted: Question, name: str) -> Iterator[dict[str, URIRef | Literal]]:
    """Yield no other parameter, then each of some values of the one other."""
    yield {}
    for other in wanted.parameters:
        if other.name != name:
            for one in islice(choices(graph, wanted, other.name), 4):
                yield {other.name: one.value}


@pytest.mark.parametrize("asked", ["statements-about-thing", "named-in-both-documents"])
def test_the_choices_that_a_limit_leaves_have_the_most_and_stand_first_by_their_iris(
    asked: str, graph: PolicyGraph
) -> None:
    wanted = question(asked)
    name = wanted.parameters[0].name
    every = sorted(choices(graph, wanted, name), key=lambda one: (-one.count, str(one.value)))
    assert len({one.count for one in every}) < len(every)
    for limit in range(1, len(every) + 2):
        assert set(choices(graph, wanted, name, limit=limit)) == set(every[:limit])


@pytest.mark.parametrize("one", questions(), ids=lambda one: one.id)
def test_no_query_cuts_what_it_finds(one: Question) -> None:
    limits = re.findall(r"\b(?:LIMIT|OFFSET)\b.*", one.query)
    # an aggregate without groups has one line anyhow
    alone = [
        part
        for part in re.findall(r"SELECT \((?:MAX|MIN)\(.*?LIMIT 1\n", one.query, re.DOTALL)
        if "BY ?place" not in part
    ]
    assert limits == ["LIMIT 1"] * len(alone)
