"""A page that was put aside, in a briefing: its drawing, and its lines as a table with the passages behind each."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from lxml import etree

from graph.basket import BASKET_WORDS, KeptLine, KeptView, lines_left_out_said, passages_said
from graph.export.deck_sheet import Deck, DeckSlide, Room
from graph.export.deck_table import draw_tables
from graph.export.lettering import width_of
from graph.export.rendering import png_of
from graph.export.shortened import shortened
from graph.export.word_document import add_table
from graph.rdf import Language
from graph.results import in_one_line

_LONGEST_CELL = 160
"""Characters of a cell on a slide; the whole stands in its notes."""
_WIDTH, _HEIGHT = 6.0, 6.5
"""Inches that a drawing has in Word."""
_LEAST_COLUMN, _MOST_COLUMN = 5, 40
"""Characters for which a column has room at the least, and beyond which its cells are broken."""


def draw_page(slide: DeckSlide, view: KeptView, room: Room) -> None:
    """Draw what a page draws on a slide, as large as a room of it holds. Arguments: slide; view, with a drawing; room."""
    from pptx.util import Inches

    wide, high = _size(view, room.width, room.height)
    left, top = room.left + (room.width - wide) / 2, room.top + (room.height - high) / 2
    slide.shapes.add_picture(BytesIO(png_of(view.drawing.encode())), *map(Inches, (left, top, wide, high)))


def list_page(deck: Deck, title: str, view: KeptView, language: Language) -> None:
    """Add the slides of a page's table, each line with its first passage; all of them stand in the notes."""
    head = [*view.head, BASKET_WORDS[language]["passages"]]
    told = [[*map(in_one_line, line.cells), _first_said(line, language)] for line in view.lines]
    body = [[shortened(cell, _LONGEST_CELL) for cell in row] for row in told]
    widths = _widths([head, *body], deck.room.width)
    left_out = lines_left_out_said(view, language)
    for slide, held in draw_tables(deck, title, head, body, widths):
        if left_out:
            slide.foot(left_out)
        slide.note("\n".join(said for at in held for said in _whole(view.lines[at], language)))


def add_page(made: Any, view: KeptView, language: Language) -> None:
    """Add a page to a Word document: its drawing, its table, how many lines are not listed, and the passages."""
    from docx.shared import Inches

    if view.drawing:
        wide, high = _size(view, _WIDTH, _HEIGHT)
        made.add_picture(BytesIO(png_of(view.drawing.encode())), Inches(wide), Inches(high))
    if view.lines:
        add_table(made, list(map(in_one_line, view.head)), [list(map(in_one_line, line.cells)) for line in view.lines])
    if told := lines_left_out_said(view, language):
        made.add_paragraph(told)
    for line in view.lines:
        for said in passages_said(line, language):
            made.add_paragraph(in_one_line(f"{line.cells[0]}: {said}"), style="List Bullet")


def _widths(rows: Sequence[Sequence[str]], wide: float) -> list[float]:
    """How wide the columns of a table are, each by its longest cell. Arguments: rows, with the head; wide, of all, in any unit.

    >>> _widths([["甲", "乙" * 40]], 9.0)
    [1.0, 8.0]
    """
    weights = [
        min(max(_LEAST_COLUMN, *(width_of(cell, 1.0) for cell in column)), _MOST_COLUMN)
        for column in zip(*rows, strict=True)
    ]
    return [wide * weight / sum(weights) for weight in weights]


def _size(view: KeptView, width: float, height: float) -> tuple[float, float]:
    """How wide and high the drawing is so that it fits, in the unit of the room that it has."""
    root = etree.fromstring(view.drawing.encode())
    wide, high = (max(1.0, float(root.get(name, "1"))) for name in ("width", "height"))
    scale = min(width / wide, height / high)
    return wide * scale, high * scale


def _first_said(line: KeptLine, language: Language) -> str:
    more = len(line.passages) - 1 + line.passages_left_out
    first = in_one_line(line.passages[0].quote) if line.passages else ""
    if more <= 0:
        return first
    end = f"（+{more}）" if language == "zh" else f" (+{more})"
    return shortened(first, _LONGEST_CELL - len(end)) + end


def _whole(line: KeptLine, language: Language) -> list[str]:
    return [" | ".join(map(in_one_line, line.cells)), *passages_said(line, language)]
