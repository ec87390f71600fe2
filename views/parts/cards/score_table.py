"""The table of precision and recall, with the interval of each."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit

from graph.quality import Score, measured
from views.parts.cards import html_pieces as pieces
from views.parts.frame.language import Words

_MEASURED = ("relation", "precision", "recall")
"""Columns of the table of scores, by the strings that head them."""


def show_scores(words: Words) -> None:
    """Show how well texts that were annotated by hand are read. Arguments: words of the page."""
    figures_of = measured()
    lead = escape(words("scores lead", texts=figures_of.texts, made_up=figures_of.made_up))
    interval = pieces.term(words("interval"), words.explained("interval"))
    streamlit.html(f'<p class="quiet">{lead} {interval}</p>')
    annotated = tuple(one for one in figures_of.scores if one.right + one.missed)
    lines = "".join(_score_line(one, words) for one in _shown_scores(annotated))
    heads = (pieces.term(words(name), words.explained(name)) for name in _MEASURED)
    head = "".join(f"<th>{one}</th>" for one in heads)
    streamlit.html(
        f'<div class="scrolls"><table class="plain scores wide"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>'
    )


def _shown_scores(scores: tuple[Score, ...]) -> Iterator[Score]:
    """Yield the sums first, then the relations, then the classes."""
    sums = ("ENTITIES", "RELATIONS", "TARGETS")
    yield from (one for one in scores if one.name in sums)
    yield from (one for one in scores if one.name not in sums and one.name[0].islower())
    yield from (one for one in scores if one.name not in sums and one.name[0].isupper())


def _score_line(one: Score, words: Words) -> str:
    name = escape(words(one.name)) if one.name.isupper() else pieces.class_term(one.name, words)
    precision = _interval(one.precision, one.precision_interval, one.right + one.wrong)
    recall = _interval(one.recall, one.recall_interval, one.right + one.missed)
    sums = ' class="sum"' if one.name.isupper() else ""
    cells = zip(_MEASURED, (name, precision, recall), strict=True)
    return f"<tr{sums}>{''.join(_measured_cell(words(head), cell) for head, cell in cells)}</tr>"


def _measured_cell(head: str, cell: str) -> str:
    return f'<td data-head="{escape(head, quote=True)}">{cell}</td>'


def _interval(share: float, interval: tuple[float, float], n: int) -> str:
    """Return a share as HTML: a dot on its 95 % interval, with the figures; a dash where nothing was counted."""
    if not n:
        return '<span class="quiet">–</span>'
    low, high = (round(100 * end, 1) for end in interval)
    return (
        f'<span class="interval"><i style="left:{low}%;width:{high - low:.1f}%"></i><b style="left:{100 * share:.1f}%"></b></span>'
        f'<span class="figure">{share:.2f} <small>[{low / 100:.2f}, {high / 100:.2f}] n={n}</small></span>'
    )
