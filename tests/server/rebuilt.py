"""A store that was written again and again, and never settled: it has more files than the engine opens at the start."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from graph.engines.store import UNITE

WRITES = 4
QUADS = 5
"""Quads of each write."""
OPENED_AT_ONCE = 16
"""Data files that the engine opens with the store, whatever it has."""


def write_again_and_again(folder: Path) -> Path:
    """Write a store as often as leaves more files than the engine opens at once, and return its folder."""
    for number in range(WRITES):
        store = Store(folder)
        graph = NamedNode(f"urn:graph:{number}")
        # longer than what the engine keeps inside its indexes: to show a name, it reads a file of its own
        for other in range(QUADS):
            subject, place = NamedNode(f"urn:a-long-name-of-a-thing:{number}:{other}"), NamedNode(f"urn:place:{other}")
            store.add(Quad(subject, NamedNode("urn:a-long-name-of-a-relation"), place, graph))
        store.update(UNITE)
        store.flush()
        del store
    assert len(data_files(folder)) > OPENED_AT_ONCE
    return folder


def data_files(folder: Path) -> list[Path]:
    """Return the data files of a store, those written first at the start."""
    return sorted(folder.glob("*.sst"))
