"""The network of Explore as it is drawn: things one by one, by section or round a circle, or groups where there are too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from graph import PolicyGraph
from graph.network_page import NetworkDrawing, NetworkEdge, NetworkNode, said
from graph.pages import ClassNetwork, class_network
from graph.pictures import (
    LOOKS,
    Lens,
    Part,
    Position,
    best,
    circle_layout,
    drawn_as,
    island_layout,
    section_bands,
    whole,
)
from graph.things import Quote, documents
from views.parts.cards.html_pieces import quiet
from views.parts.frame.graph_source import asked
from views.parts.frame.language import language, words_of
from views.parts.network.things_network import quotes_behind
from views.parts.network.view import network_download, network_view
from views.parts.sections.view import sections_view

_LABELLED = 24
"""Edges up to which the relations are written on their lines."""
_HEIGHT, _HIGH = 640, 820
"""Pixels of the picture's height, at the most: of a few things, and of many or of a circle."""
_MANY = 300
_ROUND = 60
"""Things that a circle holds so that each can be told from the next."""
_BANDED = 2000
"""Things that are listed by section before the list is too long to be looked through."""


def network_of(graph: PolicyGraph, lens: Lens, with_tied: bool) -> ClassNetwork:
    """Return what of a graph is shown. Arguments: graph; lens; with_tied, whether things come with all that they are tied to."""
    return class_network(asked(whole), lens, with_tied)


def places_of(graph: PolicyGraph, lens: Lens, with_tied: bool) -> dict[str, Position]:
    """Return positions of the things that are shown, by which linked ones are near each other. Arguments: as for `network_of`."""
    part = asked(network_of, lens, with_tied).part
    labels = {iri: part.nodes[iri].label for iri in in_order(part)}
    return island_layout(labels, ((tie.subject, tie.object) for tie in part.ties))


def in_order(part: Part) -> list[str]:
    """Return the things of a part by their classes, in the order of the legend, and by their labels."""
    order = list(LOOKS)

    def key(iri: str) -> tuple[int, str, str]:
        kind = drawn_as(part.nodes[iri].kind)
        return order.index(kind) if kind else len(order), part.nodes[iri].label, iri

    return sorted(part.nodes, key=key)


def explore_picture(network: ClassNetwork, lens: Lens, layout: str) -> None:
    """Show things and relations one by one. Arguments: network; lens, that showed it; layout: force, section, circle."""
    shown = part = network.part
    if layout == "section":
        _by_section(_best(part, _BANDED, lens, "best by section"), lens, network.with_tied)
        return
    if layout == "circle":
        shown = _best(part, _ROUND, lens, "best round")
        places = circle_layout({iri: part.nodes[iri].label for iri in in_order(shown)})
    else:
        places = asked(places_of, lens, network.with_tied)
    drawing = _drawing(shown, lens, layout, places)
    network_view(drawing, "explored", partial(_quotes, shown))
    quiet(said("how to zoom", language()))


def _best(part: Part, most: int, lens: Lens, said_so: str) -> Part:
    """Return no more of a part than a layout can hold, and say so where that leaves something out."""
    shown = best(part, most, lens.focus)
    if len(shown.nodes) < len(part.nodes):
        quiet(words_of("explore")(said_so, n=f"{len(shown.nodes):,}", all=f"{len(part.nodes):,}"))
    return shown


def _by_section(part: Part, lens: Lens, with_tied: bool) -> None:
    order = in_order(part)
    placed = _drawing(part, lens, "force", dict.fromkeys(order, (0.0, 0.0)))
    bands = section_bands(order, asked(whole).sections)
    sections_view(placed, bands, {card.id: card.name for card in asked(documents)}, "by section")
    network_download(
        lambda: _drawing(part, lens, "force", asked(places_of, lens, with_tied)), "by section", partial(_quotes, part)
    )
    quiet(words_of("explore")("lines when looked at"))


def _drawing(part: Part, lens: Lens, layout: str, places: Mapping[str, Position]) -> NetworkDrawing:
    words = words_of("parts")
    nodes = [
        NetworkNode(iri, part.nodes[iri].label, part.nodes[iri].kind, *at, iri == lens.focus)
        for iri, at in places.items()
    ]
    edges = [
        NetworkEdge(tie.statement, tie.subject, tie.object, words.term(tie.predicate), tie.grade, tie.predicate)
        for tie in part.ties
    ]
    title = words_of("explore")("picture of", thing=part.nodes[lens.focus].label) if lens.focus in part.nodes else ""
    return NetworkDrawing(
        title or words_of("explore")("picture"),
        nodes,
        edges,
        height=_HIGH if layout == "circle" or len(nodes) > _MANY else _HEIGHT,
        edge_labels=len(edges) <= _LABELLED,
        radial=layout == "circle",
    )


def _quotes(part: Part) -> Mapping[str, Sequence[Quote]]:
    found: Mapping[str, Sequence[Quote]] = asked(quotes_behind, tuple(tie.statement for tie in part.ties))
    return found
