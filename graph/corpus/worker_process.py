"""The process that builds batches of documents: `graph.corpus.workers` starts, feeds and ends it."""

from __future__ import annotations

import signal
import sys
from multiprocessing.connection import Connection

from graph.corpus.assembly import built_apart


def main() -> None:
    """Build one batch after the other, until the other side of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches all; the parent decides
    pipe = Connection(int(sys.argv[2]))
    while True:
        try:
            pipe.send(built_apart(pipe.recv()))
        except (EOFError, OSError):
            return
