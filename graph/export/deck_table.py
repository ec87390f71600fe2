"""Native tables on slides: as many slides as their rows need, and what is marked in a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

from graph.comparison import Span
from graph.export.deck_shapes import ACCENT
from graph.export.deck_sheet import Deck, DeckSlide, text_height
from graph.results import legible

_CELL_SIDE, _CELL_TOP = 0.08, 0.05
_BANDS = ("F3F2FA", "FFFFFF")
"""Grounds of rows in turn."""
_SIZE = 12.0
_STEPS = 20
"""Heights that are tried, so that slides are filled evenly."""
Piece = TypeVar("Piece")


class Marked(NamedTuple):
    """A text of which some characters stand out."""

    text: str
    spans: tuple[Span, ...]


Cell: TypeAlias = str | Marked
"""Its lines begin new paragraphs."""


def draw_tables(
    deck: Deck, title: str, head: Sequence[str], body: Sequence[Sequence[Cell]], widths: Sequence[float], first: int = 1
) -> list[tuple[DeckSlide, list[int]]]:
    """Add slides that hold a table, and return each with the numbers of its rows.

    Arguments: deck; title of the slides, which are numbered; head; body; widths in inches; first, the number of the first slide.
    """
    heights = _row_heights([head, *body], widths)
    drawn = []
    parts = evenly_filled(range(len(body)), lambda at: heights[at + 1], deck.room.height - heights[0])
    for number, part in enumerate(parts, first):
        slide = deck.slide(title, number)
        _draw_table(slide, deck.room.left, deck.room.top, widths, [head, *(body[at] for at in part)])
        drawn.append((slide, part))
    return drawn


def filled(pieces: Sequence[Piece], height: Callable[[Piece], float], room: float) -> Iterator[list[Piece]]:
    """Yield the pieces that stand on one slide each, at least one. Arguments: pieces; height of each and of the room, in inches.

    >>> list(filled("abc", lambda piece: 2, 5))
    [['a', 'b'], ['c']]
    """
    page: list[Piece] = []
    used = 0.0
    for one in pieces:
        if page and used + height(one) > room:
            yield page
            page, used = [], 0.0
        page.append(one)
        used += height(one)
    if page:
        yield page


def evenly_filled(pieces: Sequence[Piece], height: Callable[[Piece], float], room: float) -> list[list[Piece]]:
    """Return the pieces on as few slides as they need, none of which is left nearly empty. Arguments as for `filled`.

    >>> evenly_filled("abcd", lambda piece: 2, 6), evenly_filled("abcd", lambda piece: 2, 8)
    ([['a', 'b'], ['c', 'd']], [['a', 'b', 'c', 'd']])
    """
    fewest = list(filled(pieces, height, room))
    for part in range(1, _STEPS):
        found = list(filled(pieces, height, room * part / _STEPS))
        if len(found) == len(fewest):
            return found
    return fewest


def _row_heights(rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> list[float]:
    """Return how high the rows of a table stand, in inches."""
    return [
        max(
            text_height(_text(cell).split("\n"), _SIZE, width - 2 * _CELL_SIDE) + 2 * _CELL_TOP
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, Marked) else cell


def _draw_table(slide: DeckSlide, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[Cell]]) -> None:
    """Add a native table whose first row is its head."""
    from pptx.util import Inches

    heights = _row_heights(rows, widths)
    shape = slide.shapes.add_table(
        len(rows), len(widths), Inches(x), Inches(y), Inches(sum(widths)), Inches(sum(heights))
    )
    table = shape.table
    for at, width in enumerate(widths):
        table.columns[at].width = Inches(width)
    for at, (row, height) in enumerate(zip(rows, heights, strict=True)):
        table.rows[at].height = Inches(height)
        for column, cell in enumerate(row):
            drawn = table.cell(at, column)
            drawn.margin_left = drawn.margin_right = Inches(_CELL_SIDE)
            drawn.margin_top = drawn.margin_bottom = Inches(_CELL_TOP)
            drawn.text_frame.word_wrap = True
            slide.fill(drawn, ACCENT if at == 0 else _BANDS[at % 2])
            _fill(slide, drawn.text_frame, cell, is_head=at == 0)


def _fill(slide: DeckSlide, frame: Any, cell: Cell, *, is_head: bool) -> None:
    from pptx.util import Pt

    begin = 0
    for at, line in enumerate(_text(cell).split("\n")):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.font.size, paragraph.font.bold = Pt(_SIZE), is_head
        for text, stands_out in pieces_of(line, begin, cell.spans if isinstance(cell, Marked) else ()):
            run = paragraph.add_run()
            run.text = legible(text)
            run.font.size = Pt(_SIZE)
            if stands_out:
                run.font.bold = True
                slide.paint(run.font, ACCENT)
        begin += len(line) + 1


def pieces_of(line: str, begin: int, spans: Sequence[Span]) -> list[tuple[str, bool]]:
    """Return a line in pieces, each with whether it stands out. Arguments: line; begin, its offset in the text of the spans; spans.

    >>> pieces_of("到2025年", 0, ((1, 5),))
    [('到', False), ('2025', True), ('年', False)]
    """
    pieces, at = [], 0
    for start, end in spans:
        first, last = max(at, start - begin), min(len(line), end - begin)
        if first < last:
            pieces += [(line[at:first], False), (line[first:last], True)]
            at = last
    return [(text, stands_out) for text, stands_out in (*pieces, (line[at:], False)) if text]
