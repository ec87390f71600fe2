"""Tables of Parquet, row by row, through a process of their own: their reader is compiled code that a hostile file may bring down."""

from __future__ import annotations

import importlib.util
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extract.errors import UnreadableText
from extract.readers.collections.record import check_columns, field_of
from extract.readers.collections.streams import Record
from extract.readers.confined import MEGABYTES, MOST_SECONDS, SIMPLER, TOO_LONG
from extract.readers.files import MAX_BYTES

_START = "import sys; sys.path.insert(0, sys.argv[1]); from extract.readers.collections.parquet import main; main()"
_ROWS = 64
"""Rows that are unpacked at once."""


def parquet_rows(path: Path) -> Iterator[Record]:
    """Yield the rows of a Parquet file, of the columns that are known.

    Arguments: path. Raises UnreadableText where pyarrow is not installed, no column holds texts, the file is damaged, or reading it
    takes too much time or memory; what was yielded before stays.
    """
    with _child(path) as pipe:
        yield from _received(path, pipe)


def rows_in(path: Path) -> int:
    """Return how many rows a Parquet file says it has; raises UnreadableText as `parquet_rows` does."""
    with _child(path) as pipe:
        return _head(path, pipe)[1]


@contextmanager
def _child(path: Path) -> Iterator[Connection]:
    """Yield the pipe to a process that reads a file."""
    if importlib.util.find_spec("pyarrow") is None:
        raise UnreadableText(path, "Parquet is not read without pyarrow", "install the extra: export")
    pipe, other = Pipe()
    with other:
        child = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, str(Path(__file__).parents[3]), str(other.fileno()), str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[other.fileno()],
        )
    try:
        yield pipe
    except (EOFError, OSError) as error:
        raise UnreadableText(path, "the parquet file is damaged or needs too much memory", "write it anew") from error
    finally:
        child.kill()
        child.wait()
        pipe.close()


def _head(path: Path, pipe: Connection) -> tuple[list[str], int]:
    said = _next(path, pipe)
    if isinstance(said, str):
        raise UnreadableText(path, f"the parquet file is damaged ({said})", "write it anew")
    return said["columns"], said["rows"]


def _received(path: Path, pipe: Connection) -> Iterator[Record]:
    check_columns(path, _head(path, pipe)[0])
    number = 0
    while (row := _next(path, pipe)) is not None:
        number += 1
        place = f"row {number}"
        if isinstance(row, str):
            raise UnreadableText(path, f"the parquet file is damaged from {place} on ({row})", "write it anew")
        yield place, row


def _next(path: Path, pipe: Connection) -> Any:
    if not pipe.poll(MOST_SECONDS):
        raise UnreadableText(path, TOO_LONG, SIMPLER)
    return json.loads(pipe.recv_bytes(4 * MAX_BYTES))


def main() -> None:
    """Send the columns of a file and then its rows, each as JSON; null at the end, and a text where it is damaged."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pipe = Connection(int(sys.argv[2]))

    def send(value: object) -> None:
        pipe.send_bytes(json.dumps(value, default=str, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    import pyarrow.parquet as pq

    resource.setrlimit(resource.RLIMIT_DATA, (2 * MEGABYTES * 2**20, resource.RLIM_INFINITY))
    try:
        file = pq.ParquetFile(sys.argv[3], pre_buffer=False)
        names = list(file.schema_arrow.names)
        send({"columns": names, "rows": file.metadata.num_rows})
        known = [name for name in names if field_of(name)]
        for batch in file.iter_batches(batch_size=_ROWS, columns=known, use_threads=False):
            for row in batch.to_pylist():
                send(row)
        send(None)
    except Exception as error:  # the library raises whatever a hostile file drives it to
        send(f"{type(error).__name__}"[:100])
