"""Batches of documents built by the workers of a Dask cluster, in their order: what comes out is what one process gives.

A batch whose worker is lost is given to another one by the cluster; one that ends worker after worker is read a document at a
time, so that what ended them is told of one text and the others are there. Needs the extra `cluster`.
"""

from __future__ import annotations

import logging
import pickle
import socket
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from threading import Lock
from time import monotonic, sleep
from typing import TypeAlias

from distributed import Client, Future, KilledWorker
from distributed.client import FutureCancelledError
from distributed.comm.addressing import get_address_host_port

from graph.corpus.assembly import Batch, Built, built_apart, failed_alone, joined
from graph.corpus.reading_hash import program_hash
from graph.errors import GraphError
from graph.search import index_program

_AHEAD = 2
"""Batches for each thread of the cluster that are under way or wait to be taken: it bounds what is in memory."""
_SECONDS = 10
"""How long the scheduler, and then the first of its workers, is waited for."""
_PAUSE = 0.1
_READING = Lock()
"""A worker reads one batch at a time, however many threads it has: they would share one processor anyway."""

Reply: TypeAlias = tuple[str, bytes]
"""The hash of the program that a worker has, and what it made of a batch, pickled: it is
looked into only where the program is the same."""


def in_order_there(batches: Iterable[Batch], scheduler: str) -> Iterator[tuple[Batch, Built]]:
    """Yield each batch with what became of it, in their order.

    Arguments: batches; scheduler, its address (``tcp://scheduler:8786``). Raises GraphError where no scheduler or worker is there, where
    a worker has another version of this program, which would read otherwise, and where the scheduler is lost.
    """
    with _client(scheduler) as client:
        waiting: deque[tuple[Batch, Future[Reply]]] = deque()
        most = _AHEAD * sum(client.nthreads().values())
        for batch in chain(batches, repeat(None)):
            if batch is not None:
                waiting.append((batch, _given(client, scheduler, batch)))
            elif not waiting:
                return
            if batch is None or len(waiting) > most:
                done, future = waiting.popleft()
                built = _built(scheduler, future)
                yield done, _built_alone(client, scheduler, done, waiting) if built is None else built


def build_there(batch: Batch) -> Reply:
    """Return what this worker makes of a batch."""
    with _READING:
        return _program(), pickle.dumps(built_apart(batch))


def _program() -> str:
    """Return a hash of all that decides what becomes of a text, in the graph and in the index of words."""
    return f"{program_hash()} {index_program()}"


@contextmanager
def _client(scheduler: str) -> Iterator[Client]:
    for name in ("distributed", "distributed.client", "distributed.core"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what is lost is told where it matters
    try:
        _wait_for(scheduler)
        client = Client(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise GraphError(scheduler, "no Dask scheduler answers", "start it, or mend the address") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            raise GraphError(scheduler, "the Dask scheduler has no workers", "start some of them") from error
        yield client


def _wait_for(scheduler: str) -> None:
    """Wait until something listens at an address; raises OSError where nothing does in time, ValueError where it is none.

    A client that no scheduler answers would stay half open, and may stop a later one for ever when it is collected.
    """
    address, end = get_address_host_port(scheduler), monotonic() + _SECONDS
    while True:
        try:
            socket.create_connection(address, timeout=_SECONDS).close()
        except OSError:
            if monotonic() > end:
                raise
            sleep(_PAUSE)
        else:
            return


@contextmanager
def _told_as_lost(scheduler: str) -> Iterator[None]:
    """Tell of a scheduler that goes away in one line."""
    try:
        yield
    except (FutureCancelledError, OSError, RuntimeError) as error:
        reason = f"the Dask scheduler is lost ({' '.join(str(error).split())[:100] or type(error).__name__})"
        raise GraphError(scheduler, reason, "start it, then build again: what was there before is as it was") from error


def _given(client: Client, scheduler: str, batch: Batch) -> Future[Reply]:
    with _told_as_lost(scheduler):
        return client.submit(build_there, batch, pure=False)


def _built(scheduler: str, future: Future[Reply]) -> Built | None:
    """Return what became of a batch; None where all workers ended that had it."""
    try:
        with _told_as_lost(scheduler):
            program, built = future.result()
    except KilledWorker:
        return None
    except ImportError as error:
        raise _other_program(scheduler, "a worker lacks it, or a package that it needs") from error
    if program != _program():
        raise _other_program(scheduler, "a worker has another version of it")
    made = pickle.loads(built)
    assert isinstance(made, Built)
    return made


def _built_alone(client: Client, scheduler: str, batch: Batch, others: Iterable[tuple[Batch, Future[Reply]]]) -> Built:
    """Return what becomes of each document alone.

    A worker that ends is held against all batches that it was given: so nothing else may be under way.
    """
    with _told_as_lost(scheduler):
        for _, future in others:
            future.exception()
    parts = []
    for one in batch.apart():
        built = _built(scheduler, _given(client, scheduler, one))
        parts.append(built or failed_alone(one, "reading it ended one worker of the cluster after the other"))
    return joined(parts)


def _other_program(scheduler: str, reason: str) -> GraphError:
    said = f"policygraph is not the same everywhere: {reason}"
    return GraphError(scheduler, said, "install the same version on every worker")
