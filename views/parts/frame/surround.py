"""What surrounds every page: its style, the title, the menu, the box that searches, the switch of languages, what a failure says."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit

from graph.errors import GraphError
from views.parts.frame.address import href
from views.parts.frame.component import component
from views.parts.frame.language import Words, switch, words_of
from views.parts.frame.mistakes import mistake
from views.parts.frame.pages import existing, icon_of
from views.parts.frame.search_box import search_box

_STYLE = Path(__file__).with_name("style.css")
_CODES = {"zh": "zh-CN", "en": "en"}
"""Languages as HTML names them."""


def header(page: str) -> str:
    """Show what stands above a page, and return what was searched for in this run, empty where nothing was.

    Arguments: page, the stem of its file.
    """
    words = words_of("app")
    streamlit.set_page_config(page_title=f"{words(page)} · {words('title')}")
    streamlit.html(_STYLE)
    with streamlit.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="frame"
    ):
        streamlit.html(
            f'<p class="brand"><strong>{words("title")}</strong><span>{words("subtitle")}</span></p>{menu(page, words)}'
        )
        sought = search_box()
        switch()
        _document(words)
    return sought


def menu(page: str, words: Words) -> str:
    """Return the menu of a telephone as HTML: closed it says its name and the page's, open it lists the pages."""
    items = "".join(
        f'<a href="{escape(href(name), quote=True)}" data-page="{name}"{" aria-current=page" if name == page else ""}>'
        f'<span class="icon" aria-hidden="true">{icon_of(name)}</span>{escape(words(name))}</a>'
        for name in existing()
    )
    return (
        f'<details class="menu"><summary><span class="icon" aria-hidden="true">menu</span>{escape(words("menu"))}'
        f" · {escape(words(page))}</summary><nav>{items}</nav></details>"
    )


def _document(words: Words) -> None:
    """Tell the browser the language of the page, and let links and terms of our own HTML do what they are for."""
    component("frame", "links.js", "terms.js", "view.js")(
        key="document",
        data={
            "lang": _CODES[words.language],
            "said": {
                "more": words("more pages", n="{n}"),
                "upload": words("choose a file"),
                "typed": words("typed", said="{said}"),
            },
        },
    )


def failed(error: GraphError) -> None:
    """Show a mistake in one line, as text: what, why, what to do."""
    with streamlit.container(border=True):
        streamlit.text(mistake(error, words_of("app")))
