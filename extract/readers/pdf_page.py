"""The lines of one PDF page in the order in which they are read: columns one after the other, tables row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from extract.readers.lines import join
from extract.readers.pdf_marks import Char, settled

_CELL_GAP = 1.1
"""Room between two cells of a row without rules, at least, in sizes of a character."""
_GUTTER = 0.8
"""Width of the room between two columns of text, at least, in sizes of a character."""
_SURE_GAPS = 2
"""Wide gaps of a line that by itself is a row of a table, or spaces of one beside others that have as many."""
_ACROSS = 0.2
"""Share of a page's lines, at most, that stand across its columns."""
_STEP = 2
"""Points between two places where a gutter is looked for."""
_COLUMN_LINES = 6
"""Lines that a column of text has, at least."""
_PROSE = 0.7
"""Share of its column that a line of running text fills, at least."""
_MAX_RULES = 4_000
"""Most ruled lines of a page among which tables are looked for: a drawing has more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A line as found on a page; lengths in points from the page's top left corner."""

    text: str
    left: float
    right: float
    top: float
    width: float
    """Width of its widest character."""
    edges: tuple[float, float] | None = None
    """Left and right edge of the column that it stands in, where the page has columns."""
    cells: bool = False
    """Whether it is a row of a table, its cells parted by tabs."""


def lines_of(page: Any, gutter: float | None) -> tuple[list[Found], float | None]:
    """Return the lines of a page of pdfplumber without the marks of notes, and where the room between its columns is.

    Arguments: page; gutter, that of the page before, None where that has one column: a last column may stand alone.
    """
    whole = page.dedupe_chars()
    chars = settled(whole.chars)
    tables = _tables(whole, chars) if 4 <= len(whole.edges) <= _MAX_RULES else []
    inside = {id(char) for table in tables for row in table for char in row.chars}
    free = [char for char in chars if id(char) not in inside]
    rows = [row.line for table in tables for row in table]
    raw = _raw_lines(free)
    own = _gutter(raw)
    if own is None and gutter is not None and 2 * sum(_crosses(line, gutter) for line in raw) < len(raw):
        own = gutter
    return _with_rows(_in_columns(raw, own), rows), own


@dataclass(frozen=True, slots=True)
class _Row:
    line: Found
    chars: tuple[Char, ...]


def _tables(page: Any, chars: Sequence[Char]) -> list[list[_Row]]:
    """The rows of the ruled tables that have at least two rows of at least two cells; a frame is no table."""
    found = []
    for table in page.find_tables():
        left, top, right, bottom = table.bbox
        within = [c for c in chars if left <= (c["x0"] + c["x1"]) / 2 <= right and top <= _middle(c) <= bottom]
        rows = [row for each in table.rows if (row := _row(each.cells, within)) is not None]
        if sum(row.line.text.strip("\t").count("\t") > 0 for row in rows) >= 2:
            found.append(rows)
    return found


def _middle(char: Char) -> float:
    return float(char["top"] + char["bottom"]) / 2


def _row(cells: Sequence[tuple[float, float, float, float] | None], chars: Sequence[Char]) -> _Row | None:
    texts: list[str] = []
    held: list[Char] = []
    for cell in cells:
        if cell is None:
            texts.append("")
            continue
        left, top, right, bottom = cell
        within = [c for c in chars if left <= (c["x0"] + c["x1"]) / 2 <= right and top <= _middle(c) <= bottom]
        held += within
        text = ""
        for line in _text_lines(within):
            text = join(text, line.text.replace("\t", " "))
        texts.append(text)
    if not held:
        return None
    top = min(cell[1] for cell in cells if cell is not None)
    right = max(char["x1"] for char in held)
    line = Found("\t".join(texts), min(c["x0"] for c in held), right, top, max(c["size"] for c in held), cells=True)
    return _Row(line, tuple(held))


def _raw_lines(chars: Sequence[Char]) -> list[dict[str, Any]]:
    """The library's lines of some characters, from top to bottom, each with its `text` and its `chars`."""
    from pdfplumber.utils.text import chars_to_textmap  # slow to import, only for PDF

    if not chars:
        return []
    # Spaces are seen where half a character is free: justified Chinese is spaced wider than the library's 3 points.
    lines = chars_to_textmap(list(chars), x_tolerance_ratio=0.5).extract_text_lines(return_chars=True)
    return [line for line in lines if line["text"].strip()]


def _text_lines(chars: Sequence[Char]) -> list[Found]:
    """The lines that characters make, from top to bottom, with a tab in each gap that is wide enough to part cells."""
    return [_found(line) for line in _raw_lines(chars)]


def _found(line: dict[str, Any]) -> Found:
    width = max(1.0, *(char["size"] for char in line["chars"]))
    return Found(_with_tabs(line, width), line["x0"], line["x1"], line["top"], width)


def _with_tabs(line: dict[str, Any], width: float) -> str:
    """The text of a line, with tabs in the place of the spaces between its cells."""
    text, chars = str(line["text"]).strip(), line["chars"]
    words = text.split(" ")
    if len(words) == 1 or sum(map(len, words)) != len(chars):  # a ligature is one character and two letters
        return text
    parted, place = words[0], len(words[0])
    for word in words[1:]:
        apart = chars[place]["x0"] - chars[place - 1]["x1"] if word else 0
        parted += ("\t" if apart >= _CELL_GAP * width else " ") + word
        place += len(word)
    return parted


def _in_columns(raw: Sequence[dict[str, Any]], gutter: float | None) -> list[Found]:
    """The lines of a page, those of its left column before those of its right one, between lines across both."""
    if gutter is None:
        return [_found(line) for line in raw]
    ordered: list[Found] = []
    sides: tuple[list[Char], list[Char]] = ([], [])
    for line in raw:
        if _crosses(line, gutter):
            ordered += [*_column(sides[0]), *_column(sides[1]), _found(line)]
            sides = ([], [])
            continue
        for char in line["chars"]:
            sides[char["x0"] > gutter].append(char)
    return [*ordered, *_column(sides[0]), *_column(sides[1])]


def _column(chars: Sequence[Char]) -> list[Found]:
    lines = _text_lines(chars)
    edges = (min(line.left for line in lines), max(line.right for line in lines)) if lines else None
    return [replace(line, edges=edges) for line in lines]


def _crosses(line: dict[str, Any], x: float) -> bool:
    """Whether a line has a character at a place, or too little room beside it for a gutter."""
    room = _GUTTER / 2 * max(char["size"] for char in line["chars"])
    return any(char["x0"] < x + room and char["x1"] > x - room for char in line["chars"])


def _gutter(lines: Sequence[dict[str, Any]]) -> float | None:
    """Where the room between two columns of running text is; None for a page that has none."""
    if len(lines) < _COLUMN_LINES:
        return None
    left, right = min(line["x0"] for line in lines), max(line["x1"] for line in lines)
    places = range(int(left + 0.35 * (right - left)), int(left + 0.65 * (right - left)) + 1, _STEP)
    crossing = {place: sum(_crosses(line, place) for line in lines) for place in places}
    least = min(crossing.values(), default=len(lines))
    free = [place for place, count in crossing.items() if count == least]
    if not free or least > _ACROSS * len(lines):
        return None
    gutter = free[len(free) // 2]
    apart = [line["chars"] for line in lines if not _crosses(line, gutter)]
    sides = ([c for c in chars if (c["x0"] > gutter) == of_right] for of_right in (False, True) for chars in apart)
    parts = [(side[0]["x0"] > gutter, min(c["x0"] for c in side), max(c["x1"] for c in side)) for side in sides if side]
    return gutter if all(_is_prose([p[1:] for p in parts if p[0] == side]) for side in (False, True)) else None


def _is_prose(lines: Sequence[tuple[float, ...]]) -> bool:
    """Whether parts of lines fill a column as running text does; the cells of a table do not."""
    if len(lines) < _COLUMN_LINES:
        return False
    width = max(right for _, right in lines) - min(left for left, _ in lines)
    return median(right - left for left, right in lines) >= _PROSE * width


def _with_rows(lines: Sequence[Found], rows: Sequence[Found]) -> list[Found]:
    """Lines with the rows of ruled tables in the places where they stand; rows without rules are told by their like."""
    marked = [_as_row(line, lines[max(0, at - 1) : at + 2]) for at, line in enumerate(lines)]
    for row in rows:
        after = next((at for at, line in enumerate(marked) if line.top > row.top and not line.edges), len(marked))
        marked.insert(after, row)
    return marked


def _as_row(line: Found, near: Sequence[Found]) -> Found:
    """A line as a row of cells, where it has as many parts as a line beside it has, three or some far apart."""
    parts = line.text.split()
    alike = sum(len(other.text.split()) == len(parts) for other in near) > 1
    apart = line.text.count("\t")
    if apart >= _SURE_GAPS or (alike and (len(parts) > _SURE_GAPS or (apart and len(parts) > 1))):
        return replace(line, text="\t".join(parts) if alike else line.text, cells=True)
    return line
