"""What the children read: the folder of a store, or that of a copy where the graph is a file."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Store

from graph.engines import read_graph
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
        self._copying = threading.Lock()
        self._copied: Signature | None = None
        if format_of(path) is None:
            read_graph(path)
        else:
            self.current()

    def signature(self) -> Signature:
        """Return what tells one build of the graph from the next; empty where there is none at this moment."""
        try:
            files = [self._path] if self._path.is_file() else sorted(self._path.iterdir())
            stats = [(file.name, file.stat()) for file in files if not file.name.startswith(_NOT_DATA)]
        except OSError:
            return ()
        return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)

    def current(self) -> tuple[Signature, Path]:
        """Return the signature and the folder of a store that holds the graph as it is now.

        Raises GraphError for a file that cannot be read.
        """
        signature = self.signature()
        if format_of(self._path) is None:
            return signature, self._path
        with self._copying:
            if signature != self._copied:
                self._copy()
                self._copied = signature
            return signature, self._copies[-1].path

    def close(self) -> None:
        """Remove the copies."""
        self._copies.clear()

    def _copy(self) -> None:
        """Copy a file to a store once, so that no child has to hold it in its memory."""
        quads = read_graph(self._path)
        folder = ScratchFolder()
        try:
            Store(folder.path).bulk_extend(quads)
        except OSError as error:
            raise GraphError(self._path, f"cannot be copied to {folder.path} ({error})", "make room there") from error
        self._copies.append(folder)
