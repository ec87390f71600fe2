"""The remote engine: any SPARQL 1.1 server, seen through rdflib's own SPARQL store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Store
from rdflib import Dataset, Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore
from rdflib.query import Result as RdflibResult

from graph.engines.embedded import syntax_error
from graph.engines.interface import Result, as_rdflib, named
from graph.engines.login import Login
from graph.engines.parameters import declared_prefixes
from graph.engines.transport import Transport
from graph.errors import GraphError
from graph.rdf import PREFIXES

_NAMED = "SELECT DISTINCT ?name { GRAPH ?name { ?s ?p ?o } }"


class RemoteEngine:
    """A SPARQL server, asked over HTTP. Its default graph should be the union of its named graphs.

    Arguments: address, of its endpoint, or of the server alone; seconds, that an answer may take; login, for a server that
    asks for one. Raises GraphError for an address that holds a password.
    """

    def __init__(self, address: str, seconds: float = 60.0, login: Login | None = None) -> None:
        self.name = address
        self._transport = Transport(address, seconds, login)

    @property
    def graph(self) -> Dataset:
        """The rdflib view of the server, over rdflib's own SPARQL store."""
        dataset = Dataset(store=_ServerStore(self._transport))
        named(dataset)
        return dataset

    @property
    def snapshot(self) -> None:
        """A server has none."""
        return

    def run(self, query: str) -> Result:
        """Run a query on the server; raises GraphError for one that is wrong, and for a server that fails."""
        try:
            return self._transport.ask(with_prefixes(query))
        except GraphError:
            _raise_where_wrong(query)
            raise

    def update(self, text: str) -> None:
        """Run a SPARQL update on the server; raises GraphError for one that is wrong or refused."""
        self._transport.change(with_prefixes(text))

    def close(self) -> None:
        """Nothing is held between two queries."""


class _ServerStore(SPARQLUpdateStore):
    """rdflib's store over this project's transport, which has a time limit and says what went wrong."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport.addresses.query, transport.addresses.update)
        self._transport = transport

    def _query(self, query: str, default_graph: str | None = None) -> RdflibResult:
        # rdflib names the default graph by a word of its own, which no server knows.
        asked = None if default_graph == DATASET_DEFAULT_GRAPH_ID else default_graph
        return as_rdflib(self._transport.ask(query, asked))

    def triples(self, triple: Any, context: Any = None) -> Iterator[Any]:
        graph = Graph(self, DATASET_DEFAULT_GRAPH_ID) if context is None else context
        return ((found, iter((graph,))) for found, _ in super().triples(triple, context))

    def contexts(self, triple: Any = None) -> Iterator[Any]:  # type: ignore[override]
        names: list[Any] = list(super().contexts(triple))
        if not names and triple is None:  # rdflib asks for an empty pattern, which Virtuoso finds nowhere
            names = [row[0] for row in self._query(_NAMED)]  # type: ignore[index]
        return (Graph(self, name) for name in names)

    def _update(self, update: str) -> None:
        self._transport.change(update)


def with_prefixes(query: str) -> str:
    """Return a query with the project's prefixes before it, but for those that it declares itself.

    >>> with_prefixes("ASK { ?s a pol:City }").splitlines()[0]
    'PREFIX pol: <https://w3id.org/policygraph/ontology#>'
    """
    own = declared_prefixes(query)
    head = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if name not in own)
    return head + query


def _raise_where_wrong(query: str) -> None:
    """Raise GraphError, with line and column of the text as it was written, where a query is no SPARQL."""
    if "service" in query.lower():
        return  # an empty store would call the service
    try:
        Store().query(query, prefixes=PREFIXES)
    except SyntaxError as error:
        raise syntax_error(error, query) from error
