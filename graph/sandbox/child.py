"""One child process that answers queries, and the socket to it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from multiprocessing import Pipe
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

from graph.errors import GraphError
from graph.sandbox.guard import QueryError
from graph.sandbox.sparql_results import LARGEST

_OPENING = 60.0
"""Seconds in which a child must have opened its store."""
_GLANCE = 0.2
"""Seconds after which a waiting thread looks whether its answer is still wanted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take."""

    seconds: float = 10.0
    rows: int = 100_000
    """Rows, or triples, of the answer."""
    megabytes: int = 1024
    """Memory on top of the open store's."""


class Worker:
    """One child process and the socket to it.

    Arguments: folder, of the store; limits of each query; services, absolute IRIs that SERVICE may name.
    """

    def __init__(self, folder: Path, limits: Limits, services: Sequence[str] = ()) -> None:
        self.folder = folder
        self._limits = limits
        settings = {**asdict(limits), "services": list(services)}
        self._ready = False
        self._connection, other = Pipe()
        root = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        arguments = [str(other.fileno()), str(folder), json.dumps(settings)]
        with other:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "graph.sandbox.process", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[other.fileno()],
                env={**os.environ, "PYTHONPATH": path},
            )

    @property
    def process_id(self) -> int:
        """The id of the child."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the child runs."""
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        """Wait until the store is open; raises GraphError where it cannot be."""
        if self._ready:
            return
        try:
            reply = json.loads(self._connection.recv_bytes()) if self._connection.poll(_OPENING) else {}
        except (EOFError, OSError) as error:
            raise GraphError(self.folder, "the process that should read it ended", "try again") from error
        if not reply:
            self.end()
            raise GraphError(self.folder, f"not open within {_OPENING:g} s", "look at what else this machine does")
        if "cannot_open" in reply:
            self.end()
            raise GraphError(self.folder, f"not a store that can be opened ({reply['cannot_open']})", "build it anew")
        self._ready = True

    def ask(self, request: dict[str, Any], stop: Event) -> tuple[dict[str, Any], bytes]:
        """Return the head of the reply and the answer.

        Arguments: request, as `graph.sandbox.process` reads it; stop, set by whoever no longer wants the answer.
        Raises QueryError: `time` for a query over its time, whose child is then no more; `memory`; `failed`.
        """
        self.wait_until_ready()
        limits = self._limits
        try:
            self._connection.send_bytes(json.dumps(request).encode())
            self._wait_for_reply(stop)
            head = json.loads(self._connection.recv_bytes())
            return head, self._connection.recv_bytes(LARGEST) if "form" in head else b""
        except (EOFError, OSError) as error:
            if self.end() == -signal.SIGABRT:  # so the engine ends where it is given no more memory
                raise QueryError("memory", f"it needs more than {limits.megabytes:,} MB", "ask for less") from error
            raise QueryError("failed", "the engine ended before it had an answer", "ask for less") from error
        except QueryError:
            self.end()
            raise

    def _wait_for_reply(self, stop: Event) -> None:
        last = monotonic() + self._limits.seconds
        while not self._connection.poll(max(0.0, min(_GLANCE, last - monotonic()))):
            if stop.is_set():
                raise QueryError("failed", "nobody waits for its answer any more", "ask again")
            if monotonic() >= last:
                raise QueryError("time", f"it took longer than {self._limits.seconds:g} s", "ask for less")

    def end(self) -> int:
        """End the child, whatever it does, and return its exit code: negative for a signal."""
        if self.alive:
            self._process.kill()
        return self._process.wait()
