"""The picture of a network as a web page that opens offline: each thing and each relation shows its quotes when it is clicked."""

from __future__ import annotations

from collections.abc import Sequence

from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import Words
from graph.network_page import NetworkDrawing, NetworkEdge, NetworkNode, network_page, said
from graph.pictures import Position, island_layout, two_sided_layout
from graph.rdf import label
from graph.things import Node

_LABELLED = 40
"""Relations up to which all are written on their lines; beyond, those of what is looked at."""
_ROW, _LOWEST, _HIGHEST = 66, 380, 940
"""Pixels of the picture's height: for each thing between two ends, at least, and at the most."""


def network_html(selection: Selection, ends: Sequence[Node], words: Words) -> bytes:
    """Return a selection as a web page. Arguments: selection; ends, what was asked for; words around it.

    Raises GraphError where pyvis is not installed.

    >>> b"<h1>a</h1>" in network_html(Selection((), ()), (), Words("a", "b", (), "en"))
    True
    """
    relations = [one for one in selection.relations if one.subject.iri != one.object.iri]
    asked = [str(end.iri) for end in ends]
    tied = {end for one in relations for end in (one.subject, one.object)} | set(ends)
    left_out = selection.left_out + len(set(selection.things) - tied)  # also those that nothing ties to what is shown
    labels = {str(node.iri): node.label for node in sorted(tied)}
    places = _places(labels, relations, asked)
    drawing = NetworkDrawing(
        words.title,
        [
            NetworkNode(str(node.iri), node.label, node.kind, *places[str(node.iri)], node in ends)
            for node in sorted(tied)
        ],
        [
            NetworkEdge(
                _called(one), str(one.subject.iri), str(one.object.iri), label(one.predicate, words.language), one.grade
            )
            for one in relations
        ],
        height=min(max(_LOWEST, _ROW * (len(tied) - len(ends))), _HIGHEST),
        edge_labels=len(relations) <= _LABELLED,
        finding=words.finding,
        notes=(said("left out", words.language, n=left_out),) if left_out else (),
        source=" ".join(words.notes),
    )
    return network_page(drawing, {_called(one): one.quotes for one in relations}, words.language).encode()


def _places(labels: dict[str, str], relations: Sequence[QuotedRelation], asked: Sequence[str]) -> dict[str, Position]:
    pairs = [(str(one.subject.iri), str(one.object.iri)) for one in relations]
    if len(asked) != 2:
        return island_layout(labels, pairs)
    return two_sided_layout((asked[0], asked[1]), [one for one in dict.fromkeys(sum(pairs, ())) if one not in asked])


def _called(relation: QuotedRelation) -> str:
    """One statement can tie several things (沈抚), so a relation is called by its statement and its object."""
    return f"{relation.statement} {relation.object.iri}"
