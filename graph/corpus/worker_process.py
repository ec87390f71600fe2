"""The process that builds batches of documents: `graph.corpus.workers` starts, feeds and ends it."""

from __future__ import annotations

import pickle
import signal
import sys
from multiprocessing.connection import Connection

from pyoxigraph import RdfFormat, serialize

from graph.corpus.assembly import built_apart


def main() -> None:
    """Build one batch after the other, until the other side of the pipe is gone.

    Graphs go as N-Quads: of all forms the engine writes and reads this one fastest, far faster than its quads are pickled.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches all; the parent decides
    pipe = Connection(int(sys.argv[2]))
    while True:
        try:
            batch = pickle.loads(pipe.recv_bytes())
            built = built_apart(batch)
            graphs = [
                (one.document_id, serialize(one.quads, format=RdfFormat.N_QUADS), one.places) for one in built.documents
            ]
            built.documents.clear()
            pipe.send_bytes(pickle.dumps((built, graphs), 5))
        except (EOFError, OSError):
            return
