"""A long table as a telephone shows it: one line below the other, each a link, instead of columns that would be cut off."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit

from views.parts.cards.html_pieces import table_html
from views.parts.cards.names import Name
from views.parts.frame.language import words_of

_SHOWN, _MOST = 40, 400
"""Lines that are shown at once, and behind a fold; the filters bring the others."""


class PhoneLine(NamedTuple):
    """A line. Arguments: name, where it leads; value, beside it; about, below it."""

    name: Name
    value: str
    about: str


def phone_list(lines: Sequence[PhoneLine], attributes: str = "") -> None:
    """Show lines on a telephone alone; the table that shows the same stands in a container of the key ``desk…``.

    Arguments: lines; attributes, of their links, as HTML.
    """
    shown, rest = _list_html(lines[:_SHOWN], attributes), lines[_SHOWN:_MOST]
    if rest:
        words = words_of("parts")
        said = escape(words("more things", n=len(rest)))
        shown += f'<details class="more"><summary>{said}</summary>{_list_html(rest, attributes)}</details>'
        if len(lines) > _MOST:
            shown += f'<p class="quiet">{escape(words("filters bring", n=len(lines) - _MOST))}</p>'
    streamlit.html(f'<div class="phone links">{shown}</div>')


def phone_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show rows on a telephone alone, the cells of each below each other with the heads of their columns; see `phone_list`.

    Whoever shows it offers all rows as a file.
    """
    words, shown = words_of("parts"), table_html(head, rows[:_SHOWN], wide=True)
    if rows[_SHOWN:]:
        said = escape(words("more things", n=len(rows[_SHOWN:_MOST])))
        rest = table_html(head, rows[_SHOWN:_MOST], wide=True)
        shown += f'<details class="more"><summary>{said}</summary>{rest}</details>'
    if rows[_MOST:]:
        shown += f'<p class="quiet">{escape(words("telephone shows", n=_MOST))}</p>'
    streamlit.html(f'<div class="phone">{shown}</div>')


def _list_html(lines: Sequence[PhoneLine], attributes: str) -> str:
    """Return lines as HTML.

    >>> _list_html([PhoneLine(Name("<b>", "reader"), "", "")], "").count("<b>")
    1
    """
    items = "".join(
        f"<li>{one.name.opened('line', attributes)}<b>{escape(one.name.label)}</b><span>{escape(one.value)}</span>"
        f"<small>{escape(one.about)}</small></a></li>"
        for one in lines
    )
    return f"<ul>{items}</ul>"
