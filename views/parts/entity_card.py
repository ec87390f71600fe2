"""The card of one thing: its names, and every statement about it with the quotes that back it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit

from graph import PolicyGraph
from graph.entity_view import EntityView, Statement
from graph.entity_view import entity_view as view_of
from views.parts.cards import chip, commitment, quote_cards
from views.parts.graph_source import asked
from views.parts.language import Words, words_of

_FIRST = 12
"""Statements that are shown before the rest is asked for."""


def entity(graph: PolicyGraph, iri: str) -> EntityView:
    """Return what a graph says of a thing; raises GraphError where it does not hold it."""
    return view_of(graph, graph.resolve(iri))


def entity_card(iri: str, key: str) -> None:
    """Show what is said of a thing, by relation. Arguments: iri; key, unique on the page."""
    view = asked(entity, iri)
    words = words_of("parts")
    others = "、".join(escape(name) for name in view.names if name != view.node.label)
    with streamlit.container(border=True, key=key):
        streamlit.html(
            f'<p class="task">{chip(view.node.label, view.node.kind, words)}<span class="quiet">{others}</span></p>'
        )
        shown = sorted((one for one in view.statements if one.predicate != "inSection"), key=_own_first(view))
        every = len(shown) <= _FIRST or streamlit.toggle(words("all statements", n=len(shown)), key=f"{key}-all")
        statements(shown if every else shown[:_FIRST], words)


def _own_first(view: EntityView) -> Callable[[Statement], bool]:
    """Return the order in which what is said of a thing itself comes before what is said of others with it."""
    return lambda one: one.subject != view.node.iri


def statements(shown: Sequence[Statement], words: Words) -> None:
    """Show statements, each with its first quotes behind a fold."""
    for one in shown:
        with streamlit.expander(
            f"{plain(one.subject_label)} · {words.term(one.predicate)} · {plain(one.object_label)}"
        ):
            name = str(one.object).rpartition("#")[2]
            if one.predicate == "commitment":
                streamlit.html(commitment(name, words))
            if one.quotes:
                quote_cards(one.quotes)
            else:
                streamlit.text(words("background", source=one.source))


def plain(text: str) -> str:
    """Return a text for a label in which Streamlit would read Markdown: every sign of it escaped."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-!|~$:&" else char for char in " ".join(text.split()))
