"""Networks for other programs: GraphML and GEXF (Gephi, networkx), and node-link JSON (networkx, D3)."""

from __future__ import annotations

import json
import re
from io import BytesIO

import networkx as nx

from graph.export.about import About
from graph.export.made_by import program
from graph.export.selection import QuotedRelation, Selection
from graph.pictures import look_of
from graph.rdf import label

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEXF_SHAPES = {"dot": "disc", "square": "square", "triangle": "triangle", "diamond": "diamond"}
_TOLD = ("sources", "graph_hash")
"""What the description of a GEXF says beside the sentence."""
_DATE = re.compile(rb' lastmodifieddate="[^"]*"')


def network_of(selection: Selection) -> nx.MultiDiGraph[str]:
    """Return a selection as networkx draws and computes on it.

    Nodes are IRIs with `label`, `class`, `degree`. Edges, from subject to object and keyed by their statement, have `predicate`,
    `label` (Chinese), `grade`, `weight` (passages that back it, at least 1), and of the first passage `quote`, `document`,
    `quote_start` and `quote_end`. Of a selection that leaves things out the graph's `left_out` says how many.

    >>> network_of(Selection((), ())).number_of_nodes()
    0
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    if selection.left_out:
        graph.graph["left_out"] = selection.left_out
    degrees = selection.degrees
    for node in selection.things:
        graph.add_node(str(node.iri), **{"label": node.label, "class": node.kind, "degree": degrees[str(node.iri)]})
    for one in selection.relations:
        graph.add_edge(str(one.subject.iri), str(one.object.iri), key=one.statement, **_of_edge(one))
    return graph


def _of_edge(one: QuotedRelation) -> dict[str, str | int]:
    told: dict[str, str | int] = {
        "predicate": one.predicate,
        "label": label(one.predicate, "zh"),
        "grade": one.grade,
        "weight": max(1, len(one.quotes)),
        "quote": "",
        "document": "",
    }
    if one.quotes:
        first = one.quotes[0]
        told |= {"quote": first.exact, "document": first.title, "quote_start": first.start, "quote_end": first.end}
    return told


def graphml(selection: Selection, about: About) -> bytes:
    """Return GraphML, in which colours stand as `color`, for Gephi; what it holds and leaves out is an attribute of the graph.

    >>> graphml(Selection((), ()), About("all", (), "", 0, "en")).startswith(b"<?xml")
    True
    """
    graph = _told(network_of(selection), about)
    for _, told in graph.nodes(data=True):
        told["color"] = look_of(told["class"]).colour
    file = BytesIO()
    nx.write_graphml_xml(graph, file, edge_id_from_attribute="id")
    return file.getvalue()


def gexf(selection: Selection, about: About) -> bytes:
    """Return GEXF with colours, shapes and sizes, and in its head what it holds and leaves out.

    >>> b"<description>all</description>" in gexf(Selection((), ()), About("all", (), "", 0, "en"))
    True
    """
    graph = _clean(network_of(selection))
    graph.graph["name"] = about.title
    for _, told in graph.nodes(data=True):
        look = look_of(told["class"])
        red, green, blue = (int(look.colour[at : at + 2], 16) for at in (1, 3, 5))
        told["viz"] = {
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "shape": _GEXF_SHAPES.get(look.shape, "disc"),
            "size": 4.0 + told["degree"] ** 0.5,
        }
    file = BytesIO()
    nx.write_gexf(graph, file)
    # networkx writes the day of writing; the same graph shall give the same bytes: the date of its newest document.
    dated = f' lastmodifieddate="{about.newest}"' if about.newest else ""
    said = _DATE.sub(dated.encode(), file.getvalue())
    described = " ".join(
        (about.sentence, *(f"{name}: {text}" for name, text in about.attributes().items() if name in _TOLD))
    )
    head = f"<creator>{_escaped(program())}</creator><description>{_escaped(described)}</description>".encode()
    return re.sub(rb"<creator>[^<]*</creator>", lambda _: head, said, count=1)


def node_link(selection: Selection, about: About) -> bytes:
    """Return node-link JSON: `nodes` with `id`, `links` with `source`, `target` and `key`, `graph` with what it holds and leaves out.

    >>> json.loads(node_link(Selection((), ()), About("all", (), "", 0, "en")))["graph"]["title"]
    'all'
    """
    graph = network_of(selection)
    graph.graph |= about.attributes()
    data = nx.node_link_data(graph, edges="links")
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def _told(graph: nx.MultiDiGraph[str], about: About) -> nx.MultiDiGraph[str]:
    cleaned = _clean(graph)
    cleaned.graph |= {name: _NOT_IN_XML.sub("\ufffd", said) for name, said in about.attributes().items()}
    return cleaned


def _clean(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Without the characters that no XML may hold; edges named by number, as both formats want them."""
    for _, told in graph.nodes(data=True):
        _clean_values(told)
    for number, (_, _, told) in enumerate(graph.edges(data=True)):
        _clean_values(told)
        told["id"] = str(number)
    return graph


def _clean_values(told: dict[str, object]) -> None:
    for name, value in told.items():
        if isinstance(value, str):
            told[name] = _NOT_IN_XML.sub("\ufffd", value)


def _escaped(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
