"""The box that searches all texts, on every page."""

from __future__ import annotations

import streamlit

from graph.search import LONGEST
from views.parts.frame.address import value
from views.parts.frame.language import words_of

PARAMETER = "q"
"""Of the address of the page of hits: what is searched for."""


def search_box() -> str:
    """Show the box; returns what was asked for in this run, or nothing."""
    words = words_of("search")
    with (
        streamlit.container(key="search-box"),
        streamlit.form("search box", border=False),
        streamlit.container(horizontal=True, vertical_alignment="center", gap="xxsmall"),
    ):
        said = streamlit.text_input(
            words("box"),
            value=value(PARAMETER),
            max_chars=LONGEST,
            placeholder=words("box"),
            label_visibility="collapsed",
            width="stretch",
        )
        pressed = streamlit.form_submit_button("", icon=":material/search:", type="tertiary", help=words("title"))
    return (said or "").strip() if pressed else ""
