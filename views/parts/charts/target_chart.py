"""The chart of targets: one line a target, one picture a unit, since numbers of two units share no axis."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from html import escape

import streamlit

from graph.pages import TargetEntry
from graph.pictures import look_of
from views.parts.cards import html_pieces as pieces
from views.parts.frame.address import href, one_of, parameters
from views.parts.frame.language import Words

_LINES = 24
"""Lines of one picture; the others stand in the ledger."""

_NONE = Decimal(0)


def target_chart(wanted: list[TargetEntry], words: Words) -> None:
    """Show targets with values, one unit at a time; those that only name a reference are counted."""
    by_unit: dict[str, list[TargetEntry]] = defaultdict(list)
    for one in wanted:
        if one.value is not None:
            by_unit[one.unit].append(one)
    notes = []
    streamlit.header(words("chart"))
    if by_unit:
        order = sorted(by_unit, key=lambda unit: (-len(by_unit[unit]), unit))
        shown = {unit: words("unit", unit=unit or words("no unit"), n=len(by_unit[unit])) for unit in order}
        unit = one_of(words("by unit"), shown, "unit") if len(order) > 1 else order[0]
        _chart(by_unit[unit], unit, words)
        if len(by_unit[unit]) > _LINES:
            notes.append(words("first lines", n=_LINES))
        if any(one.baseline for one in by_unit[unit]):
            notes.append(words("baselines"))
    if without := sum(one.value is None for one in wanted):
        notes.append(words("without value", n=without))
    if notes:
        pieces.quiet(words.sentences(notes))


def _chart(entries: list[TargetEntry], unit: str, words: Words) -> None:
    kept = sorted(entries, key=lambda one: (-(one.value or _NONE), one.place.label, one.indicator))[:_LINES]
    most = max(max(abs(one.value or _NONE), abs(_number(one.baseline) or _NONE)) for one in kept) or Decimal(1)
    lines = "".join(_line(one, most, words) for one in kept)
    streamlit.html(f'<ul class="bars" aria-label="{escape(words("chart of", unit=unit), quote=True)}">{lines}</ul>')


def _line(one: TargetEntry, most: Decimal, words: Words) -> str:
    colour = look_of("Target").colour
    year = f"<small>{escape(words('in year', year=one.year))}</small>" if one.year else ""
    hedge = f"<small>{escape(one.hedge)}</small> " if one.hedge else ""
    start = _number(one.baseline)
    tick = (
        ""
        if start is None
        else f'<i style="left:{_share(start, most)}%" title="{escape(one.baseline, quote=True)}"></i>'
    )
    bar = f'<b style="width:{_share(one.value or _NONE, most)}%;background:{colour}"></b>'
    opens = escape(href("targets", **{**parameters(), "target": str(one.target)}), quote=True)
    return (
        f'<li><a href="{opens}" data-page="targets" data-panel><span class="name"><strong>{escape(one.place.label)}</strong> '
        f'{escape(one.measured)}</span><span class="bar">{bar}{tick}</span>'
        f'<span class="value">{hedge}{escape(one.goal)}{year}</span></a></li>'
    )


def _share(value: Decimal, most: Decimal) -> str:
    return f"{float(abs(value) / most) * 100:.1f}"


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
