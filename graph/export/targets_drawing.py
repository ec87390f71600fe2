"""Draw the ledger of targets as a chart: one row a target, its bar beside those of the same unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.counted import counted
from graph.export.canvas import INK, LINE, PALE
from graph.export.lettering import lines_of
from graph.export.sheet import Words, sheet_for
from graph.pages import TargetEntry
from graph.pictures import look_of

_LETTERS, _LEADING = 12.5, 1.3
_PLACE, _INDICATOR, _BAR, _GOAL = 150.0, 260.0, 260.0, 190.0
MOST_TARGETS = 60
"""Targets that a chart shows."""
_NO_UNIT = ("无单位", "no unit")
_LEFT_OUT = (
    "为看得清，只画按地方、指标排列的前{most}个目标，另有{n}个未画出。",
    "Only the first {most} targets by place and indicator are drawn for legibility; {n:is|are} left out.",
)


def targets_svg(entries: Sequence[TargetEntry], words: Words) -> bytes:
    """Return SVG of targets, by unit, the greatest first; one without a number has no bar.

    >>> b"</svg>" in targets_svg((), Words("a", "b", (), "zh"))
    True
    """
    if len(entries) > MOST_TARGETS:
        told = counted(_LEFT_OUT[words.language == "en"], n=len(entries) - MOST_TARGETS, most=MOST_TARGETS)
        words = Words(words.title, words.finding, (told, *words.notes), words.language)
    groups: dict[str, list[TargetEntry]] = defaultdict(list)
    for one in entries[:MOST_TARGETS]:
        groups[one.unit].append(one)
    rows = [
        (unit, sorted(found, key=lambda one: (-(one.value or 0), one.place.label)))
        for unit, found in sorted(groups.items())
    ]
    height = sum(34 + sum(_height(one) for one in found) for _, found in rows)
    sheet = sheet_for(_PLACE + _INDICATOR + _BAR + _GOAL, height, words)
    canvas, y = sheet.canvas, sheet.top
    for unit, found in rows:
        canvas.text(sheet.left, y + 20, unit or _NO_UNIT[words.language == "en"], size=_LETTERS, colour=PALE, bold=True)
        canvas.line([(sheet.left, y + 28), (sheet.left + _PLACE + _INDICATOR + _BAR + _GOAL, y + 28)], colour=LINE)
        y += 34
        most = max((abs(one.value) for one in found if one.value is not None), default=None)
        for one in found:
            foot = y + _LETTERS + 3
            canvas.text(sheet.left, foot, lines_of(one.place.label, _LETTERS, _PLACE - 12), size=_LETTERS)
            canvas.text(sheet.left + _PLACE, foot, lines_of(one.measured, _LETTERS, _INDICATOR - 16), size=_LETTERS)
            bar = sheet.left + _PLACE + _INDICATOR
            if one.value is not None and most:
                wide = max(2.0, float(abs(one.value) / most) * (_BAR - 14))
                canvas.box(bar, y + 3, wide, _LETTERS + 3, fill=look_of("Target").colour, round_by=2)
            canvas.text(
                bar + _BAR, foot, lines_of(_goal(one, words), _LETTERS, _GOAL), size=_LETTERS, colour=INK, bold=True
            )
            y += _height(one)
    return canvas.svg()


def _goal(one: TargetEntry, words: Words) -> str:
    year = (f"（{one.year}年）" if words.language == "zh" else f" by {one.year}") if one.year else ""
    return f"{one.goal}{year}"


def _height(one: TargetEntry) -> float:
    lines = max(
        len(lines_of(one.place.label, _LETTERS, _PLACE - 12)),
        len(lines_of(one.measured, _LETTERS, _INDICATOR - 16)),
        len(lines_of(one.goal + one.year + "（年）", _LETTERS, _GOAL)),
    )
    return lines * _LETTERS * _LEADING + 9
