"""The network of a picture as it is put aside: what weighs most of it, each relation with its first sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.basket import DrawnNetwork, DrawnRelation, DrawnThing
from graph.network_page import NetworkDrawing, NetworkEdge
from graph.things import Quote


def kept_network(drawing: NetworkDrawing, quotes: Mapping[str, Sequence[Quote]]) -> DrawnNetwork:
    """Return what is drawn, at most so much as a slide or a page can hold. Arguments: drawing; quotes, of its edges by their ids."""
    places = {node.id: at for at, node in enumerate(drawing.nodes)}
    things = tuple(DrawnThing(node.label, node.kind, node.focus) for node in drawing.nodes)
    relations = tuple(_relation(edge, places, quotes.get(edge.id, ())) for edge in drawing.edges)
    return DrawnNetwork(things, relations).bounded()


def _relation(edge: NetworkEdge, places: Mapping[str, int], quotes: Sequence[Quote]) -> DrawnRelation:
    ends = places[edge.source], edge.predicate, places[edge.target]
    if not quotes:
        return DrawnRelation(*ends, edge.grade)
    first = quotes[0]
    return DrawnRelation(*ends, edge.grade, first.exact, first.title, first.start, first.end)
