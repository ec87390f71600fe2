"""A document as it is read: its outline, and each sentence with what is named and what is said in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rdflib import Literal, URIRef

from graph.engines import Rows
from graph.errors import GraphError
from graph.things import DocumentCard, Node, Quote, Said, documents, heading_of, nodes_of, said_in_document

_SECTIONS = """SELECT ?section ?parent ?ordinal ?number ?heading ?start {
  ?section a pol:Section ; dcterms:isPartOf+ $document ; dcterms:isPartOf ?parent ; pol:ordinal ?ordinal ;
    pol:start ?start .
  OPTIONAL { ?section skos:prefLabel ?heading } OPTIONAL { ?section pol:sectionNumber ?number } }"""
_BY_ID = (
    "SELECT DISTINCT ?document { ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?document ; dcterms:identifier $id }"
)
_SENTENCES = """SELECT ?sentence ?start ?end ?text ?section {
  ?sentence a pol:Sentence ; pol:inDocument $document ; pol:start ?start ; pol:end ?end ; pol:exact ?text ;
    dcterms:isPartOf ?section }"""
_MENTIONS = """SELECT ?sentence ?start ?end ?thing {
  ?sentence pol:inDocument $document . ?mention a pol:Mention ; pol:inSentence ?sentence ; pol:start ?start ;
    pol:end ?end ; pol:refersTo ?thing }"""


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A section in the outline; the document as a whole has depth 0."""

    ordinal: int
    depth: int
    heading: str
    """With its number, as written."""
    start: int
    """Where it begins, in code points of the canonical text."""


@dataclass(frozen=True, slots=True, order=True)
class NamedSpan:
    """A span of the text and the things it names."""

    start: int
    end: int
    things: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with what is named and what is said in it."""

    start: int
    end: int
    text: str
    section: int
    """Ordinal of the innermost section that holds it."""
    named: tuple[NamedSpan, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its outline and its sentences, in the order of the text."""

    card: DocumentCard
    outline: tuple[OutlineItem, ...]
    sentences: tuple[SentenceView, ...]

    def trail(self, section: int) -> tuple[str, ...]:
        """Return the headings that lead to a section, the widest first. Arguments: section, its ordinal."""
        way: list[OutlineItem] = []
        for item in reversed(self.outline):
            if item.ordinal == section or (way and item.depth < way[-1].depth):
                way.append(item)
        return tuple(item.heading for item in reversed(way) if item.depth and item.heading)

    def quoted(self, start: int, end: int) -> Quote | None:
        """Return the sentence that stands at a passage as a quote of its own, without a grade; None where none stands there."""
        found = next((one for one in self.sentences if (one.start, one.end) == (start, end)), None)
        if found is None:
            return None
        title, document = self.card.title, str(self.card.iri)
        return Quote(found.text, start, end, "", "", found.text, self.trail(found.section), title, document, "")


def document_view(rows: Rows, document_id: str) -> DocumentView:
    """Return a document as it is read.

    Arguments: rows, the graph; document_id, as `graph.things.documents.documents` gives it. Raises GraphError where the graph
    holds no such text.
    """
    held = [URIRef(row["document"]) for row in rows.rows(_BY_ID, id=Literal(document_id))]
    card = next(iter(documents(rows, held)), None) if held else None
    if card is None:
        raise GraphError(document_id, "the graph holds no text of this name", "choose one from the list of documents")
    outline, ordinals = _outline(rows, card.iri)
    named, said = _named(rows, card.iri), said_in_document(rows, card.iri)
    sentences = [
        SentenceView(
            start=int(row["start"]),
            end=int(row["end"]),
            text=str(row["text"]),
            section=ordinals.get(URIRef(row["section"]), 0),
            named=tuple(sorted(named.get(URIRef(row["sentence"]), ()))),
            said=said.get(URIRef(row["sentence"]), ()),
        )
        for row in rows.rows(_SENTENCES, document=card.iri)
    ]
    return DocumentView(card, outline, tuple(sorted(sentences, key=lambda one: (one.start, one.end))))


def _outline(rows: Rows, document: URIRef) -> tuple[tuple[OutlineItem, ...], dict[URIRef, int]]:
    found = {URIRef(row["section"]): row for row in rows.rows(_SECTIONS, document=document)}

    def depth(section: URIRef) -> int:
        parent = URIRef(found[section]["parent"])
        return 1 + depth(parent) if parent in found else 0

    items = [
        OutlineItem(
            ordinal=int(row["ordinal"]),
            depth=depth(section),
            heading=heading_of(str(row.get("number", "")), str(row.get("heading", ""))),
            start=int(row["start"]),
        )
        for section, row in found.items()
    ]
    ordinals = {section: int(row["ordinal"]) for section, row in found.items()}
    return tuple(sorted(items, key=lambda item: item.ordinal)), ordinals


def _named(rows: Rows, document: URIRef) -> dict[URIRef, list[NamedSpan]]:
    spans: dict[tuple[URIRef, int, int], set[URIRef]] = defaultdict(set)
    for row in rows.rows(_MENTIONS, document=document):
        spans[URIRef(row["sentence"]), int(row["start"]), int(row["end"])].add(URIRef(row["thing"]))
    nodes = nodes_of(rows, set().union(*spans.values()))
    named: dict[URIRef, list[NamedSpan]] = defaultdict(list)
    for (sentence, start, end), things in spans.items():
        named[sentence].append(NamedSpan(start, end, tuple(sorted(nodes[thing] for thing in things))))
    return named
