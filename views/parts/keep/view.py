"""Buttons of cards as HTML: copy a quote with its citation, put something into the basket; and what listens for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from typing import Literal

import streamlit

from graph.basket import DrawnNetwork, Item, KeptView, said_of
from graph.citations import STYLES, Source, Style, quotation, reference, sources_of
from graph.things import Quote
from views.parts.frame.address import href, place_of
from views.parts.frame.component import component
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.keep.basket import address_of, made_whole_by, take, tell, this_address
from views.parts.keep.browser import COOKIE, SECONDS, known_token

_NAMED = 4
"""Things that the description of a picture names."""
_TITLE = 300
"""Characters that it may have."""


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
        on_kept_change=lambda: take(streamlit.session_state["keep"].kept),
    )
    tell()


def quote_buttons(quote: Quote) -> str:
    """Return the buttons beside a quote as HTML: its citation in each style, ready to be copied; before them who corrected it."""
    words = words_of("keep")
    source = asked(sources_of).get(quote.document)
    if source is None:
        return ""
    made = {"who": quote.corrected_by, "when": quote.corrected_on and words.date(quote.corrected_on)}
    by = f"<span>{escape(words('corrected by', **made))}</span> " if quote.corrected_by else ""
    copies = "".join(_copy(quote, source, style, words) for style in STYLES)
    item = Item("quote", quote.title, quote.said, reference(source), address_of("reader", **place_of(quote)))
    correct = escape(href("correct", **place_of(quote)), quote=True)
    misread = f'<a class="misread" href="{correct}" data-page="correct">{escape(words("misread"))}</a>'
    return f'{by}<span class="beside">{escape(words("copy"))}{copies}{keep_button(item)}{misread}</span>'


def _copy(quote: Quote, source: Source, style: Style, words: Words) -> str:
    return copy_button(quotation(quote, source, style), STYLES[style], words("copy in", style=STYLES[style]))


def keep_button(item: Item) -> str:
    """Return a button as HTML that puts something into the basket."""
    words = words_of("keep")
    said = escape(json.dumps(said_of(item), ensure_ascii=False), quote=True)
    explained = escape(words("keep explained"), quote=True)
    return (
        f'<button class="small" type="button" data-keep="{said}" title="{explained}">{escape(words("keep"))}</button>'
    )


def answer_button(title: str, text: str) -> str:
    """Return the button as HTML that puts an answer of this page into the basket; its address brings the page back as it is."""
    return f'<span class="beside">{keep_button(Item("answer", title, text, "", this_address()))}</span>'


def view_button(
    title: str, text: str, view: Callable[[], KeptView], kind: Literal["picture", "answer"] = "picture"
) -> str:
    """Return the button as HTML that puts a page into the basket with what it draws and lists.

    Arguments: title of the page; text, what it says in a sentence; view, gives what it shows when the button is pressed; kind, whether
    it draws anything.
    """
    item = Item(kind, title[:_TITLE], text, "", this_address())
    made_whole_by(item, lambda: replace(item, view=view()))
    return f'<span class="beside">{keep_button(item)}</span>'


def picture_button(title: str, labels: Sequence[str], relations: int, network: Callable[[], DrawnNetwork]) -> None:
    """Show the button that puts a network into the basket: what it is, in a line, and the network; its address draws it again.

    Arguments: title, as it stands above the picture when it is saved; labels, of what is drawn, in the order of its weight;
    relations, how many are drawn; network, gives what is drawn when the button is pressed: what the browser sends then names the
    picture alone.
    """
    if not labels:
        return
    words = words_of("keep")
    named = words("between").join(labels[:_NAMED])
    drawn = words("drawn", things=len(labels), relations=relations, names=named)
    item = Item("picture", title[:_TITLE], drawn, "", this_address())
    made_whole_by(item, lambda: replace(item, network=network()))
    streamlit.html(f'<p class="trail">{keep_button(item)}</p>')


def copy_button(text: str, label: str, explained: str) -> str:
    """Return a button as HTML that copies a text.

    >>> copy_button('"<b>', "APA", "copy").count("<")
    2
    """
    said, name = escape(explained, quote=True), escape(label)
    return f'<button class="small" type="button" data-copy="{escape(text, quote=True)}" title="{said}">{name}</button>'
