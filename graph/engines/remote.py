"""The remote engine: any SPARQL 1.1 server, seen through rdflib's own SPARQL store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Quad, Store
from rdflib import Dataset, Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore
from rdflib.query import Result as RdflibResult

from graph.engines.embedded import syntax_error
from graph.engines.interface import Result, as_rdflib, named
from graph.engines.parameters import declared_prefixes
from graph.engines.transport import Transport
from graph.errors import GraphError
from graph.rdf import PREFIXES

_BATCH = 5_000
"""Triples that are sent in one update."""
_FORGET = """DELETE { ?s ?p ?o } WHERE {
  GRAPH $graph { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?other { ?s ?p ?o } FILTER(?other != $graph) }
} ; DROP SILENT GRAPH $graph"""


class RemoteEngine:
    """A SPARQL server, asked over HTTP. Its default graph should be the union of its named graphs.

    Arguments: address, of its endpoint, or of the server alone; seconds, that an answer may take.
    """

    def __init__(self, address: str, seconds: float = 60.0) -> None:
        self.name = address
        self._transport = Transport.to(address, seconds)

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

    def replace(self, quads: Iterable[Quad]) -> None:
        """Put graphs in the place of what the server held of them, and what they say into its default graph.

        Arguments: quads, of named graphs, without blank nodes. What only a former version said is taken out of the
        default graph. Raises GraphError where the server refuses; batches that were sent before stay.
        """
        by_graph: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            by_graph[str(quad.graph_name)].append(f"{quad.triple} .")
        for graph in sorted(by_graph):
            self._transport.change(_FORGET.replace("$graph", graph))
            for start in range(0, len(by_graph[graph]), _BATCH):
                triples = "\n".join(by_graph[graph][start : start + _BATCH])
                self._transport.change(f"INSERT DATA {{ {triples} GRAPH {graph} {{ {triples} }} }}")

    def close(self) -> None:
        """Nothing is held between two queries."""


class _ServerStore(SPARQLUpdateStore):
    """rdflib's store over this project's transport, which has a time limit and says what went wrong."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport.query, transport.update)
        self._transport = transport

    def _query(self, query: str, default_graph: str | None = None) -> RdflibResult:
        # rdflib names the default graph by a word of its own, which no server knows.
        asked = None if default_graph == DATASET_DEFAULT_GRAPH_ID else default_graph
        return as_rdflib(self._transport.ask(query, asked))

    def triples(self, triple: Any, context: Any = None) -> Iterator[Any]:
        graph = Graph(self, DATASET_DEFAULT_GRAPH_ID) if context is None else context
        return ((found, iter((graph,))) for found, _ in super().triples(triple, context))

    def contexts(self, triple: Any = None) -> Iterator[Any]:  # type: ignore[override]
        return (Graph(self, name) for name in super().contexts(triple))

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
