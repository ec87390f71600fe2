"""The graph that CONSTRUCT and DESCRIBE give; in a notebook it draws itself, without a network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import Any

import networkx
from rdflib import Graph, URIRef
from rdflib.term import Node

from graph.counted import counted
from graph.engines import named
from graph.rdf import label as term_label
from graph.rdf import short, shorten
from graph.results.display import markdown_table

_DRAWN = 60
"""Nodes that are drawn; those with the most triples come first."""
_WIDTH, _HEIGHT, _MARGIN = 900, 560, 110
_PAPER = (
    f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/><defs><marker id="policygraph-arrow" viewBox="0 0 8 8" '
    'refX="15" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#9aa5b1"/>'
    "</marker></defs>"
)
_HALO = 'stroke="#fff" stroke-width="3" paint-order="stroke"'
"""Keeps a text legible where a line runs through it."""
_LABEL = 14
"""Characters of a node's label that are shown; the whole one appears under the pointer."""


class ResultGraph(Graph):
    """An rdflib graph that shows itself as a picture and as a table.

    Arguments: graph, whose triples it takes; labels, of its things.
    """

    def __init__(self, graph: Graph, labels: Mapping[URIRef, str] | None = None) -> None:
        super().__init__()
        named(self)
        self += graph
        self._labels = dict(labels or {})

    def name_of(self, term: Node) -> str:
        """Return how a term is shown: by its label, else by its prefix."""
        return self._labels.get(term) or short(term) if isinstance(term, URIRef) else short(term)

    def table(self) -> list[tuple[str, str, str]]:
        """Return subject, relation and object of each triple as shown, sorted."""
        return sorted((self.name_of(s), _relation(p), self.name_of(o)) for s, p, o in self)

    def caption(self) -> str:
        """Return how much there is, and how much of it is drawn.

        >>> ResultGraph(Graph()).caption()
        '0 triples'
        """
        nodes = len(self.all_nodes())
        more = f", {_DRAWN} of {nodes} nodes drawn" if nodes > _DRAWN else ""
        return counted("{n:triple|triples}", n=len(self)) + more

    def __repr__(self) -> str:
        return f"<{self.caption()}>"

    def _repr_markdown_(self) -> str:
        return f"{self.caption()}\n\n{markdown_table(('subject', 'relation', 'object'), self.table())}"

    def _repr_html_(self) -> str:
        return f"<figure>{self.svg()}<figcaption>{escape(self.caption())}</figcaption></figure>"

    def svg(self) -> str:
        """Return the picture: the same for the same triples. Relations are written on their lines.

        >>> ResultGraph(Graph()).svg().startswith("<svg")
        True
        """
        triples = sorted(self)
        degree = Counter(node for s, _, o in triples for node in (s, o))
        kept = set(sorted(degree, key=lambda node: (-degree[node], str(node)))[:_DRAWN])
        lines = [(s, p, o) for s, p, o in triples if s in kept and o in kept]
        places = _places(sorted(kept, key=str), lines)
        drawn = [self._line(places[s], places[o], p) for s, p, o in lines]
        drawn += [self._node(node, places[node]) for node in sorted(kept, key=str)]
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="100%" role="img" '
            f'font-family="sans-serif" font-size="12">{_PAPER}{"".join(drawn)}</svg>'
        )

    @staticmethod
    def _line(start: tuple[float, float], end: tuple[float, float], predicate: Node) -> str:
        (x1, y1), (x2, y2) = start, end
        said = escape(_relation(predicate))
        middle = f'x="{(x1 + x2) / 2:.0f}" y="{(y1 + y2) / 2:.0f}"'
        return (
            f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="#9aa5b1" '
            f'marker-end="url(#policygraph-arrow)"/>'
            f'<text {middle} text-anchor="middle" fill="#4a5568" font-size="10" {_HALO}>{said}</text>'
        )

    def _node(self, node: Node, place: tuple[float, float]) -> str:
        x, y = place
        whole = self.name_of(node)
        cut = whole if len(whole) <= _LABEL else whole[: _LABEL - 1] + "…"
        fill = "#2b6cb0" if isinstance(node, URIRef) else "#b7791f"
        return (
            f"<g><title>{escape(whole)}</title>"
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="6" fill="{fill}"/>'
            f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle" fill="#1a202c" {_HALO}>{escape(cut)}</text></g>'
        )


def _relation(predicate: Node) -> str:
    return term_label(shorten(str(predicate)), "zh")


def _places(nodes: list[Node], lines: list[Any]) -> dict[Node, tuple[float, float]]:
    """Return where each node is drawn, in pixels."""
    if not nodes:
        return {}
    net: networkx.Graph[Node] = networkx.Graph()
    net.add_nodes_from(nodes)
    net.add_edges_from((s, o) for s, _, o in lines)
    if len(nodes) == 1:
        return {nodes[0]: (_WIDTH / 2, _HEIGHT / 2)}
    found = networkx.spring_layout(net, seed=1, k=2 / len(nodes) ** 0.5)
    return {
        node: (
            _MARGIN + (x + 1) / 2 * (_WIDTH - 2 * _MARGIN),
            _MARGIN / 4 + (y + 1) / 2 * (_HEIGHT - _MARGIN / 2),
        )
        for node, (x, y) in found.items()
    }
