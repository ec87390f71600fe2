"""Progress of long work, on stderr and only when a person watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer


@contextmanager
def progress(count: Callable[[], int]) -> Iterator[Callable[[str], None]]:
    """Give a function to call once for each text that is done; on a terminal it draws a bar with rate and time left, else nothing.

    Arguments: count, tells about how many there will be; called only where a bar is drawn.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    start, done = time.monotonic(), 0

    def rate(_: object) -> str:
        return f"{done / max(time.monotonic() - start, 0.001):.1f} texts/s"

    with typer.progressbar(length=count(), file=sys.stderr, show_pos=True, item_show_func=rate) as bar:

        def advance(_: str) -> None:
            nonlocal done
            done += 1
            if done > (bar.length or 0):
                bar.length = done
            bar.update(1)

        yield advance
