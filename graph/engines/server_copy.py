"""A server made the copy of a store: graph by graph, with their union, and only what changed.

A document arrives in a graph of its own and then takes its place by one update, in the union too: a server that does an
update whole or not at all shows the document as it was or as it is. Whatever ends a copy, the next one goes on from there,
since a graph that did not take its place still differs from the store's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from graph.engines.graph_store import GraphStore
from graph.engines.interface import Row, Table
from graph.engines.transport import Transport
from graph.errors import GraphError
from graph.rdf import BACKGROUND_GRAPH, PID, UNION_GRAPH, graph_iri, term

INCOMING = NamedNode(f"{PID}incoming")
"""The graph in which a document arrives."""
_TOGETHER = 100_000
"""Quads that are sent in one request to a server that takes many graphs at once."""
_OURS = f"STRSTARTS(STR(?graph), '{graph_iri('')}')"
_TRIPLE = "?s ?p ?o"
_SIZES = f"SELECT ?graph (COUNT(*) AS ?size) {{ GRAPH ?graph {{ {_TRIPLE} }} FILTER({_OURS}) }} GROUP BY ?graph"
_READINGS = f"SELECT ?graph ?hash {{ GRAPH ?graph {{ ?graph <{term('readingHash').value}> ?hash }} FILTER({_OURS}) }}"


@dataclass(frozen=True, slots=True)
class Held:
    """What tells a graph from another version of it: its size, and the hash of what decided a document's reading."""

    size: int
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Copied:
    """How many documents a copy made new, renewed, removed and left alone on a server, and the triples of all together."""

    new: int
    renewed: int
    removed: int
    unchanged: int
    triples: int


class ServerCopy:
    """A server that is written.

    Arguments: transport, the way to it; graph_store, the address of its graph store, that of its make unless given.
    """

    def __init__(self, transport: Transport, graph_store: str = "") -> None:
        self._transport = transport
        self._graphs = GraphStore(transport, graph_store)
        self._in_union = _TRIPLE if transport.make.has_default_graph else f"GRAPH <{UNION_GRAPH}> {{ {_TRIPLE} }}"

    def make_like(self, store: Store, told: Callable[[str], None] = lambda _: None) -> Copied:
        """Make the server hold what a store holds, and no other documents.

        Arguments: store, which has named graphs and their union; told, is called with the name of each graph that is done.
        Raises GraphError where the server refuses, is gone, or holds other things in its default graph.
        """
        self.begin()
        wanted, held = _held_in(store), self._held()
        if not held and self._transport.make.has_default_graph and self._size_of_union():
            reason = "its default graph holds other things than a graph that was published"
            raise GraphError(self._transport.addresses.query, reason, "give an empty data set")
        new = sorted(wanted.keys() - held.keys())
        renewed = sorted(name for name in wanted.keys() & held.keys() if wanted[name] != held[name])
        gone = sorted(held.keys() - wanted.keys())
        if new or renewed or gone:  # what no document says has no hash, and may differ though it is as long
            renewed += [
                name for name in (BACKGROUND_GRAPH,) if name in wanted.keys() & held.keys() and name not in renewed
            ]
        self._add(store, new, told)
        for name in renewed:
            self.put(NamedNode(name), _triples(store, NamedNode(name)))
            told(name)
        for name in gone:
            self._remove(NamedNode(name))
            told(name)
        size = sum(1 for _ in store.quads_for_pattern(None, None, None, DefaultGraph()))
        self._check(size)
        same = _documents(wanted.keys() - {*new, *renewed})
        return Copied(_documents(new), _documents(renewed), _documents(gone), same, size)

    def begin(self) -> None:
        """Take away what an interrupted copy left; raises GraphError where the server does not let itself be written."""
        self._transport.change(f"DROP SILENT GRAPH {INCOMING}")

    def put(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Put a graph in the place of what the server held of it, in the union too; raises GraphError where it refuses."""
        self._graphs.put(INCOMING, triples)
        self._transport.change(
            f"INSERT {{ {self._in_union} }} WHERE {{ GRAPH {INCOMING} {{ {_TRIPLE} }} }} ;\n"
            f"{self._forgotten(graph, f'FILTER NOT EXISTS {{ GRAPH {INCOMING} {{ {_TRIPLE} }} }}')} ;\n"
            f"MOVE {INCOMING} TO {graph}"
        )

    def _remove(self, graph: NamedNode) -> None:
        self._transport.change(f"{self._forgotten(graph)} ;\nDROP SILENT GRAPH {graph}")

    def _forgotten(self, graph: NamedNode, unless: str = "") -> str:
        """Return the update that takes out of the union what this graph alone says."""
        other = f"GRAPH ?graph {{ {_TRIPLE} }} FILTER(?graph != {graph} && {_OURS})"
        where = f"GRAPH {graph} {{ {_TRIPLE} }} {unless} FILTER NOT EXISTS {{ {other} }}"
        return f"DELETE {{ {self._in_union} }} WHERE {{ {where} }}"

    def _add(self, store: Store, names: list[str], told: Callable[[str], None]) -> None:
        """Add graphs that the server lacks, many at once where it takes them."""
        together: list[Quad] = []
        for number, name in enumerate(names, start=1):
            graph = NamedNode(name)
            if not self._graphs.takes_quads:
                self.put(graph, _triples(store, graph))
            else:
                quads = store.quads_for_pattern(None, None, None, graph)
                together += [one for quad in quads for one in (quad, Quad(*quad.triple))]
                if len(together) >= _TOGETHER or number == len(names):
                    self._graphs.add(together)
                    together = []
            told(name)

    def _check(self, size: int) -> None:
        """Make the union anew where it is not what the graphs say, and see that it is then."""
        if self._size_of_union() == size:
            return
        every = f"GRAPH ?graph {{ {_TRIPLE} }} FILTER({_OURS})"
        here = self._in_union
        self._transport.change(
            f"INSERT {{ {here} }} WHERE {{ {every} }} ;\n"
            f"DELETE {{ {here} }} WHERE {{ {here} FILTER NOT EXISTS {{ {every} }} }}"
        )
        found = self._size_of_union()
        if found != size:
            reason = f"its union of all documents has {found} triples, the store's {size}"
            remedy = "let its default graph be no union that it forms itself, and let nobody else write there"
            raise GraphError(self._transport.addresses.query, reason, remedy)

    def _held(self) -> dict[str, Held]:
        """Return the graphs of documents that the server has."""
        readings = {str(row["graph"]): str(row["hash"]) for row in self._rows(_READINGS)}
        sizes = {str(row["graph"]): int(str(row["size"])) for row in self._rows(_SIZES) if "graph" in row}
        return {name: Held(size, readings.get(name, "")) for name, size in sizes.items()}

    def _size_of_union(self) -> int:
        return int(str(self._rows(f"SELECT (COUNT(*) AS ?size) {{ {self._in_union} }}")[0]["size"]))

    def _rows(self, query: str) -> tuple[Row, ...]:
        found = self._transport.ask(query)
        return found.rows if isinstance(found, Table) else ()


def _documents(names: Iterable[str]) -> int:
    return len({*names} - {BACKGROUND_GRAPH})


def _held_in(store: Store) -> dict[str, Held]:
    """Return the graphs of a store."""
    held = {}
    for graph in store.named_graphs():
        said = store.quads_for_pattern(graph, term("readingHash"), None, graph)
        reading = next((one.object.value for one in said if isinstance(one.object, Literal)), "")
        held[str(graph.value)] = Held(sum(1 for _ in store.quads_for_pattern(None, None, None, graph)), reading)
    return held


def _triples(store: Store, graph: NamedNode) -> Iterator[Triple]:
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
