"""What is said in sentences: the statements that their passages back, as a person reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.term import Identifier

from graph.engines import Row, Rows
from graph.rdf import POL, short, shorten
from graph.things.name_index import Node
from graph.things.nodes import nodes_of

_SAID = """?evidence a pol:Evidence ; pol:inSentence ?sentence ; pol:start ?start ; pol:end ?end ; pol:grade ?grade ; pol:rule ?rule .
  ?statement pol:evidence ?evidence ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object"""
_FOUND = "SELECT ?sentence ?start ?end ?grade ?rule ?statement ?subject ?predicate ?object"
_IN_DOCUMENT = f"{_FOUND} {{ ?sentence pol:inDocument $document . {_SAID} }}"
_IN_SENTENCES = f"{_FOUND} {{ VALUES ?sentence {{ $sentences }} {_SAID} }}"


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A statement that a passage backs, as a person reads it.

    >>> task, city = Node(URIRef("urn:t"), "建设枢纽", "KeyTask"), Node(URIRef("urn:c"), "沈阳市", "City")
    >>> Said(0, 6, task, "involves", city, "Stated", "areas_and_tasks", URIRef("urn:s")).object.label
    '沈阳市'
    """

    start: int
    """Of the passage, in code points of the canonical text; the end is exclusive."""
    end: int
    subject: Node
    predicate: str
    object: Node
    """A literal has its text as label and no class."""
    grade: str
    rule: str
    statement: URIRef


def said_in_document(rows: Rows, document: URIRef) -> dict[URIRef, tuple[Said, ...]]:
    """Return what is said in each sentence of a document, in the order of the text; a sentence that says nothing has no entry."""
    return _said(rows, rows.rows(_IN_DOCUMENT, document=document))


def said_in_sentences(rows: Rows, sentences: Iterable[URIRef]) -> dict[URIRef, tuple[Said, ...]]:
    """Return what is said in each of some sentences, in the order of the text; one that says nothing has no entry."""
    wanted = sorted(set(sentences))
    return _said(rows, rows.rows(_IN_SENTENCES, sentences=wanted)) if wanted else {}


def _said(rows: Rows, answers: list[Row]) -> dict[URIRef, tuple[Said, ...]]:
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
    return {sentence: tuple(sorted(found)) for sentence, found in said.items()}


def _iris(terms: Iterable[Identifier]) -> set[URIRef]:
    return {term for term in terms if isinstance(term, URIRef)}


def _node(term: Identifier, nodes: dict[URIRef, Node]) -> Node:
    return nodes[term] if isinstance(term, URIRef) else Node(URIRef(""), short(term), "")
