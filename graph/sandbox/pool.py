"""Run a stranger's query with limits that hold: in a child process on a read-only store, which is ended at its limit."""

from __future__ import annotations

import queue
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Event
from typing import Any, Self

from pyoxigraph import parse_query_results
from rdflib import Graph

from graph.engines import Result, Row, Table, named, result_of
from graph.errors import GraphError
from graph.sandbox.child import Limits, Worker
from graph.sandbox.guard import Cause, Form, QueryError
from graph.sandbox.source import Signature, Source
from graph.sandbox.sparql_results import GRAPH_FORMATS, ROW_FORMATS, GraphsAsked

__all__ = ["Limits", "QueryPool", "QueryResult", "run_guarded"]

ROW_TYPE = next(iter(ROW_FORMATS))
GRAPH_TYPE = next(iter(GRAPH_FORMATS))
_MAY_LACK_FILES: frozenset[Cause] = frozenset({"failed", "memory", "time"})


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The answer of a query that was run with limits."""

    form: Form
    media_type: str
    content: bytes

    @property
    def result(self) -> Result:
        """What `PolicyGraph.run` would give: a table, a graph or a truth value.

        >>> QueryResult("ASK", ROW_TYPE, b'{"head":{},"boolean":true}').result
        True
        """
        if self.media_type in GRAPH_FORMATS:
            return named(Graph()).parse(data=self.content, format=self.media_type)
        return result_of(parse_query_results(self.content, format=ROW_FORMATS[self.media_type]))

    @property
    def rows(self) -> list[Row]:
        """The rows of a SELECT, as `PolicyGraph.rows` gives them; none where the result is no table."""
        found = self.result
        return list(found.rows) if isinstance(found, Table) else []


def run_guarded(path: Path | str, query: str, limits: Limits | None = None) -> QueryResult:
    """Run a query that nobody vouches for on a graph; the first one on a graph starts a child, which then waits.

    Arguments: path, of a store's folder or of a file; query, SPARQL with the project's prefixes known; limits.
    Raises QueryError, whose `cause` says whether it is wrong, forbidden, or over a limit; GraphError where the graph
    cannot be opened.
    """
    return _pool(Path(path), limits or Limits()).run(query)


@lru_cache(maxsize=4)
def _pool(path: Path, limits: Limits) -> QueryPool:
    return QueryPool(path, limits, workers=2)


class QueryPool:
    """Children that wait for queries on one graph; safe to use from many threads, and closed by `close`.

    Arguments: path, of a store's folder or of a file; limits of each query; workers, how many queries may run at once;
    services, absolute IRIs that SERVICE may name. Raises GraphError where the graph cannot be opened.
    A graph that was built anew is read anew by the next query.
    """

    def __init__(self, path: Path, limits: Limits, workers: int, services: Sequence[str] = ()) -> None:
        self._path, self._source = path, Source(path)
        self._limits, self._services = limits, tuple(services)
        self._workers: dict[Worker, Signature] = {}
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._end = weakref.finalize(self, _end_all, self._workers)
        for _ in range(workers):
            self._idle.put(self._start())

    @property
    def processes(self) -> frozenset[int]:
        """The ids of the children."""
        return frozenset(worker.process_id for worker in self._workers)

    def wait_until_ready(self) -> None:
        """Wait until a child has opened the graph; raises GraphError where it cannot."""
        worker = self._idle.get()
        try:
            worker.wait_until_ready()
        finally:
            self._idle.put(worker)

    def run(
        self,
        query: str,
        row_type: str | None = ROW_TYPE,
        graph_type: str | None = GRAPH_TYPE,
        graphs: GraphsAsked | None = None,
        stop: Event | None = None,
    ) -> QueryResult:
        """Run a query and return its answer.

        Arguments: query; row_type, graph_type, the media type for rows and for triples, None for «none will do»;
        graphs, those that the request names; stop, to be set where the answer is no longer wanted.
        Raises QueryError and GraphError as `run_guarded` does.
        """
        asked = graphs or GraphsAsked()
        types = {"row_type": row_type, "graph_type": graph_type}
        request: dict[str, Any] = {
            "query": query,
            **types,
            "default_graphs": asked.default,
            "named_graphs": asked.named,
        }
        head, content = self._ask(request, stop or Event())
        form: Form = head["form"]
        media_type = row_type if form in ("SELECT", "ASK") else graph_type
        assert media_type is not None
        return QueryResult(form, media_type, content)

    def close(self) -> None:
        """End all children, also those at work."""
        self._end()
        self._source.close()

    def _ask(self, request: dict[str, Any], stop: Event) -> tuple[dict[str, Any], bytes]:
        try:
            worker = self._idle.get(timeout=self._limits.seconds)
        except queue.Empty:
            raise QueryError("time", "the queries before it are still running", "try again later") from None
        try:
            if not worker.alive or self._workers[worker] != self._source.signature():
                self._drop(worker)
                worker = self._start()
            return self._answer(worker, request, stop)
        finally:
            self._idle.put(worker if worker.alive or not self._end.alive else self._in_place_of(worker))

    def _answer(self, worker: Worker, request: dict[str, Any], stop: Event) -> tuple[dict[str, Any], bytes]:
        """Return what a child answers; where it fails on a graph that is no more as it read it, that is the reason."""
        try:
            head, content = worker.ask(request, stop)
            if "cause" in head:
                raise QueryError(head["cause"], head["reason"], head["remedy"])
            return head, content
        except QueryError as error:
            # The engine, where a file is gone that it needs, repeats the error until it has no memory or no time left.
            if error.cause in _MAY_LACK_FILES and self._workers[worker] != self._source.signature():
                raise QueryError("failed", "the graph was built anew while it ran", "ask again") from error
            raise

    def _in_place_of(self, worker: Worker) -> Worker:
        self._drop(worker)
        try:
            return self._start()
        except GraphError:  # the next query tries again, and tells it
            return worker

    def _start(self) -> Worker:
        if not self._end.alive:
            raise GraphError(self._path, "this graph was closed", "open it again")
        signature, folder = self._source.current()
        worker = Worker(folder, self._limits, self._services)
        self._workers[worker] = signature
        return worker

    def _drop(self, worker: Worker) -> None:
        worker.end()
        self._workers.pop(worker, None)

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the pool."""
        self.close()


def _end_all(workers: dict[Worker, Signature]) -> None:
    for worker in list(workers):
        worker.end()
