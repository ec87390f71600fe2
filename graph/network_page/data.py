"""A network as the scripts read it, in the app and in a saved page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from graph.network_page.values import NetworkDrawing, NetworkEdge, NetworkNode
from graph.network_page.words import said
from graph.pictures import GRADES, LOOKS, drawn_as, line_of, look_of
from graph.rdf import Language, label
from graph.results import unturned

FOLDER = Path(__file__).parent
"""Where the scripts and the styles stand."""
SCRIPTS = ("zoom.js", "marks.js", "lines.js", "labels.js", "list.js", "sizes.js", "picture.js")
"""What draws a network and lists its things; read one after the other."""


def network_data(drawing: NetworkDrawing, language: Language) -> dict[str, Any]:
    """Return what `picture.js` draws. Arguments: drawing; language of the words.

    >>> network_data(NetworkDrawing("", [], []), "en")["words"]["counts"]
    '0 things · 0 relations'
    """
    return {
        "nodes": [node_data(node, language) for node in drawing.nodes],
        "edges": [edge_data(edge, language) for edge in drawing.edges],
        **legend_data(drawing, language),
        "height": drawing.height,
        "edgeLabels": drawing.edge_labels,
        "radial": drawing.radial,
    }


def legend_data(drawing: NetworkDrawing, language: Language) -> dict[str, object]:
    """Return the legend of a drawing and what its buttons say."""
    kinds = {drawn_as(node.kind) for node in drawing.nodes}
    counts = {"nodes": len(drawing.nodes), "edges": len(drawing.edges)}
    grades = {edge.grade for edge in drawing.edges}
    return {
        "legend": [
            {"label": label(kind, language), "colour": look.colour, "shape": look.shape}
            for kind, look in LOOKS.items()
            if kind in kinds
        ],
        "grades": [
            {"label": label(grade, language), "dashes": line_of(grade).dashes} for grade in GRADES if grade in grades
        ],
        "words": {
            "described": said("network described", language, **counts),
            "counts": said("counts", language, **counts),
            "list": said("as a list", language),
            "beside": said("beside a name", language, said="#"),
            **{name: said(name, language) for name in ("fit", "nearer", "farther")},
        },
    }


def node_data(node: NetworkNode, language: Language) -> dict[str, object]:
    """Return a node with the looks of its class."""
    look = look_of(node.kind)
    said = {"label": unturned(node.label), "said": label(node.kind, language)}
    return asdict(node) | said | {"colour": look.colour, "shape": look.shape}


def edge_data(edge: NetworkEdge, language: Language) -> dict[str, object]:
    """Return an edge with the line of its grade."""
    grade = label(edge.grade, language) if edge.grade else ""
    return asdict(edge) | {"dashes": line_of(edge.grade).dashes, "said": grade}
