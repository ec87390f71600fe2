"""The text of a document in the graph: its outline, its sentences, what is named and what is quoted in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode, Triple

from extract.values import Entity, Evidence, Facts, Mention, Section, Sentence, Unresolved
from graph.rdf.iris import hashed_iri
from graph.rdf.terms import term, thing, triple


@dataclass(frozen=True, slots=True)
class CorrectedEvidence(Evidence):
    """A passage in which a person put right what was read."""

    who: str
    when: date


@dataclass(frozen=True, slots=True)
class Passages:
    """Names and triples of the passages of one document.

    >>> from extract.values import Document
    >>> document = Document("a", "沈阳。")
    >>> facts = Facts(document, Entity("Plan", "a"), (), (Sentence(0, 0, 3, 0),), (), (), (), ())
    >>> [str(one.object) for one in Passages(facts).triples() if one.predicate == term("exact")]
    ['"沈阳。"']
    """

    facts: Facts

    def triples(self) -> Iterator[Triple]:
        """Yield the triples of sections, sentences and mentions; those of evidence come with their facts."""
        for section in self.facts.sections:
            yield from self._section(section)
        for sentence in self.facts.sentences:
            node = self.sentence(sentence)
            yield from self._passage(node, "Sentence", sentence.start, sentence.end)
            yield triple(node, "dcterms:isPartOf", self._section_node(sentence.section))
            yield triple(node, "inDocument", self.facts.document_entity)
        for mention in self.facts.mentions:
            yield from self._mention(mention)
        for name in self.facts.unresolved:
            yield from self._unresolved(name)

    def sentence(self, sentence: Sentence) -> NamedNode:
        """Return the node of a sentence."""
        return self._node("Sentence", sentence.start, sentence.end)

    def evidence(self, evidence: Evidence) -> tuple[NamedNode, list[Triple]]:
        """Return the node of a passage that backs a fact, and its triples."""
        by = evidence if isinstance(evidence, CorrectedEvidence) else None
        told = (by.who, by.when.isoformat()) if by is not None else ()
        node = self._node("Evidence", evidence.start, evidence.end, evidence.grade, evidence.rule, *told)
        more = [triple(node, "correctedBy", by.who), triple(node, "correctedOn", by.when)] if by is not None else []
        return node, [
            *more,
            *self._passage(node, "Evidence", evidence.start, evidence.end),
            triple(node, "inSentence", self.sentence(self.facts.sentences[evidence.sentence])),
            triple(node, "grade", term(evidence.grade)),
            triple(node, "rule", evidence.rule),
        ]

    def _node(self, kind: str, start: int, end: int, *more: str) -> NamedNode:
        document = self.facts.document
        return NamedNode(hashed_iri(kind, document.text[start:end], start, end, *more, document_id=document.id))

    def _passage(self, node: NamedNode, kind: str, start: int, end: int) -> Iterator[Triple]:
        yield triple(node, "rdf:type", term(kind))
        yield triple(node, "rdf:type", term("Passage"))
        yield triple(node, "exact", self.facts.document.text[start:end])
        yield triple(node, "start", start)
        yield triple(node, "end", end)

    def _section_node(self, ordinal: int) -> NamedNode:
        return thing(Entity("Section", str(ordinal), self.facts.document.id))

    def _section(self, section: Section) -> Iterator[Triple]:
        node = self._section_node(section.ordinal)
        parent = self.facts.document_entity if section.parent is None else self._section_node(section.parent)
        yield triple(node, "rdf:type", term("Section"))
        yield triple(node, "ordinal", section.ordinal)
        yield triple(node, "start", section.start)
        yield triple(node, "end", section.end)
        yield triple(node, "dcterms:isPartOf", parent)
        if section.number:
            yield triple(node, "sectionNumber", section.number)

    def _mention(self, mention: Mention) -> Iterator[Triple]:
        node = self._node("Mention", mention.start, mention.end)
        yield from self._passage(node, "Mention", mention.start, mention.end)
        yield triple(node, "inSentence", self.sentence(self.facts.sentences[mention.sentence]))
        for entity in mention.refers_to:
            yield triple(node, "refersTo", entity)

    def _unresolved(self, name: Unresolved) -> Iterator[Triple]:
        node = self._node("UnresolvedMention", name.start, name.end)
        yield from self._passage(node, "UnresolvedMention", name.start, name.end)
        before = bisect_right(self.facts.sentences, name.start, key=lambda sentence: sentence.start)
        if before:
            yield triple(node, "inSentence", self.sentence(self.facts.sentences[before - 1]))
        for candidate in name.candidates:
            yield triple(node, "candidate", candidate)
