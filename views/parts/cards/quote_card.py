"""How a quote is shown: its sentence with the passage marked, its grade, the way to it, a link to the Reader."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit

from graph.things import Quote
from views.parts.cards.html_pieces import grade
from views.parts.cards.names import document_name
from views.parts.frame.language import Words, words_of
from views.parts.keep.view import quote_buttons


def marked(quotes: Sequence[Quote]) -> str:
    """Return a sentence as HTML, all that is quoted of it marked. Arguments: quotes, at least one, all of one sentence.

    >>> marked([Quote("打造<b>", 2, 7, "Stated", "r", "沈阳打造<b>。", (), "", "", "")])
    '沈阳<mark>打造&lt;b&gt;</mark>。'
    """
    said = quotes[0].said
    spans = _spans(said, quotes)
    if not spans:
        return f"<mark>{escape(quotes[0].exact)}</mark>"
    pieces, reached = [], 0
    for start, end in spans:
        pieces += [escape(said[reached:start]), f"<mark>{escape(said[start:end])}</mark>"]
        reached = end
    return "".join([*pieces, escape(said[reached:])])


def _spans(said: str, quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Return where the quotes of a sentence stand in it, those that meet as one; none where they do not stand there."""
    first = min(quotes, key=lambda one: one.start)
    at = said.find(first.exact)
    while at >= 0 and not all(said.startswith(one.exact, at + one.start - first.start) for one in quotes):
        at = said.find(first.exact, at + 1)
    spans: list[tuple[int, int]] = []
    for one in sorted(quotes, key=lambda one: one.start) if at >= 0 else ():
        start = at + one.start - first.start
        end = start + len(one.exact)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def quote_card(quote: Quote) -> None:
    """Show a quote."""
    streamlit.html(quote_html(quote, words_of("parts")))


def quote_html(quote: Quote, words: Words) -> str:
    """Return a quote as HTML: the sentence with the passage marked, its grade, the way to it, and a link to the Reader."""
    return _sentence_html([quote], words)


def _sentence_html(quotes: Sequence[Quote], words: Words) -> str:
    """Return all that is quoted of one sentence as `quote_html` does, with each grade once."""
    quote = quotes[0]
    title = document_name(quote.title or quote.document_id, quote.document_id, (quote.start, quote.end)).html()
    trail = " › ".join([title, *(escape(one) for one in quote.trail if one)])
    read = passage_link(quote.document, quote.start, quote.end, words)
    grades = " ".join(grade(one, words) for one in dict.fromkeys(one.grade for one in quotes) if one)
    below = f'<p class="trail">{grades} {trail} {read} {quote_buttons(quote)}</p>'
    return f'<blockquote class="quote" lang="zh">{marked(quotes)}</blockquote>{below}'


def passage_link(document: str, start: int, end: int, words: Words) -> str:
    """Return a link to a passage in the Reader as HTML. Arguments: document, its IRI or id; start and end; words of the parts."""
    name = document_name(words("open in the reader"), document.rpartition("/")[2], (start, end))
    icon = '<span class="icon" aria-hidden="true">article</span>'
    return f"{name.opened('read')}{icon}{escape(name.label)}</a>"


def quote_cards(quotes: Sequence[Quote], shown: int = 3) -> None:
    """Show quotes, one for each sentence; those beyond the first few behind a fold."""
    streamlit.html(quotes_html(quotes, words_of("parts"), shown))


def quotes_html(quotes: Sequence[Quote], words: Words, shown: int = 3) -> str:
    """Return quotes as HTML, one for each sentence; those beyond the first few behind a fold."""
    by_sentence: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_sentence.setdefault(quote.sentence, []).append(quote)
    shown_each = [_sentence_html(together, words) for together in by_sentence.values()]
    first, rest = ("".join(some) for some in (shown_each[:shown], shown_each[shown:]))
    if not rest:
        return first
    said = escape(words("more quotes", n=len(by_sentence) - shown))
    return f'{first}<details class="more"><summary>{said}</summary>{rest}</details>'
