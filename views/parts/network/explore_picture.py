"""The network of Explore as it is drawn: things one by one in three layouts, or groups where there are too many."""

from __future__ import annotations

from graph import PolicyGraph
from graph.pictures import (
    LOOKS,
    Lens,
    Part,
    Position,
    SectionPlace,
    circle_layout,
    drawn_as,
    groups,
    island_layout,
    section_layout,
    seen,
    whole,
)
from views.parts.frame.graph_source import asked
from views.parts.frame.language import words_of
from views.parts.network.view import Click, NetworkEdge, NetworkNode, network_view

_LABELLED = 24
"""Edges up to which the relations are written on their lines."""
_HEIGHTS = {"force": 640, "section": 2400, "circle": 900}
"""Layout to the pixels of the picture's height, at the most: bands of sections fill its width, so that names are legible."""


def part_of(graph: PolicyGraph, lens: Lens) -> Part:
    """Return the part of a graph that a lens shows."""
    return seen(asked(whole), lens)


def places_of(graph: PolicyGraph, lens: Lens, layout: str) -> tuple[dict[str, Position], dict[SectionPlace, Position]]:
    """Return positions of the things that a lens shows, and of the heads of sections; `layout` is force, section or circle."""
    part, everything = asked(part_of, lens), asked(whole)
    labels = {iri: part.nodes[iri].label for iri in _in_order(part)}
    if layout == "section":
        return section_layout(labels, everything.sections)
    if layout == "circle":
        return circle_layout(labels), {}
    return island_layout(labels, ((tie.subject, tie.object) for tie in part.ties)), {}


def _in_order(part: Part) -> list[str]:
    order = list(LOOKS)

    def key(iri: str) -> tuple[int, str, str]:
        kind = drawn_as(part.nodes[iri].kind)
        return order.index(kind) if kind else len(order), part.nodes[iri].label, iri

    return sorted(part.nodes, key=key)


def explore_picture(part: Part, lens: Lens, layout: str) -> Click:
    """Show the things and relations of a part one by one; returns what was clicked."""
    words = words_of("parts")
    places, heads = asked(places_of, lens, layout)
    nodes = [
        NetworkNode(iri, node.label, node.kind, *places[iri], iri == lens.focus)
        for iri, node in ((iri, part.nodes[iri]) for iri in places)
    ]
    nodes += [NetworkNode(one.iri, one.heading or one.document, "Section", *at) for one, at in heads.items()]
    edges = [
        NetworkEdge(tie.statement, tie.subject, tie.object, words.term(tie.predicate), tie.grade) for tie in part.ties
    ]
    return network_view(
        nodes,
        edges,
        key="explored",
        height=_HEIGHTS[layout],
        edge_labels=len(edges) <= _LABELLED,
        radial=layout == "circle",
    )


def group_picture(part: Part) -> Click:
    """Show the classes of a part as groups with their numbers; returns what was clicked, a group by its class."""
    words = words_of("parts")
    held, bundles = groups(part)
    labels = {one.kind: f"{words.term(one.kind)} {one.size:,}" for one in held}
    places = circle_layout(labels)
    nodes = [NetworkNode(one.kind, labels[one.kind], one.kind, *places[one.kind], focus=True) for one in held]
    edges = [
        NetworkEdge(
            f"{one.subject} {one.predicate} {one.object}",
            one.subject,
            one.object,
            f"{words.term(one.predicate)} {one.size:,}",
            "",
        )
        for one in bundles
    ]
    return network_view(nodes, edges, key="groups", height=_HEIGHTS["force"], edge_labels=True)
