"""Pieces of cards as HTML: chips of things, grades, commitments, figures, tables. All text is shown as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit

from graph.pictures import COMMITMENTS, GRADES, look_of, strength
from graph.things import Node
from views.parts.frame.language import Words, words_of


def chip(label: str, kind: str, words: Words) -> str:
    """Return a thing as HTML: its label beside the colour and shape of its class.

    >>> "&lt;b&gt;" in chip("<b>", "City", Words("zh", {}))
    True
    """
    look = look_of(kind)
    said = escape(words.term(kind), quote=True)
    return (
        f'<span class="chip" title="{said}" style="border-color:{look.colour}66;background:{look.colour}14">'
        f'<i class="{look.shape}" style="background:{look.colour}" role="img" aria-label="{said}"></i>'
        f"{escape(label)}</span>"
    )


def quiet(said: str) -> None:
    """Show a remark below or above what it is about, small and grey."""
    streamlit.html(f'<p class="quiet">{escape(said)}</p>')


def chips(nodes: Iterable[Node]) -> None:
    """Show things as a row of chips."""
    words = words_of("parts")
    items = "".join(f"<li>{chip(node.label, node.kind, words)}</li>" for node in nodes)
    if items:
        streamlit.html(f'<ul class="chips">{items}</ul>')


def commitment(name: str, words: Words) -> str:
    """Return a commitment (`Binding` …) as HTML: its word, and as many filled bars as it is firm; empty for none.

    >>> commitment("Supporting", Words("en", {})).count("background:#DB8B4C")
    2
    """
    if name not in COMMITMENTS:
        return ""
    filled = f'<b style="background:{COMMITMENTS[name]}"></b>' * strength(name)
    empty = "<b></b>" * (len(COMMITMENTS) - strength(name))
    return f'<span class="commitment"><span aria-hidden="true">{filled}{empty}</span>{escape(words.term(name))}</span>'


def grade(name: str, words: Words) -> str:
    """Return a grade (`Stated` …) as HTML, underlined as its edges are drawn.

    >>> grade("Inherited", Words("en", {}))
    '<span class="grade dashed">inherited</span>'
    """
    return f'<span class="grade {GRADES.get(name, "solid")}">{escape(words.term(name))}</span>'


def figures(items: Iterable[tuple[str, str, str]]) -> None:
    """Show figures side by side: (what is counted, the number, a small word behind it)."""
    cells = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(number)} <small>{escape(more)}</small></dd></div>"
        for name, number, more in items
    )
    streamlit.html(f'<dl class="figures">{cells}</dl>')


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> None:
    """Show a small table as text, every cell escaped; `numbers` are the columns that are set to the right."""
    right = set(numbers)

    def cells(tag: str, row: Sequence[str]) -> str:
        return "".join(
            f"<{tag}{' class=number' if i in right else ''}>{escape(cell)}</{tag}>" for i, cell in enumerate(row)
        )

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    streamlit.html(
        f'<div class="scrolls"><table class="plain"><thead><tr>{cells("th", head)}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
