"""Seconds and triples from texts to a graph that was checked and written."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.values import Document
from graph.corpus import build_corpus
from graph.engines import read_graph, select


@dataclass(frozen=True, slots=True)
class GraphBuild:
    """What one build of an embedded store took."""

    triples: int
    seconds: float
    again: float
    """Seconds of a second build of the same texts, which finds nothing to do."""


def measure_graph_build(documents: Sequence[Document]) -> GraphBuild:
    """Return how long it takes to read, extract, check and store these texts, and how long to find them unchanged."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, store = Path(folder, "corpus"), Path(folder, "store")
        corpus.mkdir()
        for document in documents:
            Path(corpus, document.id + ".txt").write_text(document.text, encoding="utf-8")
        first = _build(corpus, store)
        again = _build(corpus, store)
        counted = next(iter(select(read_graph(store), "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")))
        return GraphBuild(int(counted["n"].value), first, again)


def _build(corpus: Path, store: Path) -> float:
    start = time.perf_counter()
    build_corpus([corpus], store)
    return time.perf_counter() - start
