"""A stranger's query on an open graph, wherever the graph lives, within limits that hold."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakKeyDictionary

from pyoxigraph import Store

from graph.engines import MEMORY, EmbeddedEngine, Engine, Result, is_address
from graph.errors import GraphError
from graph.sandbox.guard import allow
from graph.sandbox.pool import Limits, run_guarded
from graph.sandbox.scratch_folder import ScratchFolder

_COPIES: WeakKeyDictionary[EmbeddedEngine, ScratchFolder] = WeakKeyDictionary()
"""Graphs in memory, each with the folder that holds a copy of it for the children to read."""


def run_limited(engine: Engine, query: str, limits: Limits | None = None) -> Result:
    """Run a query that nobody vouches for.

    Arguments: engine, of the graph; query, SPARQL with the project's prefixes known; limits of time, memory and rows.
    The query runs in a child process that can read this graph and nothing else. On a server the guard is the same,
    but time and memory are the server's own.
    Raises QueryError for a query that is wrong, forbidden or over a limit; GraphError where the graph cannot be read.

    >>> from graph import PolicyGraph
    >>> run_limited(PolicyGraph.open("memory").engine, "INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    Traceback (most recent call last):
    graph.sandbox.guard.QueryError: query: an update is refused; ask with SELECT, ASK, CONSTRUCT or DESCRIBE
    """
    if is_address(engine.name):
        return engine.run(allow(query).text)
    return run_guarded(_folder(engine), query, limits).result


def _folder(engine: Engine) -> Path:
    """Return where a graph lies on disk; one in memory is copied there once."""
    if engine.name != MEMORY:
        return Path(engine.name)
    assert isinstance(engine, EmbeddedEngine)
    if engine not in _COPIES:
        folder = ScratchFolder()
        try:
            Store(folder.path).bulk_extend(engine.store)
        except OSError as error:
            raise GraphError(MEMORY, f"cannot be copied to {folder.path} ({error})", "make room there") from error
        _COPIES[engine] = folder
    return _COPIES[engine].path
