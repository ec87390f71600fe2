"""Draw years side by side: how many documents were issued in each above the line, how many targets are due below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from graph.counted import counted
from graph.export.canvas import INK, LINE, PALE, Canvas
from graph.export.sheet import Words, sheet_for
from graph.pages import Timeline, YearEntry
from graph.pictures import look_of

_WIDTH, _WIDEST_YEAR, _NARROWEST_YEAR = 860.0, 64.0, 34.0
_ABOVE, _BELOW, _LINE, _LETTERS, _LEGEND = 130.0, 170.0, 26.0, 12.0, 24.0
_ROOM = 18.0
"""Pixels of a bar's room that its number takes."""
_GAP = 2
"""Years without anything that are drawn as one gap when as many of them follow each other."""
_KEYS = {"zh": ("发布的文件", "到期的指标"), "en": ("documents issued", "targets due")}
_UNDATED = (
    "另有{documents}份文件没有日期，{targets}项指标没有年份。",
    "{documents:document has|documents have} no date, {targets:target|targets} no year.",
)


def timeline_svg(found: Timeline, words: Words) -> bytes:
    """Return SVG of documents and targets along the years; those without one are counted in a note.

    >>> b"</svg>" in timeline_svg(Timeline((), (), ()), Words("a", "b", (), "zh"))
    True
    """
    if found.undated_documents or found.undated_targets:
        undated = {"documents": len(found.undated_documents), "targets": len(found.undated_targets)}
        told = counted(_UNDATED[words.language == "en"], **undated)
        words = Words(words.title, words.finding, (told, *words.notes), words.language)
    columns = _columns(found.years)
    step = min(_WIDEST_YEAR, max(_NARROWEST_YEAR, _WIDTH / max(1, len(columns))))
    sheet = sheet_for(step * len(columns), _ABOVE + _LINE + _BELOW, words, _LEGEND)
    canvas, line = sheet.canvas, sheet.top + _ABOVE
    documents = max((len(one.documents) for one in found.years), default=0) or 1
    targets = max((len(one.targets) for one in found.years), default=0) or 1
    for at, one in enumerate(columns):
        middle = sheet.left + (at + 0.5) * step
        canvas.text(
            middle, line + 17, str(one.year) if one else "⋯", size=_LETTERS, anchor="middle", bold=one is not None
        )
        if one is not None:
            _bar(canvas, middle, line, len(one.documents) / documents * (_ABOVE - _ROOM), len(one.documents), step, -1)
            _bar(canvas, middle, line + _LINE, len(one.targets) / targets * (_BELOW - _ROOM), len(one.targets), step, 1)
    for y in (line, line + _LINE):
        canvas.line([(sheet.left, y), (sheet.left + step * len(columns), y)], colour=LINE)
    _legend(canvas, sheet.below, words)
    return canvas.svg()


def _columns(years: Sequence[YearEntry]) -> list[YearEntry | None]:
    """The years as they are drawn; None for a gap."""
    columns: list[YearEntry | None] = []
    for held, run in groupby(years, key=lambda one: bool(one.documents or one.targets)):
        together = list(run)
        columns += together if held or len(together) < _GAP else [None]
    return columns


def _bar(canvas: Canvas, middle: float, foot: float, height: float, count: int, step: float, way: int) -> None:
    """Draw a bar with its number at its end, nothing where it counts nothing. Arguments: way, -1 up, 1 down."""
    if not count:
        return
    wide, high = min(26.0, step * 0.7), max(3.0, height)
    kind = "PolicyDocument" if way < 0 else "Target"
    canvas.box(middle - wide / 2, foot - high if way < 0 else foot, wide, high, fill=look_of(kind).colour, round_by=2)
    y = foot - high - 5 if way < 0 else foot + high + 14
    canvas.text(middle, y, str(count), size=_LETTERS, colour=INK, anchor="middle")


def _legend(canvas: Canvas, top: float, words: Words) -> None:
    x = 28.0
    for kind, key in zip(("PolicyDocument", "Target"), _KEYS[words.language], strict=True):
        canvas.box(x, top - 2, 12, 12, fill=look_of(kind).colour, round_by=2)
        canvas.text(x + 18, top + 8, key, size=_LETTERS, colour=PALE)
        x += 180
