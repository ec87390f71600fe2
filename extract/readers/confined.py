"""Formats behind which stand parsers of others, read in a process of its own with limits of time, memory and output.

One child waits for files; it is ended where a file takes too much, and the next file gets a new one.
"""

from __future__ import annotations

import atexit
import json
import signal
import subprocess
import sys
import threading
from dataclasses import fields
from datetime import date
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.files import MAX_BYTES
from extract.values import Metadata

MEGABYTES = 1200
"""Memory that reading one file may take on top of what the child has taken by then."""
SECONDS = 10.0
"""Processor time for any file, however small."""
SECONDS_A_MEGABYTE = 25.0
"""Further processor time for each megabyte of a file: a PDF of a thousand full pages has some three."""
MOST_SECONDS = 110.0
_PATIENCE = 5
"""So many times its processor time a file may take on the clock: the machine may be at other work."""
_LARGEST_ANSWER = 4 * MAX_BYTES
TOO_LONG, TOO_LARGE, SIMPLER = "reading it takes too long", "reading it needs too much memory", "save its text as .txt"
"""What is said of a file that takes too much, and the way out."""


def seconds_for(size: int) -> float:
    """Return how much processor time a file may take.

    Arguments: size, in bytes.

    >>> seconds_for(600), seconds_for(100_000_000)
    (10.0, 110.0)
    """
    return min(MOST_SECONDS, round(SECONDS + SECONDS_A_MEGABYTE * size / 1_000_000, 1))


class _Child:
    """The process that reads, and the pipe to it."""

    def __init__(self) -> None:
        self.pipe, other = Pipe()
        with other:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, str(Path(__file__).parents[2]), str(other.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[other.fileno()],
            )

    def end(self) -> int:
        """End the process, whatever it does, and return its exit code."""
        self.process.kill()
        self.pipe.close()
        return self.process.wait()


_START = "import sys; sys.path.insert(0, sys.argv[1]); from extract.readers.confined_process import main; main()"
_LOCK = threading.Lock()
_CHILDREN: list[_Child] = []


def read_confined(path: Path, data: bytes) -> Content:
    """Return what a file of a packed or marked-up format holds.

    Arguments: path, whose suffix names the format; data, the file's bytes. Raises UnreadableText where the format's
    reader does, and for a file that takes too much time or memory; ValueError for a damaged file.
    """
    with _LOCK:
        child = _CHILDREN.pop() if _CHILDREN else _Child()
        try:
            reply = _asked(child.pipe, path.suffix.lower(), data)
        except (EOFError, OSError) as error:
            raise UnreadableText(path, _told(child.end()), SIMPLER) from error
        except TimeoutError as error:
            child.end()
            raise UnreadableText(path, TOO_LONG, SIMPLER) from error
        _CHILDREN.append(child)
    if "reason" in reply:
        raise UnreadableText(path, reply["reason"], reply["remedy"])
    if "damaged" in reply:
        raise ValueError(reply["damaged"])
    declared = reply["metadata"]
    published = date.fromisoformat(declared["published"]) if declared["published"] else None
    return Content(
        reply["text"], Metadata(**{**declared, "published": published}), reply["id"], tuple(reply["remarks"])
    )


def _asked(pipe: Connection, suffix: str, data: bytes) -> dict[str, Any]:
    seconds = seconds_for(len(data))
    pipe.send_bytes(json.dumps({"suffix": suffix, "seconds": seconds, "megabytes": MEGABYTES}).encode())
    pipe.send_bytes(data)
    if not pipe.poll(_PATIENCE * seconds):
        raise TimeoutError
    reply: dict[str, Any] = json.loads(pipe.recv_bytes(_LARGEST_ANSWER))
    return reply


def _told(code: int) -> str:
    return TOO_LONG if code == -signal.SIGXCPU else TOO_LARGE


def as_reply(content: Content) -> dict[str, Any]:
    """Return what a reader found as values that JSON has.

    >>> as_reply(Content("沈阳"))["metadata"]["published"]
    """
    declared = {one.name: getattr(content.metadata, one.name) for one in fields(content.metadata)}
    declared["published"] = declared["published"].isoformat() if declared["published"] else None
    return {"text": content.text, "metadata": declared, "id": content.id, "remarks": list(content.remarks)}


@atexit.register
def _end_all() -> None:
    for child in _CHILDREN:
        child.end()
