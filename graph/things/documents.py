"""The documents whose text a graph holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rdflib import Literal, URIRef

from extract.grammar.characters import fold
from extract.text_year import text_year
from extract.values import Document
from graph.engines import Row, Rows, scanned
from graph.errors import GraphError
from graph.rdf import POL
from graph.things.jurisdictions import UNKNOWN, Jurisdiction, Named, of_document
from graph.things.name_index import narrowest

_DOCUMENTS = """SELECT ?document ?id ?title ?kind ?issued ?created ?publisher ?issuer ?head ?original {
  ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?document ; dcterms:identifier ?id .
  ?document a ?kind .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:issued ?issued }
  OPTIONAL { ?document dcterms:created ?created }
  OPTIONAL { ?document pol:publishedBy/skos:prefLabel ?publisher }
  OPTIONAL { ?document pol:issuedBy/skos:prefLabel ?issuer }
  OPTIONAL { ?document pol:reprintOf/skos:prefLabel ?original }
  OPTIONAL { ?document pol:canonicalText ?text BIND(SUBSTR(?text, 1, 300) AS ?head) }
}"""
_CALLED = """SELECT DISTINCT ?document {
  VALUES ?name { $names }
  ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?document ; dcterms:identifier ?id .
  OPTIONAL { ?document dcterms:title ?title }
  FILTER(STR(?id) = ?name || STR(?document) = ?name || STR(?title) = ?name)
}"""
_SENTENCES = (
    "SELECT ?document (COUNT(DISTINCT ?sentence) AS ?n) (MIN(?start) AS ?first)",
    ("?sentence a pol:Sentence", "?sentence pol:inDocument ?document", "?sentence pol:start ?start"),
    "GROUP BY ?document",
)
_QUOTED = (
    "SELECT ?document (COUNT(DISTINCT ?sentence) AS ?n)",
    ("?evidence a pol:Evidence", "?evidence pol:inSentence ?sentence", "?sentence pol:inDocument ?document"),
    "GROUP BY ?document",
)
_NAMED_FIRST = (
    "SELECT ?document ?at ?start ?kind ?label ?thing",
    (
        "?sentence a pol:Sentence",
        "?sentence pol:start ?at FILTER(?at < 100)",
        "?sentence pol:inDocument ?document",
        "?mention pol:inSentence ?sentence",
        "?mention a pol:Mention",
        "?mention pol:start ?start",
        "?mention pol:refersTo ?thing",
        "VALUES ?kind { pol:Organization pol:Province pol:City pol:County } ?thing a ?kind ; skos:prefLabel ?label",
    ),
    "",
)
"""What the first sentences of documents name; titles are among them."""


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
    """Who published it, or else issued it."""
    sentences: int
    quoted_sentences: int
    """Sentences in which evidence of some assertion stands."""
    issuers: tuple[str, ...] = ()
    jurisdiction: Jurisdiction = UNKNOWN
    """Of the bodies that issued it, else published it, else of what its title names."""
    year: int = 0
    """Of its date, else the one that its title or its head says; 0 where none does."""
    reprint_of: str = ""
    """Title of the earlier document that says the same; a reprint is no second source."""
    name: str = ""
    """Its title, with its id where another of the list has the same."""

    @property
    def share(self) -> float:
        """The share of its sentences that back something.

        >>> DocumentCard(URIRef("urn:a"), "a", "", "Plan", "", "", 4, 3).share
        0.75
        """
        return self.quoted_sentences / self.sentences if self.sentences else 0.0


Parts = tuple[str, tuple[str, ...], str]
"""A query: what is selected, its patterns, and what comes after them."""
AskedParts = Callable[[Parts], list[Row]]


class _Counts(NamedTuple):
    """What is counted of a document's sentences, and where the first of them begins."""

    sentences: int = 0
    quoted: int = 0
    first: int = 0


def documents(rows: Rows, some: Sequence[URIRef] | None = None) -> tuple[DocumentCard, ...]:
    """Return the documents of a graph, by title.

    Arguments: rows, the graph; some, the IRIs of documents where it shall be these alone.

    >>> from graph import PolicyGraph
    >>> documents(PolicyGraph.open("memory"))
    ()
    """

    def asked(query: str) -> list[Row]:
        if some is None:
            return rows.rows(query)
        return rows.rows(query.replace("{", "{ VALUES ?document { $documents }", 1), documents=some)

    def asked_parts(parts: Parts) -> list[Row]:
        head, patterns, tail = parts
        return asked(f"{head} {{ {scanned(*patterns) if some is None else ' . '.join(patterns)} }} {tail}")

    counts, named = _counts(asked_parts), _named_first(asked_parts)
    answers: dict[URIRef, list[Row]] = {}
    for row in asked(_DOCUMENTS):
        answers.setdefault(URIRef(row["document"]), []).append(row)
    cards = [_card(iri, about, counts.get(iri, _Counts()), named) for iri, about in answers.items()]
    titles = Counter(card.title for card in cards)
    told_apart = (
        replace(card, name=card.title if titles[card.title] == 1 else f"{card.title} · {card.id}") for card in cards
    )
    return tuple(sorted(told_apart, key=lambda card: (card.title, card.id)))


def document_of(rows: Rows, name: str) -> DocumentCard:
    """Return the document of an id, a title or an IRI; book-title marks around a title do not matter.

    Raises GraphError where the graph holds no such document, or several of this title.

    >>> from graph import PolicyGraph
    >>> document_of(PolicyGraph.open("memory"), "plan")
    Traceback (most recent call last):
    graph.errors.GraphError: plan: the graph holds no document of this id or title; build one with: policygraph build
    """
    bare = name.strip("《》")
    inner = name[1:-1] if name.startswith("《") and name.endswith("》") else bare  # 《关于落实《甲方案》》
    asked = rows.rows(_CALLED, names=[Literal(one) for one in dict.fromkeys((name, bare, inner, f"《{bare}》"))])
    held = documents(rows, [URIRef(row["document"]) for row in asked]) if asked else ()
    found = [one for one in held if name in (one.id, str(one.iri))] or [
        one for one in held if one.title.strip("《》") == bare
    ]
    if len(found) == 1:
        return found[0]
    held = documents(rows)
    if found:
        raise GraphError(name, "several documents have this title", f"use one of the ids {_ids(found)}")
    remedy = f"use one of the ids {_ids(held)}" if held else "build one with: policygraph build"
    raise GraphError(name, "the graph holds no document of this id or title", remedy)


def _ids(cards: Sequence[DocumentCard]) -> str:
    """Return the first few ids, for a line that tells which there are."""
    shown = ", ".join(one.id for one in cards[:_TOLD])
    return f"{shown}, …" if len(cards) > _TOLD else shown


def _card(iri: URIRef, about: list[Row], counts: _Counts, named: dict[tuple[URIRef, int], list[Named]]) -> DocumentCard:
    def all_said(name: str) -> tuple[str, ...]:
        return tuple(sorted({str(row[name]) for row in about if name in row}))

    def said(name: str) -> str:
        return min(all_said(name), default="")

    kinds = {str(row["kind"]) for row in about}
    issuers, publishers = all_said("issuer"), all_said("publisher")
    title, issued = said("title"), said("issued") or said("created")
    return DocumentCard(
        iri=iri,
        id=said("id"),
        title=title or said("id"),
        kind=narrowest(kind.removeprefix(POL) for kind in kinds if kind.startswith(POL)),
        issued=issued,
        publisher=min((*publishers, *issuers), default=""),
        sentences=counts.sentences,
        quoted_sentences=counts.quoted,
        issuers=issuers,
        jurisdiction=of_document(issuers or publishers, fold(title), named.get((iri, counts.first), ())),
        year=_year(issued, title, said("head")),
        reprint_of=said("original"),
    )


def _year(issued: str, title: str, head: str) -> int:
    dated = issued[:4]
    return int(dated) if dated.isdecimal() else text_year(Document("", ""), fold(head), fold(title), ())


def _counts(asked: AskedParts) -> dict[URIRef, _Counts]:
    quoted = {row["document"]: int(row["n"]) for row in asked(_QUOTED)}
    return {
        URIRef(row["document"]): _Counts(int(row["n"]), quoted.get(row["document"], 0), int(row["first"]))
        for row in asked(_SENTENCES)
    }


def _named_first(asked: AskedParts) -> dict[tuple[URIRef, int], list[Named]]:
    """Return what sentences near the head of documents name, by document and start of the sentence."""
    named: dict[tuple[URIRef, int], set[tuple[int, Named]]] = defaultdict(set)
    for row in asked(_NAMED_FIRST):
        sentence = URIRef(row["document"]), int(row["at"])
        thing = Named(str(row["kind"]).removeprefix(POL), str(row["label"]), str(row["thing"]))
        named[sentence].add((int(row["start"]), thing))
    return {sentence: [thing for _, thing in sorted(found)] for sentence, found in named.items()}
