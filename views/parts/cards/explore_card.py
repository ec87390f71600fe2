"""The card of what was clicked in the network, and how to look further from there."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rdflib import URIRef

from graph import PolicyGraph
from graph.connections import ENDS
from graph.pictures import Lens, Part, SectionPlace, Whole
from graph.things import Node, Quote, quotes_of
from views.parts.cards.edge_card import edge_html
from views.parts.cards.entity_card import entity_html
from views.parts.cards.names import Name, all_that_ties, document_name
from views.parts.frame.address import parameters
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.panel.view import Opened, first


def backing(graph: PolicyGraph, statement: str) -> tuple[Quote, ...]:
    """Return the quotes that back a statement."""
    return quotes_of(graph, [URIRef(statement)]).get(URIRef(statement), ())


def explore_card(opened: Opened, everything: Whole, part: Part, lens: Lens) -> str:
    """Return the card of a thing, a statement or a section as HTML, with what can be done from there.

    Arguments: opened; everything, all relations of the graph; part, what of it is shown; lens, by which.
    """
    parts, words = words_of("parts"), words_of("explore")
    edge = first(opened, "edge")
    tie = next((one for one in everything.ties if one.statement == edge), None) if edge else None
    if tie:
        ends = [everything.nodes[tie.subject], everything.nodes[tie.object]]
        card = edge_html(ends[0], tie.predicate, ends[1], tie.grade, asked(backing, tie.statement), parts)
        return card + _further(ends, part, lens, words)
    iri = first(opened, "node")
    if section := _section(iri, everything):
        read = document_name(words("read the document"), section.document).html("read")
        return f"<p><strong>{escape(section.heading or section.document)}</strong></p><p>{read}</p>"
    if not iri:
        return ""
    held = [everything.nodes[iri]] if iri in everything.nodes else []
    return entity_html(iri, parts) + _further(held, part, lens, words)


def _further(nodes: Sequence[Node], part: Part, lens: Lens, words: Words) -> str:
    """Return as HTML what can be done with some things: expand them, put them in the middle, connect them with the focus."""
    ways = []
    for node in nodes:
        iri = str(node.iri)
        if lens.focus and iri != lens.focus and iri not in lens.opened:
            ways.append(_here(words("expand", thing=node.label), opened=(*lens.opened, iri)))
        if iri != lens.focus:
            said = words("put in the middle", thing=node.label)
            ways.append(_here(said, focus=(iri,), opened=(), kinds=(), degree=()))
        if _can_be_tied(iri, lens, part):
            other = part.nodes[lens.focus].label
            ways.append(all_that_ties(words("tie to the middle", thing=node.label, other=other), (lens.focus, iri)))
    return f'<p class="ways">{"".join(way.html("way") for way in ways)}</p>' if ways else ""


def _here(said: str, **changed: tuple[str, ...]) -> Name:
    """Return a link to this page with some of its parameters changed."""
    said_now = {name: tuple(one) for name, one in parameters().items()}
    return Name(said, "explore", tuple((name, one) for name, one in (said_now | changed).items() if one))


def _can_be_tied(iri: str, lens: Lens, part: Part) -> bool:
    pair = [part.nodes[one] for one in (lens.focus, iri) if one in part.nodes]
    return lens.focus != iri and len(pair) == 2 and all(any(node.of(kind) for kind in ENDS) for node in pair)


def _section(iri: str, everything: Whole) -> SectionPlace | None:
    return next((one for one in everything.sections.values() if one.iri == iri), None) if iri else None
