"""The picture of a connection; a click on a thing or a relation opens its card below."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit

from graph.connections import Connections, Hop, Way, drawn
from graph.pictures import between_layout
from views.parts.cards import html_pieces as pieces
from views.parts.cards.edge_card import edge_card
from views.parts.cards.entity_card import entity_card
from views.parts.frame.address import put, value
from views.parts.frame.language import words_of
from views.parts.network.view import NetworkEdge, NetworkNode, network_view

_LABELLED = 14
"""Edges up to which the relations are written on their lines."""
_DRAWN = 60
"""Ways that are drawn, the best ones: more lines than these tell nothing."""
_LOWEST, _HIGHEST = 380, 940
"""Pixels of the picture's height."""


def tie_picture(found: Connections) -> None:
    """Show the ways of a connection as a network, every hop drawn by its grade. Of the address: `node`, `edge`."""
    words, ways = words_of("parts"), found.all[:_DRAWN]
    hops = {f"{hop.statement} {hop.object.iri}": hop for way in ways for hop in way.hops}
    if len(ways) < len(found):
        said = words_of("connect")("best drawn", n=len(ways), all=len(found))
        pieces.quiet(said)
    nodes, edges = drawing(found, ways)
    height = min(max(_LOWEST, 66 * (len(nodes) - len(found.ends))), _HIGHEST)
    clicked = network_view(nodes, edges, key="tie picture", height=height, edge_labels=len(edges) <= _LABELLED)
    if clicked.node or clicked.edge:
        put(node=clicked.node, edge=clicked.edge)
        streamlit.rerun()
    _card(hops, words_of("connect")("click"))
    if value("node") or value("edge"):
        streamlit.button(words("close"), on_click=put, kwargs={"node": "", "edge": ""})


def drawing(found: Connections, ways: Sequence[Way]) -> tuple[list[NetworkNode], list[NetworkEdge]]:
    """Return the nodes and edges of the picture of some ways: the ends outside, what ties them between.

    One mention can name two ends (沈抚), so an edge is called by its statement and its object.
    """
    words = words_of("parts")
    graph = drawn(ways, found.ends)
    ends = [str(node.iri) for node in found.ends]
    labels = {iri: graph.nodes[iri]["label"] for iri in sorted(graph)}
    places = between_layout(ways, ends, labels)
    nodes = [
        NetworkNode(iri, label, graph.nodes[iri]["kind"], *places[iri], focus=iri in ends)
        for iri, label in labels.items()
    ]
    edges = [
        NetworkEdge(f"{statement} {other}", one, other, words.term(data["predicate"]), data["grade"])
        for one, other, statement, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    return nodes, edges


def _card(hops: dict[str, Hop], hint: str) -> None:
    hop = hops.get(value("edge"))
    if hop:
        edge_card(hop.subject, hop.predicate, hop.object, hop.grade, hop.quotes, "tie")
    elif value("node"):
        entity_card(value("node"), "tied thing")
    else:
        pieces.quiet(hint)
