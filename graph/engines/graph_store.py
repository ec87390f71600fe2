"""The Graph Store Protocol as a client: whole graphs written to a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.engines.transport import Transport

_TRIPLES_A_TIME = 2_000
"""What is sent in one update to a server without a graph store; Virtuoso takes some 4,000."""


class GraphStore:
    """Where a server is written, graph by graph; one that is not known to have a graph store is written by updates.

    Arguments: transport, the way to the server; address, of its graph store, that of its make unless given.
    """

    def __init__(self, transport: Transport, address: str = "") -> None:
        self._transport = transport
        self._address = address or transport.make.graph_store_beside(transport.addresses.query)

    @property
    def takes_quads(self) -> bool:
        """Whether many graphs can be added by one request."""
        return bool(self._address) and self._transport.make.takes_quads

    def put(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Put triples in the place of what a graph held; raises GraphError where the server refuses."""
        if not self._address:
            self._transport.change(f"DROP SILENT GRAPH {graph}")
            for some in _parts(triples):
                self._transport.change(f"INSERT DATA {{ GRAPH {graph} {{ {' . '.join(map(str, some))} }} }}")
            return
        of = f"{'&' if '?' in self._address else '?'}graph={quote(graph.value, safe='')}"
        self._send("PUT", f"{self._address}{of}", serialize(triples, format=RdfFormat.N_TRIPLES), RdfFormat.N_TRIPLES)

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads of many graphs at once, where the server takes them; raises GraphError where it refuses."""
        self._send("POST", self._address, serialize(quads, format=RdfFormat.N_QUADS), RdfFormat.N_QUADS)

    def _send(self, method: str, address: str, body: bytes | None, form: RdfFormat) -> None:
        self._transport.exchange.send(
            "graph", address, body, {"Content-Type": form.media_type, "Accept": "*/*"}, method
        )


def _parts(triples: Iterable[Triple]) -> Iterator[list[Triple]]:
    left = iter(triples)
    while some := list(islice(left, _TRIPLES_A_TIME)):
        yield some
