"""A page that lies in the basket: what it draws, and its lines behind a fold."""

from __future__ import annotations

from base64 import b64encode
from html import escape

import streamlit

from graph.basket import KeptView, lines_left_out_said
from views.parts.cards import html_pieces as pieces
from views.parts.frame.language import words_of


def kept_view_card(view: KeptView, title: str) -> None:
    """Show a page that was put aside. Arguments: view; title, of the page, told to whoever cannot see what is drawn.

    The drawing is shown as an image, in which nothing runs.
    """
    words = words_of("basket")
    drawn = ""
    if view.drawing:
        content = b64encode(view.drawing.encode()).decode()
        image = f'<img class="kept" alt="{escape(title, quote=True)}" src="data:image/svg+xml;base64,{content}">'
        drawn = f'<details class="enlarged"><summary><span>{escape(words("enlarge"))}</span>{image}</summary></details>'
    rows = [line.cells for line in view.lines]
    left_out = escape(lines_left_out_said(view, words.language))
    table = pieces.table_html(view.head, rows, wide=True) + f"<p>{left_out}</p>" if rows else ""
    streamlit.html(pieces.folded(drawn, table, words("lines", n=len(rows))))
