"""What holds of every text, whatever it says: exact offsets, full proof, one order, no exception."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from extract.pipeline import extract
from extract.values import Entity, Fact, Facts
from tests.extract.generated import bounded, document, texts


def passages(facts: Facts) -> list[tuple[int, int]]:
    """Every span that the facts of a text refer to."""
    quoted = [(one.start, one.end) for fact in facts.facts for one in fact.evidence]
    named = [(one.start, one.end) for one in facts.mentions]
    undecided = [(one.start, one.end) for one in facts.unresolved]
    return [*quoted, *named, *undecided, *((one.start, one.end) for one in facts.sentences)]


def entities_of(fact: Fact) -> list[Entity]:
    """Subject, and object where it is a thing."""
    return [fact.subject, *([fact.object] if isinstance(fact.object, Entity) else [])]


@bounded
@given(texts)
def test_every_span_is_a_passage_of_the_text(text: str) -> None:
    for start, end in passages(extract(document(text))):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


@bounded
@given(texts)
def test_every_fact_has_evidence_and_stands_once(text: str) -> None:
    facts = extract(document(text)).facts
    assert all(fact.evidence for fact in facts)
    claims = [(fact.subject, fact.predicate, type(fact.object), fact.object) for fact in facts]
    assert len(claims) == len(set(claims))


@bounded
@given(texts)
def test_no_passage_backs_a_fact_twice_by_one_rule(text: str) -> None:
    for fact in extract(document(text)).facts:
        spans = [(one.start, one.end, one.rule) for one in fact.evidence]
        assert len(spans) == len(set(spans))


@bounded
@given(texts)
def test_everything_named_is_described_exactly_once(text: str) -> None:
    facts = extract(document(text))
    described = [description.entity for description in facts.entities]
    sections = {Entity("Section", str(section.ordinal), "made-up") for section in facts.sections}
    named = {entity for fact in facts.facts for entity in entities_of(fact)}
    named |= {entity for mention in facts.mentions for entity in mention.refers_to}
    named |= {v for one in facts.entities for _, v in one.attributes if isinstance(v, Entity)}
    assert len(described) == len(set(described))
    assert named | sections | {facts.document_entity} <= set(described)


@bounded
@given(texts)
def test_sentences_follow_each_other_and_are_numbered_in_order(text: str) -> None:
    found = extract(document(text)).sentences
    assert [sentence.ordinal for sentence in found] == list(range(len(found)))
    assert all(first.end <= second.start for first, second in pairwise(found))


@bounded
@given(texts)
def test_a_mention_begins_in_the_sentence_that_it_names(text: str) -> None:
    facts = extract(document(text))
    for mention in facts.mentions:
        sentence = facts.sentences[mention.sentence]
        assert sentence.start <= mention.start < sentence.end


@bounded
@given(texts)
def test_the_outline_is_a_tree_in_document_order(text: str) -> None:
    first, *others = extract(document(text)).sections
    assert (first.parent, first.start, first.end) == (None, 0, len(text))
    sections = (first, *others)
    assert [section.ordinal for section in sections] == list(range(len(sections)))
    assert all(before.start <= after.start for before, after in pairwise(sections))
    for section in others:
        assert section.parent is not None
        assert section.parent < section.ordinal
        above = sections[section.parent]
        assert above.start <= section.start <= section.heading_start <= section.heading_end
        assert section.heading_end <= section.end <= above.end


@bounded
@given(texts)
def test_sections_of_one_parent_do_not_overlap(text: str) -> None:
    sections = extract(document(text)).sections
    for parent in sections:
        below = [section for section in sections if section.parent == parent.ordinal]
        assert all(before.end <= after.start for before, after in pairwise(below))


@bounded
@given(texts)
def test_a_sentence_lies_in_its_section(text: str) -> None:
    facts = extract(document(text))
    for sentence in facts.sentences:
        section = facts.sections[sentence.section]
        assert section.start <= sentence.start < section.end


@bounded
@given(texts)
def test_two_readings_of_one_text_are_equal(text: str) -> None:
    assert extract(document(text)) == extract(document(text))


@bounded
@given(texts, texts)
def test_what_was_read_before_changes_nothing(earlier: str, text: str) -> None:
    alone = extract(document(text))
    extract(document(earlier))
    assert extract(document(text)) == alone


@bounded
@given(texts)
def test_the_sentence_of_every_passage_holds_its_beginning(text: str) -> None:
    facts = extract(document(text))
    for evidence in (one for fact in facts.facts for one in fact.evidence):
        sentence = facts.sentences[evidence.sentence]
        assert sentence.start <= evidence.start < sentence.end


@bounded
@given(texts)
def test_nothing_is_described_without_a_label(text: str) -> None:
    assert all(description.label.strip() for description in extract(document(text)).entities)
