"""A text that a person brings: read alone, to see what was found, then joined to a graph for a session or for good."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from extract.document import document_id
from extract.errors import UnreadableText
from extract.readers import MAX_BYTES, MAX_PACKED_BYTES, SUFFIXES, read_document
from graph.corpus import BuildReport, build_corpus, quads_of, sound_batches
from graph.engines import MEMORY, EmbeddedEngine, hold, is_address, is_store, memory_store
from graph.errors import GraphError
from graph.policygraph import PolicyGraph

READABLE = tuple(sorted(SUFFIXES))
"""Suffixes of the files that are read."""
MEGABYTES_OF_TEXT, MEGABYTES_OF_PACKED = MAX_BYTES // 1_000_000, MAX_PACKED_BYTES // 1_000_000
"""Largest text file, and largest .docx or .pdf, that is read."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class BroughtText:
    """A file that was read, as a graph of its own."""

    id: str
    graph: PolicyGraph
    problems: tuple[str, ...]
    """One line for each thing that was left out."""


def kept(name: str, data: bytes, folder: Path) -> Path:
    """Write what a person brought into a folder, under a name that is safe and begins the document's id.

    Arguments: name, as it was given; data; folder, which exists.

    >>> import tempfile
    >>> kept("../规划 <b>.txt", b"x", Path(tempfile.mkdtemp())).name
    '规划-b.txt'
    """
    given = Path(name.replace("/", " ").replace("\\", " "))
    stem = document_id(given.stem)[:_LONGEST_NAME] or "text"
    path = folder / f"{stem}{document_id(given.suffix.lower()) and given.suffix.lower()}"
    path.write_bytes(data)
    return path


def read_text(path: Path) -> BroughtText:
    """Return the graph of one file alone, in memory.

    Raises GraphError in one line where it cannot be read.

    >>> read_text(Path("corpus/no-such-plan.txt"))
    Traceback (most recent call last):
    graph.errors.GraphError: corpus/no-such-plan.txt: no such file or directory; check the path and the right to read it
    """
    try:
        document = read_document(path)
    except UnreadableText as error:
        raise GraphError(path, error.reason, error.remedy) from error
    report = BuildReport(path)
    sound = [one for batch in sound_batches([document], report) for one in batch]
    graph = PolicyGraph(EmbeddedEngine(memory_store(quads_of(sound)), MEMORY))
    return BroughtText(document.id, graph, tuple(report.problems))


def joined(graph: PolicyGraph, paths: Sequence[Path], folder: Path) -> PolicyGraph:
    """Return a copy of a graph to which texts were added; the graph itself stays as it is.

    Arguments: graph; paths, of files; folder, a new one, in which the copy lives as long as it is needed.
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
    except OSError as error:
        raise GraphError(folder, f"cannot be written ({error})", "free some space") from error
    added_for_good(paths, folder)
    return PolicyGraph.open(folder)


def added_for_good(paths: Sequence[Path], store: Path) -> BuildReport:
    """Add texts to the store of a folder, in the place of former texts of the same ids; returns what was done.

    Raises GraphError where it cannot be written, and where no text could be added.
    """
    report = build_corpus(paths, store)
    if not report.built and not report.unchanged:
        raise GraphError(paths[0].name, "nothing was added", "; ".join(report.problems) or "look at the text")
    return report
