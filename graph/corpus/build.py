"""From files of text to a graph: read, extract, build, check, write; what did not change is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pyoxigraph import Quad, Store

from extract import extract
from extract.errors import UnreadableText
from extract.readers import SUFFIXES as TEXT_SUFFIXES
from extract.readers import find_texts, read_documents
from extract.values import Document, Facts, Metadata
from graph.corpus.assembly import BuildReport, Progress, quads_of, sound_batches
from graph.corpus.kept_texts import declared_here, kept_texts
from graph.corpus.reading_hash import reading_hash
from graph.corpus.repair import repair
from graph.corrections import Corrections, corrected, corrections_for
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
from graph.rdf import format_of, in_store, term, write_file
from graph.search import lay_beside


def build_corpus(
    paths: Sequence[Path],
    output: Path,
    progress: Progress = lambda _: None,
    mend: bool = False,
    corrections: Path | None = None,
) -> BuildReport:
    """Build the graph of texts and write it.

    Arguments: paths, files and folders; output, a file whose suffix names its format, or the folder of a store;
    progress; mend, whether a store that is broken shall be mended first; corrections, a file of them beside those that lie
    by the texts.
    A file holds exactly these texts afterwards; a store gains or renews them and keeps its other texts.
    A text that cannot be read, and a thing that fails a check, is left out and reported, and the others go on; where
    nothing is left, a former output stays as it was. Whatever ends a build, a store is as it was before or as it is
    after. Raises GraphError where the output cannot be written, and where a file of corrections cannot be read.
    """
    report = BuildReport(output)
    made = corrections_for(paths, corrections)
    if format_of(output) is None:
        if mend:
            report.remarks += repair(output)
        _build_store(paths, report, progress, made)
    else:
        _build_file(paths, report, progress, made)
    report.not_made += made.told
    report.not_made += _of_no_text(made, {*report.built, *report.unchanged}, paths)
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


def add_built(output: Path, built: Mapping[str, list[Quad]]) -> BuildReport:
    """Write graphs of documents that were built before into the store of a folder, in the place of former ones of their ids.

    Arguments: output; built, id to the quads of its graph. Raises GraphError where it cannot be written.
    """
    report = BuildReport(output)
    with alone(output), ExitStack() as until_written:
        held, _ = _held_in_store(output)
        hashes = {one: _hash_of(quads) for one, quads in built.items()}
        report.unchanged += sorted(one for one in built if held.get(one) == hashes[one])
        report.built += sorted(built.keys() - set(report.unchanged))
        if report.built:
            with told_as_unwritten(output):
                store = until_written.enter_context(revised(output, lay_beside))
                replace_documents(store, {one: built[one] for one in report.built})
                renew_background(store)
                until_written.pop_all().close()
    return report


def _hash_of(quads: Iterable[Quad]) -> str:
    """Return the reading hash that the graph of a document carries."""
    named = term("readingHash")
    return next((str(quad.object.value) for quad in quads if quad.predicate == named), "")  # type: ignore[union-attr]


def graph_of(path: Path) -> tuple[Store, list[str]]:
    """Return a graph for reading, and one line for each thing that went wrong.

    Arguments: path, a graph (a file or a store), or texts (a file or a folder) of which one is built in memory.
    Raises GraphError where a graph cannot be read.
    """
    if not are_texts(path):
        return read_graph(path), []
    report = BuildReport(path)
    documents = _documents([path], report.problems, report.remarks)
    made = corrections_for([path])
    batches = sound_batches(documents, report, corrections=made)
    store = memory_store(quads_of([one for batch in batches for one in batch]))
    return store, [*report.problems, *report.not_made, *made.told]


def are_texts(path: Path) -> bool:
    """Return whether a path names texts, from which a graph is to be built: a file of that kind, or a folder that is no store.

    >>> are_texts(Path("plan.docx")), are_texts(Path("plan.ttl"))
    (True, False)
    """
    return path.suffix.lower() in TEXT_SUFFIXES or (path.is_dir() and not is_store(path))


def _documents(paths: Sequence[Path], problems: list[str], remarks: list[str]) -> Iterator[Document]:
    """Yield the texts that can be read; report the others, and what was passed over."""
    for one in read_documents(paths):
        if isinstance(one, UnreadableText):
            problems.append(str(one))
        else:
            remarks.extend(one.remarks)
            yield one


def _build_file(paths: Sequence[Path], report: BuildReport, progress: Progress, made: Corrections) -> None:
    documents = list(_documents(paths, report.problems, report.remarks))
    wanted = {document.id: reading_hash(document, made.of(document.id)) for document in documents}
    if wanted and wanted == _held(report.output):
        report.unchanged += wanted
        report.not_made += [line for document in documents for line in _not_made(document, made)]
        return
    sound = [one for batch in sound_batches(documents, report, progress, made) for one in batch]
    if sound:
        write_file(quads_of(sound), report.output)


def _not_made(document: Document, made: Corrections) -> list[str]:
    """Return a line for each correction that an unchanged text still cannot take: it is told at every build."""
    wanted = made.of(document.id)
    return corrected(extract(document), wanted)[1] if wanted else []


def _of_no_text(made: Corrections, read: Set[str], paths: Sequence[Path]) -> list[str]:
    """Return a line for each document of whose corrections no text was read; none where single files were named."""
    if not all(path.is_dir() for path in paths):
        return []
    return [
        f"corrections of {one}: not made: no text of this id was read; mend the id or remove them"
        for one in made.documents
        if one not in read
    ]


def _held(output: Path) -> dict[str, str]:
    """Return the reading hashes of a former output; none where there is no such file or it is no graph."""
    try:
        return reading_hashes(read_graph(output))
    except GraphError:
        return {}


def _build_store(paths: Sequence[Path], report: BuildReport, progress: Progress, made: Corrections) -> None:
    output = report.output
    with alone(output), ExitStack() as until_written:
        held, said = _held_in_store(output)
        documents = _documents(paths, report.problems, report.remarks)
        declared = (declared_here(one, said[one.id]) if one.id in said else one for one in documents)
        changed = _changed(declared, held, report, progress, made)
        store: Store | None = None
        for batch in sound_batches(changed, report, progress, made):
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
    documents: Iterable[Document], held: dict[str, str], report: BuildReport, progress: Progress, made: Corrections
) -> Iterator[Document]:
    """Yield the documents that a store does not hold as they are now; report the others."""
    for document in documents:
        if held.get(document.id) == reading_hash(document, made.of(document.id)):
            report.unchanged.append(document.id)
            report.not_made += _not_made(document, made)
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
