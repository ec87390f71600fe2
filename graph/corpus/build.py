"""From files of text to a graph: read, extract, build, check, write; what did not change is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pyoxigraph import Store

from extract import extract
from extract.errors import UnreadableText
from extract.readers import SUFFIXES as TEXT_SUFFIXES
from extract.readers import find_texts, read_documents
from extract.values import Document, Facts, Metadata
from graph.corpus.assembly import BuildReport, Progress, quads_of, sound_batches
from graph.corpus.kept_texts import declared_here, kept_texts
from graph.corpus.reading_hash import reading_hash
from graph.corpus.repair import repair
from graph.engines import (
    alone,
    is_store,
    memory_store,
    open_to_read,
    read_graph,
    reading_hashes,
    renew_background,
    replace_documents,
    revised,
)
from graph.errors import GraphError
from graph.rdf import format_of, in_store, write_file
from graph.search import lay_beside


def build_corpus(
    paths: Sequence[Path], output: Path, progress: Progress = lambda _: None, mend: bool = False
) -> BuildReport:
    """Build the graph of texts and write it.

    Arguments: paths, files and folders; output, a file whose suffix names its format, or the folder of a store;
    progress; mend, whether a store that is broken shall be mended first.
    A file holds exactly these texts afterwards; a store gains or renews them and keeps its other texts.
    A text that cannot be read, and a thing that fails a check, is left out and reported, and the others go on; where
    nothing is left, a former output stays as it was. Whatever ends a build, a store is as it was before or as it is
    after. Raises GraphError where the output cannot be written.
    """
    report = BuildReport(output)
    if format_of(output) is None:
        if mend:
            report.remarks += repair(output)
        _build_store(paths, report, progress)
    else:
        _build_file(paths, report, progress)
    report.built.sort()
    report.unchanged.sort()
    return report


def count_texts(paths: Sequence[Path]) -> int:
    """Return how many files a build of these paths will read."""
    return sum(1 for _ in find_texts(paths))


def facts_of(paths: Sequence[Path], problems: list[str]) -> Iterator[Facts]:
    """Yield the facts of texts.

    Arguments: paths, files and folders; problems, to which one line is added for each file that gives no text.
    """
    for document in _documents(paths, problems, []):
        yield extract(document)


def graph_of(path: Path) -> tuple[Store, list[str]]:
    """Return a graph for reading, and one line for each thing that went wrong.

    Arguments: path, a graph (a file or a store), or texts (a file or a folder) of which one is built in memory.
    Raises GraphError where a graph cannot be read.
    """
    if path.suffix.lower() not in TEXT_SUFFIXES and (is_store(path) or not path.is_dir()):
        return read_graph(path), []
    report = BuildReport(path)
    sound = [
        one for batch in sound_batches(_documents([path], report.problems, report.remarks), report) for one in batch
    ]
    return memory_store(quads_of(sound)), report.problems


def _documents(paths: Sequence[Path], problems: list[str], remarks: list[str]) -> Iterator[Document]:
    """Yield the texts that can be read; report the others, and what was passed over."""
    for one in read_documents(paths):
        if isinstance(one, UnreadableText):
            problems.append(str(one))
        else:
            remarks.extend(one.remarks)
            yield one


def _build_file(paths: Sequence[Path], report: BuildReport, progress: Progress) -> None:
    documents = list(_documents(paths, report.problems, report.remarks))
    wanted = {document.id: reading_hash(document) for document in documents}
    if wanted and wanted == _held(report.output):
        report.unchanged += wanted
        return
    sound = [one for batch in sound_batches(documents, report, progress) for one in batch]
    if sound:
        write_file(quads_of(sound), report.output)


def _held(output: Path) -> dict[str, str]:
    """Return the reading hashes of a former output; none where there is no such file or it is no graph."""
    try:
        return reading_hashes(read_graph(output))
    except GraphError:
        return {}


def _build_store(paths: Sequence[Path], report: BuildReport, progress: Progress) -> None:
    output = report.output
    with alone(output), ExitStack() as until_written:
        held, said = _held_in_store(output)
        documents = _documents(paths, report.problems, report.remarks)
        declared = (declared_here(one, said[one.id]) if one.id in said else one for one in documents)
        changed = _changed(declared, held, report, progress)
        store: Store | None = None
        for batch in sound_batches(changed, report, progress):
            with told_as_unwritten(output):
                if batch and store is None:
                    store = until_written.enter_context(revised(output, lay_beside))
                if batch and store is not None:
                    replace_documents(store, {one.document_id: one.quads for one in batch})
        with told_as_unwritten(output):
            if store is not None:
                renew_background(store)
            until_written.pop_all().close()


def _held_in_store(output: Path) -> tuple[dict[str, str], dict[str, Metadata]]:
    """Return the reading hashes of a store and what a person declared in it, by id, and hold its snapshot no longer."""
    if not is_store(output):
        return {}, {}
    opened = open_to_read(output)
    hashes = reading_hashes(opened.store)
    said = {text.id: in_store(text) for text in kept_texts(opened.store) if text.of_file is not None}
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
    documents: Iterable[Document], held: dict[str, str], report: BuildReport, progress: Progress
) -> Iterator[Document]:
    """Yield the documents that a store does not hold as they are now; report the others."""
    for document in documents:
        if held.get(document.id) == reading_hash(document):
            report.unchanged.append(document.id)
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
