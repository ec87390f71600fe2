"""Documents to graphs that pass the checks: a batch comes in, and goes out with what had to be left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from pyoxigraph import Quad

from extract import extract
from extract.steps import STEPS as STEPS_OF_READING
from extract.steps import Step, untold
from extract.uncollected import uncollected
from extract.values import Document, Entity
from graph.checks import check_documents
from graph.corpus.reading_hash import reading_hash
from graph.corpus.report import BuildReport
from graph.corrections import Corrections, Entry, as_toml, corrected
from graph.rdf import WrittenGraph, places_of, without, written_background, written_document
from graph.search import made_ready

_CHARACTERS = 40_000
"""Characters of texts that are read and checked together; a longer text is a batch of its own."""

NO_CORRECTIONS = Corrections()

STEPS = (*STEPS_OF_READING, "triples", "checks")
"""The steps from a text to a checked graph, in their order."""

Text = tuple[Document, tuple[Entry, ...]]
"""A document with its corrections."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that are read and checked together."""

    texts: tuple[Text, ...]
    indexed: bool = False
    """Whether their sentences are made ready for the index of words."""

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Text]:
        return iter(self.texts)

    def apart(self) -> Iterator[Batch]:
        """Yield each document as a batch of its own."""
        return (replace(self, texts=(one,)) for one in self.texts)


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """One document's graph, and the places that it names."""

    document_id: str
    graph: WrittenGraph
    places: frozenset[Entity]
    sentences: bytes = b""
    """Its sentences, made ready for the index of words; empty where they were not wanted."""


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a batch: the graphs that pass the checks, and the lines to report (as in `BuildReport`)."""

    documents: list[BuiltDocument] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    not_made: list[str] = field(default_factory=list)

    def add_lines(self, report: BuildReport) -> None:
        """Add what is to be reported to a report."""
        report.built += [one.document_id for one in self.documents]
        report.failed.update(self.failed)
        report.problems += self.problems
        report.warnings += self.warnings
        report.not_made += self.not_made


def batches(
    documents: Iterable[Document], corrections: Corrections = NO_CORRECTIONS, indexed: bool = False
) -> Iterator[Batch]:
    """Yield documents in batches; which are together depends on the documents alone.

    Arguments: documents; corrections, of any documents; indexed, whether sentences are made ready for the index of words.

    >>> [len(batch) for batch in batches([Document("a", "沈阳。" * 10_000), Document("b", "。"), Document("c", "。" * 50_000)])]
    [2, 1]
    """
    batch: list[Text] = []
    size = 0
    for document in documents:
        if batch and size + len(document.text) > _CHARACTERS:
            yield Batch(tuple(batch), indexed)
            batch, size = [], 0
        batch.append((document, tuple(corrections.of(document.id))))
        size += len(document.text)
    if batch:
        yield Batch(tuple(batch), indexed)


@uncollected()
def built_batch(batch: Batch, step: Step = untold) -> Built:
    """Return the graphs of a batch as they pass the checks, and what had to be left out for it.

    Arguments: batch; step, is told each of `STEPS` that is done. A document whose graph fails is built once more without the things
    at fault; where that fails too, it is left out.
    """
    built = Built()
    first = [_build_one(*one, batch.indexed, built.not_made, step=step) for one in batch]
    failed = _failed(first, built)
    step("checks")
    built.documents.extend(one for one in first if one.document_id not in failed)
    mended = [_build_one(*one, batch.indexed, [], failed[one[0].id]) for one in batch if one[0].id in failed]
    still_failed = _failed(mended, built)
    built.documents.extend(one for one in mended if one.document_id not in still_failed)
    built.failed.update(dict.fromkeys(sorted(still_failed), "it fails a check, also without the things at fault"))
    return built


def built_apart(batch: Batch) -> Built:
    """Return what `built_batch` does; a text at which the program fails is one line, and the others of its batch go on."""
    try:
        return built_batch(batch)
    except Exception as error:
        if len(batch) > 1:
            return joined(map(built_apart, batch.apart()))
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return failed_alone(batch, f"the program failed at it ({told})")


def failed_alone(batch: Batch, reason: str) -> Built:
    """Return what is said of a batch of one document that was not built.

    >>> failed_alone(Batch(((Document("a", "。"), ()),)), "reading it ended its process").problems
    ['a: left out: reading it ended its process; read it alone, or leave it out, and tell us of it']
    """
    document_id, told = batch.texts[0][0].id, f"{reason}; read it alone, or leave it out, and tell us of it"
    return Built(failed={document_id: told}, problems=[f"{document_id}: left out: {told}"])


def joined(parts: Iterable[Built]) -> Built:
    """Return what became of several batches as of one.

    >>> joined([Built(warnings=["a"]), Built(warnings=["b"])]).warnings
    ['a', 'b']
    """
    whole = Built()
    for part in parts:
        whole.documents.extend(part.documents)
        whole.failed.update(part.failed)
        whole.problems.extend(part.problems)
        whole.warnings.extend(part.warnings)
        whole.not_made.extend(part.not_made)
    return whole


def built_alone(document: Document, report: BuildReport, step: Step) -> list[BuiltDocument]:
    """Return one document with its graph as it passes the checks; nothing where it passes none.

    Arguments: document; report, to which the findings and what was left out are added; step, is told each of `STEPS` that is done.
    """
    built = built_batch(Batch(((document, ()),)), step)
    built.add_lines(report)
    return built.documents


def _build_one(
    document: Document,
    corrections: Sequence[Entry],
    indexed: bool,
    not_made: list[str],
    left_out: Set[str] = frozenset(),
    step: Step = untold,
) -> BuiltDocument:
    facts, lines = corrected(extract(document, step), corrections)
    not_made += lines
    facts = without(facts, left_out)
    graph = written_document(facts, reading_hash(document, corrections), "\n".join(map(as_toml, corrections)))
    sentences = made_ready(facts) if indexed else b""
    step("triples")
    return BuiltDocument(document.id, graph, frozenset(places_of(facts)), sentences)


def still_not_made(document: Document, made: Corrections) -> list[str]:
    """Return a line for each correction that an unchanged text still cannot take: it is told at every build.

    >>> still_not_made(Document("a", "沈阳。"), NO_CORRECTIONS)
    []
    """
    wanted = made.of(document.id)
    return corrected(extract(document), wanted)[1] if wanted else []


def graphs_of(documents: Iterable[BuiltDocument]) -> list[WrittenGraph]:
    """Return the graphs of documents, and last the background of the places they name.

    >>> [len(graph) for graph in graphs_of([])]
    [0]
    """
    every = list(documents)
    places = {place for one in every for place in one.places}
    return [*(one.graph for one in every), written_background(places)]


def quads_of(documents: Iterable[BuiltDocument]) -> list[Quad]:
    """Return the graphs of documents and the background of the places they name as quads.

    >>> quads_of([])
    []
    """
    return [quad for graph in graphs_of(documents) for quad in graph.quads()]


def _failed(documents: list[BuiltDocument], built: Built) -> dict[str, set[str]]:
    """Return the nodes that fail a check, by the documents that speak of them, and report them."""
    failed: dict[str, set[str]] = defaultdict(set)
    for finding in check_documents(graphs_of(documents)) if documents else ():
        if finding.severity == "Warning":
            built.warnings.append(str(finding))
            continue
        built.problems.append(f"left out, {finding}")
        for document_id in finding.documents:
            failed[document_id].add(finding.node)
    return failed
