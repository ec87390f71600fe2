"""Mend a store that an interrupted build of an earlier version, or a broken disk, left."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from graph.engines import alone, is_store, renew_background, revised, unite_anew
from graph.errors import GraphError
from graph.meeting import meet
from graph.search import lay_beside


def repair(path: Path) -> list[str]:
    """Mend a store, and return one line for each thing that was done.

    Arguments: path, of the store's folder. What its documents say is kept: the union of their graphs and the background
    of their places are made anew. A store that cannot be opened is set aside under another name, never removed.

    >>> repair(Path("no such store"))
    []
    """
    if not is_store(path):
        return []
    try:
        with alone(path), revised(path, lay_beside) as store:
            unite_anew(store)
            renew_background(store)
            meet(store, path)
    except GraphError as error:
        if "another process" in error.reason:
            raise
        aside = next(
            name for number in count(1) if not (name := path.with_name(f"{path.name}.broken-{number}")).exists()
        )
        path.rename(aside)
        return [f"{path}: {error.reason}; it was set aside as {aside}"]
    return [f"{path}: mended: the union of its documents and the background of their places were made anew"]
