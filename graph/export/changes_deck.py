"""A comparison as slides: how much changed, then what, with the sentences of both sides side by side in native tables."""

from __future__ import annotations

from graph.comparison import Comparison
from graph.export.briefing_content import method
from graph.export.briefing_words import WORDS, where
from graph.export.changes_rows import ChangesRow, changes_made_again, counts_by_relation, rows_by_kind
from graph.export.deck_sheet import Deck
from graph.export.deck_sources import draw_sources
from graph.export.deck_table import draw_tables
from graph.export.undated import undated
from graph.rdf import Language

_WIDTHS = (0.26, 0.37, 0.37)
_LONGEST = 160
"""Characters of a sentence in a row, so that it fits on a slide; the whole stands in the notes."""


def changes_deck(found: Comparison, language: Language, command: str) -> bytes:
    """Return a .pptx; raises GraphError where python-pptx is not installed. Arguments: found; language; command, that makes it again."""
    deck, words = Deck(language=language), WORDS[language]
    title = " → ".join(found.names)
    first = deck.title_slide(title, f"{words['comparison']}\n{found.counted(language)}")
    first.note("\n\n".join(changes_made_again(found, language, command)))
    head, body = counts_by_relation(found, language)
    if body:
        wide = deck.room.width
        draw_tables(deck, words["what changed"], head, body, [wide * 0.55, *[wide * 0.15] * 3])
    for kind, rows in rows_by_kind(found, language, _LONGEST):
        _changes(deck, kind, rows, found.columns(language))
    groups = [(found.names[0], found.before_documents), (found.names[1], found.after_documents)]
    again = changes_made_again(found, language, command)
    draw_sources(deck, groups, [*method(language), *again], "\n".join(again), language)
    deck.name(title, command)
    return undated(deck.content())


def _changes(deck: Deck, kind: str, rows: list[ChangesRow], columns: tuple[str, ...]) -> None:
    cells = [(row.told, row.before, row.after) for row in rows]
    head, widths = (columns[0], *columns[6:8]), [part * deck.room.width for part in _WIDTHS]
    for slide, held in draw_tables(deck, kind, head, cells, widths):
        quotes = dict.fromkeys(quote for at in held for quote in rows[at].quotes)
        slide.note("\n".join(f"“{quote.said}” {where(quote)}" for quote in quotes))
