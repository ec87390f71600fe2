"""The picture of a connection; a click opens the card of a thing or a relation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from graph.connections import Connections, Hop, Way, drawn
from graph.network_page import NetworkDrawing, NetworkEdge, NetworkNode, said
from graph.pictures import between_layout
from graph.things import Quote
from views.parts.cards import html_pieces as pieces
from views.parts.cards.edge_card import edge_html
from views.parts.frame.language import language, words_of
from views.parts.network.view import network_view
from views.parts.panel.view import Opened, first, panel, thing_card

_LABELLED = 14
"""Edges up to which the relations are written on their lines."""
_DRAWN = 60
"""Ways that are drawn, the best ones: more lines than these tell nothing."""
_LOWEST, _HIGHEST = 380, 940
"""Pixels of the picture's height."""


def tie_picture(found: Connections) -> None:
    """Show the ways of a connection as a network, every hop drawn by its grade, with the panel. Of the address: `node`, `edge`."""
    words, ways = words_of("connect"), found.all[:_DRAWN]
    hops = {f"{hop.statement} {hop.object.iri}": hop for way in ways for hop in way.hops}
    if len(ways) < len(found):
        pieces.quiet(words("best drawn", n=len(ways), all=len(found)))
    nodes, edges = drawing(found, ways)
    height = min(max(_LOWEST, 66 * (len(nodes) - len(found.ends))), _HIGHEST)
    title = words("picture of", ends=words("comma").join(node.label for node in found.ends))
    network_view(
        NetworkDrawing(title, nodes, edges, height=height, edge_labels=len(edges) <= _LABELLED),
        "tie picture",
        partial(_quotes, hops),
    )
    pieces.quiet(said("how to zoom", language()))
    panel(partial(_card, hops))


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
        NetworkEdge(f"{statement} {other}", one, other, words.term(data["predicate"]), data["grade"], data["predicate"])
        for one, other, statement, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    return nodes, edges


def _quotes(hops: dict[str, Hop]) -> dict[str, Sequence[Quote]]:
    return {edge: hop.quotes for edge, hop in hops.items()}


def _card(hops: dict[str, Hop], opened: Opened) -> str:
    words, hop = words_of("parts"), hops.get(first(opened, "edge"))
    if hop:
        return edge_html(hop.subject, hop.predicate, hop.object, hop.grade, hop.quotes, words)
    return thing_card(opened)
