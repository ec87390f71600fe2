"""Progress of long work, on stderr and only when a person watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import typer

_CLEAR = "\r\x1b[K"
"""What takes a line off a terminal."""


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


@contextmanager
def making(what: str) -> Iterator[None]:
    """Say what is being made and for how many seconds, for as long as it takes; on a terminal alone.

    Arguments: what, in a few words of one line.
    """
    from graph.results import in_one_line

    if not sys.stderr.isatty():
        yield
        return
    start, is_made, told = time.monotonic(), Event(), in_one_line(what)

    def tell() -> None:
        while True:
            sys.stderr.write(f"{_CLEAR}making {told}: {time.monotonic() - start:.0f} s")
            sys.stderr.flush()
            if is_made.wait(1):
                break
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()

    telling = Thread(target=tell, daemon=True)
    telling.start()
    try:
        yield
    finally:
        is_made.set()
        telling.join()
