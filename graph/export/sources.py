"""Where what is taken away comes from: the documents that back it, those with most passages first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rdflib import URIRef

from graph.engines import Rows, graph_hash
from graph.export.selection import Selection
from graph.policygraph import PolicyGraph
from graph.rdf import Language
from graph.things import DocumentCard, Quote, documents

_NAMED = 3
"""So many documents are named before the rest is only counted."""


def documents_cited(rows: Rows, quotes: Iterable[Quote]) -> tuple[DocumentCard, ...]:
    """Return the documents in which passages stand, those with most of them first.

    >>> from graph import PolicyGraph
    >>> documents_cited(PolicyGraph.open("memory"), ())
    ()
    """
    passages = Counter(document for document, _, _ in {(one.document, one.start, one.end) for one in quotes})
    cards = documents(rows, [URIRef(one) for one in sorted(passages)]) if passages else ()
    return tuple(sorted(cards, key=lambda card: (-passages[str(card.iri)], card.title, card.id)))


def in_words(titles: Sequence[str], language: Language) -> str:
    """Return the first titles, and how many there are in all.

    >>> in_words(["甲", "乙", "丙", "丁"], "zh"), in_words(["甲"], "en"), in_words([], "en")
    ('甲；乙；丙等4份文件', '甲', 'no document')
    """
    told = "；".join(titles[:_NAMED]) if language == "zh" else "; ".join(titles[:_NAMED])
    if len(titles) <= _NAMED:
        return told or ("无文件" if language == "zh" else "no document")
    more = len(titles) - _NAMED
    return f"{told}等{len(titles)}份文件" if language == "zh" else f"{told} and {more} more"


def source_by_titles(selection: Selection, language: Language) -> str:
    """Return where relations come from where no graph is at hand: the titles of their documents, those with most passages first.

    >>> source_by_titles(Selection((), ()), "en")
    'Source: no document'
    """
    titles = Counter(quote.title for quote in selection.quotes)
    told = in_words([title for title, _ in titles.most_common()], language)
    return f"来源：{told}" if language == "zh" else f"Source: {told}"


def source_of(graph: PolicyGraph, language: Language, quotes: Iterable[Quote] | None = None) -> str:
    """Return where a picture comes from: its documents with issuer and date, and the hash of the graph.

    Arguments: graph; language; quotes, the passages that back what is shown; without them it shows something of all documents, which
    are only counted where they are many.

    >>> source_of(PolicyGraph.open("memory"), "en").startswith("Source: no document")
    True
    """
    if quotes is not None:
        return source_line(documents_cited(graph, quotes), graph_hash(graph), language)
    cards = documents(graph)
    if len(cards) <= _NAMED:
        return source_line(cards, graph_hash(graph), language)
    told = f"{len(cards)}份文件" if language == "zh" else f"{len(cards)} documents"
    return _said(told, graph_hash(graph), language)


def source_line(cards: Sequence[DocumentCard], digest: str, language: Language) -> str:
    """Return where something comes from. Arguments: cards, its documents; digest, the hash of the graph; language.

    >>> source_line((), "0123456789abcdef", "en")
    'Source: no document. Read by policygraph, graph 0123456789ab.'
    """
    return _said(in_words([cited(one) for one in cards], language), digest, language)


def cited(card: DocumentCard) -> str:
    """Return a document in one line: title, with its id where another has the same, who published it, date.

    >>> cited(DocumentCard(URIRef("urn:a"), "a", "方案", "Plan", "2023-01-04", "", 0, 0))
    '方案, 2023-01-04'
    """
    return ", ".join(filter(None, (card.name or card.title, card.publisher, card.issued)))


def _said(documents: str, digest: str, language: Language) -> str:
    if language == "zh":
        return f"来源：{documents}。policygraph读取，图{digest[:12]}。"
    return f"Source: {documents}. Read by policygraph, graph {digest[:12]}."
