"""The documents whose text a graph holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Row, Rows
from graph.errors import GraphError
from graph.rdf import POL
from graph.things.name_index import narrowest

_DOCUMENTS = """SELECT ?document ?id ?title ?kind ?issued ?publisher {
  ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?document ; dcterms:identifier ?id .
  ?document a ?kind .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:issued|dcterms:created ?issued }
  OPTIONAL { ?document pol:publishedBy|pol:issuedBy ?by . ?by skos:prefLabel ?publisher }
}"""
_SENTENCES = """SELECT ?document (COUNT(DISTINCT ?sentence) AS ?n) {
  ?sentence a pol:Sentence ; pol:inDocument ?document } GROUP BY ?document"""
_QUOTED = """SELECT ?document (COUNT(DISTINCT ?sentence) AS ?n) {
  ?evidence a pol:Evidence ; pol:inSentence ?sentence . ?sentence pol:inDocument ?document } GROUP BY ?document"""


_TOLD = 8
"""Ids that a mistake lists."""


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document in a list; an empty field is not known."""

    iri: URIRef
    id: str
    title: str
    kind: str
    issued: str
    """A date, YYYY-MM-DD."""
    publisher: str
    sentences: int
    quoted_sentences: int
    """Sentences in which evidence of some assertion stands."""

    @property
    def share(self) -> float:
        """The share of its sentences that back something.

        >>> DocumentCard(URIRef("urn:a"), "a", "", "Plan", "", "", 4, 3).share
        0.75
        """
        return self.quoted_sentences / self.sentences if self.sentences else 0.0


def documents(rows: Rows) -> tuple[DocumentCard, ...]:
    """Return the documents of a graph, by title.

    >>> from graph import PolicyGraph
    >>> documents(PolicyGraph.open("memory"))
    ()
    """
    sentences, quoted = _counts(rows, _SENTENCES), _counts(rows, _QUOTED)
    answers: dict[URIRef, list[Row]] = {}
    for row in rows.rows(_DOCUMENTS):
        answers.setdefault(URIRef(row["document"]), []).append(row)
    return tuple(
        sorted(
            (_card(iri, about, sentences.get(iri, 0), quoted.get(iri, 0)) for iri, about in answers.items()),
            key=lambda card: (card.title, card.id),
        )
    )


def document_of(rows: Rows, name: str) -> DocumentCard:
    """Return the document of an id, a title or an IRI; book-title marks around a title do not matter.

    Raises GraphError where the graph holds no such document, or several of this title.

    >>> from graph import PolicyGraph
    >>> document_of(PolicyGraph.open("memory"), "plan")
    Traceback (most recent call last):
    graph.errors.GraphError: plan: the graph holds no document of this id or title; build one with: policygraph build
    """
    held = documents(rows)
    found = [one for one in held if name in (one.id, str(one.iri))] or [
        one for one in held if one.title.strip("《》") == name.strip("《》")
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise GraphError(name, "several documents have this title", f"use one of the ids {_ids(found)}")
    remedy = f"use one of the ids {_ids(held)}" if held else "build one with: policygraph build"
    raise GraphError(name, "the graph holds no document of this id or title", remedy)


def _ids(cards: Sequence[DocumentCard]) -> str:
    """Return the first few ids, for a line that tells which there are."""
    shown = ", ".join(one.id for one in cards[:_TOLD])
    return f"{shown}, …" if len(cards) > _TOLD else shown


def _card(iri: URIRef, about: list[Row], sentences: int, quoted: int) -> DocumentCard:
    def said(name: str) -> str:
        return min((str(row[name]) for row in about if name in row), default="")

    kinds = {str(row["kind"]) for row in about}
    return DocumentCard(
        iri=iri,
        id=said("id"),
        title=said("title") or said("id"),
        kind=narrowest(kind.removeprefix(POL) for kind in kinds if kind.startswith(POL)),
        issued=said("issued"),
        publisher=said("publisher"),
        sentences=sentences,
        quoted_sentences=quoted,
    )


def _counts(rows: Rows, query: str) -> dict[URIRef, int]:
    return {URIRef(row["document"]): int(row["n"]) for row in rows.rows(query)}
