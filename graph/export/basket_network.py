"""The network of a picture that was put aside, as a selection that can be drawn."""

from __future__ import annotations

from rdflib import URIRef

from graph.basket import DrawnNetwork, DrawnRelation
from graph.connections import BACKGROUND, GRADES
from graph.export.selection import QuotedRelation, Selection
from graph.things import Node, Quote


def selection_kept(network: DrawnNetwork) -> tuple[Selection, tuple[Node, ...]]:
    """Return what a picture holds as a selection, and what it is about.

    A basket knows no graph: its things are called by their numbers, so that two of one name stay two.

    >>> from graph.basket import DrawnThing
    >>> selection_kept(DrawnNetwork((DrawnThing("沈阳市", "City", True),), ()))[1][0].label
    '沈阳市'
    """
    nodes = tuple(Node(URIRef(f"urn:thing:{at:04}"), one.label, one.kind) for at, one in enumerate(network.things))
    relations = tuple(
        QuotedRelation(
            nodes[one.subject], one.predicate, nodes[one.object], f"urn:relation:{at:04}",
            (_quote(one),) if one.quote else (),
        )
        for at, one in enumerate(network.relations)
    )  # fmt: skip
    ends = tuple(node for node, one in zip(nodes, network.things, strict=True) if one.asked)
    return Selection(nodes, relations, network.left_out), ends


def _quote(one: DrawnRelation) -> Quote:
    grade = one.grade if one.grade in GRADES else BACKGROUND  # a basket is a file: it may say anything
    return Quote(one.quote, one.start, one.end, grade, "", one.quote, (), one.title, "", "")
