"""Progress of long work, on stderr and only when a person watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer


@contextmanager
def progress(count: Callable[[], int]) -> Iterator[Callable[[str], None]]:
    """Give a function to call once for each text that is done; it draws a bar on a terminal, else nothing.

    Arguments: count, tells how many there will be; called only where a bar is drawn.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with typer.progressbar(length=count(), file=sys.stderr) as bar:
        yield lambda _: bar.update(1)
