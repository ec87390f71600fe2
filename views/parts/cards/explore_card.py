"""The card of what was clicked in the network, and how to look further from there."""

from __future__ import annotations

import streamlit
from rdflib import URIRef

from graph import PolicyGraph
from graph.connections import ENDS
from graph.pictures import Lens, Part, SectionPlace, Tie, Whole
from graph.things import Node, Quote, quotes_of
from views.parts.cards import html_pieces as pieces
from views.parts.cards.edge_card import edge_card
from views.parts.cards.entity_card import entity_card, plain
from views.parts.frame.address import link, put, value
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of


def backing(graph: PolicyGraph, statement: str) -> tuple[Quote, ...]:
    """Return the quotes that back a statement."""
    return quotes_of(graph, [URIRef(statement)]).get(URIRef(statement), ())


def explore_card(everything: Whole, part: Part, lens: Lens) -> None:
    """Show the card of the node or the edge that the address names; else say that one may be clicked."""
    words = words_of("explore")
    tie = next((one for one in everything.ties if one.statement == value("edge")), None) if value("edge") else None
    if tie:
        _edge(tie, everything, part, lens, words)
    elif section := _section(value("node"), everything):
        with streamlit.container(border=True):
            streamlit.text(section.heading or section.document)
            link("reader", words("read the document"), icon=":material/article:", document=section.document)
    elif value("node"):
        entity_card(value("node"), "explored thing")
        if value("node") in everything.nodes:
            _further([everything.nodes[value("node")]], part, lens, words)
    else:
        pieces.quiet(words("click"))
        return
    streamlit.button(words_of("parts")("close"), on_click=put, kwargs={"node": "", "edge": ""})


def _edge(tie: Tie, everything: Whole, part: Part, lens: Lens, words: Words) -> None:
    ends = [everything.nodes[tie.subject], everything.nodes[tie.object]]
    edge_card(ends[0], tie.predicate, ends[1], tie.grade, asked(backing, tie.statement), "explored edge")
    _further(ends, part, lens, words)


def _further(nodes: list[Node], part: Part, lens: Lens, words: Words) -> None:
    """Show what can be done with some things: expand them, put them in the middle, connect them with the focus."""
    with streamlit.container(horizontal=True, vertical_alignment="center"):
        for node in nodes:
            iri, name = str(node.iri), plain(node.label)
            if lens.focus and iri != lens.focus and iri not in lens.opened:
                opened = {"opened": [*lens.opened, iri]}
                streamlit.button(words("expand", thing=name), key=f"expand {iri}", on_click=put, kwargs=opened)
            if iri != lens.focus:
                middle = {"focus": iri, "opened": "", "kinds": "", "degree": ""}
                streamlit.button(
                    words("put in the middle", thing=name), key=f"focus {iri}", on_click=put, kwargs=middle
                )
            if _can_be_tied(iri, lens, part):
                other = plain(part.nodes[lens.focus].label)
                tied = words("tie to the middle", thing=name, other=other)
                link("connect", tied, icon=":material/hub:", ends=[lens.focus, iri])


def _can_be_tied(iri: str, lens: Lens, part: Part) -> bool:
    pair = [part.nodes[one] for one in (lens.focus, iri) if one in part.nodes]
    return lens.focus != iri and len(pair) == 2 and all(any(node.of(kind) for kind in ENDS) for node in pair)


def _section(iri: str, everything: Whole) -> SectionPlace | None:
    return next((one for one in everything.sections.values() if one.iri == iri), None) if iri else None
