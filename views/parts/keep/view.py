"""Buttons of cards as HTML: copy a quote with its citation; and what listens for them, once a page."""

from __future__ import annotations

from html import escape

from graph.citations import STYLES, Source, Style, quotation, sources_of
from graph.things import Quote
from views.parts.frame.address import link, place_of
from views.parts.frame.component import component
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.keep.browser import COOKIE, SECONDS, known_token


def listen() -> None:
    """Let the buttons of this page do what they say; call it once a page."""
    words = words_of("keep")
    component("keep", "view.js")(
        key="keep",
        height="content",
        data={
            "words": {name: words(name) for name in ("copied", "not copied", "kept")},
            "cookie": f"{COOKIE}={token}; max-age={SECONDS}; path=/; SameSite=Strict"
            if (token := known_token())
            else "",
        },
    )


def quote_buttons(quote: Quote) -> str:
    """Return the buttons beside a quote as HTML: its citation in each style, ready to be copied; before them who corrected it."""
    words = words_of("keep")
    source = asked(sources_of).get(quote.document)
    if source is None:
        return ""
    made = {"who": quote.corrected_by, "when": quote.corrected_on and words.date(quote.corrected_on)}
    by = f"<span>{escape(words('corrected by', **made))}</span> " if quote.corrected_by else ""
    copies = "".join(_copy(quote, source, style, words) for style in STYLES)
    return f'{by}<span class="beside">{escape(words("copy"))}{copies}</span>'


def misreading_link(quote: Quote) -> None:
    """Show the link to the page on which a misreading of a quote is put right."""
    link("correct", words_of("keep")("misread"), icon=":material/flag:", **place_of(quote))


def _copy(quote: Quote, source: Source, style: Style, words: Words) -> str:
    return copy_button(quotation(quote, source, style), STYLES[style], words("copy in", style=STYLES[style]))


def copy_button(text: str, label: str, explained: str) -> str:
    """Return a button as HTML that copies a text.

    >>> copy_button('"<b>', "APA", "copy").count("<")
    2
    """
    said, name = escape(explained, quote=True), escape(label)
    return f'<button class="small" type="button" data-copy="{escape(text, quote=True)}" title="{said}">{name}</button>'
