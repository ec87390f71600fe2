"""How a sentence that was found is shown: the words marked, where it stands, a link to the Reader, what was read in it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit

from graph.search import Hit
from graph.things import Node, Quote, Said, documents
from views.parts.cards import html_pieces
from views.parts.cards.names import document_name, name_of
from views.parts.cards.quote_card import passage_link
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.keep.view import quote_buttons

_SHOWN = 4
"""Facts of a hit that are not behind a fold."""


def hit_card(hit: Hit) -> None:
    """Show a hit."""
    words = words_of("search")
    with streamlit.container(border=True, gap="xsmall"):
        said = "".join(f"<mark>{escape(part)}</mark>" if found else escape(part) for part, found in hit.parts())
        streamlit.html(f'<blockquote class="quote">{said}</blockquote>')
        title = document_name(hit.title, hit.document, (hit.start, hit.end)).html()
        trail = " › ".join([title, *(escape(one) for one in hit.section if one)])
        read = passage_link(hit.document, hit.start, hit.end, words_of("parts"))
        streamlit.html(f'<p class="trail">{trail} {read} {_buttons(hit)}</p>')
        if facts := _facts(hit.nearest(), words):
            streamlit.html(facts)


def _buttons(hit: Hit) -> str:
    """Return the buttons beside a hit as HTML: its sentence is cited, put aside and reported as any quote is."""
    document = next((str(one.iri) for one in asked(documents) if one.id == hit.document), "")
    at = hit.start, hit.end
    quote = Quote(hit.sentence, *at, "", "", hit.sentence, hit.section, hit.title, document, str(hit.iri))
    return quote_buttons(quote)


def _facts(facts: Iterable[Said], words: Words) -> str:
    """Return what was read in a sentence as HTML: a line for each subject and relation, those beyond the nearest behind a fold."""
    lines: dict[tuple[str, str, str], list[Said]] = {}
    for one in facts:
        lines.setdefault((one.subject.iri, one.predicate, one.grade), []).append(one)
    items = [_line(together, words) for together in lines.values()]
    near, rest = "".join(items[:_SHOWN]), items[_SHOWN:]
    if not rest:
        return f'<ul class="facts">{near}</ul>' if near else ""
    more = f"<summary>{escape(words('more facts', n=len(rest)))}</summary>"
    return f'<ul class="facts">{near}</ul><details class="facts">{more}<ul class="facts">{"".join(rest)}</ul></details>'


def _line(together: list[Said], words: Words) -> str:
    first = together[0]
    objects = words.list_of(_name(one.object) for one in together)
    return (
        f"<li><b>{_name(first.subject)}</b> "
        f'<span class="relation">{escape(words.term(first.predicate))}</span> '
        f"{objects} {html_pieces.grade(first.grade, words)}</li>"
    )


def _name(node: Node) -> str:
    """Return a thing as HTML: a link; the value of a literal, which has no class, as text."""
    return name_of(node.label, str(node.iri), node.kind).html() if node.kind else escape(node.label)
