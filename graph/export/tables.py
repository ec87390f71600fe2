"""The tables of a graph: things, relations with their quotes, targets, places against industries, documents, sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from graph.engines import Rows
from graph.export.selection import Selection
from graph.pages import TargetEntry, matrix, target_ledger
from graph.rdf import Language, label
from graph.things import documents

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


def matrix_table(rows: Rows, language: Language) -> ExportTable:
    """Return places and regions against industries: how many things tie them; a blank where nothing does.

    Arguments: rows, the graph; language of the head of the first column.

    >>> from graph import PolicyGraph
    >>> matrix_table(PolicyGraph.open("memory"), "en").columns
    ('place',)
    """
    found = matrix(rows, ("Place",), "Industry")
    return ExportTable(
        "matrix",
        (label("Place", language), *(one.label for one in found.columns)),
        tuple(
            (row.label, *(found.cells.get((str(row.iri), str(column.iri))) for column in found.columns))
            for row in found.rows
        ),
    )


def documents_table(rows: Rows) -> ExportTable:
    """Return the documents, with how many of their sentences back something.

    >>> from graph import PolicyGraph
    >>> documents_table(PolicyGraph.open("memory")).rows
    ()
    """
    columns = ("Id", "Title", "Class", "Date", "Issuer", "Sentences", "QuotedSentences", "Iri")
    cards = documents(rows)
    return ExportTable(
        "documents",
        columns,
        tuple(
            (one.id, one.title, one.kind, one.issued, one.publisher, one.sentences, one.quoted_sentences, str(one.iri))
            for one in cards
        ),
    )


def sentences_table(rows: Rows) -> ExportTable:
    """Return the texts, a sentence a row, in their order; offsets in code points.

    >>> from graph import PolicyGraph
    >>> sentences_table(PolicyGraph.open("memory")).columns[:3]
    ('DocumentTitle', 'Start', 'End')
    """
    found = {
        (str(row["document"]), int(row["start"]), int(row["end"]), str(row["sentence"])): row
        for row in rows.rows(_SENTENCES)
    }
    return ExportTable(
        "sentences",
        ("DocumentTitle", "Start", "End", "Text", "Sentence"),
        tuple(
            (str(row.get("title", document)), start, end, str(row["text"]), sentence)
            for (document, start, end, sentence), row in sorted(found.items())
        ),
    )


def all_tables(rows: Rows, selection: Selection, language: Language) -> tuple[ExportTable, ...]:
    """Return all tables, those of things and relations as selected, the targets of the places among them.

    >>> from graph import PolicyGraph
    >>> [one.name for one in all_tables(PolicyGraph.open("memory"), Selection((), ()), "zh")]
    ['things', 'relations', 'targets', 'matrix', 'documents', 'sentences']
    """
    held = {str(one.iri) for one in selection.things}
    return (
        things_table(selection),
        relations_table(selection),
        targets_table(one for one in target_ledger(rows) if str(one.place.iri) in held),
        matrix_table(rows, language),
        documents_table(rows),
        sentences_table(rows),
    )
