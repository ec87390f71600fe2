"""What surrounds every page: its style, the title, the box that searches, the switch of languages, and what a failure says."""

from __future__ import annotations

from pathlib import Path

import streamlit

from graph.errors import GraphError
from views.parts.frame.language import Words, switch, words_of
from views.parts.frame.search_box import search_box

_STYLE = Path(__file__).with_name("style.css")


def header() -> tuple[Words, str]:
    """Set the page up, show the title, the box that searches and the switch of languages.

    Returns the words of the frame, and what was searched for in this run, empty where nothing was.
    """
    streamlit.set_page_config(page_title="政策图谱 Policygraph", page_icon="🧭", layout="wide")
    streamlit.html(_STYLE)
    with streamlit.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="frame"
    ):
        title = streamlit.empty()
        sought = search_box()
        switch()
    words = words_of("app")
    title.html(f'<p class="brand"><strong>{words("title")}</strong><span>{words("subtitle")}</span></p>')
    return words, sought


def failed(error: GraphError) -> None:
    """Show a mistake in one line, as text: what, why, what to do."""
    with streamlit.container(border=True):
        streamlit.text(str(error))
