"""The last slides of a deck: its documents, as many as there is room for, how they were read, and what makes the deck again."""

from __future__ import annotations

from collections.abc import Sequence

from graph.counted import counted
from graph.export.briefing_words import WORDS
from graph.export.deck_sheet import Deck, text_height
from graph.export.sources import cited
from graph.rdf import Language
from graph.things import DocumentCard

_SIZE, _LEAST = 14.0, 9.0
"""Points of the letters: those that are wished for, and those below which they are no longer read."""


def draw_sources(
    deck: Deck,
    groups: Sequence[tuple[str, Sequence[DocumentCard]]],
    said: Sequence[str],
    notes: str,
    language: Language,
) -> None:
    """Add the slide of sources and method; of documents that it has no room for it says how many there are, and its notes name all.

    Arguments: deck; groups, a head, which may be empty, with its documents; said, the lines below them; notes; language.
    """
    room, most = deck.room, max((len(cards) for _, cards in groups), default=0)
    shown = next(
        (
            n
            for n in range(most, 0, -1)
            if text_height(_lines(groups, said, n, language), _LEAST, room.width) <= room.height
        ),
        0,
    )
    lines = _lines(groups, said, shown, language)
    size = _SIZE
    while size > _LEAST and text_height(lines, size, room.width) > room.height:
        size -= 1
    slide = deck.slide(WORDS[language]["sources"])
    slide.text(room.left, room.top, room.width, lines, size)
    every = [line for name, cards in groups for line in (name, *map(cited, cards)) if line]
    slide.note("\n".join([*every, "", notes]))


def _lines(
    groups: Sequence[tuple[str, Sequence[DocumentCard]]], said: Sequence[str], shown: int, language: Language
) -> list[str]:
    lines = []
    for name, cards in groups:
        lines += [name] if name else []
        lines += [f"• {cited(one)}" for one in cards[:shown]]
        if len(cards) > shown:
            lines.append(counted(WORDS[language]["more documents"], n=len(cards) - shown))
    return [*lines, "", *said]
