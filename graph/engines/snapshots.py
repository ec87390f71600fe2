"""A store on disk: snapshots that never change, and one file that says which of them holds.

``policy.db/SNAPSHOT`` names a folder beside it, an Oxigraph store. A build writes on a copy (of hard links, which costs
nothing) and lays the result down as a new folder; its last act is to rename SNAPSHOT. So a store is at any moment the one before
or the one after, whatever ends the build, and whoever reads keeps what he opened: he locks the folder's READERS, and
a build removes only folders that nobody has locked. ``LOCK`` keeps two builds apart.
What is made of a store and belongs to one snapshot (an index of its words) is laid into that snapshot's folder, before it holds.
A folder that is itself an Oxigraph store, as earlier versions made them, is read as it is and gets snapshots by the next build.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Store

from graph.engines.held_folders import OF_ENGINE, READERS, HeldSnapshot, close_all, hold_folder, is_read, lock_file
from graph.engines.store import reading_hashes
from graph.engines.store_record import POINTER, Record, record_of, to_disk, write_record
from graph.errors import GraphError

_LOCK = "LOCK"
SOURCES = "SOURCES"
"""The file beside the snapshots that says which file each document came from; of all snapshots, since it is no part of what they say."""
SIGNATURES = "SIGNATURES"
"""The file beside the snapshots that keeps what MinHash makes of the words of texts, by their hash, so that it is worked out but once."""
_SNAPSHOT = re.compile(r"\d{6}")
_WORK = "work"
_OURS = re.compile(rf"{_SNAPSHOT.pattern}|{_WORK}|{_LOCK}|(?:{POINTER}|{SOURCES}|{SIGNATURES})(?:\.new)?")
_FORMER = re.compile(r"\d+\.(?:sst|log)|CURRENT|IDENTITY|LOG(?:\.old.*)?|(?:MANIFEST|OPTIONS)-\d+")
"""The files of the engine, which earlier versions kept in the store's own folder."""
_DATA = re.compile(r"\d+\.(?:sst|log)|CURRENT|MANIFEST-\d+")
"""The files in which the engine keeps what a store holds."""
_ATTEMPTS = 20
"""How often a reader looks again where a build took away the folder that it had just been told of."""


Beside: TypeAlias = Callable[[Path], None]
"""Lays further files into the folder of a new snapshot; raises OSError where they cannot be written."""


def is_store(path: Path) -> bool:
    """Return whether a folder holds an embedded store.

    >>> is_store(Path("no such folder"))
    False
    """
    return (path / POINTER).is_file() or (path / OF_ENGINE).is_file()


def _may_become_store(path: Path) -> bool:
    """Whether a folder holds nothing but what an interrupted first build left."""
    return not path.is_dir() or all(_OURS.fullmatch(file.name) for file in path.iterdir())


def state_of(folder: Path) -> str:
    """Return what tells a snapshot from itself before or after somebody wrote in it in place: names and sizes of its data.

    >>> state_of(Path("graph/engines"))
    ''
    """
    files = sorted(file for file in folder.iterdir() if _DATA.fullmatch(file.name))
    return " ".join(f"{file.name}:{file.stat().st_size}" for file in files)


def hold(path: Path, *further: int) -> HeldSnapshot:
    """Return the snapshot of a store that holds now, locked for reading; raises GraphError where there is none.

    Arguments: path, of the store's folder; further, descriptors that shall be closed with it.
    """
    for _ in range(_ATTEMPTS):
        record = record_of(path)
        if record is None:
            if (path / OF_ENGINE).is_file():
                return HeldSnapshot(path, further)
            break
        folder = path / record.folder
        with suppress(FileNotFoundError):
            return hold_folder(folder, *further)
        if record == record_of(path):
            break
    close_all(further)
    remedy = "mend it with: policygraph build PATH... --repair"
    raise GraphError(path, "the folder of a store whose snapshot is gone", remedy)


def unopened(path: Path, error: Exception) -> GraphError:
    """Return what is said where the engine cannot open a store."""
    if "lock" in str(error).lower():
        return GraphError(path, "another process holds this store", "close it and try again")
    remedy = "mend it with: policygraph build PATH... --repair"
    return GraphError(path, f"not a store that can be opened ({error})", remedy)


def lock_alone(path: Path) -> int:
    """Lock a store against every other writer, and return the descriptor of the lock.

    Raises GraphError where another one is at work, and for a folder that holds other things.
    """
    if not is_store(path) and not _may_become_store(path):
        raise GraphError(path, "a folder that holds other things than a store", "name a new folder")
    path.mkdir(parents=True, exist_ok=True)
    descriptor = lock_file(path / _LOCK)
    if descriptor is None:
        raise GraphError(path, "another process holds this store", "close it and try again")
    return descriptor


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep every other writer from a store for the length of a block; raises GraphError where one is at work."""
    descriptor = lock_alone(path)
    try:
        sweep(path)
        yield
    finally:
        if not is_store(path):
            _remove_empty(path)
        os.close(descriptor)


def _remove_empty(path: Path) -> None:
    """Remove the folder of a store that was never laid down, unless it holds something else."""
    sweep(path)
    with suppress(OSError):
        for name in (SOURCES, f"{SOURCES}.new", SIGNATURES, f"{SIGNATURES}.new"):
            (path / name).unlink(missing_ok=True)
        (path / _LOCK).unlink()
        path.rmdir()


@contextmanager
def work_copy(path: Path) -> Iterator[Path]:
    """Yield the folder of a copy of a store, new where there is none; removed at the end.

    To be used by whoever is `alone` with the store. Raises GraphError where another process writes in the store.
    """
    work = path / _WORK
    try:
        if is_store(path):
            with closing_hold(path) as held:
                _copy(held.folder, work, record_of(path))
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def closing_hold(path: Path) -> Iterator[HeldSnapshot]:
    """Hold the snapshot of a store for the length of a block."""
    held = hold(path)
    try:
        yield held
    finally:
        held.close()


def _copy(folder: Path, target: Path, record: Record | None) -> None:
    """Copy a store; what was written in it in place, and stands in its log only, is taken along."""
    as_laid_down = record is not None and record.folder == folder.name and record.state == state_of(folder)
    logged = not as_laid_down and any(file.stat().st_size for file in folder.glob("*.log"))
    try:
        store = Store.read_only(str(folder))
        store.backup(target)
        if not logged or len(Store.read_only(str(target))) == len(store):
            return
        shutil.rmtree(target)
        store = Store(folder)
    except RuntimeError as error:
        raise unopened(folder.parent if _SNAPSHOT.fullmatch(folder.name) else folder, error) from error
    store.backup(target)


def publish(path: Path, store: Store, beside: Beside) -> None:
    """Lay a store down as the next snapshot, and make it the one that holds.

    Arguments: path, of the store's folder; store, the written copy, of which all is on disk; beside, which lays into the
    snapshot what belongs to it. Raises OSError where it cannot be written, or not all of it is there.
    """
    hashes = reading_hashes(store)
    numbers = [int(file.name) for file in path.iterdir() if _SNAPSHOT.fullmatch(file.name)]
    folder = path / f"{max(numbers, default=0) + 1:06d}"
    try:
        store.backup(folder)
        written = reading_hashes(Store.read_only(str(folder)))
        if written != hashes:
            raise OSError(f"{len(written)} of {len(hashes)} documents were written")
        beside(folder)
        (folder / READERS).touch()
        for file in (*folder.iterdir(), folder):
            to_disk(file)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    write_record(path, Record(folder.name, len(hashes), state_of(folder)))


def sweep(path: Path) -> None:
    """Remove what interrupted builds left, and the snapshots that hold no more and nobody reads.

    To be used by whoever is `alone` with the store.
    """
    record = record_of(path)
    shutil.rmtree(path / _WORK, ignore_errors=True)
    with suppress(OSError):
        (path / f"{SIGNATURES}.new").unlink(missing_ok=True)
    if record is None:
        leftovers = [] if (path / OF_ENGINE).is_file() else [f for f in path.iterdir() if _SNAPSHOT.fullmatch(f.name)]
    else:
        leftovers = [f for f in path.iterdir() if _SNAPSHOT.fullmatch(f.name) and f.name != record.folder]
        for file in path.iterdir():
            if file.is_file() and _FORMER.fullmatch(file.name):
                file.unlink()  # of the store that an earlier version made here
    for folder in leftovers:
        if not is_read(folder):
            shutil.rmtree(folder, ignore_errors=True)
