"""Years side by side: a bar of documents above and a bar of targets below each; on a telephone one year below the other."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import streamlit

from graph.pages import YearEntry
from views.parts.frame.language import Words

_STYLE = Path(__file__).with_name("year_strip.css")
_GAP = 2
"""Years without anything that are shown as one gap when as many of them follow each other."""


def year_strip(years: Sequence[YearEntry], words: Words) -> None:
    """Show years with how many documents were issued and how many targets are due in each, so that all are in sight.

    Arguments: years, one after another; words, of the page.
    """
    most = max(len(one.documents) for one in years) or 1, max(len(one.targets) for one in years) or 1
    items = []
    for held, run in groupby(years, key=lambda one: bool(one.documents or one.targets)):
        together = list(run)
        if held or len(together) < _GAP:
            items += [_year(one, most, words) for one in together]
        else:
            said = escape(words("nothing from to", first=together[0].year, last=together[-1].year), quote=True)
            items.append(f'<li class="gap" title="{said}"><strong role="img" aria-label="{said}">⋯</strong></li>')
    streamlit.html(_STYLE)
    due = "" if any(one.targets for one in years) else " none-due"
    streamlit.html(f'<ol class="timeline{due}" tabindex="0">{"".join(items)}</ol>')


def legend(years: Sequence[YearEntry], words: Words) -> str:
    """Return as HTML what the colours of the bars that are there mean, which stand above and below each other or side by side."""
    drawn = {"issued": any(one.documents for one in years), "due": any(one.targets for one in years)}
    keys = (
        f'<i class="key {name}"></i>{escape(words(f"bar of {name}"))}' for name, is_there in drawn.items() if is_there
    )
    return " ".join(keys)


def _year(one: YearEntry, most: tuple[int, int], words: Words) -> str:
    issued, due = len(one.documents), len(one.targets)
    above = _bar(issued, most[0], words("documents of", year=one.year, n=issued))
    below = _bar(due, most[1], words("targets of", year=one.year, n=due))
    return f'<li><span>{above}</span><strong>{one.year}</strong><span class="due">{below}</span></li>'


def _bar(n: int, most: int, said: str) -> str:
    """Return a bar as HTML with its number; empty for nothing.

    >>> _bar(1, 4, "1 document")
    '1<i style="--share:0.25" role="img" aria-label="1 document" title="1 document"></i>'
    """
    if not n:
        return ""
    name = escape(said, quote=True)
    return f'{n}<i style="--share:{n / most:.3g}" role="img" aria-label="{name}" title="{name}"></i>'
