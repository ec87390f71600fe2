"""A comparison as slides: how much changed, then what, with the sentences of both sides side by side in native tables."""

from __future__ import annotations

from graph.comparison import Comparison
from graph.export.briefing_content import method
from graph.export.briefing_words import WORDS, where
from graph.export.changes_rows import ChangesRow, counts_by_relation, rows_by_kind
from graph.export.deck_sheet import Deck, text_height
from graph.export.deck_table import draw_tables
from graph.export.undated import undated
from graph.rdf import Language
from graph.things import DocumentCard

_WIDTHS = (0.26, 0.37, 0.37)
_MOST_SOURCES = 6
"""Documents of one side that the last slide names."""
_LEAST = 9.0


def changes_deck(found: Comparison, language: Language, command: str) -> bytes:
    """Return a .pptx; raises GraphError where python-pptx is not installed. Arguments: found; language; command, that makes it again."""
    deck, words = Deck(), WORDS[language]
    title = " → ".join(found.names)
    first = deck.title_slide(title, f"{words['comparison']}\n{found.counted(language)}")
    if command:
        first.note(f"{words['again']}: {command}")
    head, body = counts_by_relation(found, language)
    if body:
        wide = deck.room.width
        draw_tables(deck, words["what changed"], head, body, [wide * 0.55, *[wide * 0.15] * 3])
    for kind, rows in rows_by_kind(found, language):
        _changes(deck, kind, rows, found.columns(language))
    _sources(deck, found, language, command)
    deck.name(title, command)
    return undated(deck.content())


def _changes(deck: Deck, kind: str, rows: list[ChangesRow], columns: tuple[str, ...]) -> None:
    cells = [(row.told, row.before, row.after) for row in rows]
    head, widths = (columns[0], *columns[6:8]), [part * deck.room.width for part in _WIDTHS]
    for slide, held in draw_tables(deck, kind, head, cells, widths):
        quotes = dict.fromkeys(quote for at in held for quote in rows[at].quotes)
        slide.note("\n".join(f"“{quote.said}” {where(quote)}" for quote in quotes))


def _sources(deck: Deck, found: Comparison, language: Language, command: str) -> None:
    words = WORDS[language]
    lines = []
    for name, cards in zip(found.names, (found.before_documents, found.after_documents), strict=True):
        lines += [name, *(f"• {cited(card)}" for card in cards[:_MOST_SOURCES])]
        lines += [f"… {len(cards) - _MOST_SOURCES}"] if len(cards) > _MOST_SOURCES else []
    lines += ["", *method(language), *([f"{words['again']}: {command}"] if command else [])]
    slide, size = deck.slide(words["sources"]), 14.0
    while size > _LEAST and text_height(lines, size, deck.room.width) > deck.room.height:
        size -= 1
    slide.text(deck.room.left, deck.room.top, deck.room.width, lines, size)


def cited(card: DocumentCard) -> str:
    """Return a document in one line: title, who published it, date.

    >>> from rdflib import URIRef
    >>> cited(DocumentCard(URIRef("urn:a"), "a", "方案", "Plan", "2023-01-04", "", 0, 0))
    '方案, 2023-01-04'
    """
    return ", ".join(filter(None, (card.title, card.publisher, card.issued)))
