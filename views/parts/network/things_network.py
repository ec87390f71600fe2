"""The picture of some things and the relations among them; a click opens the card of a thing."""

from __future__ import annotations

import streamlit
from rdflib import URIRef

from graph.pictures import NetworkAmong, force_layout
from views.parts.cards.entity_card import entity_card
from views.parts.frame.address import put, value
from views.parts.frame.language import words_of
from views.parts.network.view import NetworkEdge, NetworkNode, network_view


def things_network(picture: NetworkAmong, key: str, focus: frozenset[URIRef] = frozenset()) -> None:
    """Show things and their relations. Arguments: picture; key, unique on the page; focus, what was asked about."""
    words = words_of("parts")
    labels = {str(node.iri): node.label for node in picture.nodes}
    pairs = [(str(one.subject), str(one.object)) for one in picture.relations]
    places = force_layout(labels, pairs)
    nodes = [
        NetworkNode(str(node.iri), node.label, node.kind, *places[str(node.iri)], node.iri in focus)
        for node in picture.nodes
    ]
    edges = [
        NetworkEdge(str(i), str(one.subject), str(one.object), words.term(one.predicate), one.grade)
        for i, one in enumerate(picture.relations)
    ]
    clicked = network_view(nodes, edges, key=key, edge_labels=len(edges) <= 40)
    wanted = clicked.node
    if clicked.edge.isdigit() and int(clicked.edge) < len(edges):
        wanted = edges[int(clicked.edge)].source
    if wanted and wanted != value("node"):
        put(node=wanted)
        streamlit.rerun()
    if value("node") in labels:
        entity_card(value("node"), f"{key}-card")
        streamlit.button(words("close"), on_click=put, kwargs={"node": ""}, key=f"{key}-close")
