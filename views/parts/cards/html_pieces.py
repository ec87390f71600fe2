"""Cards for what the graph says: chips of things, grades, commitments, quotes, tasks. All text is shown as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit

from graph.pictures import COMMITMENTS, GRADES, look_of, strength
from graph.things import Node, Quote
from views.parts.frame.address import link, place_of
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
        f"{escape(written(label, kind))}</span>"
    )


def written(label: str, kind: str) -> str:
    """Return a label as a person writes it: the comparison of a target as one sign.

    >>> written("固定资产投资增速>=15%", "Target")
    '固定资产投资增速≥15%'
    """
    return label.replace(">=", "≥").replace("<=", "≤") if kind == "Target" else label


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


def marked(quote: Quote) -> str:
    """Return a sentence as HTML, what is quoted of it marked.

    >>> marked(Quote("打造<b>", 2, 7, "Stated", "r", "沈阳打造<b>。", (), "", "", ""))
    '沈阳<mark>打造&lt;b&gt;</mark>。'
    """
    before, found, after = quote.said.partition(quote.exact)
    if not found:
        return f"<mark>{escape(quote.exact)}</mark>"
    return f"{escape(before)}<mark>{escape(found)}</mark>{escape(after)}"


def quote_card(quote: Quote, *, of_document: bool = True) -> None:
    """Show a quote: the sentence with the passage marked, its grade, the way to it, and a link to the Reader.

    Arguments: quote; of_document, whether to name the document.
    """
    words = words_of("parts")
    where = (quote.title, *quote.trail) if of_document else quote.trail
    with streamlit.container(gap=None):
        streamlit.html(f'<blockquote class="quote">{marked(quote)}</blockquote>')
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
            trail = " › ".join(escape(one) for one in where if one)
            streamlit.html(f'<p class="trail">{grade(quote.grade, words)} {trail}</p>')
            link("reader", words("open in the reader"), icon=":material/article:", **place_of(quote))


def quote_cards(quotes: Sequence[Quote], shown: int = 3) -> None:
    """Show quotes, one for each sentence; those beyond the first few behind a fold."""
    words = words_of("parts")
    by_sentence = list({quote.sentence: quote for quote in reversed(quotes)}.values())[::-1]
    for quote in by_sentence[:shown]:
        quote_card(quote)
    if len(by_sentence) > shown:
        with streamlit.expander(words("more quotes", n=len(by_sentence) - shown)):
            for quote in by_sentence[shown:]:
                quote_card(quote)


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
