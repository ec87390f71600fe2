"""How many texts a file holds, counted without reading them: for those who wait."""

from __future__ import annotations

from pathlib import Path

from extract.errors import UnreadableText
from extract.readers.collections.archives import DAMAGED, names_in
from extract.readers.collections.parquet import rows_in
from extract.readers.collections.suffixes import ARCHIVES, suffix_of
from extract.readers.collections.unpacking import opened

_BLOCK = 1_000_000


def texts_in(path: Path) -> int:
    """Return how many texts a file holds, about: a record may have several lines, and a member several records; 1 where it cannot be told.

    >>> texts_in(Path("corpus/liaoning-interpretation.txt"))
    1
    """
    suffix = suffix_of(path)
    try:
        if suffix in ARCHIVES:
            return max(1, sum(1 for _ in names_in(path, suffix)))
        if suffix == ".parquet":
            return max(1, rows_in(path))
        return max(1, _lines(path)) if suffix else 1
    except (UnreadableText, *DAMAGED):
        return 1


def _lines(path: Path) -> int:
    count, block = 0, b""
    with opened(path) as stream:
        while more := stream.read(_BLOCK):
            count, block = count + more.count(b"\n"), more
    return count + (not block.endswith(b"\n"))
