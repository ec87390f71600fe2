"""Stores in folders and graphs in files, opened: to read, to write in place, or to revise as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from graph.engines.held_folders import HeldSnapshot
from graph.engines.snapshots import (
    Beside,
    alone,
    hold,
    is_store,
    lock_alone,
    publish,
    state_of,
    sweep,
    unopened,
    work_copy,
)
from graph.engines.store import UNITE, holds_union, settle, unite_anew
from graph.engines.store_record import record_of
from graph.errors import GraphError
from graph.rdf import format_of

_READ: dict[Path, HeldSnapshot] = {}
"""What this process has open for reading, by path, so that no build removes it."""


@dataclass(frozen=True, slots=True)
class OpenStore:
    """A store in a folder, and what keeps others from removing it or writing in it as long as this is held."""

    store: Store
    held: HeldSnapshot
    state: str = ""
    """Of the snapshot when it was opened for reading (`state_of`); empty where it may be written in, or is no snapshot."""


def open_store(path: Path) -> OpenStore:
    """Open the embedded store of a folder for writing in place, made where there is none.

    Raises GraphError where the folder holds other things, another process holds the store, or it is broken.
    """
    if not is_store(path):
        with alone(path), revised(path):
            pass
    held = hold(path, lock_alone(path))
    try:
        store = Store(held.folder)
        if not holds_union(store):
            store.update(UNITE)
    except (OSError, RuntimeError) as error:
        held.close()
        raise unopened(path, error) from error
    return OpenStore(store, held)


def open_to_read(path: Path) -> OpenStore:
    """Open the store of a folder as it is now; a build may put another in its place meanwhile.

    Raises GraphError where there is none, or it is broken.
    """
    if not path.exists():
        raise GraphError(path, "no such graph", f"make it with: policygraph build PATH -o {path}")
    if not is_store(path):
        raise GraphError(path, "not the folder of a store", "make one with: policygraph build PATH")
    held = hold(path)
    state = state_of(held.folder) if held.folder != path else ""
    try:
        store = Store.read_only(str(held.folder))
        holds_union(store)  # the first page of a broken store fails here, not in the middle of a question
    except (OSError, RuntimeError) as error:
        raise unopened(path, error) from error
    return OpenStore(store, held, state)


@contextmanager
def revised(path: Path, beside: Beside = lambda _: None) -> Iterator[Store]:
    """Yield a copy of a store to write in, which holds in the store's place once the block ends; new where there is none.

    Arguments: path, of the store's folder, with which the caller is `alone`; beside, which lays into the new snapshot what is
    made of it. Whatever ends the block early leaves the store as it was.
    """
    with work_copy(path) as work:
        store = Store(work)
        if record_of(path) is None:
            unite_anew(store)  # a build of an earlier version may have been interrupted
        yield store
        settle(store, work)
        publish(path, store, beside)
        del store
        sweep(path)


def read_graph(path: Path) -> Store:
    """Open a graph for reading: the store of a folder, or a file read into memory.

    Raises GraphError where there is none, or the file is not what its suffix says.
    """
    form = format_of(path)
    if form is None:
        opened = open_to_read(path)
        _READ[path] = opened.held
        return opened.store
    if not path.exists():
        raise GraphError(path, "no such graph", f"make it with: policygraph build PATH -o {path}")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=form)
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise GraphError(path, f"not {form.name} ({reason})", "build it anew or mend the file") from error
    except OSError as error:
        raise GraphError(path, f"cannot be read ({error})", "look at its rights") from error
    store.update(UNITE)
    return store
