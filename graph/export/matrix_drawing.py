"""Draw places against industries, positionings or kinds of tasks: a filled cell for each pair that something ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.counted import counted
from graph.export.canvas import INK, LINE, PALE
from graph.export.lettering import width_of
from graph.export.sheet import Words, sheet_for
from graph.pages import Matrix
from graph.results import legible
from graph.things import Node

_CELL, _ROW, _LETTERS = 34.0, 26.0, 12.0
_SHADES = ("#DCE6F5", "#A9C2E8", "#6D97D3", "#38659F")
_MOST_ROWS, _MOST_COLUMNS = 40, 40
_CHARACTERS = 12
"""Characters of a column's name in one upright line; a longer one has several."""
_LEFT_OUT = "{rows:row|rows} and {columns:column|columns} with the least are left out for legibility."


def matrix_svg(matrix: Matrix, words: Words) -> bytes:
    """Return SVG of a matrix, its rows and columns with the most first; blanks stay blank.

    >>> b"</svg>" in matrix_svg(Matrix((), (), {}), Words("a", "b", (), "zh"))
    True
    """
    drawn = matrix_drawn(matrix)
    shown, columns = drawn.rows, drawn.columns
    rows = _rows(matrix, matrix.rows, matrix.columns)
    names = [_upright(one.label) for one in columns]
    widths = [max(_CELL, len(lines) * _LETTERS * 1.3 + 8) for lines in names]
    high = max((max(map(len, lines)) for lines in names), default=0) * _LETTERS * 1.15 + 10
    side = max((width_of(row.label, _LETTERS) for row in shown), default=0.0) + 14
    sheet = sheet_for(
        side + sum(widths),
        high + len(shown) * _ROW,
        _with_left_out(words, len(rows) - len(shown), len(matrix.columns) - len(columns)),
    )
    canvas, left, top = sheet.canvas, sheet.left, sheet.top
    x = left + side
    for lines, width in zip(names, widths, strict=True):
        for at, line in enumerate(lines):
            across = x + width / 2 + (at - (len(lines) - 1) / 2) * _LETTERS * 1.25
            for down, char in enumerate(line):
                y = top + high - 8 - (len(line) - 1 - down) * _LETTERS * 1.15
                canvas.text(across, y, char, size=_LETTERS, colour=INK, anchor="middle")
        x += width
    for number, row in enumerate(shown):
        y = top + high + number * _ROW
        canvas.text(left, y + _ROW * 0.68, row.label, size=_LETTERS)
        x = left + side
        for column, width in zip(columns, widths, strict=True):
            count = matrix.cells.get((str(row.iri), str(column.iri)), 0)
            fill = _SHADES[min(count, len(_SHADES)) - 1] if count else "#FFFFFF"
            canvas.box(x, y, width, _ROW, fill=fill, line=LINE, thick=0.8)
            if count:
                ink = "#FFFFFF" if count >= len(_SHADES) - 1 else INK
                canvas.text(x + width / 2, y + _ROW * 0.68, str(count), size=_LETTERS, colour=ink, anchor="middle")
            x += width
    if not shown:
        canvas.text(left, top + 14, "—", colour=PALE)
    return canvas.svg()


def matrix_drawn(matrix: Matrix) -> Matrix:
    """Return what of a matrix is drawn: of many rows and columns those with the most; none that is empty.

    >>> matrix_drawn(Matrix((), (), {})).rows
    ()
    """
    rows = _rows(matrix, matrix.rows, matrix.columns)[:_MOST_ROWS]
    columns = _filled(matrix, rows, matrix.columns)[:_MOST_COLUMNS]
    return replace(matrix, rows=tuple(_rows(matrix, rows, columns)), columns=tuple(columns))


def _rows(matrix: Matrix, rows: Sequence[Node], columns: Sequence[Node]) -> list[Node]:
    """The rows that have something in one of some columns."""
    within = {str(one.iri) for one in columns}
    having = {row for row, column in matrix.cells if column in within}
    return [row for row in rows if str(row.iri) in having]


def _filled(matrix: Matrix, rows: Sequence[Node], columns: Sequence[Node]) -> list[Node]:
    """The columns that have something in one of some rows: none is drawn empty."""
    within = {str(row.iri) for row in rows}
    having = {column for row, column in matrix.cells if row in within}
    return [one for one in columns if str(one.iri) in having]


def _upright(name: str) -> list[str]:
    """A name as it is written from above to below, in lines of some characters."""
    letters = legible(name).replace(" ", "\u00a0")
    return ["".join(letters[at : at + _CHARACTERS]) for at in range(0, len(letters), _CHARACTERS)] or [""]


def _with_left_out(words: Words, rows: int, columns: int) -> Words:
    if rows <= 0 and columns <= 0:
        return words
    told = (
        f"为看得清，另有{rows}行、{columns}列未画出，均为最少者。",
        counted(_LEFT_OUT, rows=rows, columns=columns),
    )
    return Words(words.title, words.finding, (told[words.language == "en"], *words.notes), words.language)
