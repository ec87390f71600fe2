"""From files of text to a graph: read, extract, build, check, write; what did not change is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from pyoxigraph import Store

from extract import extract
from extract.readers import SUFFIXES as TEXT_SUFFIXES
from extract.readers import is_collection, read_files
from extract.values import Facts
from graph.corpus.assembly import batches, quads_of, still_not_made
from graph.corpus.into_store import build_store
from graph.corpus.reading_hash import reading_hash
from graph.corpus.repair import repair
from graph.corpus.report import BuildReport, Progress, readable
from graph.corpus.workers import Jobs, sound_documents
from graph.corrections import Corrections, corrections_for
from graph.engines import is_store, memory_store, read_graph, reading_hashes
from graph.errors import GraphError
from graph.meeting import meet, met
from graph.rdf import format_of, write_file


def build_corpus(
    paths: Sequence[Path],
    output: Path,
    progress: Progress = lambda _: None,
    mend: bool = False,
    corrections: Path | None = None,
    prune: bool = False,
    jobs: Jobs = 1,
) -> BuildReport:
    """Build the graph of texts and write it.

    Arguments: paths, files and folders; output, a file whose suffix names its format, or the folder of a store;
    progress; mend, whether a store that is broken shall be mended first; corrections, a file of them beside those that lie
    by the texts; prune, whether a store's documents are dropped that are no longer in the files they came from;
    jobs, how many processes read, or the Dask scheduler whose workers do: it changes nothing of what comes out.
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
        build_store(paths, report, progress, made, prune, jobs)
    else:
        _build_file(paths, report, progress, made, jobs)
    report.not_made += made.told
    report.not_made += _of_no_text(made, {*report.built, *report.unchanged}, paths)
    report.built.sort()
    report.unchanged.sort()
    return report


def facts_of(paths: Sequence[Path], problems: list[str]) -> Iterator[Facts]:
    """Yield the facts of texts.

    Arguments: paths, files and folders; problems, to which one line is added for each file that gives no text.
    """
    report = BuildReport(Path(), problems=problems)
    for document in readable(read_files(paths), report):
        yield extract(document)


def graph_of(path: Path) -> tuple[Store, list[str]]:
    """Return a graph for reading, and one line for each thing that went wrong.

    Arguments: path, a graph (a file or a store), or texts (a file or a folder) of which one is built in memory.
    Raises GraphError where a graph cannot be read.
    """
    if not are_texts(path):
        return read_graph(path), []
    report = BuildReport(path)
    made = corrections_for([path])
    documents = readable(read_files([path]), report)
    built = sound_documents(batches(documents, made), report)
    store = memory_store(quads_of(one for some in built for one in some))
    meet(store)
    return store, [*report.problems, *report.not_made, *made.told]


def are_texts(path: Path) -> bool:
    """Return whether a path names texts, from which a graph is to be built: a file of that kind, or a folder that is no store.

    >>> are_texts(Path("plan.docx")), are_texts(Path("plan.ttl"))
    (True, False)
    """
    return path.suffix.lower() in TEXT_SUFFIXES or is_collection(path) or (path.is_dir() and not is_store(path))


def _build_file(paths: Sequence[Path], report: BuildReport, progress: Progress, made: Corrections, jobs: Jobs) -> None:
    documents = list(readable(read_files(paths), report, progress))
    wanted = {document.id: reading_hash(document, made.of(document.id)) for document in documents}
    if wanted and wanted == _held(report.output):
        report.unchanged += wanted
        report.not_made += [line for document in documents for line in still_not_made(document, made)]
        return
    sound = [one for some in sound_documents(batches(documents, made), report, progress, jobs) for one in some]
    if sound:
        write_file(met(quads_of(sound)), report.output)


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
