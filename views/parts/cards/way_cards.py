"""The ways of a connection as cards: tasks with their quotes, what is shared, further paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit
from rdflib import URIRef

from graph.connections import KINDS, Way
from views.parts.cards.edge_card import relation_line
from views.parts.cards.entity_card import plain
from views.parts.cards.html_pieces import class_term, commitment, grade, node_chip
from views.parts.cards.names import name_of
from views.parts.cards.quote_card import quotes_html
from views.parts.frame.language import Words, words_of

_FIRST = 10
"""Cards that are shown before the rest is asked for."""
_QUOTES = 2


def task_cards(ways: Sequence[Way], firmness: Mapping[URIRef, str]) -> None:
    """Show tasks, each with its class, how firm it is, and its quotes. Arguments: ways; firmness, of tasks by IRI."""
    words = words_of("connect")
    for way in _first(ways, "tasks", words):
        task = way.through[0]
        kind = f'<span class="quiet">{class_term(task.kind, words)}</span>'
        firm = commitment(firmness.get(task.iri, ""), words)
        name = name_of(task.label, str(task.iri), task.kind).html()
        streamlit.html(
            f'<article class="card"><p class="task"><strong>{name}</strong>{kind}{firm}{_through(way, words)}</p>'
            f"{quotes_html(way.quotes, words_of('parts'), _QUOTES)}</article>"
        )


def shared_cards(ways: Sequence[Way]) -> None:
    """Show what is shared, by what it is, each with its quotes behind a fold."""
    words = words_of("connect")
    for kind in dict.fromkeys(way.kind for way in ways):
        same = [way for way in ways if way.kind == kind]
        streamlit.html(f'<p class="quiet over">{escape(kind_said(kind, words))}</p>')
        for way in _first(same, kind, words):
            thing = way.through[0]
            with streamlit.expander(
                f"{plain(thing.label)} · {plain(words.term(thing.kind))} · {words('sentences', n=len(way.sentences))}"
            ):
                streamlit.html(
                    f'<p class="task">{node_chip(thing, words)}{grade(way.grade, words)}'
                    f"{_through(way, words)}</p>{quotes_html(way.quotes, words_of('parts'))}"
                )


def path_cards(ways: Sequence[Way]) -> None:
    """Show further paths, each hop with its quotes behind a fold."""
    words = words_of("connect")
    for way in _first(ways, "paths", words):
        with streamlit.expander(plain(way.label)):
            for hop in way.hops:
                streamlit.html(
                    f'<p class="task">{relation_line(hop.subject, hop.predicate, hop.object, words)}'
                    f"{grade(hop.grade, words)}</p>{quotes_html(hop.quotes, words_of('parts'), 1)}"
                )


def kind_said(kind: str, words: Words) -> str:
    """Return what a way leads through, in words."""
    return KINDS[kind][0] if words.language == "zh" else KINDS[kind][2].capitalize()


def _through(way: Way, words: Words) -> str:
    """Return as HTML the groups that lead from the thing to an end; empty where it is tied to them directly."""
    if len(way.through) < 2:
        return ""
    groups = "".join(node_chip(node, words) for node in way.through[1:])
    return f'<span class="quiet">{escape(words("through"))}</span>{groups}'


def _first(ways: Sequence[Way], name: str, words: Words) -> Sequence[Way]:
    """Return the ways to be shown: the first ones, or all after the reader asked for all."""
    if len(ways) <= _FIRST or streamlit.toggle(words("all of them", n=len(ways)), key=f"all {name}"):
        return ways
    return ways[:_FIRST]
