"""Streams of files that may be packed: read piece by piece, and never more than a file of its size can honestly hold."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from extract.errors import UnreadableText
from extract.readers.files import MAX_BYTES

ALWAYS_UNPACKED = 200_000_000
"""Bytes that any packed file may unpack to."""
MOST_TIMES = 100
"""So many times its size a larger one may unpack to: Chinese text packs to a third, a table that repeats itself to a thirtieth."""
DAMAGE = (EOFError, OSError, zlib.error)
"""What is raised in the middle of a damaged stream."""


class Budget:
    """How much a packed file may still unpack to.

    Arguments: path, of the file, named in the error; packed, its size in bytes.

    >>> Budget(Path("a.zip"), 10).take(300_000_000)
    Traceback (most recent call last):
    extract.errors.UnreadableText: a.zip: it unpacks to more than a hundred times its size; unpack it and give its texts
    """

    def __init__(self, path: Path, packed: int) -> None:
        self._path = path
        self._left = max(ALWAYS_UNPACKED, MOST_TIMES * packed)

    def take(self, size: int) -> None:
        """Note that so many bytes were unpacked; raises UnreadableText where they are too many."""
        self._left -= size
        if self._left < 0:
            reason = "it unpacks to more than a hundred times its size"
            raise UnreadableText(self._path, reason, "unpack it and give its texts")


class _Counted(io.RawIOBase):
    """A stream that takes what it gives from a budget."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        self._budget.take(len(data))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def counted(stream: IO[bytes], budget: Budget) -> io.BufferedReader:
    """Return a stream that raises UnreadableText once it has given more than its budget."""
    return io.BufferedReader(_Counted(stream, budget))


def opened(path: Path) -> io.BufferedReader:
    """Return the bytes of a file as a stream, unpacked where its name ends in ``.gz`` or ``.tgz``.

    The stream raises UnreadableText for a bomb, and one of `DAMAGE` where the file is damaged.
    """
    if path.suffix.lower() not in (".gz", ".tgz"):
        return path.open("rb")
    return counted(gzip.open(path, "rb"), Budget(path, path.stat().st_size))  # type: ignore[arg-type]


def lines_of(stream: io.BufferedReader, most: int = MAX_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number, from 1, and the bytes of each line; None in the place of one that is longer than the limit.

    >>> list(lines_of(io.BufferedReader(io.BytesIO(b"ab\\nlonger\\nc")), 4))
    [(1, b'ab\\n'), (2, None), (3, b'c')]
    """
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield number, None
