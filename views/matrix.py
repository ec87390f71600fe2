"""矩阵: places against industries, positionings, kinds of tasks and indicators, with the blanks to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import cast

import streamlit

from graph.export import Shown, put_aside
from graph.pages import AXES, Axis, Matrix, cell_quotes, cell_things, matrix
from graph.things import Node
from views.parts.cards.html_pieces import node_chip
from views.parts.cards.names import all_that_ties
from views.parts.cards.quote_card import quotes_html
from views.parts.frame.address import one_of
from views.parts.frame.filters import choose_some
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.take_away import take_away
from views.parts.keep.view import view_button
from views.parts.matrix.view import column_chip, matrix_view
from views.parts.panel.view import Opened, first, panel, thing_card

_ROWS = ("City", "Region", "Province", "County", "PlaceGroup")
_MOST_ROWS, _MOST_COLUMNS = 60, 40
"""Rows and columns that are shown before the rest is asked for."""
_QUOTES = 5
"""Sentences of a cell that are shown before the rest is asked for."""


def page() -> None:
    """Show the page. Of the address: `axis`; `kinds` of rows; `pair`, rows to compare; `row` and `column` of the open cell; `node`."""
    words = words_of("matrix")
    streamlit.title(words("title"))
    axis = cast(Axis, one_of(words("axis"), {one: words(f"axis {one}") for one in AXES}, "axis"))
    kinds = choose_some(words("rows"), {kind: words.term(kind) for kind in _ROWS}, "kinds", words("all"))
    everything = asked(matrix, kinds or _ROWS, axis)
    if not everything.rows:
        streamlit.info(words("empty"))
        return
    drawn = Shown("matrix", language=words.language, axis=axis, rows=tuple(kinds or _ROWS))
    _lead(everything, drawn, words)
    take_away("matrix", drawn)

    shown = _first(everything, words)
    matrix_view(shown, words, f"matrix {axis}")
    panel(partial(_card, everything=everything, axis=axis), ("row", "column", "pair", "node"))


def _lead(everything: Matrix, drawn: Shown, words: Words) -> None:
    rows, columns, filled = len(everything.rows), len(everything.columns), len(everything.cells)
    numbers = {"rows": rows, "columns": columns, "filled": filled, "blanks": rows * columns - filled}
    said = {name: f"{n:,}" for name, n in numbers.items()}
    lead = words("lead", axis=words(f"axis {drawn.axis}"), **said)
    kept = view_button(words("title"), lead, partial(put_aside, source().graph, drawn))
    streamlit.html(f'<p class="lead">{escape(lead)}{kept}</p><p class="quiet">{escape(words("how"))}</p>')


def _first(everything: Matrix, words: Words) -> Matrix:
    """Return what is shown: the rows and columns with the most, or all after the reader asked for all."""
    rows, columns = len(everything.rows), len(everything.columns)
    if rows <= _MOST_ROWS and columns <= _MOST_COLUMNS:
        return everything
    if streamlit.toggle(words("all of it", rows=rows, columns=columns), key="all of the matrix"):
        return everything
    return Matrix(everything.rows[:_MOST_ROWS], everything.columns[:_MOST_COLUMNS], everything.cells)


def _card(opened: Opened, everything: Matrix, axis: Axis) -> str:
    """Return what is open as HTML: a cell with its sentences, one row or two compared, or a thing."""
    words = words_of("matrix")
    if "node" in opened:
        return thing_card(opened)
    by_iri = {str(node.iri): node for node in everything.rows}
    pair = [iri for iri in dict.fromkeys(opened.get("pair", ())) if iri in by_iri][:2]
    if pair:
        return _comparison(everything, [by_iri[iri] for iri in pair], words)
    return _cell(everything, axis, (first(opened, "row"), first(opened, "column")), words)


def _cell(everything: Matrix, axis: Axis, cell: tuple[str, str], words: Words) -> str:
    """Return the sentences behind a cell as HTML; empty for a cell that the matrix does not have."""
    row = next((node for node in everything.rows if str(node.iri) == cell[0]), None)
    column = next((node for node in everything.columns if str(node.iri) == cell[1]), None)
    if row is None or column is None:
        return ""
    head = f'<p class="task">{node_chip(row, words)}<span class="relation">×</span>{column_chip(column, words)}</p>'
    head += _counted(asked(cell_things, axis, *cell), cell, words)
    quotes = asked(cell_quotes, axis, *cell)
    said = quotes_html(quotes, words_of("parts"), _QUOTES) if quotes else f"<p>{escape(words('blank'))}</p>"
    return head + said


def _counted(things: Sequence[Node], cell: tuple[str, str], words: Words) -> str:
    """Return the things that the number of a cell counts as HTML; nothing where row and column are tied by themselves alone."""
    between = [node for node in things if str(node.iri) not in cell]
    if not between:
        return ""
    direct = f"<li>{escape(words('directly'))}</li>" if len(between) < len(things) else ""
    items = direct + "".join(f"<li>{node_chip(node, words)}</li>" for node in between)
    return f'<p class="quiet">{escape(words("tied by", n=len(things)))}</p><ul class="chips">{items}</ul>'


def _comparison(everything: Matrix, names: list[Node], words: Words) -> str:
    """Return what two rows share, and what only one of them has, as HTML; for one row, how to choose another."""
    head = '<span class="relation">↔</span>'.join(node_chip(node, words) for node in names)
    if len(names) < 2:
        return f'<p class="task">{head}</p><p>{escape(words("second", thing=names[0].label))}</p>'
    held = everything.compared(str(names[0].iri), str(names[1].iri))
    heads = (words("both"), words("only", thing=names[0].label), words("only", thing=names[1].label))
    lists = "".join(_listed(said, one, words) for said, one in zip(heads, held, strict=True))
    ways = all_that_ties(words("ties"), (str(node.iri) for node in names)).html("way")
    return f'<p class="task">{head}</p><p class="ways">{ways}</p>{lists}'


def _listed(head: str, nodes: tuple[Node, ...], words: Words) -> str:
    """Return a head and things as HTML."""
    items = "".join(f"<li>{column_chip(node, words)}</li>" for node in nodes)
    said = f'<ul class="chips">{items}</ul>' if items else f'<p class="quiet">{escape(words("nothing"))}</p>'
    return f"<section><p><strong>{escape(head)}</strong> · {len(nodes)}</p>{said}</section>"


if __name__ == "__main__":
    page()
