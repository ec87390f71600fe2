"""What a screen shows in a field or on a canvas, as paper shows it: a line, or a table with all its columns."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit

from views.parts.cards.html_pieces import table_html
from views.parts.frame.language import words_of

_MOST = 400
"""Rows of a table on paper; whoever shows it offers all of them as a file."""


def line_on_paper(said: str) -> None:
    """Show a line on paper alone: what was chosen or written in a field, which is not printed."""
    streamlit.html(f'<p class="paper lead" data-said="{escape(said, quote=True)}"></p>')


def table_on_paper(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show a table on paper alone, with all its columns. Arguments: head; rows."""
    shown = table_html(head, rows[:_MOST])
    if rows[_MOST:]:
        shown += f'<p class="quiet">{escape(words_of("parts")("paper shows", n=_MOST, left=len(rows) - _MOST))}</p>'
    streamlit.html(f'<div class="paper">{shown}</div>')
