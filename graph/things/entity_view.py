"""What is said of one thing: its names, and every statement about it with its quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.term import Identifier

from graph.engines import Rows
from graph.listed import listed
from graph.pictured import Pictured
from graph.rdf import POL, Language, short, shorten, terms
from graph.rdf import label as term_label
from graph.results import at_prompt, html_table, in_one_line, markdown_table, markdown_text
from graph.things.labels import labels_of
from graph.things.name_index import Node
from graph.things.neighbourhood import Neighbourhood
from graph.things.quotes import Quote, quotes_of

_STATEMENTS = """SELECT DISTINCT ?statement ?predicate ?subject ?object ?source {
  { ?statement rdf:subject $thing } UNION { ?statement rdf:object $thing }
  ?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  OPTIONAL { ?statement pol:evidence/dcterms:source ?source }
}"""
_NAMES = "SELECT DISTINCT ?name { $thing skos:prefLabel|skos:altLabel ?name } ORDER BY STR(?name)"

_COLUMNS: dict[Language, tuple[str, ...]] = {
    "zh": ("主体", "关系", "客体", "等级", "原文", "位置"),
    "en": ("subject", "relation", "object", "grade", "quote", "where"),
}

_SHOWN = 200
"""Rows that a notebook shows; `table` gives all."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about a thing: as IRIs and as a person reads it, with what backs it."""

    iri: URIRef
    subject: URIRef
    predicate: str
    """A term's name, as `graph.rdf.vocabulary.expand` takes it."""
    object: Identifier
    subject_label: str
    object_label: str
    quotes: tuple[Quote, ...]
    source: str
    """Where a statement that no text makes was read; empty for an assertion."""

    def __repr__(self) -> str:
        said = f"{self.subject_label} {term_label(self.predicate, 'zh')} {self.object_label}"
        return f"<{in_one_line(said)} (quotes: {len(self.quotes)})>"

    def object_in(self, language: Language) -> str:
        """Return its object as a person reads it: a term of the ontology, such as a commitment, in a language; all else as it is."""
        term = str(self.object).removeprefix(POL)
        return term_label(term, language) if isinstance(self.object, URIRef) and term in terms() else self.object_label

    def lines(self, language: Language) -> Iterator[tuple[str, ...]]:
        """Yield one row of a table for each quote: subject, relation, object, grade, quote, where."""
        said = (self.subject_label, term_label(self.predicate, language), self.object_in(language))
        for quote in self.quotes:
            where = " › ".join((quote.title, *quote.trail))
            yield *said, term_label(quote.grade, language), quote.exact, f"{where} [{quote.start}:{quote.end}]"
        if not self.quotes:
            yield *said, term_label("Background", language), "", self.source


@dataclass(frozen=True, slots=True)
class EntityView(Pictured):
    """What a graph says of one thing; shows itself at a prompt, as HTML and as Markdown, and draws itself into a file."""

    node: Node
    names: tuple[str, ...]
    statements: tuple[Statement, ...]
    things: tuple[Node, ...] = ()
    """It and all that its statements tie it to, sorted."""

    def table(self, language: Language = "zh") -> list[tuple[str, ...]]:
        """Return one row for each quote of each statement, its columns those of `columns`."""
        return [line for statement in self.statements for line in statement.lines(language)]

    @staticmethod
    def columns(language: Language = "zh") -> tuple[str, ...]:
        """Return the heads of the table's columns.

        >>> EntityView.columns("en")[0]
        'subject'
        """
        return _COLUMNS[language]

    def title(self, language: Language = "zh") -> str:
        """Return the thing's label, class and other names in one line."""
        others = listed((name for name in self.names if name != self.node.label), language)
        said = f"{self.node.label} ({term_label(self.node.kind, language)})"
        return f"{said}: {others}" if others else said

    def __repr__(self) -> str:
        return at_prompt((self._caption(),), self.columns(), self.table(), ".statements, .table()")

    def _repr_html_(self) -> str:
        return html_table(self.columns(), self.table()[:_SHOWN], self._caption())

    def _repr_markdown_(self) -> str:
        return f"**{markdown_text(self._caption())}**\n\n{markdown_table(self.columns(), self.table()[:_SHOWN])}"

    def _caption(self) -> str:
        """The title, and how many rows a page leaves out."""
        rows = len(self.table())
        return self.title() + (f" · {_SHOWN} / {rows}" if rows > _SHOWN else "")


def entity_view(rows: Rows, node: Node) -> EntityView:
    """Return what a graph says of a thing, sorted by relation and then by place in the texts."""
    names = tuple(str(row["name"]) for row in rows.rows(_NAMES, thing=node.iri))
    answers = {row["statement"]: row for row in rows.rows(_STATEMENTS, thing=node.iri)}
    quotes = quotes_of(rows, (URIRef(iri) for iri in answers))
    ends = {end for row in answers.values() for end in (row["subject"], row["object"])}
    labels = labels_of(rows, ends)
    things = Neighbourhood(rows).names({str(node.iri), *(str(end) for end in ends if isinstance(end, URIRef))})

    def named(term: Identifier) -> str:
        return labels.get(term, short(term)) if isinstance(term, URIRef) else short(term)

    statements = [
        Statement(
            iri=URIRef(iri),
            subject=URIRef(row["subject"]),
            predicate=shorten(str(row["predicate"])),
            object=row["object"],
            subject_label=named(row["subject"]),
            object_label=named(row["object"]),
            quotes=quotes.get(URIRef(iri), ()),
            source=str(row.get("source", Literal(""))),
        )
        for iri, row in answers.items()
    ]
    return EntityView(
        node, tuple(dict.fromkeys(names)), tuple(sorted(statements, key=_order)), tuple(sorted(things.values()))
    )


def _order(statement: Statement) -> tuple[str, tuple[Quote, ...], str, str]:
    return statement.predicate, statement.quotes, str(statement.subject), str(statement.object)
