"""Documents to graphs that pass the checks, batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad

from extract import extract
from extract.errors import UnreadableText
from extract.readers import FromFile, told_apart
from extract.steps import STEPS as STEPS_OF_READING
from extract.steps import Step, untold
from extract.values import Document, Entity
from graph.checks import check_documents
from graph.corpus.reading_hash import reading_hash
from graph.corrections import Correction, Corrections, corrected
from graph.engines import memory_store
from graph.rdf import background, build, places_of, without

_BATCH = 60_000
"""Quads that are gathered before they are checked together."""

NO_CORRECTIONS = Corrections()

STEPS = (*STEPS_OF_READING, "triples", "checks")
"""The steps from a text to a checked graph, in their order."""

Progress = Callable[[str], None]
"""Is told the id of each document when it is done."""


@dataclass(slots=True)
class BuildReport:
    """What a build did; ids of documents, and one line for each thing that went wrong."""

    output: Path
    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    """Documents that were no longer in the files they came from."""
    problems: list[str] = field(default_factory=list)
    """Files that gave no text, and things of documents that failed a check: none of these was written."""
    warnings: list[str] = field(default_factory=list)
    """What a check found and let pass."""
    remarks: list[str] = field(default_factory=list)
    """What was passed over in texts that were read."""
    not_made: list[str] = field(default_factory=list)
    """Corrections that were not made, since their sentence changed or they make no sense: one line each, at every build."""


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """One document's graph, and the places that it names."""

    document: Document
    quads: list[Quad]
    places: frozenset[Entity]
    corrections: tuple[Correction, ...] = ()

    @property
    def document_id(self) -> str:
        return self.document.id


def sound_batches(
    documents: Iterable[Document],
    report: BuildReport,
    progress: Progress = lambda _: None,
    corrections: Corrections = NO_CORRECTIONS,
) -> Iterator[list[BuiltDocument]]:
    """Yield the graphs of documents as they pass the checks, many at a time, so that memory stays bounded.

    Arguments: documents; report, to which the documents built, the findings and what was left out are added; progress;
    corrections, of any documents.
    """
    batch: list[BuiltDocument] = []
    size = 0
    for document in documents:
        batch.append(_build_one(document, corrections.of(document.id), report.not_made))
        size += len(batch[-1].quads)
        progress(document.id)
        if size > _BATCH:
            yield _sound(batch, report)
            batch, size = [], 0
    yield _sound(batch, report)


def readable(texts: Iterable[FromFile], report: BuildReport) -> Iterator[Document]:
    """Yield the texts that can be read, each once; report the others, and what was passed over.

    Arguments: texts, of `extract.readers.read_files`; report.
    """
    for one in told_apart(texts):
        if isinstance(one, UnreadableText):
            report.problems.append(str(one))
        else:
            report.remarks.extend(one.remarks)
            yield one


def still_not_made(document: Document, made: Corrections) -> list[str]:
    """Return a line for each correction that an unchanged text still cannot take: it is told at every build.

    >>> still_not_made(Document("a", "沈阳。"), NO_CORRECTIONS)
    []
    """
    wanted = made.of(document.id)
    return corrected(extract(document), wanted)[1] if wanted else []


def built_alone(document: Document, report: BuildReport, step: Step) -> list[BuiltDocument]:
    """Return one document with its graph as it passes the checks; nothing where it passes none.

    Arguments: document; report, as for `sound_batches`; step, is told each of `STEPS` that is done.
    """
    one = _build_one(document, (), report.not_made, step=step)
    return _sound([one], report, step)


def _build_one(
    document: Document,
    corrections: Sequence[Correction],
    not_made: list[str],
    left_out: Set[str] = frozenset(),
    step: Step = untold,
) -> BuiltDocument:
    facts, lines = corrected(extract(document, step), corrections)
    not_made += lines
    facts = without(facts, left_out)
    quads = build(facts, reading_hash(document, corrections))
    step("triples")
    return BuiltDocument(document, quads, frozenset(places_of(facts)), tuple(corrections))


def quads_of(batch: list[BuiltDocument]) -> list[Quad]:
    """Return the graphs of documents and the background of the places they name.

    >>> quads_of([])
    []
    """
    return [quad for one in batch for quad in one.quads] + background({place for one in batch for place in one.places})


def _sound(batch: list[BuiltDocument], report: BuildReport, step: Step = untold) -> list[BuiltDocument]:
    """Return the documents of a batch as they pass the checks, and report what had to be left out for it.

    A document whose graph fails is built once more without the things at fault; where that fails too, it is left out.
    """
    failed = _failed(batch, report)
    step("checks")
    sound = [one for one in batch if one.document_id not in failed]
    mended = [
        _build_one(one.document, one.corrections, [], failed[one.document_id])
        for one in batch
        if one.document_id in failed
    ]
    still_failed = _failed(mended, report)
    sound += [one for one in mended if one.document_id not in still_failed]
    report.built += [one.document_id for one in sound]
    return sound


def _failed(batch: list[BuiltDocument], report: BuildReport) -> dict[str, set[str]]:
    """Return the nodes that fail a check, by the documents that speak of them, and report them."""
    failed: dict[str, set[str]] = defaultdict(set)
    for finding in check_documents(memory_store(quads_of(batch))) if batch else ():
        if finding.severity == "Warning":
            report.warnings.append(str(finding))
            continue
        report.problems.append(f"left out, {finding}")
        for document_id in finding.documents:
            failed[document_id].add(finding.node)
    return failed
