"""矩阵: places against industries, positionings, kinds of tasks and indicators, with the blanks to be seen."""

from __future__ import annotations

from html import escape
from typing import cast

import streamlit

from graph.pages import AXES, Axis, Matrix, cell_quotes, matrix
from graph.things import Node
from views.parts.cards.html_pieces import chip
from views.parts.cards.quote_card import quote_cards
from views.parts.frame.address import link, one_of, put, value, values
from views.parts.frame.filters import choose_some
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.matrix.view import column_said, matrix_view

_ROWS = ("City", "Region", "Province", "County", "PlaceGroup")
_MOST_ROWS, _MOST_COLUMNS = 60, 40
"""Rows and columns that are shown before the rest is asked for."""


def page() -> None:
    """Show the page. Of the address: `axis`; `kinds` of rows; `pair`, rows to compare; `row` and `column` of the open cell."""
    words = words_of("matrix")
    streamlit.title(words("title"))
    axis = cast(Axis, one_of(words("axis"), {one: words(f"axis {one}") for one in AXES}, "axis"))
    kinds = choose_some(words("rows"), {kind: words.term(kind) for kind in _ROWS}, "kinds", words("all"))
    everything = asked(matrix, kinds or _ROWS, axis)
    if not everything.rows:
        streamlit.info(words("empty"))
        return
    _lead(everything, axis, words)
    shown = _first(everything, words)
    pair = tuple(iri for iri in values("pair") if any(str(row.iri) == iri for row in everything.rows))[:2]
    cell = (value("row"), value("column"))
    picked = matrix_view(shown, words, pair, cell, f"matrix {axis}")
    if picked.column:
        put(row=picked.row, column=picked.column)
        streamlit.rerun()
    if picked.row:
        put(pair=_toggled(pair, picked.row))
        streamlit.rerun()
    _cell(everything, axis, cell, words)
    _comparison(everything, pair, words)


def _lead(everything: Matrix, axis: Axis, words: Words) -> None:
    size = len(everything.rows) * len(everything.columns)
    said = {"rows": len(everything.rows), "columns": len(everything.columns), "filled": len(everything.cells)}
    lead = words("lead", axis=words(f"axis {axis}"), blanks=size - len(everything.cells), **said)
    streamlit.html(f'<p class="lead">{escape(lead)}</p><p class="quiet">{escape(words("how"))}</p>')


def _first(everything: Matrix, words: Words) -> Matrix:
    """Return what is shown: the rows and columns with the most, or all after the reader asked for all."""
    rows, columns = len(everything.rows), len(everything.columns)
    if rows <= _MOST_ROWS and columns <= _MOST_COLUMNS:
        return everything
    if streamlit.toggle(words("all of it", rows=rows, columns=columns), key="all of the matrix"):
        return everything
    return Matrix(everything.rows[:_MOST_ROWS], everything.columns[:_MOST_COLUMNS], everything.cells)


def _toggled(pair: tuple[str, ...], row: str) -> list[str]:
    """Return the compared rows after one was clicked: taken out if it was in, else the last one and this."""
    return [one for one in pair if one != row] if row in pair else [*pair, row][-2:]


def _cell(everything: Matrix, axis: Axis, cell: tuple[str, str], words: Words) -> None:
    """Show the sentences behind the open cell."""
    row = next((node for node in everything.rows if str(node.iri) == cell[0]), None)
    column = next((node for node in everything.columns if str(node.iri) == cell[1]), None)
    if row is None or column is None:
        return
    with streamlit.container(border=True, key="cell"):
        said = chip(row.label, row.kind, words), chip(column_said(column, words), column.kind, words)
        streamlit.html(f'<p class="task">{said[0]}<span class="relation">×</span>{said[1]}</p>')
        quotes = asked(cell_quotes, axis, *cell)
        if quotes:
            quote_cards(quotes, 5)
        else:
            streamlit.text(words("blank"))
        streamlit.button(words_of("parts")("close"), on_click=put, kwargs={"row": "", "column": ""})


def _comparison(everything: Matrix, pair: tuple[str, ...], words: Words) -> None:
    """Show what two rows share, and what only one of them has."""
    by_iri = {str(node.iri): node for node in everything.rows}
    names = [by_iri[iri] for iri in pair]
    if not names:
        return
    streamlit.header(words("comparison"))
    if len(names) < 2:
        streamlit.text(words("second", thing=names[0].label))
        return
    shared, first, second = everything.compared(*pair)
    for column, held, head in zip(
        streamlit.columns(3),
        (shared, first, second),
        (words("both"), words("only", thing=names[0].label), words("only", thing=names[1].label)),
        strict=True,
    ):
        with column, streamlit.container(border=True, height="stretch"):
            streamlit.html(_listed(head, held, words))
    with streamlit.container(horizontal=True, vertical_alignment="center"):
        link("connect", words("ties"), icon=":material/hub:", ends=list(pair))
        streamlit.button(words("no comparison"), on_click=put, kwargs={"pair": ""})


def _listed(head: str, nodes: tuple[Node, ...], words: Words) -> str:
    """Return a head and things as HTML."""
    items = "".join(f"<li>{chip(column_said(node, words), node.kind, words)}</li>" for node in nodes)
    said = f'<ul class="chips">{items}</ul>' if items else f'<p class="quiet">{escape(words("nothing"))}</p>'
    return f"<p><strong>{escape(head)}</strong> · {len(nodes)}</p>{said}"


if __name__ == "__main__":
    page()
