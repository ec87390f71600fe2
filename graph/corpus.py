"""From files of text to a graph: read, extract, build, check, write; what did not change is left alone."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Quad, Store

from extract import extract
from extract.errors import UnreadableText
from extract.readers import SUFFIXES as TEXT_SUFFIXES
from extract.readers import find_texts, read_documents
from extract.values import Document, Entity, Facts
from graph.background import background, places_of
from graph.build import build
from graph.check import check
from graph.errors import GraphError
from graph.pruning import without
from graph.serialise import format_of, write_file
from graph.store import (
    is_store,
    memory_store,
    open_store,
    read_graph,
    reading_hashes,
    renew_background,
    replace_documents,
)

_BATCH = 60_000
"""Quads that are gathered before they are checked and written into a store."""

_DECISIVE = (".py", ".tsv", ".txt")
"""Suffixes of the grammar's and the lexicon's files."""

_DECISIVE_MODULES = ("names", "vocabulary", "terms", "passages", "statements", "declared", "build")

Progress = Callable[[str], None]
"""Is told the id of each document when it is done."""


@dataclass(slots=True)
class BuildReport:
    """What a build did; ids of documents, and one line for each thing that went wrong."""

    output: Path
    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Files that gave no text, and things of documents that failed a check: none of these was written."""
    warnings: list[str] = field(default_factory=list)
    """What a check found and let pass."""


@dataclass(frozen=True, slots=True)
class _Built:
    """One document's graph, and the places that it names."""

    document: Document
    quads: list[Quad]
    places: frozenset[Entity]

    @property
    def document_id(self) -> str:
        return self.document.id


@lru_cache(maxsize=1)
def program_hash() -> str:
    """Return a hash of all that decides what a text becomes: grammar, lexicon and the way facts become triples.

    Whoever edits a rule or a lexicon file changes it, and the next build reads every text anew.

    >>> len(program_hash())
    64
    """
    top = Path(__file__).parent.parent
    files = {path.relative_to(top).as_posix() for path in (top / "extract").rglob("*") if path.suffix in _DECISIVE}
    files.update(f"graph/{name}.py" for name in _DECISIVE_MODULES)
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(name.encode() + b"\0" + hashlib.sha256((top / name).read_bytes()).digest())
    return whole.hexdigest()


def reading_hash(document: Document) -> str:
    """Return a hash of a text, what is declared of it, and the program that reads it; equal hash, equal graph.

    >>> reading_hash(Document("a", "沈阳。")) == reading_hash(Document("a", "大连。"))
    False
    """
    parts = (document.id, document.sha256, repr(document.metadata), document.media_type, program_hash())
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def build_corpus(paths: Sequence[Path], output: Path, progress: Progress = lambda _: None) -> BuildReport:
    """Build the graph of texts and write it.

    Arguments: paths, files and folders; output, a file whose suffix names its format, or the folder of a store;
    progress. A file holds exactly these texts afterwards; a store gains or renews them and keeps its other texts.
    A text that cannot be read, and a thing that fails a check, is left out and reported, and the others go on; where
    nothing is left, a former output stays as it was. Raises GraphError where the output cannot be written.
    """
    report = BuildReport(output)
    if format_of(output) is None:
        try:
            _build_store(paths, report, progress)
        except OSError as error:
            remedy = "free some space or choose another place with -o"
            raise GraphError(output, f"the store cannot be written ({error})", remedy) from error
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
    for document in _documents(paths, problems):
        yield extract(document)


def graph_of(path: Path) -> tuple[Store, list[str]]:
    """Return a graph for reading, and one line for each thing that went wrong.

    Arguments: path, a graph (a file or a store), or texts (a file or a folder) of which one is built in memory.
    Raises GraphError where a graph cannot be read.
    """
    if path.suffix.lower() not in TEXT_SUFFIXES and (is_store(path) or not path.is_dir()):
        return read_graph(path), []
    report = BuildReport(path)
    sound = _sound([_build_one(document) for document in _documents([path], report.problems)], report)
    return memory_store(_quads(sound)), report.problems


def _documents(paths: Sequence[Path], problems: list[str]) -> Iterator[Document]:
    """Yield the texts that can be read; report the others."""
    for one in read_documents(paths):
        if isinstance(one, UnreadableText):
            problems.append(str(one))
        else:
            yield one


def _build_one(document: Document, left_out: Set[str] = frozenset()) -> _Built:
    facts = without(extract(document), left_out)
    return _Built(document, build(facts, reading_hash(document)), frozenset(places_of(facts)))


def _quads(batch: list[_Built]) -> list[Quad]:
    """Return the graphs of documents and the background of the places they name."""
    return [quad for one in batch for quad in one.quads] + background({place for one in batch for place in one.places})


def _sound(batch: list[_Built], report: BuildReport) -> list[_Built]:
    """Return the documents of a batch as they pass the checks, and report what had to be left out for it.

    A document whose graph fails is built once more without the things at fault; where that fails too, it is left out.
    """
    failed = _failed(batch, report)
    if not failed:
        return batch
    sound = [one for one in batch if one.document_id not in failed]
    mended = [_build_one(one.document, failed[one.document_id]) for one in batch if one.document_id in failed]
    still_failed = _failed(mended, report)
    return sound + [one for one in mended if one.document_id not in still_failed]


def _failed(batch: list[_Built], report: BuildReport) -> dict[str, set[str]]:
    """Return the nodes that fail a check, by the documents that speak of them, and report them."""
    failed: dict[str, set[str]] = defaultdict(set)
    for finding in check(memory_store(_quads(batch))) if batch else ():
        if finding.severity == "Warning":
            report.warnings.append(str(finding))
            continue
        report.problems.append(f"left out, {finding}")
        for document_id in finding.documents:
            failed[document_id].add(finding.node)
    return failed


def _build_file(paths: Sequence[Path], report: BuildReport, progress: Progress) -> None:
    documents = list(_documents(paths, report.problems))
    wanted = {document.id: reading_hash(document) for document in documents}
    if wanted and wanted == _held(report.output):
        report.unchanged = list(wanted)
        return
    batch = []
    for document in documents:
        batch.append(_build_one(document))
        progress(document.id)
    sound = _sound(batch, report)
    if sound:
        write_file(_quads(sound), report.output)
    report.built = [one.document_id for one in sound]


def _held(output: Path) -> dict[str, str]:
    """Return the reading hashes of a former output; none where there is no such file or it is no graph."""
    try:
        return reading_hashes(read_graph(output))
    except GraphError:
        return {}


def _build_store(paths: Sequence[Path], report: BuildReport, progress: Progress) -> None:
    store = open_store(report.output) if is_store(report.output) else None
    held = reading_hashes(store) if store is not None else {}
    batch: list[_Built] = []
    for document in _documents(paths, report.problems):
        if held.get(document.id) == reading_hash(document):
            report.unchanged.append(document.id)
        else:
            batch.append(_build_one(document))
        if sum(len(one.quads) for one in batch) > _BATCH:
            store = _write_batch(batch, report, store)
            batch = []
        progress(document.id)
    store = _write_batch(batch, report, store)
    if store is not None and report.built:
        renew_background(store)
        store.flush()


def _write_batch(batch: list[_Built], report: BuildReport, store: Store | None) -> Store | None:
    """Write the sound documents of a batch into the store, which is made when there is something to write."""
    sound = _sound(batch, report)
    if not sound:
        return store
    if store is None:
        store = open_store(report.output)
    replace_documents(store, {one.document_id: one.quads for one in sound})
    report.built.extend(one.document_id for one in sound)
    return store
