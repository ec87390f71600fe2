"""Whether what the first visitor needs is there: pages imported, the overview's values reckoned. The server answers no sooner.

A port that answers before that lets a browser wait before an empty page, and the browser's own work is slowed by what is prepared.
"""

from __future__ import annotations

from threading import Event

_PATIENCE = 20.0
"""Seconds after which the server answers all the same: the overview of a large store may take long."""
_begun, _over = Event(), Event()


def begin() -> None:
    """Say that somebody prepares; where nobody does, nobody waits."""
    _begun.set()


def end() -> None:
    """Say that the first visitor may come."""
    _over.set()


def wait() -> None:
    """Wait for the end of a preparation that has begun, some seconds at the most.

    >>> wait()
    """
    if _begun.is_set():
        _over.wait(_PATIENCE)
