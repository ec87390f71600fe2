"""What the children read: the folder of a store, or that of a copy where the graph is a file."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Store

from graph.engines import HeldSnapshot, open_to_read, read_graph, record_of
from graph.errors import GraphError
from graph.rdf import format_of
from graph.sandbox.scratch_folder import ScratchFolder

Signature: TypeAlias = tuple[tuple[str, int, int], ...]
"""Name, size in bytes and time of the last change of each file: another one after each build."""

_NOT_DATA = ("LOG", "LOCK")


class Source:
    """A graph on disk that may be built anew at any time.

    Arguments: path, of a store's folder or of a file. Raises GraphError where it is neither.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._copies: list[ScratchFolder] = []
        self._held: HeldSnapshot | None = None
        self._turning = threading.Lock()
        self._known: Signature | None = None
        self.current()

    def signature(self) -> Signature:
        """Return what tells one build of the graph from the next; empty where there is none at this moment."""
        try:
            record = record_of(self._path) if self._path.is_dir() else None
            if record is not None:
                return ((record.folder, 0, 0),)
            files = [self._path] if self._path.is_file() else sorted(self._path.iterdir())
            stats = [(file.name, file.stat()) for file in files if not file.name.startswith(_NOT_DATA)]
        except (OSError, GraphError):
            return ()
        return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)

    def current(self) -> tuple[Signature, Path]:
        """Return the signature and the folder of a store that holds the graph as it is now.

        Raises GraphError for a graph that cannot be read. The folder stays until the graph is built anew and asked for again.
        """
        with self._turning:
            signature = self.signature()
            if signature != self._known or not signature:
                self._turn()
                self._known = signature
            return signature, self._copies[-1].path if self._held is None else self._held.folder

    def _turn(self) -> None:
        if format_of(self._path) is not None:
            self._copy()
            return
        former, self._held = self._held, open_to_read(self._path).held
        if former is not None:
            former.close()

    def close(self) -> None:
        """Remove the copies, and let go of the store."""
        self._copies.clear()
        if self._held is not None:
            self._held.close()

    def _copy(self) -> None:
        """Copy a file to a store once, so that no child has to hold it in its memory."""
        quads = read_graph(self._path)
        folder = ScratchFolder()
        try:
            Store(folder.path).bulk_extend(quads)
        except OSError as error:
            raise GraphError(self._path, f"cannot be copied to {folder.path} ({error})", "make room there") from error
        self._copies.append(folder)
