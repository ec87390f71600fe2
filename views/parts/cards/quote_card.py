"""How a quote is shown: its sentence with the passage marked, its grade, the way to it, a link to the Reader."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit

from graph.things import Quote
from views.parts.cards.html_pieces import grade
from views.parts.frame.address import link, place_of
from views.parts.frame.language import words_of
from views.parts.keep.view import misreading_link, quote_buttons


def marked(quote: Quote) -> str:
    """Return a sentence as HTML, what is quoted of it marked.

    >>> marked(Quote("打造<b>", 2, 7, "Stated", "r", "沈阳打造<b>。", (), "", "", ""))
    '沈阳<mark>打造&lt;b&gt;</mark>。'
    """
    before, found, after = quote.said.partition(quote.exact)
    if not found:
        return f"<mark>{escape(quote.exact)}</mark>"
    return f"{escape(before)}<mark>{escape(found)}</mark>{escape(after)}"


def quote_card(quote: Quote, *, of_document: bool = True) -> None:
    """Show a quote: the sentence with the passage marked, its grade, the way to it, and a link to the Reader.

    Arguments: quote; of_document, whether to name the document.
    """
    words = words_of("parts")
    where = (quote.title, *quote.trail) if of_document else quote.trail
    with streamlit.container(gap=None):
        streamlit.html(f'<blockquote class="quote">{marked(quote)}</blockquote>')
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
            trail = " › ".join(escape(one) for one in where if one)
            streamlit.html(f'<p class="trail">{grade(quote.grade, words)} {trail} {quote_buttons(quote)}</p>')
            link("reader", words("open in the reader"), icon=":material/article:", **place_of(quote))
            misreading_link(quote)


def quote_cards(quotes: Sequence[Quote], shown: int = 3) -> None:
    """Show quotes, one for each sentence; those beyond the first few behind a fold."""
    words = words_of("parts")
    by_sentence = list({quote.sentence: quote for quote in reversed(quotes)}.values())[::-1]
    for quote in by_sentence[:shown]:
        quote_card(quote)
    if len(by_sentence) > shown:
        with streamlit.expander(words("more quotes", n=len(by_sentence) - shown)):
            for quote in by_sentence[shown:]:
                quote_card(quote)
