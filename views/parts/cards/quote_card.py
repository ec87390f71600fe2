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


def marked(quote: Quote) -> str:
    """Return a sentence as HTML, what is quoted of it marked.

    >>> marked(Quote("打造<b>", 2, 7, "Stated", "r", "沈阳打造<b>。", (), "", "", ""))
    '沈阳<mark>打造&lt;b&gt;</mark>。'
    """
    before, found, after = quote.said.partition(quote.exact)
    if not found:
        return f"<mark>{escape(quote.exact)}</mark>"
    return f"{escape(before)}<mark>{escape(found)}</mark>{escape(after)}"


def quote_card(quote: Quote) -> None:
    """Show a quote."""
    streamlit.html(quote_html(quote, words_of("parts")))


def quote_html(quote: Quote, words: Words) -> str:
    """Return a quote as HTML: the sentence with the passage marked, its grade, the way to it, and a link to the Reader."""
    trail = " › ".join(escape(one) for one in (quote.title, *quote.trail) if one)
    read = passage_link(quote.document, quote.start, quote.end, words)
    below = f'<p class="trail">{grade(quote.grade, words)} {trail} {read} {quote_buttons(quote)}</p>'
    return f'<blockquote class="quote" lang="zh">{marked(quote)}</blockquote>{below}'


def passage_link(document: str, start: int, end: int, words: Words) -> str:
    """Return a link to a passage in the Reader as HTML. Arguments: document, its IRI; start and end; words of the parts."""
    name = document_name(words("open in the reader"), document.rpartition("/")[2], (start, end))
    icon = '<span class="icon" aria-hidden="true">article</span>'
    return f"{name.opened('read')}{icon}{escape(name.label)}</a>"


def quote_cards(quotes: Sequence[Quote], shown: int = 3) -> None:
    """Show quotes, one for each sentence; those beyond the first few behind a fold."""
    streamlit.html(quotes_html(quotes, words_of("parts"), shown))


def quotes_html(quotes: Sequence[Quote], words: Words, shown: int = 3) -> str:
    """Return quotes as HTML, one for each sentence; those beyond the first few behind a fold."""
    by_sentence = list({quote.sentence: quote for quote in reversed(quotes)}.values())[::-1]
    first, rest = (
        "".join(quote_html(one, words) for one in some) for some in (by_sentence[:shown], by_sentence[shown:])
    )
    if not rest:
        return first
    said = escape(words("more quotes", n=len(by_sentence) - shown))
    return f'{first}<details class="more"><summary>{said}</summary>{rest}</details>'
