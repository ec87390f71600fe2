"""What is said when a graph cannot be read, written or trusted."""

from __future__ import annotations

from pathlib import Path


class GraphError(Exception):
    """A user's mistake or a broken file, told in one line: what, why, and what to do.

    Arguments: path, of the graph or store, or what else is at fault (an address, a query, a name); reason; remedy, what its owner can do.

    >>> print(GraphError(Path("x.ttl"), "no such file", "build it first"))
    x.ttl: no such file; build it first
    """

    def __init__(self, path: Path | str, reason: str, remedy: str) -> None:
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        said = f"{self.path}: {self.reason}; {self.remedy}"
        return "".join(char if char.isprintable() else " " for char in said)
