"""The network of Explore as it is drawn: things one by one, by section or round a circle, or groups where there are too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from graph import PolicyGraph
from graph.network_page import NetworkDrawing, NetworkEdge, NetworkNode, said
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
    seen,
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
_ROUND = 180
"""Things that a circle holds so that each can be told from the next."""
_BANDED = 2000
"""Things that are listed by section before the list is too long to be looked through."""


def part_of(graph: PolicyGraph, lens: Lens) -> Part:
    """Return the part of a graph that a lens shows."""
    return seen(asked(whole), lens)


def places_of(graph: PolicyGraph, lens: Lens) -> dict[str, Position]:
    """Return positions of the things that a lens shows, by which linked ones are near each other."""
    part = asked(part_of, lens)
    labels = {iri: part.nodes[iri].label for iri in in_order(part)}
    return island_layout(labels, ((tie.subject, tie.object) for tie in part.ties))


def in_order(part: Part) -> list[str]:
    """Return the things of a part by their classes, in the order of the legend, and by their labels."""
    order = list(LOOKS)

    def key(iri: str) -> tuple[int, str, str]:
        kind = drawn_as(part.nodes[iri].kind)
        return order.index(kind) if kind else len(order), part.nodes[iri].label, iri

    return sorted(part.nodes, key=key)


def explore_picture(part: Part, lens: Lens, layout: str) -> None:
    """Show the things and relations of a part one by one. Arguments: part; lens, that showed it; layout: force, section, circle."""
    shown = part
    if layout == "section":
        _by_section(_best(part, _BANDED, lens, "best by section"), lens)
        return
    if layout == "circle":
        shown = _best(part, _ROUND, lens, "best round")
        places = circle_layout({iri: part.nodes[iri].label for iri in in_order(shown)})
    else:
        places = asked(places_of, lens)
    drawing = _drawing(shown, lens, layout, places)
    network_view(drawing, "explored", partial(_quotes, shown))
    quiet(said("how to zoom", language()))


def _best(part: Part, most: int, lens: Lens, said_so: str) -> Part:
    """Return no more of a part than a layout can hold, and say so where that leaves something out."""
    shown = best(part, most, lens.focus)
    if len(shown.nodes) < len(part.nodes):
        quiet(words_of("explore")(said_so, n=f"{len(shown.nodes):,}", all=f"{len(part.nodes):,}"))
    return shown


def _by_section(part: Part, lens: Lens) -> None:
    order = in_order(part)
    placed = _drawing(part, lens, "force", dict.fromkeys(order, (0.0, 0.0)))
    bands = section_bands(order, asked(whole).sections)
    sections_view(placed, bands, {card.id: card.name for card in asked(documents)}, "by section")
    network_download(
        lambda: _drawing(part, lens, "force", asked(places_of, lens)), "by section", partial(_quotes, part)
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
