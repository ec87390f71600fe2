"""The child process in which a stranger's query runs: it opens a store for reading only, and answers one at a time.

`graph.worker` starts it, speaks with it over one socket and ends it. Whatever a query does stays inside: the process can
open no further file and no connection, and the memory it may take is limited.
"""

from __future__ import annotations

import json
import math
import os
import resource
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Store

from graph.guard import QueryError, allow, allow_graph
from graph.sparql_results import GRAPH_FORMATS, ROW_FORMATS, GraphsAsked, sparql_result

_STACK = 256 * 2**20
"""Bytes of stack: both parsers walk a nested query by recursion, and the engine's dies where the stack ends."""
_RECURSION = 20_000


def serve(connection: Connection, folder: str, settings: dict[str, Any]) -> None:
    """Answer queries until the other end closes.

    Arguments: connection, of frames: a request is one of JSON, a reply one of JSON and, where all went well, one of
    the answer's bytes; folder, of the store; settings, `seconds`, `rows`, `megabytes` and `services`.
    """
    try:
        store = Store.read_only(folder)
        graphs = frozenset(graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
    except OSError as error:
        connection.send_bytes(json.dumps({"cannot_open": str(error)}).encode())
        return
    _load_all(graphs)
    shut_in(settings["megabytes"], settings["services"])
    connection.send_bytes(b"{}")
    while True:
        try:
            request = json.loads(connection.recv_bytes())
        except EOFError:
            return
        _limit_time(settings["seconds"])
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


def _load_all(graphs: frozenset[str]) -> None:
    """Run what every kind of query needs once, since modules that load at first use need to be opened."""
    for text in ("SELECT * { ?s ?p ?o }", "ASK FROM <x> {}", "CONSTRUCT { ?s ?p 1 } {}", "CLEAR ALL", "SELECT"):
        with suppress(QueryError):
            query = allow(text, graphs)
            for media_type in GRAPH_FORMATS if query.form == "CONSTRUCT" else ROW_FORMATS:
                sparql_result(Store(), query, media_type, 0, GraphsAsked())


def shut_in(megabytes: int, services: Sequence[str]) -> None:
    """Leave a query no way out of this process: no file, no connection, no more memory than allowed, no core dump.

    Arguments: megabytes, on top of what it has taken by now; services, of other servers: where any is allowed, it can
    open files and connections.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    status = Path("/proc/self/status")
    if status.exists():
        taken = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmData"))
        most = taken * 1024 + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    if not services:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _limit_time(seconds: float) -> None:
    """End this process soon after its time even where nobody is left to do so."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def main() -> None:
    """Serve in a thread whose stack is deep enough; the arguments are those that `graph.worker` gives."""
    descriptor, folder, settings = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches all; the parent decides
    sys.setrecursionlimit(_RECURSION)
    threading.stack_size(_STACK)
    thread = threading.Thread(target=serve, args=(Connection(int(descriptor)), folder, json.loads(settings)))
    thread.start()
    thread.join()


if __name__ == "__main__":
    main()
