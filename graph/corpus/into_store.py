"""Graphs of documents into the store of a folder: what did not change is left alone, what is gone is dropped on demand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from pyoxigraph import Store

from extract.readers import read_files
from extract.values import Document, Metadata
from graph.corpus.assembly import batches, still_not_made
from graph.corpus.kept_texts import declared_here, texts_declared_in
from graph.corpus.reading_hash import reading_hash
from graph.corpus.report import BuildReport, Progress, readable
from graph.corpus.sources import Sources
from graph.corpus.workers import Jobs, sound_documents
from graph.corrections import Corrections
from graph.engines import (
    alone,
    is_store,
    open_to_read,
    reading_hashes,
    remove_documents,
    renew_background,
    replace_documents,
    revised,
)
from graph.errors import GraphError
from graph.meeting import meet, part
from graph.rdf import WrittenGraph, in_store, term
from graph.search import kept_ready, lay_beside

_SHOWN = 5
"""Ids that a line names."""


def add_built(output: Path, built: Mapping[str, WrittenGraph]) -> BuildReport:
    """Write graphs of documents that were built before into the store of a folder, in the place of former ones of their ids.

    Arguments: output; built, id to its graph. Raises GraphError where it cannot be written.
    """
    report = BuildReport(output)
    with alone(output), ExitStack() as until_written:
        held, _ = _held_in_store(output)
        hashes = {one: _hash_of(graph) for one, graph in built.items()}
        report.unchanged += sorted(one for one in built if held.get(one) == hashes[one])
        report.built += sorted(built.keys() - set(report.unchanged))
        if report.built:
            with told_as_unwritten(output):
                store = until_written.enter_context(revised(output, lay_beside))
                part(store)
                replace_documents(store, [built[one] for one in report.built])
                renew_background(store)
                meet(store, output)
                until_written.pop_all().close()
    return report


def _hash_of(graph: WrittenGraph) -> str:
    """Return the reading hash that the graph of a document carries."""
    named = term("readingHash")
    said = b"".join(line for line in graph.triples.splitlines(keepends=True) if f" {named} ".encode() in line)
    quads = WrittenGraph(graph.name, said).quads()
    return next((str(quad.object.value) for quad in quads if quad.predicate == named), "")  # type: ignore[union-attr]


def build_store(
    paths: Sequence[Path],
    report: BuildReport,
    progress: Progress,
    made: Corrections,
    prune: bool = False,
    jobs: Jobs = 1,
) -> None:
    """Add texts to the store that a report is of, or renew them there.

    Arguments: paths, files and folders; report; progress; made, corrections; prune, whether documents are dropped that are no
    longer in the files they came from (`Sources.gone`); jobs, how many processes read. Raises GraphError where the store cannot be written.
    """
    output = report.output
    with alone(output), ExitStack() as until_written:
        held, said = _held_in_store(output)
        sources = Sources(output, held)
        documents = readable(sources.watched(read_files(paths)), report, progress)
        declared = (declared_here(one, said[one.id]) if one.id in said else one for one in documents)
        changed = _changed(declared, held, report, progress, made)
        store: Store | None = None
        ready = until_written.enter_context(kept_ready(output))
        beside = partial(lay_beside, ready=ready.of)
        for batch in sound_documents(batches(changed, made, indexed=True), report, progress, jobs):
            with told_as_unwritten(output):
                if batch and store is None:
                    store = until_written.enter_context(revised(output, beside))
                    part(store)
                if batch and store is not None:
                    replace_documents(store, [one.graph for one in batch])
                for one in batch:
                    ready.add(one.graph.name, one.sentences)
        gone = sources.gone(paths)
        with told_as_unwritten(output):
            if gone and prune:
                if store is None:
                    store = until_written.enter_context(revised(output, beside))
                    part(store)
                remove_documents(store, gone)
            if store is not None:
                renew_background(store)
                meet(store, output)
            if store is not None or held:
                sources.write()
            until_written.pop_all().close()
            if gone and prune:
                sources.write(without=gone)
        if prune:
            report.dropped += gone
        elif gone:
            report.remarks.append(_would_be_dropped(output, gone))


def _would_be_dropped(output: Path, gone: Sequence[str]) -> str:
    shown = ", ".join(gone[:_SHOWN]) + (" …" if len(gone) > _SHOWN else "")
    were = "document is" if len(gone) == 1 else "documents are"
    return f"{output}: {len(gone)} {were} no longer in the files they came from ({shown}); drop them with --prune"


def _held_in_store(output: Path) -> tuple[dict[str, str], dict[str, Metadata]]:
    """Return the reading hashes of a store and what a person declared in it, by id, and hold its snapshot no longer."""
    if not is_store(output):
        return {}, {}
    opened = open_to_read(output)
    hashes = reading_hashes(opened.store)
    said = {text.id: in_store(text) for text in texts_declared_in(opened.store) if text.of_file is not None}
    opened.held.close()
    return hashes, said


@contextmanager
def told_as_unwritten(output: Path) -> Iterator[None]:
    """Tell of a store that cannot be written in one line."""
    try:
        yield
    except OSError as error:
        remedy = "free some space or choose another place with -o"
        raise GraphError(output, f"the store cannot be written ({error})", remedy) from error


def _changed(
    documents: Iterable[Document], held: dict[str, str], report: BuildReport, progress: Progress, made: Corrections
) -> Iterator[Document]:
    """Yield the documents that a store does not hold as they are now; report the others."""
    for document in documents:
        if held.get(document.id) == reading_hash(document, made.of(document.id)):
            report.unchanged.append(document.id)
            report.not_made += still_not_made(document, made)
            progress(document.id)
            continue
        if document.id not in held:
            stem, _, _ = document.id.rpartition("-")
            report.remarks += [
                f"{document.id}: the store keeps {other}, another text of a file of this name"
                for other in sorted(held)
                if stem and re.fullmatch(rf"{re.escape(stem)}-[0-9a-f]{{6}}", other)
            ]
        yield document
