"""Folders that are in use: locked by whoever reads them, so that nobody removes them, and by the one who writes.

A lock ends with the process that has it, however that ends.
"""

from __future__ import annotations

import fcntl
import os
import weakref
from pathlib import Path

READERS = "READERS"
"""The file of a snapshot that is locked by whoever reads it."""
OF_ENGINE = "CURRENT"
"""A file that every folder of the engine has."""


class HeldSnapshot:
    """A snapshot that no build removes as long as this object lives, or until `close`.

    Arguments: folder, of the engine's store; descriptors, of locked files.
    """

    def __init__(self, folder: Path, descriptors: tuple[int, ...]) -> None:
        self.folder = folder
        self._end = weakref.finalize(self, close_all, descriptors)

    def close(self) -> None:
        """Let go of the folder."""
        self._end()


def close_all(descriptors: tuple[int, ...]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


def hold_folder(folder: Path, *further: int) -> HeldSnapshot:
    """Lock the folder of a snapshot for reading; a store without snapshots has no lock.

    Arguments: folder; further, descriptors that shall be closed with it. Raises FileNotFoundError where it was removed.
    """
    descriptors = further
    if (folder / READERS).exists():
        descriptor = os.open(folder / READERS, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        descriptors = (descriptor, *further)
    if not (folder / OF_ENGINE).is_file():
        close_all(descriptors[: len(descriptors) - len(further)])
        raise FileNotFoundError(folder)
    return HeldSnapshot(folder, descriptors)


def is_read(folder: Path) -> bool:
    """Whether somebody has a snapshot locked for reading."""
    try:
        descriptor = os.open(folder / READERS, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def lock_file(path: Path) -> int | None:
    """Lock a file, made where there is none, and return its descriptor; None where another one has it locked."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor
