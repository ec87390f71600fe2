"""What servers of one make do in their own way: where they are written, and how their answers differ from the standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import GEO
from rdflib.term import Identifier, Node

from graph.engines.interface import Result, Table, named

_ASKED = "__ASK_RETVAL"
"""The one variable in which Virtuoso gives a truth value: 1 in a row, or no row."""
_GEOMETRY = URIRef("http://www.openlinksw.com/schemas/virtrdf#Geometry")
"""What Virtuoso makes of the data type geo:wktLiteral."""
_CUT = "X-SPARQL-MaxRows"
"""The header by which Virtuoso says that a table has as many rows as it gives at most."""


@dataclass(frozen=True, slots=True)
class Make:
    """Servers of one make."""

    begins: str = ""
    """How the name begins that they give in the header Server."""
    update: str = ""
    """Where they take updates, beside where they take queries; empty where that is not known."""
    graph_store: str = ""
    """Where they take graphs by the Graph Store Protocol, likewise."""
    has_default_graph: bool = True
    """Whether they have a default graph to write in; else the union is a named graph."""
    takes_quads: bool = False
    """Whether they take many graphs in one request."""

    def update_beside(self, query: str) -> str:
        """Return the address for updates, given that for queries; empty where it is not known."""
        return urljoin(query, self.update) if self.update else ""

    def graph_store_beside(self, query: str) -> str:
        """Return the address of the graph store, given that for queries; empty where it is not known."""
        return urljoin(query, self.graph_store) if self.graph_store else ""


_MAKES = (
    Make("oxigraph", "update", "store", takes_quads=True),
    Make("virtuoso", "sparql-auth", "sparql-graph-crud-auth", has_default_graph=False),
)


def make_of(headers: Mapping[str, str] | Any) -> Make:
    """Return the make of a server by the headers of an answer.

    >>> make_of({"Server": "Virtuoso/07.20.3229 (Linux)"}).update_beside("http://127.0.0.1:8890/sparql")
    'http://127.0.0.1:8890/sparql-auth'
    >>> make_of({}).graph_store_beside("http://127.0.0.1/sparql")
    ''
    """
    name = (headers.get("Server") or "").lower()
    return next((make for make in _MAKES if name.startswith(make.begins)), Make())


def is_cut(headers: Mapping[str, str] | Any) -> bool:
    """Return whether a server says that an answer may lack rows.

    >>> is_cut({})
    False
    """
    return _CUT in headers


def as_standard(result: Result) -> Result:
    """Return an answer as the standard has it.

    >>> as_standard(Table(("__ASK_RETVAL",), ({"__ASK_RETVAL": Literal(1)},)))
    True
    """
    if isinstance(result, bool):
        return result
    if isinstance(result, Graph):
        return _graph_as_standard(result)
    if result.variables == (_ASKED,):
        return any(str(row[_ASKED]) == "1" for row in result.rows)
    rows = ({name: _term(one) for name, one in row.items()} for row in result.rows)
    return Table(result.variables, tuple(rows)) if any(_of_geometry(result)) else result


def _of_geometry(table: Table) -> Iterator[bool]:
    return (isinstance(one, Literal) and one.datatype == _GEOMETRY for row in table.rows for one in row.values())


def _graph_as_standard(graph: Graph) -> Graph:
    if not any(isinstance(one, Literal) and one.datatype == _GEOMETRY for one in graph.objects()):
        return graph
    standard = named(Graph())
    for one in graph:
        standard.add((one[0], one[1], _term(one[2])))
    return standard


def _term(one: Node) -> Identifier:
    if isinstance(one, Literal) and one.datatype == _GEOMETRY:
        return Literal(str(one), datatype=GEO.wktLiteral)
    assert isinstance(one, Identifier)
    return one
