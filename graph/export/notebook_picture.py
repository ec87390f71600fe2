"""A connection in a notebook: its answer and its table, and its picture, which grows with the box that it stands in."""

from __future__ import annotations

from graph.connections import Connections
from graph.errors import GraphError
from graph.export.network_drawing import network_svg
from graph.export.network_picture import network_picture
from graph.export.selection import selection_of_ways
from graph.export.sheet import Words
from graph.export.sources import source_by_titles

_MOST = 40
"""Things that the picture shows."""
_BOX = "width:760px;max-width:100%;overflow:auto;resize:both;border:1px solid #D1D5DB"


def html_with_picture(found: Connections) -> str:
    """Return HTML with a picture above the answer and the table; without one where nothing ties the ends or Graphviz is not installed.

    >>> from graph import PolicyGraph
    >>> with PolicyGraph.build("corpus") as g:
    ...     "<svg" in html_with_picture(g.connect("沈阳", "大连"))
    True
    """
    told = found._repr_html_()
    if not found.all:
        return told
    selection = selection_of_ways(found).at_most(_MOST, found.ends)
    title, source = "—".join(node.label for node in found.ends), source_by_titles(selection, "zh")
    words = Words(title, found.answer("zh"), (source,), "zh")
    try:
        drawn = network_svg(network_picture(selection, found.ends, "zh"), words).decode()
    except GraphError:
        return told
    picture = drawn[drawn.index("<svg") :].replace("<svg ", '<svg style="width:100%;height:auto" ', 1)
    return f'<div style="{_BOX}">{picture}</div>{told}'
