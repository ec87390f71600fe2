"""What is shown of an answer: its passages in their sentences, the network of its things, what can be asked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rdflib import URIRef

from graph import PolicyGraph
from graph.pictures.answer_network import network_among
from graph.questions.answer import Proof, answer
from graph.questions.catalogue import questions
from graph.questions.choices import choices
from graph.questions.offers import answerable, best_values, phrased
from graph.questions.proof_quotes import proof_quotes

CORPUS = Path(__file__).parents[2] / "corpus"


@cache
def corpus() -> PolicyGraph:
    return PolicyGraph.build(CORPUS)


def test_a_proof_is_found_in_its_sentence_with_the_grade_it_has() -> None:
    proofs = corpus().answer("positionings-of-place", place="沈阳").evidence
    quotes = proof_quotes(corpus(), proofs)
    assert set(quotes) == set(proofs)
    assert all(proof.quote in quote.said and proof.grade == quote.grade for proof, quote in quotes.items())


def test_a_proof_that_names_another_document_is_still_found() -> None:
    proof = corpus().answer("positionings-of-place", place="沈阳").evidence[0]
    other = Proof("另一份文件", proof.start, proof.end, proof.quote, proof.grade, proof.section)
    assert proof_quotes(corpus(), [other])[other].exact == proof.quote


def test_only_relations_among_the_things_are_drawn() -> None:
    shenyang, dalian = corpus().resolve("沈阳").iri, corpus().resolve("大连").iri
    tasks = [row["t"] for row in corpus().rows("SELECT ?t { ?t pol:involves $place }", place=shenyang)]
    found = network_among(corpus(), [shenyang, dalian, *map(URIRef, tasks)])
    assert {one.object for one in found.relations} == {shenyang, dalian}
    assert len([one for one in found.relations if one.object == shenyang]) == len(tasks)


def test_beyond_the_limit_the_least_related_things_are_left_out_and_counted() -> None:
    shenyang = corpus().resolve("沈阳").iri
    tasks = [URIRef(row["t"]) for row in corpus().rows("SELECT ?t { ?t pol:involves $place }", place=shenyang)]
    found = network_among(corpus(), [shenyang, *tasks], limit=3)
    assert shenyang in {node.iri for node in found.nodes}
    assert len(found.nodes) == 3
    assert found.left_out == len(tasks) + 1 - 3


def test_a_phrased_question_is_understood_and_has_an_answer() -> None:
    offered = answerable(corpus())
    assert 20 <= len(offered) < len(questions())
    for one in offered:
        values = best_values(corpus(), one)
        assert values is not None, one.id
        reply = corpus().ask(phrased(one, values, "zh"))
        assert reply.answer is not None, one.id
        assert reply.answer.lines, one.id


def test_a_question_has_an_answer_where_some_value_has_one_or_it_has_lines_as_it_is() -> None:
    with_values = {
        one
        for one in questions()
        if (choices(corpus(), one, one.parameters[0].name) if one.parameters else answer(corpus(), one).lines)
    }
    assert set(answerable(corpus())) == with_values
