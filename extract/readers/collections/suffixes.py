"""Which kind of collection a file is, by its name."""

from __future__ import annotations

from pathlib import Path

from extract.readers.files import COLLECTION_SUFFIXES

LINES = (".jsonl", ".jsonl.gz")
ARCHIVES = (".zip", ".tar.gz", ".tgz")


def suffix_of(path: Path) -> str:
    """Return the longest suffix of a collection that a name has; empty where it has none.

    >>> suffix_of(Path("a.JSONL.gz")), suffix_of(Path("a.txt"))
    ('.jsonl.gz', '')
    """
    name = path.name.lower()
    return max((one for one in COLLECTION_SUFFIXES if name.endswith(one)), key=len, default="")
