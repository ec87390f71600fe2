"""A basket as slides: a slide an item, its note above what was put aside, its source below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from graph.basket import BASKET_WORDS, Basket, Item, KeptView, head_of, relations_said
from graph.export.basket_network import selection_kept
from graph.export.basket_page import draw_page, list_page
from graph.export.deck_network import draw_network, legible_picture
from graph.export.deck_sheet import Deck, DeckSlide, Room, text_height
from graph.export.deck_table import filled
from graph.export.lettering import lines_of
from graph.export.network_drawing import left_out_said
from graph.export.undated import undated
from graph.rdf import Language
from graph.results import in_one_line

_SIZES, _SOURCE = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0), 11.0
"""Points: of an item, largest first, and of the sources."""
_POINTS = 72.0
_LONGEST_HEAD, _LONGEST_FOOT = 100, 140
"""Characters of a title and of the line below; the notes of the slide hold the whole."""
_MOST_SAID = 0.3
"""Share of a slide that what is said of a picture takes before it has a slide of its own."""
_FULL = 0.75
"""Share of a slide that is filled: programs break lines each in its own way."""


def basket_deck(basket: Basket, language: Language) -> bytes:
    """Return a .pptx; raises GraphError where python-pptx is not installed. Arguments: basket; language of the words around the items."""
    deck, words = Deck(language=language), BASKET_WORDS[language]
    kinds = Counter(item.kind for item in basket.items)
    deck.title_slide(words["briefing"], " · ".join(f"{words[kind]} {count}" for kind, count in kinds.items()))
    for number, item in enumerate(basket.items, 1):
        head = f"{number}. {head_of(item, language)}"
        if item.network is not None and item.network.things:
            _picture(deck, head, item, language)
        elif item.view is not None:
            _page(deck, head, item, item.view, language)
        else:
            _item(deck, head, item, words["source"])
    sources = dict.fromkeys(in_one_line(item.source) for item in basket.items if item.source)
    _sources(deck, words["sources"], sources)
    deck.name(words["briefing"], "")
    return undated(deck.content())


def _item(deck: Deck, head: str, item: Item, source: str) -> None:
    """Add the slides of an item: one, in the largest letters at which it fits, or as many as it fills in the smallest."""
    sides = next(fit for size in _SIZES if len(fit := _sides(deck, item, size)) == 1 or size == _SIZES[-1])
    for number, side in enumerate(sides, 1):
        slide = deck.slide(_short(head, _LONGEST_HEAD), number)
        note, text = (_paragraphs(line for line in side if line.is_note is wanted) for wanted in (True, False))
        slide.text_below_note(deck.room, note, text, side[0].size)
        if item.source:
            slide.foot(_short(f"{source}: {item.source}", _LONGEST_FOOT))
        slide.note("\n\n".join(filter(None, (head, item.note, item.text, item.source))))


def _picture(deck: Deck, head: str, item: Item, language: Language) -> None:
    """Add the slide of a picture: its network below what is said of it."""
    assert item.network is not None
    slide, room = _below_what_is_said(deck, head, item, language)
    selection, ends = selection_kept(item.network)
    picture = legible_picture(selection, ends, language, room)
    if picture is not None:
        draw_network(slide, picture, room, language)
        relations = len(item.network.relations) + item.network.relations_left_out
        if told := left_out_said(picture, relations, language):
            slide.foot(told)
    backed = "\n".join(relations_said(item.network, language))
    slide.note("\n\n".join(filter(None, (head, item.note, item.text, backed))))


def _page(deck: Deck, head: str, item: Item, view: KeptView, language: Language) -> None:
    """Add the slides of a page: what it draws below what is said of it, and what it lists on slides behind."""
    if view.drawing:
        slide, room = _below_what_is_said(deck, head, item, language)
        draw_page(slide, view, room)
        slide.note("\n\n".join(filter(None, (head, item.note, item.text, item.source))))
    else:
        _item(deck, head, item, BASKET_WORDS[language]["source"])
    list_page(deck, _short(head, _LONGEST_HEAD), view, language)


def _below_what_is_said(deck: Deck, head: str, item: Item, language: Language) -> tuple[DeckSlide, Room]:
    """Add a slide with what is said of an item, and return it with the room below; where much is said, the slide behind, empty."""
    size, (left, top, width, height) = _SIZES[-1], deck.room
    note, text = ([in_one_line(line) for line in said.splitlines() if line.strip()] for said in (item.note, item.text))
    high = text_height([*note, *text], size, width) + (size / _POINTS if note else 0) + 0.1
    is_apart = high > height * _MOST_SAID
    if is_apart:
        _item(deck, head, item, BASKET_WORDS[language]["source"])
    slide = deck.slide(_short(head, _LONGEST_HEAD))
    if is_apart:
        return slide, deck.room
    slide.text_below_note(Room(left, top, width, high), note, text, size)
    return slide, Room(left, top + high, width, height - high)


def _sides(deck: Deck, item: Item, size: float) -> list[list[_Line]]:
    wide = deck.room.width
    lines = [
        line for is_note, text in ((True, item.note), (False, item.text)) for line in _broken(text, size, wide, is_note)
    ]
    return list(filled(lines, lambda line: text_height([line.text], size, wide), deck.room.height * _FULL))


def _sources(deck: Deck, title: str, sources: Iterable[str]) -> None:
    told = [f"{at}. {source}" for at, source in enumerate(sources, 1)]
    for side in filled(told, lambda line: text_height([line], _SOURCE, deck.room.width), deck.room.height):
        deck.slide(title).text(deck.room.left, deck.room.top, deck.room.width, side, _SOURCE)


class _Line(NamedTuple):
    """A line as it will stand on a slide, and the paragraph to which it belongs."""

    text: str
    size: float
    is_note: bool
    paragraph: int


def _broken(text: str, size: float, width: float, is_note: bool) -> list[_Line]:
    """Return a text in the lines in which it will stand, so that it can go on upon another slide."""
    return [
        _Line(line, size, is_note, at)
        for at, paragraph in enumerate(filter(str.strip, text.splitlines()))
        for line in lines_of(in_one_line(paragraph), size, width * _POINTS * 0.95)
    ]


def _paragraphs(lines: Iterable[_Line]) -> list[str]:
    """Return lines as the paragraphs that they are of; what a break took from between two words of letters is put back."""
    told = []
    for _, held in groupby(lines, lambda line: line.paragraph):
        paragraph = ""
        for line in held:
            is_split = paragraph[-1:].isascii() and line.text[:1].isascii() and paragraph
            paragraph += f" {line.text}" if is_split else line.text
        told.append(paragraph)
    return told


def _short(text: str, longest: int) -> str:
    told = in_one_line(text)
    return told if len(told) <= longest else told[:longest] + "……"
