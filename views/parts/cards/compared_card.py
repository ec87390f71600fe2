"""Sentences of two documents side by side, what differs in them marked, and what they say differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit

from graph.comparison import Change, Shift, Span, Together, differing, title
from graph.things import Node, Quote
from views.parts.cards.html_pieces import chip, grade, node_chip, quiet
from views.parts.cards.names import name_of
from views.parts.cards.quote_card import passage_link
from views.parts.frame.language import Words, words_of
from views.parts.keep.view import quote_buttons

_SIGNS = {"changed": "±", "added": "+", "dropped": "−"}


def compared_card(found: Together, words: Words) -> None:
    """Show sentences of two documents beside each other, and below them each claim that differs.

    Arguments: found; words, those of the page that compares.
    """
    old, new = _differing(found)
    with streamlit.container(border=True, gap="small"):
        left, right = streamlit.columns(2)
        with left:
            _side(words("before"), found.before, old, "gone", words)
        with right:
            _side(words("after"), found.after, new, "new", words)
        streamlit.html("".join(f'<p class="task">{change_line(one, words)}</p>' for one in found.changes))


def _differing(found: Together) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return what differs between the first sentences; of a side that stands alone nothing is marked."""
    if not found.before or not found.after:
        return (), ()
    return differing(found.before[0].said, found.after[0].said)


def _side(name: str, quotes: Sequence[Quote], spans: tuple[Span, ...], style: str, words: Words) -> None:
    quiet(name)
    if not quotes:
        quiet(words("none"))
        return
    parts = words_of("parts")
    for i, quote in enumerate(quotes):
        if not quote.grade:
            quiet(words("most alike"))
        streamlit.html(
            f'<blockquote class="quote">{marked_spans(quote.said, spans if i == 0 else (), style)}</blockquote>'
        )
        graded = f"{grade(quote.grade, parts)} " if quote.grade else ""
        read = passage_link(quote.document, quote.start, quote.end, parts)
        streamlit.html(f'<p class="trail">{graded}{escape(" › ".join(quote.trail))} {read} {quote_buttons(quote)}</p>')


def marked_spans(text: str, spans: Sequence[Span], style: str) -> str:
    """Return a text as HTML with some of its spans marked.

    >>> marked_spans("达到<28%", [(3, 6)], "gone")
    '达到&lt;<mark class="gone">28%</mark>'
    """
    pieces, reached = [], 0
    for start, end in spans:
        pieces += [escape(text[reached:start]), f'<mark class="{style}">{escape(text[start:end])}</mark>']
        reached = end
    return "".join([*pieces, escape(text[reached:])])


def change_line(change: Change, words: Words) -> str:
    """Return one claim that differs as HTML: how, whose, which, and what it says on both sides."""
    badge = (
        f'<span class="change {change.kind}">{_SIGNS[change.kind]} {escape(title(change.kind, words.language))}</span>'
    )
    subject, things = change.named[0], {one.label: one for one in change.named[1:]}
    relation = f'<span class="relation">{escape(words.term(change.term))}</span>'
    about = ""
    if change.object:
        thing = things.get(change.object)
        about = chip(change.object, change.object_kind, words, str(thing.iri) if thing else "")
    said = "".join(f"<span>{_shift(one, change, things, words)}</span>" for one in change.shifts)
    return f"{badge}{node_chip(subject, words)}{relation}{about}{said}"


def _shift(shift: Shift, change: Change, things: Mapping[str, Node], words: Words) -> str:
    name = "" if shift.facet == change.term else f'<span class="relation">{escape(words.term(shift.facet))}</span> '

    def said(values: Sequence[str], sign: str = "") -> list[str]:
        return [sign + _value(one, things, words) for one in values]

    old, new = (words.list_of(said(values)) or "–" for values in (shift.before, shift.after))
    if change.kind != "changed":
        return name + (old if change.kind == "dropped" else new)
    if len(shift.before) < 2 and len(shift.after) < 2:
        return f"{name}{old} → <strong>{new}</strong>"
    gone = said([one for one in shift.before if one not in shift.after], "− ")
    come = said([one for one in shift.after if one not in shift.before], "+ ")
    return name + "&emsp;".join([*gone, *(f"<strong>{one}</strong>" for one in come)])


def _value(value: str, things: Mapping[str, Node], words: Words) -> str:
    """Return a value of a facet as HTML: a thing as a link, a text as it is, a term of the ontology by its label."""
    thing = things.get(value)
    return name_of(value, str(thing.iri), thing.kind).html() if thing else escape(words.term(value))
