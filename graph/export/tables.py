"""The tables of a graph: things, relations with their quotes, targets, places against industries, documents, sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from graph.engines import Rows
from graph.export.about import About
from graph.export.selection import Selection
from graph.pages import Matrix, TargetEntry
from graph.rdf import Language, label
from graph.things import DocumentCard

_SENTENCES = """SELECT ?sentence ?document ?title ?start ?end ?text {
  ?sentence a pol:Sentence ; pol:inDocument ?document ; pol:start ?start ; pol:end ?end ; pol:exact ?text .
  OPTIONAL { ?document dcterms:title ?title } }"""

Cell: TypeAlias = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table to be taken away: its name, the names of its columns, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def things_table(selection: Selection) -> ExportTable:
    """Return the things: one a row, with its class and in how many relations it stands.

    >>> things_table(Selection((), ())).columns
    ('Id', 'Label', 'Class', 'Degree')
    """
    degrees = selection.degrees
    rows = ((str(one.iri), one.label, one.kind, degrees[str(one.iri)]) for one in selection.things)
    return ExportTable("things", ("Id", "Label", "Class", "Degree"), tuple(rows))


def relations_table(selection: Selection) -> ExportTable:
    """Return the relations: one row for each passage that backs one, and one for a relation that no text makes.

    >>> relations_table(Selection((), ())).columns[:4]
    ('Source', 'Target', 'Type', 'Predicate')
    """
    columns = (
        *("Source", "Target", "Type", "Predicate", "SourceLabel", "TargetLabel", "Grade", "Rule", "Quote"),
        *("Start", "End", "SentenceText", "Section", "DocumentTitle", "Document", "Sentence", "Statement"),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in selection.relations:
        ends = (str(one.subject.iri), str(one.object.iri), "Directed", one.predicate)
        named = (one.subject.label, one.object.label)
        for quote in one.quotes:
            where = (quote.start, quote.end, quote.said, " › ".join(quote.trail), quote.title, quote.document)
            rows.append((*ends, *named, quote.grade, quote.rule, quote.exact, *where, quote.sentence, one.statement))
        if not one.quotes:
            rows.append((*ends, *named, one.grade, *("", "", None, None, "", "", "", "", ""), one.statement))
    return ExportTable("relations", columns, tuple(rows))


def edges_table(selection: Selection) -> ExportTable:
    """Return the relations as edges: one row each, with its first passage and how many there are, as Gephi and Neo4j import them.

    >>> edges_table(Selection((), ())).rows
    ()
    """
    columns = ("Source", "Target", "Type", "Label", "Weight", "Grade", "Quote", "DocumentTitle", "Id")
    rows = (
        (str(one.subject.iri), str(one.object.iri), "Directed", one.predicate, max(1, len(one.quotes)), one.grade)
        + ((one.quotes[0].exact, one.quotes[0].title) if one.quotes else ("", ""))
        + (one.statement,)
        for one in selection.relations
    )
    return ExportTable("edges", columns, tuple(rows))


def targets_table(entries: Iterable[TargetEntry]) -> ExportTable:
    """Return the ledger of targets: one row for each place and target; money in 亿元.

    >>> targets_table(()).rows
    ()
    """
    columns = (
        *("Place", "CountedVerb", "Indicator", "Comparison", "Value", "Unit", "Reference", "Baseline", "Hedge", "Year"),
        *("Quote", "Start", "End", "DocumentTitle", "Document", "Target"),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in entries:
        first = one.quotes[0] if one.quotes else None
        said = (first.exact, first.start, first.end, first.title, first.document) if first else ("", None, None, "", "")
        told = (
            one.place.label,
            one.verb,
            one.indicator,
            one.comparison,
            one.value,
            one.unit,
            one.reference,
            one.baseline,
        )
        rows.append((*told, one.hedge, int(one.year) if one.year.isdigit() else None, *said, str(one.target)))
    return ExportTable("targets", columns, tuple(rows))


def matrix_table(found: Matrix, language: Language) -> ExportTable:
    """Return places against industries, or what else a matrix holds: how many things tie them; no row that would be empty.

    Arguments: found, the matrix; language of the head of the first column.

    >>> matrix_table(Matrix((), (), {}), "en").columns
    ('place',)
    """
    return ExportTable(
        "matrix",
        (label("Place", language), *(one.label for one in found.columns)),
        tuple(
            (row.label, *(found.cells.get((str(row.iri), str(column.iri))) for column in found.columns))
            for row in found.rows
            if any((str(row.iri), str(column.iri)) in found.cells for column in found.columns)
        ),
    )


def documents_table(cards: Iterable[DocumentCard]) -> ExportTable:
    """Return documents, with how many of their sentences back something.

    >>> documents_table(()).rows
    ()
    """
    columns = ("Id", "Title", "Class", "Date", "Issuer", "Sentences", "QuotedSentences", "Iri")
    return ExportTable(
        "documents",
        columns,
        tuple(
            (one.id, one.title, one.kind, one.issued, one.publisher, one.sentences, one.quoted_sentences, str(one.iri))
            for one in cards
        ),
    )


def sentences_table(rows: Rows, held: Collection[str]) -> ExportTable:
    """Return texts, a sentence a row, in their order; offsets in code points. Arguments: rows, the graph; held, IRIs of documents.

    >>> from graph import PolicyGraph
    >>> sentences_table(PolicyGraph.open("memory"), ()).columns[:3]
    ('DocumentTitle', 'Start', 'End')
    """
    found = {
        (str(row["document"]), int(row["start"]), int(row["end"]), str(row["sentence"])): row
        for row in rows.rows(_SENTENCES)
        if str(row["document"]) in held
    }
    return ExportTable(
        "sentences",
        ("DocumentTitle", "Start", "End", "Text", "Sentence"),
        tuple(
            (str(row.get("title", document)), start, end, str(row["text"]), sentence)
            for (document, start, end, sentence), row in sorted(found.items())
        ),
    )


def about_table(about: About) -> ExportTable:
    """Return what a file says of itself.

    >>> about_table(About("a", (), "", 0, "en")).rows[-1]
    ('Left out', '0')
    """
    return ExportTable("about", ("Name", "Said"), about.rows())
