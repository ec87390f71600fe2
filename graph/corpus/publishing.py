"""A graph that was built, written to a SPARQL server: all of it, or some documents beside those that are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from graph.engines import Copied, Login, ServerCopy, Transport, is_address, read_graph
from graph.errors import GraphError

_SECONDS = 600.0
"""What a server has for a large document, or for the union of all."""


def publish(
    path: Path,
    to: str,
    graph_store: str = "",
    login: Login | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> Copied:
    """Make a server hold the documents of a graph, and no others; what did not change is left alone.

    Arguments: path, the folder of a store, or a file with named graphs; to, the address of the server's SPARQL endpoint, or of the
    server alone; graph_store, the address for its Graph Store Protocol, where its make is not known; login; told, is called with
    the name of each graph that was written. Raises GraphError where the graph cannot be read or holds no documents, and where the
    server refuses or is gone: then it has some documents as they were, and the next time goes on from there.

    >>> publish(Path("policy.db"), "policy.example.org")
    Traceback (most recent call last):
    graph.errors.GraphError: policy.example.org: not the address of a server; write http:// or https:// before it
    """
    for address in (to, graph_store):
        if address and not is_address(address):
            raise GraphError(address, "not the address of a server", "write http:// or https:// before it")
    store = read_graph(path)
    if next(store.named_graphs(), None) is None:
        raise GraphError(path, "no documents, each in a graph of its own", "publish a store, or a .trig or .nq file")
    return ServerCopy(Transport(to, _SECONDS, login), graph_store).make_like(store, told)


def add_to_server(quads: Iterable[Quad], to: str, login: Login | None) -> None:
    """Put graphs in the place of what a server held of them, beside its others, and what they say into its union.

    Arguments: quads, of named graphs; to, the address of the server; login. Raises GraphError where the server refuses.
    """
    by_graph: dict[NamedNode, list[Triple]] = defaultdict(list)
    for quad in quads:
        by_graph[quad.graph_name].append(quad.triple)  # type: ignore[index]
    server = ServerCopy(Transport(to, _SECONDS, login))
    server.begin()
    for graph in sorted(by_graph, key=str):
        server.put(graph, by_graph[graph])
