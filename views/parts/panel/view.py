"""The panel that shows what was clicked in a picture or a table, where one looks: beside the page, or from below on a telephone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

import streamlit

from graph.errors import GraphError
from views.parts.cards.entity_card import entity_html
from views.parts.frame.address import put, values
from views.parts.frame.component import component
from views.parts.frame.language import words_of
from views.parts.frame.mistakes import mistake

Opened = Mapping[str, tuple[str, ...]]
"""What is open, as parameters of the address: `node` with the IRI of a thing, `edge` with that of a statement, or a page's own."""
Card = Callable[[Opened], str]
"""What is open to its card as HTML, empty for what the graph does not hold."""

_STYLE = Path(__file__).with_name("panel.css")
_KEY = "panel-bar"


def first(opened: Opened, name: str) -> str:
    """Return what a parameter says that stands once in the address; empty where it does not stand there.

    >>> first({"node": ("urn:a",)}, "node"), first({}, "node")
    ('urn:a', '')
    """
    return opened.get(name, ("",))[0]


def thing_card(opened: Opened) -> str:
    """Return the card of the thing that is open as HTML; empty where none is."""
    return entity_html(first(opened, "node"), words_of("parts")) if "node" in opened else ""


@streamlit.fragment
def panel(card: Card = thing_card, names: Sequence[str] = ("node", "edge")) -> None:
    """Show the panel with what the address says is open; nothing where it says nothing.

    A click in a picture, on a name in the panel, or on «back» runs this alone, not the page: see `open.js` for how a picture
    asks. Arguments: card; names, of the parameters of the address that say what is open.
    """
    panel_within(card, names)


def panel_within(card: Card, names: Sequence[str]) -> None:
    """Show the panel as `panel` does, in the fragment of whoever calls it, for what says by Python what is open."""
    words = words_of("parts")
    opened = {name: values(name) for name in names if values(name)}
    shown = _shown(card, opened)
    with streamlit.container(key="panel"):
        streamlit.html(_STYLE)
        component("panel", "open.js", "view.js")(
            key=_KEY,
            data={
                "opened": opened,
                "found": bool(shown),
                "names": list(names),
                "words": {name: words(name) for name in ("back", "close")}
                | {"name": words("panel"), "tall": words("panel taller")},
            },
            on_told_change=lambda: _keep(names),
        )
        streamlit.html(f'<div class="panel-card">{shown}</div>')


def _shown(card: Card, opened: Opened) -> str:
    try:
        return card(opened) if opened else ""
    except GraphError as error:
        return f"<p>{escape(mistake(error, words_of('parts')))}</p>"


def _keep(names: Sequence[str]) -> None:
    """Write into the address what the browser says is open now."""
    told = streamlit.session_state[_KEY].get("told") or {}
    put(**{name: [str(one) for one in told.get(name, ())] for name in names})
