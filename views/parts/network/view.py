"""The network picture: vis-network as pyvis carries it, shown without any network, whose clicks come back to Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import streamlit

from graph.pictures import GRADES, LOOKS, drawn_as, look_of
from graph.rdf import label as term_label
from views.parts.frame.component import component
from views.parts.frame.language import Words, words_of
from views.parts.network.page import network_page
from views.parts.network.values import Click, NetworkEdge, NetworkNode

__all__ = ["Click", "NetworkEdge", "NetworkNode", "network_view"]

_PYVIS = find_spec("pyvis")  # found, not imported: that would bring IPython for the sake of one file of JavaScript
assert _PYVIS is not None, "the extra app installs pyvis"
assert _PYVIS.origin is not None
_LIBRARY = Path(_PYVIS.origin).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"


@cache
def _library() -> streamlit.components.v2.types.ComponentRenderer:
    """Register the library, once for each process.

    It is a part of its own that never changes, so that the browser is sent its half megabyte once a session.
    """
    script = f"{_LIBRARY.read_text(encoding='utf-8')}\nexport default function () {{}}\n"
    return streamlit.components.v2.component("policygraph_vis_network", js=script)


def network_view(
    nodes: Iterable[NetworkNode],
    edges: Iterable[NetworkEdge],
    *,
    key: str,
    height: int = 560,
    edge_labels: bool = True,
    radial: bool = False,
) -> Click:
    """Show a network and return what was clicked in this run.

    Arguments: nodes and edges; key, unique on the page; height in pixels, at the most; edge_labels, whether relations are
    written on their lines; radial, whether nodes stand on a circle and names outside it. Labels are drawn on a canvas or
    set as text: they can hold anything.
    """
    words = words_of("parts")
    shown, drawn = list(nodes), list(edges)
    _library()(key="vis_network_library", height=1)
    result = component("network", "labels.js", "view.js")(
        key=key,
        height="content",
        data=_data(shown, drawn, words) | {"height": height, "edgeLabels": edge_labels, "radial": radial},
        on_clicked_change=lambda: None,
    )
    streamlit.download_button(
        words("save network"),
        data=lambda: network_page(shown, drawn, words),
        file_name="network.html",
        mime="text/html",
        key=f"{key}-page",
        icon=":material/download:",
        type="tertiary",
    )
    clicked = result.clicked or {}
    return Click(str(clicked.get("node") or ""), str(clicked.get("edge") or ""))


def _data(nodes: list[NetworkNode], edges: list[NetworkEdge], words: Words) -> dict[str, object]:
    kinds = {drawn_as(node.kind) for node in nodes}
    counts = {"nodes": len(nodes), "edges": len(edges)}
    grades = [grade for grade in GRADES if any(edge.grade == grade for edge in edges)]
    return {
        "nodes": [_node(node, words) for node in nodes],
        "edges": [
            asdict(edge) | {"line": GRADES.get(edge.grade, "solid"), "said": words.term(edge.grade)} for edge in edges
        ],
        "legend": [_legend(kind, words) for kind in LOOKS if kind in kinds],
        "grades": [{"label": term_label(grade, words.language), "line": GRADES[grade]} for grade in grades],
        "words": {
            "described": words("network described", **counts),
            "counts": words("counts", **counts),
            "list": words("as a list"),
            "fit": words("fit"),
        },
    }


def _node(node: NetworkNode, words: Words) -> dict[str, object]:
    look = look_of(node.kind)
    return asdict(node) | {"colour": look.colour, "shape": look.shape, "said": words.term(node.kind)}


def _legend(kind: str, words: Words) -> dict[str, str]:
    look = LOOKS[kind]
    return {"label": words.term(kind), "colour": look.colour, "shape": look.shape}
