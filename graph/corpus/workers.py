"""Batches of documents built in several processes, in their order: what comes out is what one process gives.

A worker waits for a batch, and a thread of this process for the worker. One that ends is replaced, and its batch is read again a document
at a time, so that whatever ended it is told of one text and the others are there.
"""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import Pipe
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

from graph.corpus.assembly import Batch, Built, BuiltDocument, built_apart, failed_alone, joined
from graph.corpus.report import BuildReport, Progress
from graph.errors import GraphError

_START = "import sys; sys.path.insert(0, sys.argv[1]); from graph.corpus.worker_process import main; main()"
_AHEAD = 6
"""Batches for each worker that are under way or wait to be taken: it bounds what is in memory, and lasts while the store is loaded."""
_TRIES = 2
"""How often a text is read by itself whose process ends: somebody else, or want of memory, may have ended it."""
_LOADED = 120_000
"""Quads that are handed on together, since the engine's bulk loader is the faster the more it gets."""


Jobs: TypeAlias = int | str
"""How many processes of this machine read, or the address of a Dask scheduler whose workers do."""


def in_order(batches: Iterable[Batch], jobs: Jobs = 1) -> Iterator[tuple[Batch, Built]]:
    """Yield each batch with what became of it, in their order.

    Arguments: batches; jobs, how many processes read; with one, or for one batch alone, this process does. Raises GraphError where a
    cluster cannot be had.
    """
    if isinstance(jobs, str):
        yield from _there(batches, jobs)
        return
    coming = iter(batches)
    first = tuple(islice(coming, 2))
    coming = chain(first, coming)
    if jobs < 2 or len(first) < 2:
        for batch in coming:
            yield batch, built_apart(batch)
        return
    with _workers(jobs) as (pool, workers):
        waiting: deque[tuple[Batch, Future[Built]]] = deque()
        for batch in coming:
            waiting.append((batch, pool.submit(_built_by, workers, batch)))
            if len(waiting) > _AHEAD * jobs:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()


def _there(batches: Iterable[Batch], scheduler: str) -> Iterator[tuple[Batch, Built]]:
    try:
        from graph.corpus.cluster import in_order_there
    except ModuleNotFoundError as error:
        reason = f"{error.name} is not installed"
        raise GraphError(scheduler, reason, "install it with: pip install 'policygraph[cluster]'") from error
    return in_order_there(batches, scheduler)


def sound_documents(
    batches: Iterable[Batch], report: BuildReport, progress: Progress = lambda _: None, jobs: Jobs = 1
) -> Iterator[list[BuiltDocument]]:
    """Yield the graphs of documents as they pass the checks, many at a time, so that memory stays bounded.

    Arguments: batches; report, to which the documents built, the findings and what was left out are added; progress; jobs, how
    many processes read.
    """
    gathered: list[BuiltDocument] = []
    for batch, built in in_order(batches, jobs):
        built.add_lines(report)
        gathered += built.documents
        for document, _ in batch:
            progress(document.id)
        if sum(len(one.graph) for one in gathered) > _LOADED:
            yield gathered
            gathered = []
    yield gathered


class _Worker:
    """A process that builds batches; started when it is first asked."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self.ended = False
        """Whether it is to start no more."""

    def built(self, batch: Batch) -> Built:
        """Return what became of a batch; raises EOFError or OSError where the process ends over it."""
        if self._process is None:
            self._start()
        self._pipe.send(batch)
        built = self._pipe.recv()
        assert isinstance(built, Built)
        return built

    def _start(self) -> None:
        self._pipe, other = Pipe()
        with other:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, str(Path(__file__).parents[2]), str(other.fileno())],
                stdin=subprocess.DEVNULL,
                pass_fds=[other.fileno()],
            )

    def end(self) -> str:
        """End the process, whatever it does, and return how it ended."""
        process, self._process = self._process, None
        if process is None:
            return "never started"
        process.kill()
        code = process.wait()
        return f"signal {-code}" if code < 0 else f"exit code {code}"


_Workers = SimpleQueue[_Worker]


@contextmanager
def _workers(jobs: int) -> Iterator[tuple[ThreadPoolExecutor, _Workers]]:
    """Yield threads that wait for workers, and the workers that wait for a thread; all end with the block."""
    every = [_Worker() for _ in range(jobs)]
    free: _Workers = SimpleQueue()
    for worker in every:
        free.put(worker)
    pool = ThreadPoolExecutor(jobs)
    try:
        yield pool, free
    finally:
        for worker in every:
            worker.ended = True
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in every:
            worker.end()
        pool.shutdown()


def _built_by(workers: _Workers, batch: Batch) -> Built:
    worker = workers.get()
    try:
        return _asked(worker, batch)
    finally:
        workers.put(worker)


def _asked(worker: _Worker, batch: Batch, tries: int = _TRIES) -> Built:
    """Return what a worker makes of a batch; where it ends over it, what it makes of each document alone."""
    try:
        return worker.built(batch)
    except (EOFError, OSError):
        how = worker.end()
    if worker.ended:
        return Built()
    if len(batch) > 1:
        return joined(_asked(worker, one) for one in batch.apart())
    if tries > 1:
        return _asked(worker, batch, tries - 1)
    return failed_alone(batch, f"reading it ended its process ({how})")
