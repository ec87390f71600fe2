"""A network as the scripts read it, in the app and in a saved page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from graph.pictures import GRADES, LOOKS, drawn_as, line_of, look_of
from views.parts.frame.language import Words
from views.parts.network.values import NetworkDrawing, NetworkEdge, NetworkNode

SCRIPTS = ("../zoom/zoom.js", "marks.js", "lines.js", "labels.js", "picture.js")
"""What draws a network; read one after the other."""
FOLDER = Path(__file__).parent


def network_data(drawing: NetworkDrawing, words: Words) -> dict[str, object]:
    """Return what `picture.js` draws. Arguments: drawing; words, of the parts."""
    return {
        "nodes": [node_data(node, words) for node in drawing.nodes],
        "edges": [edge_data(edge, words) for edge in drawing.edges],
        **legend_data(drawing, words),
        "height": drawing.height,
        "edgeLabels": drawing.edge_labels,
        "radial": drawing.radial,
    }


def legend_data(drawing: NetworkDrawing, words: Words) -> dict[str, object]:
    """Return the legend of a drawing and what its buttons say."""
    kinds = {drawn_as(node.kind) for node in drawing.nodes}
    counts = {"nodes": len(drawing.nodes), "edges": len(drawing.edges)}
    grades = {edge.grade for edge in drawing.edges}
    return {
        "legend": [
            {"label": words.term(kind), "colour": look.colour, "shape": look.shape}
            for kind, look in LOOKS.items()
            if kind in kinds
        ],
        "grades": [
            {"label": words.term(grade), "dashes": line_of(grade).dashes} for grade in GRADES if grade in grades
        ],
        "words": {
            "described": words("network described", **counts),
            "counts": words("counts", **counts),
            "list": words("as a list"),
            **{name: words(name) for name in ("fit", "nearer", "farther")},
        },
    }


def node_data(node: NetworkNode, words: Words) -> dict[str, object]:
    """Return a node with the looks of its class."""
    look = look_of(node.kind)
    return asdict(node) | {"colour": look.colour, "shape": look.shape, "said": words.term(node.kind)}


def edge_data(edge: NetworkEdge, words: Words) -> dict[str, object]:
    """Return an edge with the line of its grade."""
    said = words.term(edge.grade) if edge.grade else ""
    return asdict(edge) | {"dashes": line_of(edge.grade).dashes, "said": said}
