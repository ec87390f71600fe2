"""A document as it is read: its outline, and each sentence with what is named and what is said in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.term import Identifier

from graph.engines import Rows
from graph.errors import GraphError
from graph.rdf import POL, short, shorten
from graph.things import DocumentCard, Node, documents, nodes_of

_SECTIONS = """SELECT ?section ?parent ?ordinal ?number ?heading ?start {
  ?section a pol:Section ; dcterms:isPartOf+ $document ; dcterms:isPartOf ?parent ; pol:ordinal ?ordinal ;
    pol:start ?start .
  OPTIONAL { ?section skos:prefLabel ?heading } OPTIONAL { ?section pol:sectionNumber ?number } }"""
_SENTENCES = """SELECT ?sentence ?start ?end ?text ?section {
  ?sentence a pol:Sentence ; pol:inDocument $document ; pol:start ?start ; pol:end ?end ; pol:exact ?text ;
    dcterms:isPartOf ?section }"""
_MENTIONS = """SELECT ?sentence ?start ?end ?thing {
  ?sentence pol:inDocument $document . ?mention a pol:Mention ; pol:inSentence ?sentence ; pol:start ?start ;
    pol:end ?end ; pol:refersTo ?thing }"""
_STATEMENTS = """SELECT ?sentence ?start ?end ?grade ?rule ?statement ?subject ?predicate ?object {
  ?sentence pol:inDocument $document . ?evidence a pol:Evidence ; pol:inSentence ?sentence ; pol:start ?start ;
    pol:end ?end ; pol:grade ?grade ; pol:rule ?rule .
  ?statement pol:evidence ?evidence ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }"""


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


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A statement that a passage backs, as a person reads it."""

    start: int
    end: int
    subject: Node
    predicate: str
    object: Node
    """A literal has its text as label and no class."""
    grade: str
    rule: str
    statement: URIRef


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


def document_view(rows: Rows, document_id: str) -> DocumentView:
    """Return a document as it is read.

    Arguments: rows, the graph; document_id, as `graph.things.documents.documents` gives it. Raises GraphError where the graph
    holds no such text.
    """
    card = next((one for one in documents(rows) if one.id == document_id), None)
    if card is None:
        raise GraphError(document_id, "the graph holds no text of this name", "choose one from the list of documents")
    outline, ordinals = _outline(rows, card.iri)
    named, said = _named(rows, card.iri), _said(rows, card.iri)
    sentences = [
        SentenceView(
            start=int(row["start"]),
            end=int(row["end"]),
            text=str(row["text"]),
            section=ordinals.get(URIRef(row["section"]), 0),
            named=tuple(sorted(named.get(URIRef(row["sentence"]), ()))),
            said=tuple(sorted(said.get(URIRef(row["sentence"]), ()))),
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
            heading=_heading(str(row.get("number", "")), str(row.get("heading", ""))),
            start=int(row["start"]),
        )
        for section, row in found.items()
    ]
    ordinals = {section: int(row["ordinal"]) for section, row in found.items()}
    return tuple(sorted(items, key=lambda item: item.ordinal)), ordinals


def _heading(number: str, heading: str) -> str:
    return f"{number} {heading}" if number and number[-1].isalnum() else number + heading


def _named(rows: Rows, document: URIRef) -> dict[URIRef, list[NamedSpan]]:
    spans: dict[tuple[URIRef, int, int], set[URIRef]] = defaultdict(set)
    for row in rows.rows(_MENTIONS, document=document):
        spans[URIRef(row["sentence"]), int(row["start"]), int(row["end"])].add(URIRef(row["thing"]))
    nodes = nodes_of(rows, set().union(*spans.values()))
    named: dict[URIRef, list[NamedSpan]] = defaultdict(list)
    for (sentence, start, end), things in spans.items():
        named[sentence].append(NamedSpan(start, end, tuple(sorted(nodes[thing] for thing in things))))
    return named


def _said(rows: Rows, document: URIRef) -> dict[URIRef, set[Said]]:
    answers = rows.rows(_STATEMENTS, document=document)
    nodes = nodes_of(rows, _iris(term for row in answers for term in (row["subject"], row["object"])))
    said: dict[URIRef, set[Said]] = defaultdict(set)
    for row in answers:
        said[URIRef(row["sentence"])].add(
            Said(
                start=int(row["start"]),
                end=int(row["end"]),
                subject=nodes[URIRef(row["subject"])],
                predicate=shorten(str(row["predicate"])),
                object=_node(row["object"], nodes),
                grade=str(row["grade"]).removeprefix(POL),
                rule=str(row["rule"]),
                statement=URIRef(row["statement"]),
            )
        )
    return said


def _iris(terms: Iterable[Identifier]) -> set[URIRef]:
    return {term for term in terms if isinstance(term, URIRef)}


def _node(term: Identifier, nodes: dict[URIRef, Node]) -> Node:
    return nodes[term] if isinstance(term, URIRef) else Node(URIRef(""), short(term), "")
