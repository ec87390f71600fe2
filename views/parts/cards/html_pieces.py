"""Pieces of cards as HTML: names, chips, terms, grades, commitments, figures, tables. All text is shown as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit

from graph.pictures import COMMITMENTS, look_of, strength, underline
from graph.things import Node
from views.parts.cards.names import Name, name_of
from views.parts.frame.language import Words, words_of


def chip(label: str, kind: str, words: Words, iri: str = "") -> str:
    """Return a thing as HTML: its label beside the colour and shape of its class; with its IRI it is a link.

    >>> "&lt;b&gt;" in chip("<b>", "City", Words("zh", {}))
    True
    """
    look = look_of(kind)
    said = escape(words.term(kind), quote=True)
    style = f' title="{said}" style="border-color:{look.colour}66;background:{look.colour}14"'
    shown = (
        f'<i class="{look.shape}" style="background:{look.colour}" role="img" aria-label="{said}"></i>{escape(label)}'
    )
    if iri:
        return f"{name_of(label, iri, kind).opened('chip', style)}{shown}</a>"
    return f'<span class="chip"{style}>{shown}</span>'


def node_chip(node: Node, words: Words) -> str:
    """Return a thing of the graph as HTML: a chip that leads to it."""
    return chip(node.label, node.kind, words, str(node.iri))


def term(said: str, explained: str, style: str = "") -> str:
    """Return a word as HTML that explains itself, see frame/terms.js; the plain word where there is no explanation.

    Arguments: said, the word; explained, what it means; style, a further class.

    >>> term("枢纽", "")
    '枢纽'
    """
    if not explained:
        return escape(said)
    more = f" {style}" if style else ""
    return (
        f'<button type="button" class="term{more}" data-explained="{escape(explained, quote=True)}">'
        f"{escape(said)}</button>"
    )


def class_term(kind: str, words: Words) -> str:
    """Return the label of a term of the ontology as HTML that explains itself."""
    return term(words.term(kind), words.explained(kind))


def quiet(said: str) -> None:
    """Show a remark below or above what it is about, small and grey."""
    streamlit.html(f'<p class="quiet">{escape(said)}</p>')


def chip_row(nodes: Iterable[Node], words: Words) -> str:
    """Return things as HTML: a row of chips that lead to them; empty for none."""
    items = "".join(f"<li>{node_chip(node, words)}</li>" for node in nodes)
    return f'<ul class="chips">{items}</ul>' if items else ""


def chips(nodes: Iterable[Node], *, linked: bool = True) -> None:
    """Show things as a row of chips. Arguments: nodes; linked, whether they lead to their place in the graph that is shown."""
    words = words_of("parts")
    if linked:
        row = chip_row(nodes, words)
    else:
        row = f'<ul class="chips">{"".join(f"<li>{chip(one.label, one.kind, words)}</li>" for one in nodes)}</ul>'
    if row:
        streamlit.html(row)


def commitment(name: str, words: Words) -> str:
    """Return a commitment (`Binding` …) as HTML: its word, and as many filled bars as it is firm; empty for none.

    >>> commitment("Supporting", Words("en", {})).count("background:#DB8B4C")
    2
    """
    if name not in COMMITMENTS:
        return ""
    filled = f'<b style="background:{COMMITMENTS[name]}"></b>' * strength(name)
    empty = "<b></b>" * (len(COMMITMENTS) - strength(name))
    said = term(words.term(name), words.explained("commitment"))
    return f'<span class="commitment"><span aria-hidden="true">{filled}{empty}</span>{said}</span>'


def grade(name: str, words: Words) -> str:
    """Return a grade (`Stated` …) as HTML that explains itself, underlined as its edges are drawn.

    >>> "7px" in grade("Inherited", Words("en", {})), "inherited</button></span>" in grade("Inherited", Words("en", {}))
    (True, True)
    """
    said = term(words.term(name), words.explained(name))
    return f'<span class="grade" style="background-image:{underline(name)}">{said}</span>'


def figures(items: Iterable[tuple[str, str, str]], explained: Sequence[str] = ()) -> None:
    """Show figures side by side.

    Arguments: items, (what is counted, the number, a small word behind it); explained, what is counted of each, in
    the same order, where that needs to be said.
    """
    said = list(explained)
    cells = "".join(
        f"<div><dt>{term(name, said[i] if i < len(said) else '')}</dt>"
        f"<dd>{escape(number)} <small>{escape(more)}</small></dd></div>"
        for i, (name, number, more) in enumerate(items)
    )
    streamlit.html(f'<dl class="figures">{cells}</dl>')


def class_figures(classes: Iterable[tuple[str, int]], held: int) -> None:
    """Show how many things of each class there are; documents that are only cited stand apart from those that are held.

    Arguments: classes, as `graph.pages.Figures` has them; held, documents whose text the graph holds.
    """
    words, parts = words_of("parts"), [("held", held, "held")]
    for kind, n in classes:
        parts.append(("cited", n - held, "cited") if kind == "PolicyDocument" else (kind, n, kind))
    shown = [one for one in parts if one[1]]
    names = (words(name) if n != 1 or name in ("held", "cited") else words.term(name) for name, n, _ in shown)
    items = [(name, f"{n:,}", "") for name, (_, n, _) in zip(names, shown, strict=True)]
    figures(items, [words.explained(name) for _, _, name in shown])


def table(
    head: Sequence[str], rows: Iterable[Sequence[str | Name]], numbers: Iterable[int] = (), *, wide: bool = False
) -> None:
    """Show a small table, every cell as text or as a name that is a link.

    Arguments: head; rows; numbers, the columns set to the right; wide, whether its cells stand below each other on a
    telephone, since side by side they would be too narrow to be read.
    """
    streamlit.html(table_html(head, rows, numbers, wide=wide))


def folded_table(
    head: Sequence[str],
    rows: Sequence[Sequence[str | Name]],
    numbers: Iterable[int],
    said: str,
    shown: int = 20,
    *,
    wide: bool = False,
) -> None:
    """Show the first rows of a table, and the others behind a fold.

    Arguments: as for `table`; said, what the fold says; shown, rows before it.
    """
    first = table_html(head, rows[:shown], numbers, wide=wide)
    rest = table_html(head, rows[shown:], numbers, wide=wide)
    streamlit.html(folded(first, rest if rows[shown:] else "", said))


def filled(rows: Sequence[Sequence[object]]) -> list[int]:
    """Return which columns hold something: one that is empty throughout only takes room from the others.

    >>> filled([("甲", "", ""), ("乙", "", "2")])
    [0, 2]
    """
    return [i for i in range(len(rows[0]) if rows else 0) if any(row[i] for row in rows)]


def folded(first: str, rest: str, said: str) -> str:
    """Return HTML with its rest behind a fold. Arguments: first, rest, HTML; said, what the fold says.

    >>> folded("<p>甲</p>", "", "more")
    '<p>甲</p>'
    """
    return first + (f'<details class="more"><summary>{escape(said)}</summary>{rest}</details>' if rest else "")


def table_html(
    head: Sequence[str], rows: Iterable[Sequence[str | Name]], numbers: Iterable[int] = (), *, wide: bool = False
) -> str:
    """Return a small table as HTML. Arguments as for `table`."""
    right = set(numbers)

    def attributes(tag: str, i: int) -> str:
        named = f' data-head="{escape(head[i], quote=True)}"' if wide and tag == "td" else ""
        return f"{' class=number' if i in right else ''}{named}"

    def cells(tag: str, row: Sequence[str | Name]) -> str:
        return "".join(f"<{tag}{attributes(tag, i)}>{_cell(cell)}</{tag}>" for i, cell in enumerate(row))

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return (
        f'<div class="scrolls"><table class="plain{" wide" if wide else ""}"><thead><tr>{cells("th", head)}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(cell: str | Name) -> str:
    return escape(cell) if isinstance(cell, str) else cell.html()
