"""The picture of some things and the relations among them; a click opens the card of a thing or of a relation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from rdflib import URIRef

from graph import PolicyGraph
from graph.network_page import NetworkDrawing, NetworkEdge, NetworkNode, said
from graph.pictures import NetworkAmong, Relation, island_layout
from graph.things import Quote, quotes_of
from views.parts.cards.edge_card import edge_html
from views.parts.cards.html_pieces import quiet
from views.parts.frame.graph_source import asked
from views.parts.frame.language import words_of
from views.parts.network.view import network_view
from views.parts.panel.view import Opened, first, panel, thing_card

_LABELLED = 40
"""Edges up to which the relations are written on their lines."""


def things_network(picture: NetworkAmong, key: str, title: str, focus: frozenset[URIRef] = frozenset()) -> None:
    """Show things and their relations, with the panel.

    Arguments: picture; key, unique on the page; title, of the picture when it is saved; focus, what was asked about. Of the
    address: `node` and `edge`.
    """
    words = words_of("parts")
    labels = {str(node.iri): node.label for node in picture.nodes}
    pairs = [(str(one.subject), str(one.object)) for one in picture.relations]
    places = island_layout(labels, pairs)
    nodes = [
        NetworkNode(str(node.iri), node.label, node.kind, *places[str(node.iri)], node.iri in focus)
        for node in picture.nodes
    ]
    edges = [
        NetworkEdge(
            _called(one), str(one.subject), str(one.object), words.term(one.predicate), one.grade, one.predicate
        )
        for one in picture.relations
    ]
    drawing = NetworkDrawing(title, nodes, edges, edge_labels=len(edges) <= _LABELLED)
    network_view(drawing, key, partial(_all_quotes, picture))
    quiet(said("how to zoom", words.language))
    panel(partial(_card, picture))


def quotes_behind(graph: PolicyGraph, statements: Sequence[str]) -> dict[str, tuple[Quote, ...]]:
    """Return the quotes that back some statements, by their IRIs."""
    found = quotes_of(graph, [URIRef(one) for one in statements if one])
    return {str(statement): quotes for statement, quotes in found.items()}


def _called(relation: Relation) -> str:
    return relation.statement or f"{relation.subject} {relation.predicate} {relation.object}"


def _all_quotes(picture: NetworkAmong) -> Mapping[str, Sequence[Quote]]:
    found: Mapping[str, Sequence[Quote]] = asked(quotes_behind, tuple(one.statement for one in picture.relations))
    return found


def _card(picture: NetworkAmong, opened: Opened) -> str:
    words = words_of("parts")
    relation = next((one for one in picture.relations if _called(one) == first(opened, "edge")), None)
    if relation:
        by_iri = {node.iri: node for node in picture.nodes}
        quotes = asked(quotes_behind, (relation.statement,)).get(relation.statement, ())
        ends = by_iri[relation.subject], relation.predicate, by_iri[relation.object]
        return edge_html(*ends, relation.grade, quotes, words)
    return thing_card(opened)
