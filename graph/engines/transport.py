"""The SPARQL protocol as a client: one POST a query, with a time limit, answers read by the engine's own parsers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode, urlsplit

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from rdflib import Graph

from graph.engines.exchange import Exchange, Said
from graph.engines.interface import Result, from_engine, named, result_of
from graph.engines.login import Login
from graph.engines.makes import Make, as_standard, is_cut, make_of
from graph.engines.parameters import gives_triples, names_its_graphs
from graph.errors import GraphError
from graph.rdf import UNION_GRAPH

_TABLE = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_ROWS = f"{_TABLE}, {_TRIPLES};q=0.9, text/turtle;q=0.8"
_GRAPH = f"{_TRIPLES}, text/turtle;q=0.8"
"""Virtuoso gives a graph as a table where a table is accepted too."""
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a server takes queries and updates.

    >>> Addresses.of("http://127.0.0.1:7878").update
    'http://127.0.0.1:7878/update'
    >>> Addresses.of("http://127.0.0.1:8000/sparql").query
    'http://127.0.0.1:8000/sparql'
    """

    query: str
    update: str

    @classmethod
    def of(cls, address: str) -> Addresses:
        """Return those of a server: a bare address gets /query and /update, one that ends so its sibling."""
        base = address.rstrip("/")
        if not urlsplit(base).path:
            return cls(f"{base}/query", f"{base}/update")
        return cls(address, f"{base.removesuffix('/query')}/update" if base.endswith("/query") else base)


class Transport:
    """The way to a server by SPARQL; its make is found by asking it.

    Arguments: address, of its endpoint, or of the server alone; seconds, that an answer may take; login, for a server that
    asks for one. Raises GraphError for an address that holds a password.
    """

    def __init__(self, address: str, seconds: float, login: Login | None) -> None:
        self.exchange = Exchange(address, login, seconds)
        self.addresses = Addresses.of(address)

    @cached_property
    def make(self) -> Make:
        """What the server does in its own way."""
        return make_of(self._send("ASK { }").headers)

    @cached_property
    def has_union_graph(self) -> bool:
        """Whether the union of all documents is a named graph of the server."""
        return self._given(self._send(f"ASK {{ GRAPH <{UNION_GRAPH}> {{ ?s ?p ?o }} }}")) is True

    def ask(self, query: str, default_graph: str | None = None) -> Result:
        """Send a query and return what it gives; raises GraphError where the server is gone, slow, refuses or cuts its answer.

        Arguments: query; default_graph, the IRI of a named graph to be asked alone; the union of all documents unless given.
        """
        if default_graph is None and not names_its_graphs(query) and self.has_union_graph:
            default_graph = UNION_GRAPH
        return self._given(self._send(query, default_graph))

    def change(self, update: str) -> None:
        """Send an update; raises GraphError where the server is gone, slow or refuses."""
        address = self.make.update_beside(self.addresses.query) or self.addresses.update
        self.exchange.send("update", address, urlencode({"update": update}).encode(), _FORM | {"Accept": "*/*"})

    def _send(self, query: str, default_graph: str | None = None) -> Said:
        of = {"default-graph-uri": default_graph} if default_graph else {}
        accepted = _FORM | {"Accept": _GRAPH if gives_triples(query) else _ROWS}
        return self.exchange.send("query", self.addresses.query, urlencode({"query": query, **of}).encode(), accepted)

    def _given(self, said: Said) -> Result:
        if is_cut(said.headers):
            reason = "the server gives no more rows than it gave, and may have left some out"
            raise GraphError(self.addresses.query, reason, "raise ResultSetMaxRows in its settings, or ask for less")
        try:
            if said.media_type == _TABLE or said.media_type.endswith("/json"):
                return as_standard(result_of(parse_query_results(said.body, QueryResultsFormat.JSON)))
            form = RdfFormat.from_media_type(said.media_type)
            if form is None:
                raise ValueError(f"it answered with {said.media_type or 'no media type'}")
            graph = named(Graph())
            for quad in parse(said.body, form):
                graph.add((from_engine(quad.subject), from_engine(quad.predicate), from_engine(quad.object)))
            return as_standard(graph)
        except (SyntaxError, ValueError) as error:
            reason = f"not a SPARQL answer ({' '.join(str(error).split())})"
            raise GraphError(self.addresses.query, reason, "give the address of its SPARQL endpoint") from error
