"""The child process in which a stranger's query runs: it opens a store for reading only, and answers one at a time.

`graph.sandbox.pool` starts it, speaks with it over one socket and ends it. Whatever a query does stays inside: the process can
open no connection and no further file but those of its store, and the memory it may take is limited.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Store

from graph.engines import hold_folder
from graph.sandbox.confinement import make_room_for_files, refuse_connections, refuse_files
from graph.sandbox.guard import QueryError, allow, allow_graph
from graph.sandbox.sparql_results import GRAPH_FORMATS, ROW_FORMATS, GraphsAsked, sparql_result

_STACK = 256 * 2**20
"""Bytes of stack: both parsers walk a nested query by recursion, and the engine's dies where the stack ends."""
_RECURSION = 20_000


def serve(connection: Connection, folder: str, settings: dict[str, Any]) -> None:
    """Answer queries for ever, or until the store cannot be opened.

    Arguments: connection, of frames: a request is one of JSON, a reply one of JSON and, where all went well, one of
    the answer's bytes; folder, of the store; settings, `rows`, `megabytes` and `services`.
    """
    make_room_for_files()
    try:
        held = hold_folder(Path(folder))  # as long as this process lives
        store = Store.read_only(folder)
        graphs = frozenset(graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
        _look_into_each_index(store)
        _load_all(graphs)
        shut_in(held.folder, settings["megabytes"], settings["services"])
    except (OSError, RuntimeError) as error:
        connection.send_bytes(json.dumps({"cannot_open": str(error)}).encode())
        return
    connection.send_bytes(b'{"ready": true}')
    while True:
        request = json.loads(connection.recv_bytes())
        try:
            form, content = _answer(store, graphs, settings, request)
        except QueryError as error:
            refusal = {"cause": error.cause, "reason": error.reason, "remedy": error.remedy}
            connection.send_bytes(json.dumps(refusal).encode())
        else:
            connection.send_bytes(json.dumps({"form": form}).encode())
            connection.send_bytes(content)


def _answer(
    store: Store, graphs: frozenset[str], settings: dict[str, Any], request: dict[str, Any]
) -> tuple[str, bytes]:
    asked = GraphsAsked(tuple(request["default_graphs"]), tuple(request["named_graphs"]))
    for iri in (*asked.default, *asked.named):
        allow_graph(iri, graphs)
    try:
        query = allow(request["query"], graphs, frozenset(settings["services"]), bool(asked))
        media_type = request["row_type" if query.form in ("SELECT", "ASK") else "graph_type"]
        if media_type is None:
            raise QueryError("unacceptable", f"no format of {query.form} answers is accepted", "accept another one")
        return query.form, sparql_result(store, query, media_type, settings["rows"], asked)
    except MemoryError as error:
        raise QueryError("memory", "it needs more memory than it may take", "ask for less") from error


def _look_into_each_index(store: Store) -> None:
    """Search every index once, since the engine opens most files of a store only where it first searches them.

    Raises OSError where one of them is gone: inside a query, the engine would repeat that error without end.
    """
    for graph in (DefaultGraph(), next(store.named_graphs(), None), None):
        for quad in islice(store.quads_for_pattern(None, None, None, graph), 1):
            next(store.quads_for_pattern(quad.subject, None, None, graph), None)
            next(store.quads_for_pattern(None, quad.predicate, None, graph), None)
            next(store.quads_for_pattern(None, None, quad.object, graph), None)


def _load_all(graphs: frozenset[str]) -> None:
    """Run what every kind of query needs once, since modules that load at first use need to be opened."""
    for text in ("SELECT * { ?s ?p ?o }", "ASK FROM <x> {}", "CONSTRUCT { ?s ?p 1 } {}", "CLEAR ALL", "SELECT"):
        with suppress(QueryError):
            query = allow(text, graphs)
            for media_type in GRAPH_FORMATS if query.form == "CONSTRUCT" else ROW_FORMATS:
                sparql_result(Store(), query, media_type, 0, GraphsAsked())


def shut_in(folder: Path, megabytes: int, services: Sequence[str]) -> None:
    """Leave a query no way out of this process: no file, no connection, no more memory than allowed, no core dump.

    Arguments: folder, of the open store, whose own files can still be read; megabytes, on top of what the process has
    taken by now; services, of other servers: where any is allowed, it can open files and connections.
    Raises OSError where the store has more files than this process may open.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    status = Path("/proc/self/status")
    if status.exists():
        taken = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmData"))
        most = taken * 1024 + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    if not services:
        refuse_connections()
        refuse_files(folder)


def main() -> None:
    """Serve in a thread whose stack is deep enough, and end with the parent; the arguments are `graph.sandbox.pool`'s."""
    descriptor, folder, settings = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches all; the parent decides
    sys.setrecursionlimit(_RECURSION)
    threading.stack_size(_STACK)
    connection = Connection(int(descriptor))
    threading.Thread(target=_serve_to_the_end, args=(connection, folder, json.loads(settings)), daemon=True).start()
    gone = select.poll()
    gone.register(connection.fileno(), 0)  # which leaves the end of the other side, however it came
    gone.poll()
    os._exit(0)


def _serve_to_the_end(connection: Connection, folder: str, settings: dict[str, Any]) -> None:
    try:
        serve(connection, folder, settings)
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
