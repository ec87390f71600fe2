"""Texts that were read, joined to a graph: to a copy of it for a session, or to the store for good."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from graph.brought.shelf import GRAPH, ShelvedText
from graph.corpus import BuildReport, add_built
from graph.engines import (
    MEMORY,
    EmbeddedEngine,
    hold,
    is_address,
    is_store,
    reading_hashes,
    renew_background,
    replace_documents,
)
from graph.errors import GraphError
from graph.meeting import meet, part
from graph.policygraph import PolicyGraph


def joined(graph: PolicyGraph, texts: Sequence[ShelvedText], folder: Path) -> PolicyGraph:
    """Return a copy of a graph to which texts were added; the graph itself stays as it is.

    Arguments: graph; texts, which were read; folder, a new one, in which the copy lives as long as it is needed.
    Raises GraphError where the graph lies on a server, which cannot be copied, and where the folder cannot be written.
    """
    where = graph.engine.name
    if is_address(where):
        raise GraphError(where, "a server's graph is not copied", "add the text there with: policygraph build -o")
    try:
        if where != MEMORY and is_store(Path(where)):
            held = hold(Path(where))
            shutil.copytree(held.folder, folder, ignore=shutil.ignore_patterns("LOCK", "READERS"))
            held.close()
        else:
            assert isinstance(graph.engine, EmbeddedEngine)
            Store(folder).bulk_extend(graph.engine.store)
        _add(texts, Store(folder))
    except OSError as error:
        raise GraphError(folder, f"cannot be written ({error})", "free some space") from error
    return PolicyGraph.open(folder)


def _add(texts: Sequence[ShelvedText], store: Store) -> None:
    """Add texts to a store that nobody else uses; one that it does not hold is loaded as it lies on the shelf."""
    held = reading_hashes(store)
    part(store)
    for text in texts:
        id_ = text.state.id
        if id_ in held:
            replace_documents(store, [text.document_graph()])
        elif id_:
            store.bulk_load(path=str(text.folder / GRAPH), format=RdfFormat.N_QUADS)
            held[id_] = ""
    renew_background(store)
    meet(store)
    store.flush()


def added_for_good(texts: Sequence[ShelvedText], store: Path) -> BuildReport:
    """Add texts to the store of a folder, in the place of former texts of the same ids; returns what was done.

    Arguments: texts, which were read; those of which nothing passed the checks are passed over. Raises GraphError where the
    store cannot be written.
    """
    return add_built(store, {text.state.id: text.document_graph() for text in texts if text.state.id})
