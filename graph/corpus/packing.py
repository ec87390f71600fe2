"""What became of a batch, packed for the way between two processes."""

from __future__ import annotations

import dataclasses
import pickle

from pyoxigraph import RdfFormat, parse, serialize

from graph.corpus.assembly import Built, BuiltDocument


def packed(built: Built) -> bytes:
    """Return what became of a batch as bytes.

    Graphs go as N-Quads: of all forms the engine writes and reads this one fastest, far faster than its quads are pickled.

    >>> unpacked(packed(Built(warnings=["a"]))).warnings
    ['a']
    """
    graphs = [(one.document_id, serialize(one.quads, format=RdfFormat.N_QUADS), one.places) for one in built.documents]
    return pickle.dumps((dataclasses.replace(built, documents=[]), graphs), 5)


def unpacked(said: bytes) -> Built:
    """Return what was packed, by a process of one's own."""
    built, graphs = pickle.loads(said)
    assert isinstance(built, Built)
    for document_id, graph, places in graphs:
        built.documents.append(BuiltDocument(document_id, list(parse(graph, format=RdfFormat.N_QUADS)), places))
    return built
