"""The text of a document in the graph: its outline, its sentences, what is named and what is quoted in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.values import Entity, Evidence, Facts, Mention, Section, Unresolved
from graph.rdf.iris import hashed_iri
from graph.rdf.lines import (
    Line,
    WrittenTerm,
    line,
    written_node,
    written_term,
    written_text,
    written_thing,
    written_value,
)


@dataclass(frozen=True, slots=True)
class CorrectedEvidence(Evidence):
    """A passage in which a person put right what was read."""

    who: str
    when: date


def sentence_iris(facts: Facts) -> list[str]:
    """Return the IRI of each sentence of a document, in their order."""
    text, document_id = facts.document.text, facts.document.id
    return [
        hashed_iri("Sentence", text[one.start : one.end], one.start, one.end, document_id=document_id)
        for one in facts.sentences
    ]


class Passages:
    """Names and triples of the passages of one document.

    >>> from extract.values import Document, Sentence
    >>> document = Document("a", "沈阳。")
    >>> facts = Facts(document, Entity("Plan", "a"), (), (Sentence(0, 0, 3, 0),), (), (), (), ())
    >>> [one[-8:-3] for one in Passages(facts).triples() if "#exact" in one]
    ['"沈阳。"']
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._document = written_thing(facts.document_entity)
        self._sentences = [f"<{iri}>" for iri in sentence_iris(facts)]

    def triples(self) -> Iterator[Line]:
        """Yield the triples of sections, sentences and mentions; those of evidence come with their facts."""
        for section in self._facts.sections:
            yield from self._section(section)
        for sentence, node in zip(self._facts.sentences, self._sentences, strict=True):
            yield from self._passage(node, "Sentence", sentence.start, sentence.end)
            yield line(node, "dcterms:isPartOf", self._section_node(sentence.section))
            yield line(node, "inDocument", self._document)
        for mention in self._facts.mentions:
            yield from self._mention(mention)
        for name in self._facts.unresolved:
            yield from self._unresolved(name)

    def evidence(self, evidence: Evidence) -> tuple[WrittenTerm, list[Line]]:
        """Return the node of a passage that backs a fact, and its triples."""
        by = evidence if isinstance(evidence, CorrectedEvidence) else None
        told = (by.who, by.when.isoformat()) if by is not None else ()
        node = self._node("Evidence", evidence.start, evidence.end, evidence.grade, evidence.rule, *told)
        more = []
        if by is not None:
            who, when = written_text(by.who), written_value("correctedOn", by.when)
            more = [line(node, "correctedBy", who), line(node, "correctedOn", when)]
        return node, [
            *more,
            *self._passage(node, "Evidence", evidence.start, evidence.end),
            line(node, "inSentence", self._sentences[evidence.sentence]),
            line(node, "grade", written_term(evidence.grade)),
            line(node, "rule", written_text(evidence.rule)),
        ]

    def _node(self, kind: str, start: int, end: int, *more: str) -> WrittenTerm:
        document = self._facts.document
        return written_node(kind, document.text[start:end], start, end, *more, document_id=document.id)

    def _passage(self, node: WrittenTerm, kind: str, start: int, end: int) -> Iterator[Line]:
        yield line(node, "rdf:type", written_term(kind))
        yield line(node, "rdf:type", written_term("Passage"))
        yield line(node, "exact", written_text(self._facts.document.text[start:end]))
        yield line(node, "start", written_value("start", start))
        yield line(node, "end", written_value("end", end))

    def _section_node(self, ordinal: int) -> WrittenTerm:
        return written_thing(Entity("Section", str(ordinal), self._facts.document.id))

    def _section(self, section: Section) -> Iterator[Line]:
        node = self._section_node(section.ordinal)
        parent = self._document if section.parent is None else self._section_node(section.parent)
        yield line(node, "rdf:type", written_term("Section"))
        yield line(node, "ordinal", written_value("ordinal", section.ordinal))
        yield line(node, "start", written_value("start", section.start))
        yield line(node, "end", written_value("end", section.end))
        yield line(node, "dcterms:isPartOf", parent)
        if section.number:
            yield line(node, "sectionNumber", written_text(section.number))

    def _mention(self, mention: Mention) -> Iterator[Line]:
        node = self._node("Mention", mention.start, mention.end)
        yield from self._passage(node, "Mention", mention.start, mention.end)
        yield line(node, "inSentence", self._sentences[mention.sentence])
        for entity in mention.refers_to:
            yield line(node, "refersTo", written_thing(entity))

    def _unresolved(self, name: Unresolved) -> Iterator[Line]:
        node = self._node("UnresolvedMention", name.start, name.end)
        yield from self._passage(node, "UnresolvedMention", name.start, name.end)
        before = bisect_right(self._facts.sentences, name.start, key=lambda sentence: sentence.start)
        if before:
            yield line(node, "inSentence", self._sentences[before - 1])
        for candidate in name.candidates:
            yield line(node, "candidate", written_thing(candidate))
