"""原文: a document with its outline; every quote in the app leads here."""

from __future__ import annotations

import re
from functools import partial

import streamlit

from graph.pages import DocumentView, document_view
from graph.things import DocumentCard, documents
from views.parts.cards import html_pieces as pieces
from views.parts.cards.on_paper import line_on_paper
from views.parts.cards.quote_card import quote_html
from views.parts.frame.address import link, put, value
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import say_unknown
from views.parts.panel.view import Opened, first, panel, thing_card
from views.parts.reader.view import reader_view


def page() -> None:
    """Show the page. Of the address: `document`, an id; `at` and `sentence`, passages (``start-end``); `node`, a thing."""
    words = words_of("reader")
    streamlit.title(words("title"))
    held = asked(documents)
    if not held:
        streamlit.info(words("empty"))
        return
    card = _chosen(held, words)
    view = asked(document_view, card.id)
    shares = {"sentences": card.sentences, "quoted": card.quoted_sentences, "share": card.share}
    pieces.quiet(words.sentences((words("share", **shares), words("lead"))))
    link("documents", words("about it"), icon=":material/folder_open:", document=card.id)
    reader_view(view, words, passage(value("at")), f"reader-{card.id}")
    panel(partial(_card, view), ("sentence", "node"))


def _card(view: DocumentView, opened: Opened) -> str:
    """Return the sentence that was chosen, with what can be done with it, or a thing that it names, as HTML."""
    at = passage(first(opened, "sentence"))
    quote = view.quoted(*at) if at and "node" not in opened else None
    return quote_html(quote, words_of("parts")) if quote else thing_card(opened)


def _chosen(held: tuple[DocumentCard, ...], words: Words) -> DocumentCard:
    by_id = {card.id: card for card in held}
    asked_for = value("document")
    first = list(by_id).index(asked_for) if asked_for in by_id else 0
    if asked_for and asked_for not in by_id:
        say_unknown([asked_for], by_id)
    if len(held) == 1:
        streamlit.text(held[0].title)
        return held[0]
    chosen = streamlit.selectbox(
        words("document"),
        list(by_id),
        index=first,
        format_func=lambda one: by_id[one].name,
        on_change=put,
        kwargs={"at": "", "node": "", "sentence": ""},
    )
    line_on_paper(by_id[chosen].name)
    put(document=chosen)
    return by_id[chosen]


def passage(said: str) -> tuple[int, int] | None:
    """Return the passage that a parameter names; None where it names none.

    >>> passage("12-20"), passage("20-12"), passage("a")
    ((12, 20), None, None)
    """
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", said)
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    return (start, end) if start < end else None


if __name__ == "__main__":
    page()
