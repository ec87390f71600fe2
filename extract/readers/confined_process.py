"""The child process in which files of foreign formats are read: `extract.readers.confined` starts, feeds and ends it."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extract.errors import UnreadableText
from extract.readers.confined import SIMPLER, TOO_LARGE, as_reply
from extract.readers.content import Content
from extract.readers.docx import read_docx
from extract.readers.files import MAX_BYTES
from extract.readers.html import read_html
from extract.readers.pdf import read_pdf

READERS: Mapping[str, Callable[[Path, bytes], Content]] = {
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".html": read_html,
    ".htm": read_html,
}


def main() -> None:
    """Read one file after the other, until the other side of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches all; the parent decides
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pipe = Connection(int(sys.argv[2]))
    while True:
        try:
            asked = json.loads(pipe.recv_bytes())
            data = pipe.recv_bytes()
        except EOFError:
            os._exit(0)
        _limit(asked["seconds"], asked["megabytes"])
        pipe.send_bytes(json.dumps(_read(asked["suffix"], data)).encode())


def _limit(seconds: float, megabytes: int) -> None:
    """Bound what the next file may take, on top of what was taken so far."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(spent.ru_utime + spent.ru_stime + seconds) + 1, resource.RLIM_INFINITY)
    )
    status = Path("/proc/self/status")
    if status.exists():
        taken = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmData"))
        most = taken * 1024 + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.RLIM_INFINITY))


def _read(suffix: str, data: bytes) -> dict[str, Any]:
    try:
        content = READERS[suffix](Path(f"file{suffix}"), data)
    except UnreadableText as error:
        return {"reason": error.reason, "remedy": error.remedy}
    except MemoryError:
        return {"reason": TOO_LARGE, "remedy": SIMPLER}
    except Exception as error:  # the libraries raise whatever a hostile file drives them to
        return {"damaged": f"{type(error).__name__}: {error}"[:500]}
    if len(content.text) > MAX_BYTES:
        return {"reason": "it holds more text than a document", "remedy": "split it into its documents"}
    return as_reply(content)
