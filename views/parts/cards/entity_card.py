"""The card of one thing: its names, and every statement about it with the quotes that back it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rdflib import URIRef
from rdflib.term import Identifier

from graph import PolicyGraph
from graph.pictures import drawn_as
from graph.things import EntityView, Node, Statement, nodes_of
from graph.things import entity_view as view_of
from views.parts.cards.html_pieces import chip, class_term, commitment, node_chip, term
from views.parts.cards.quote_card import quote_html, quotes_html
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words

_CHIPS = 24
"""Things of one relation that are shown before the rest is asked for."""
_STATEMENTS = 60
"""Statements of one relation whose quotes are shown."""


def entity(graph: PolicyGraph, iri: str) -> EntityView:
    """Return what a graph says of a thing; raises GraphError where it does not hold it."""
    return view_of(graph, graph.resolve(iri))


def other_ends(graph: PolicyGraph, iri: str) -> dict[URIRef, Node]:
    """Return the things that are tied to a thing by a statement."""
    ends = {end for one in entity(graph, iri).statements for end in (one.subject, one.object)}
    return nodes_of(graph, (end for end in ends if isinstance(end, URIRef)))


def entity_html(iri: str, words: Words) -> str:
    """Return what is said of a thing as HTML, by relation: what it leads to, the first quote, and the others behind a fold.

    Arguments: iri; words, of the parts. Raises GraphError for a thing that the graph does not hold.
    """
    view, ends = asked(entity, iri), asked(other_ends, iri)
    others = words.list_of(escape(name) for name in view.names if name != view.node.label)
    groups: dict[tuple[bool, str], list[Statement]] = {}
    for one in view.statements:
        if one.predicate != "inSection":
            groups.setdefault((one.subject != view.node.iri, one.predicate), []).append(one)
    head = (
        f'<p class="task">{node_chip(view.node, words)}<span class="quiet">{class_term(view.node.kind, words)}'
        f"{' · ' if others else ''}{others}</span></p>"
    )
    return head + "".join(
        _relation(together, inverse, predicate, ends, words)
        for (inverse, predicate), together in sorted(groups.items())
    )


def _relation(together: list[Statement], inverse: bool, predicate: str, ends: dict[URIRef, Node], words: Words) -> str:
    """Return one relation of a thing as HTML."""
    relation = words.term(predicate)
    said = term(words("said of it by", relation=relation) if inverse else relation, words.explained(predicate))
    far = [one.subject if inverse else one.object for one in together]
    labels = [one.subject_label if inverse else one.object_in(words.language) for one in together]
    items = [f"<li>{_end(*one, ends, words)}</li>" for one in dict(zip(labels, far, strict=True)).items()]
    chips = f'<ul class="chips">{"".join(items[:_CHIPS])}</ul>'
    if rest := items[_CHIPS:]:
        more = escape(words("more things", n=len(rest)))
        chips += f'<details class="more"><summary>{more}</summary><ul class="chips">{"".join(rest)}</ul></details>'
    return f"<section><h4>{said}</h4>{chips}{_proof(together, words)}</section>"


def _proof(together: list[Statement], words: Words) -> str:
    """Return the quotes of one relation as HTML: the first at once, all behind a fold; where no text says it, its source."""
    proven = [one for one in together if one.quotes]
    if not proven:
        return f'<p class="quiet">{escape(words("background", source=together[0].source))}</p>'
    quotes = sum(len(one.quotes) for one in proven)
    first = quote_html(proven[0].quotes[0], words)
    if quotes == 1:
        return first
    fold = escape(words("proof", n=quotes))
    left_out = len(together) - _STATEMENTS
    more = f'<p class="quiet">{escape(words("more statements", n=left_out))}</p>' if left_out > 0 else ""
    all_of_it = statements_html(together[:_STATEMENTS], words)
    return f'{first}<details class="more"><summary>{fold}</summary>{all_of_it}{more}</details>'


def _end(label: str, end: Identifier, ends: dict[URIRef, Node], words: Words) -> str:
    """Return the far end of a statement as HTML: a thing leads to where it stands, a value is text."""
    if not isinstance(end, URIRef):
        return chip(label, "", words)
    kind = ends[end].kind
    return chip(label, kind, words, str(end) if drawn_as(kind) else "")


def statements_html(shown: Sequence[Statement], words: Words) -> str:
    """Return statements as HTML, each with all its quotes."""
    parts = []
    for one in shown:
        said = " · ".join(
            escape(part) for part in (one.subject_label, words.term(one.predicate), one.object_in(words.language))
        )
        firm = commitment(str(one.object).rpartition("#")[2], words) if one.predicate == "commitment" else ""
        parts.append(f'<p class="task"><strong>{said}</strong>{firm}</p>')
        if one.quotes:
            parts.append(quotes_html(one.quotes, words, shown=len(one.quotes)))
        else:
            parts.append(f'<p class="quiet">{escape(words("background", source=one.source))}</p>')
    return "".join(parts)


def plain(text: str) -> str:
    """Return a text for a label in which Streamlit would read Markdown: every sign of it escaped."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-!|~$:&" else char for char in " ".join(text.split()))
