"""The cards of the first page: where to go, places, documents. Each leads somewhere as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from graph.pages import PlaceCard
from graph.things import DocumentCard, Node
from views.parts.cards.html_pieces import chip_row, class_term
from views.parts.cards.names import Name, document_name, name_of
from views.parts.frame.language import Words, words_of
from views.parts.frame.pages import existing, icon_of

_MOST = {"positionings": 6, "targets": 4, "cities": 6}
"""Chips of a place's card; the place itself has all."""


def page_cards(words: Words) -> str:
    """Return a card for each page of the app but the first, as HTML."""
    names = words_of("app")
    cards = (
        f'{Name("", name).opened("card")}<b><span class="icon" aria-hidden="true">{icon_of(name)}</span>'
        f'{escape(names(name))}</b><p class="quiet">{escape(words(f"go to {name}"))}</p></a>'
        for name in existing()
        if name != "overview"
    )
    return f'<div class="cards">{"".join(cards)}</div>'


def document_cards(held: Iterable[DocumentCard], words: Words) -> str:
    """Return a card for each document, which leads to its text, as HTML."""
    return f'<div class="cards">{"".join(_document(one, words) for one in held)}</div>'


def _document(one: DocumentCard, words: Words) -> str:
    shares = words("share", sentences=one.sentences, share=one.share)
    copied = words("reprint of", title=one.reprint_of) if one.reprint_of else ""
    about = (words.term(one.kind), one.publisher, one.issued and words.date(one.issued), shares, copied)
    said = " · ".join(escape(part) for part in about if part)
    link = document_name("", one.id).opened("card plainly")
    return f'{link}<b lang="zh">{escape(one.name)}</b><p class="quiet">{said}</p></a>'


def place_cards_html(cards: Iterable[PlaceCard], words: Words) -> str:
    """Return what the texts say of places as HTML: each card leads to the place, the names in it to what they name."""
    return f'<div class="cards">{"".join(_place(one, words) for one in cards)}</div>'


def _place(card: PlaceCard, words: Words) -> str:
    place = card.place
    name = name_of(place.label, str(place.iri), place.kind).html("whole")
    parts = [f'<p class="task"><b lang="zh">{name}</b><span class="quiet">{class_term(place.kind, words)}</span></p>']
    parts += [
        _listed(held, heading, words)
        for heading, held in (("positionings", card.positionings), ("targets", card.targets))
        if held
    ]
    if card.tasks:
        lines = "<br>".join(escape(line) for line in _tasks(card, words))
        parts.append(f'<p class="quiet">{escape(words("tasks"))}</p><p>{lines}</p>')
    if card.cities:
        parts.append(_listed(card.cities, "cities", words))
    return f'<article class="card">{"".join(parts)}</article>'


def _listed(held: Sequence[Node], heading: str, words: Words) -> str:
    shown = held[: _MOST[heading]]
    more = f'<p class="quiet">{escape(words("and more", n=len(held) - len(shown)))}</p>' if held[len(shown) :] else ""
    return f'<p class="quiet">{escape(words(heading))}</p>{chip_row(shown, words)}{more}'


def _tasks(card: PlaceCard, words: Words) -> list[str]:
    lines = [words("tasks in all", n=card.tasks)]
    if card.declared_tasks:
        lines.append(words("declared tasks", declared=card.declared_tasks, named=len(card.key_tasks)))
    if card.declared_areas:
        lines.append(words("declared areas", declared=card.declared_areas, named=len(card.areas)))
    return lines
