"""From one word to an engine: memory, a folder, or the address of a server; and from texts and files to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import DefaultGraph, Store

from graph.corpus.build import are_texts, build_corpus, graph_of
from graph.corpus.publishing import add_to_server
from graph.engines import (
    MEMORY,
    EmbeddedEngine,
    Engine,
    Login,
    RemoteEngine,
    is_address,
    memory_store,
    open_store,
    open_to_read,
    read_graph,
)
from graph.errors import GraphError
from graph.meeting import meet
from graph.rdf import format_of


def opened(where: str, write: bool = False) -> Engine:
    """Return the engine of a word: ``memory``, a folder, a file (read into memory), or an address.

    Arguments: where; write, whether a folder may be changed and is made where there is none.
    Raises GraphError where it cannot be opened.
    """
    if is_address(where):
        return RemoteEngine(where, login=Login.of_environment())
    if where == MEMORY:
        return EmbeddedEngine(Store(), MEMORY)
    path = Path(where)
    if not write and format_of(path) is not None:
        return EmbeddedEngine(read_graph(path), where)
    found = open_store(path) if write else open_to_read(path)
    return EmbeddedEngine(found.store, where, found.held, found.state)


def read_into_memory(path: Path) -> Engine:
    """Return an engine in memory that holds what a file says; raises GraphError where it cannot be read."""
    if format_of(path) is None:
        raise GraphError(path, "a folder, not a file", "open a store with PolicyGraph.open")
    return EmbeddedEngine(read_graph(path), str(path))


def built(paths: Sequence[Path], to: str) -> tuple[Engine, list[str]]:
    """Build the graph of texts.

    Arguments: paths, files and folders; to, ``memory``, the folder of a store, or the address of a server that takes
    updates. Returns the engine, and one line for each thing that was left out. Raises GraphError where the graph cannot
    be written, or no text could be read.
    """
    if to != MEMORY and not is_address(to):
        report = build_corpus(paths, Path(to))
        return opened(to), report.problems + report.not_made
    graphs = [graph_of(path) for path in paths]
    left_out = [line for _, problems in graphs for line in problems]
    quads = [quad for one, _ in graphs for quad in one if quad.graph_name != DefaultGraph()]
    if not quads and left_out:
        what, _, why = left_out[0].partition(": ")
        raise GraphError(what, why, "give a text that can be read")
    store = memory_store(quads)
    meet(store)
    if to == MEMORY:
        return EmbeddedEngine(store, MEMORY), left_out
    add_to_server([quad for quad in store if quad.graph_name != DefaultGraph()], to, Login.of_environment())
    return opened(to), left_out


def opened_or_built(where: str) -> tuple[Engine, list[str]]:
    """Return the engine of a graph, or of texts, of which a graph is built in memory.

    Arguments: where, as for `opened`, or a file or folder of texts. Returns the engine, and one line for each thing that
    was left out. Raises GraphError where nothing can be opened or read.
    """
    if not is_address(where) and are_texts(Path(where)):
        return built([Path(where)], MEMORY)
    return opened(where), []
