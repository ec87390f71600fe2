"""The card of one thing: its names, and every statement about it with the quotes that back it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit
from rdflib import URIRef
from rdflib.term import Identifier

from graph import PolicyGraph
from graph.pictures import drawn_as
from graph.things import EntityView, Node, Statement, nodes_of
from graph.things import entity_view as view_of
from views.parts.cards.html_pieces import chip, class_term, commitment, node_chip, term
from views.parts.cards.quote_card import quotes_html
from views.parts.frame.graph_source import asked
from views.parts.frame.language import words_of

_CHIPS = 24
"""Things of one relation that are shown as chips; the quotes below show them all."""


def entity(graph: PolicyGraph, iri: str) -> EntityView:
    """Return what a graph says of a thing; raises GraphError where it does not hold it."""
    return view_of(graph, graph.resolve(iri))


def other_ends(graph: PolicyGraph, iri: str) -> dict[URIRef, Node]:
    """Return the things that are tied to a thing by a statement."""
    ends = {end for one in entity(graph, iri).statements for end in (one.subject, one.object)}
    return nodes_of(graph, (end for end in ends if isinstance(end, URIRef)))


def entity_card(iri: str, key: str) -> None:
    """Show what is said of a thing, by relation, each with its quotes behind a fold.

    Arguments: iri; key, unique on the page.
    """
    view, ends = asked(entity, iri), asked(other_ends, iri)
    words = words_of("parts")
    others = "、".join(escape(name) for name in view.names if name != view.node.label)
    groups: dict[tuple[bool, str], list[Statement]] = {}
    for one in view.statements:
        if one.predicate != "inSection":
            groups.setdefault((one.subject != view.node.iri, one.predicate), []).append(one)
    with streamlit.container(border=True, key=key, gap="xsmall"):
        streamlit.html(
            f'<p class="task">{node_chip(view.node, words)}<span class="quiet">{class_term(view.node.kind, words)}'
            f"{' · ' if others else ''}{others}</span></p>"
        )
        for (inverse, predicate), together in sorted(groups.items()):
            _relation(together, inverse, predicate, ends, f"{key}-{inverse}-{predicate}")


def _relation(together: list[Statement], inverse: bool, predicate: str, ends: dict[URIRef, Node], key: str) -> None:
    """Show one relation of a thing: what it leads to, and on request the quotes."""
    words = words_of("parts")
    relation = words.term(predicate)
    said = term(words("said of it by", relation=relation) if inverse else relation, words.explained(predicate))
    far = [one.subject if inverse else one.object for one in together]
    labels = [one.subject_label if inverse else one.object_label for one in together]
    shown = dict(zip(labels, far, strict=True))
    items = "".join(f"<li>{_end(label, end, ends)}</li>" for label, end in list(shown.items())[:_CHIPS])
    more = f'<li class="quiet">… {len(shown)}</li>' if len(shown) > _CHIPS else ""
    streamlit.html(f'<p class="quiet">{said}</p><ul class="chips">{items}{more}</ul>')
    quotes = sum(len(one.quotes) for one in together)
    label = words("proof", n=quotes) if quotes else words.term("Background")
    with streamlit.expander(label, key=key, type="compact", on_change="rerun") as fold:
        if fold.open:
            statements(together)


def _end(label: str, end: Identifier, ends: dict[URIRef, Node]) -> str:
    """Return the far end of a statement as HTML: a thing leads to where it stands, a value is text."""
    words = words_of("parts")
    if not isinstance(end, URIRef):
        return chip(label, "", words)
    kind = ends[end].kind
    return chip(label, kind, words, str(end) if drawn_as(kind) else "")


def statements(shown: Sequence[Statement]) -> None:
    """Show statements, each with all its quotes."""
    words, parts = words_of("parts"), []
    for one in shown:
        said = " · ".join(escape(part) for part in (one.subject_label, words.term(one.predicate), one.object_label))
        firm = commitment(str(one.object).rpartition("#")[2], words) if one.predicate == "commitment" else ""
        parts.append(f'<p class="task"><strong>{said}</strong>{firm}</p>')
        if one.quotes:
            parts.append(quotes_html(one.quotes, words, shown=len(one.quotes)))
        else:
            parts.append(f'<p class="quiet">{escape(words("background", source=one.source))}</p>')
    streamlit.html("".join(parts))


def plain(text: str) -> str:
    """Return a text for a label in which Streamlit would read Markdown: every sign of it escaped."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-!|~$:&" else char for char in " ".join(text.split()))
