"""A network as one HTML file that needs nothing from elsewhere: pyvis's page, without what it would load."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from graph.pictures import GRADES, LOOKS, drawn_as, look_of
from views.parts.frame.language import Words
from views.parts.network.values import NetworkEdge, NetworkNode

_FROM_ELSEWHERE = re.compile(
    r"<link\b[^>]*href=\"https?://[^>]*>|<script\b[^>]*src=\"https?://[^>]*>\s*</script>|<center>.*?</center>",
    re.DOTALL,
)
_DASHES: dict[str, bool | list[int]] = {"solid": False, "dashed": [9, 6], "dotted": [2, 5]}


def network_page(nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], words: Words) -> str:
    """Return a network as an HTML page with its legend and counts. Arguments: nodes; edges; words, of the parts.

    >>> page = network_page([NetworkNode("a", "</script>", "City", 0, 0)], [], Words("en", {"counts": {"en": "{nodes}"}}))
    >>> "</script>" in page.partition("nodes = ")[2].partition("edges = ")[0]
    False
    """
    from pyvis.network import Network  # imported here, since it brings IPython, which only a saved page needs

    drawing = Network(height="82vh", width="100%", directed=True, cdn_resources="in_line")
    drawing.toggle_physics(False)
    for node in nodes:
        look = look_of(node.kind)
        title = _hint(node.label, words.term(node.kind))
        drawing.add_node(
            node.id, label=node.label, title=title, shape=look.shape, color=look.colour, x=node.x, y=node.y, size=12
        )
    for edge in edges:
        title = _hint(edge.label, words.term(edge.grade))
        dashes = _DASHES[GRADES.get(edge.grade, "solid")]
        drawing.add_edge(edge.source, edge.target, label=edge.label, title=title, dashes=dashes, color="#8A8FA3")
    page = _FROM_ELSEWHERE.sub("", drawing.generate_html())
    return page.replace("</body>", f"{_legend(nodes, edges, words)}</body>", 1)


def _hint(label: str, kind: str) -> str:
    """Return what stands under the pointer. Where pyvis sees «href» in it, it would take the whole for markup."""
    return f"{label}\n{kind}".replace("href", "h\u200bref")


def _legend(nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], words: Words) -> str:
    kinds = {drawn_as(node.kind) for node in nodes}
    items = [
        f'<span style="color:{LOOKS[kind].colour}">■</span> {escape(words.term(kind))}'
        for kind in LOOKS
        if kind in kinds
    ]
    counts = escape(words("counts", nodes=len(nodes), edges=len(edges)))
    return f'<p style="font-family:sans-serif;clear:both">{"&emsp;".join([*items, counts])}</p>'
