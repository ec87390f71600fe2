"""The answer to a question: one sentence, a table, the passages that prove it, and the query that found it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef
from rdflib.term import Identifier

from graph.engines import Row, Rows, Table
from graph.errors import GraphError
from graph.pictured import Pictured
from graph.questions.answer_sentence import NAMED, answer_sentence
from graph.questions.catalogue import Question
from graph.rdf import POL, Language, short
from graph.rdf import label as term_label
from graph.results import at_prompt, html_table, markdown_table, markdown_text
from graph.things import labels_of

if TYPE_CHECKING:
    import pandas

_PROOF = ("quote", "grade", "start", "end", "heading", "documentLabel")
_PROOF_HEADS: dict[Language, tuple[str, ...]] = {
    "zh": ("等级", "原文", "位置"),
    "en": ("grade", "quote", "where"),
}


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """A passage that backs a line of an answer.

    >>> Proof("方案", 3, 5, "沈阳", "Stated", "背景").where
    '方案 › 背景 [3:5]'
    """

    document: str
    """Label of the document; empty where the passage is all that is known."""
    start: int
    """Code points into the document's canonical text; the end is exclusive."""
    end: int
    quote: str
    grade: str
    """Stated, Listed, Inherited, Expanded or Background; empty for a passage that only names something."""
    section: str
    """Heading of the innermost section."""
    iri: str = ""
    """Of the document: two may bear one label; empty where the query does not say it."""

    @property
    def where(self) -> str:
        """Document, section and offsets in one line."""
        return " › ".join(part for part in (self.document, self.section) if part) + f" [{self.start}:{self.end}]"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer: its cells as terms of the graph (None where nothing is said), and what backs it."""

    cells: tuple[Identifier | None, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Answer(Pictured):
    """What a graph answers to a question; shows itself at a prompt, as HTML and as Markdown, and draws what it names into a file."""

    question: Question
    values: Mapping[str, URIRef | Literal]
    sentences: Mapping[Language, str]
    """The answer in one plain sentence of each language."""
    lines: tuple[Line, ...]
    """Sorted as the query sorts them."""
    labels: Mapping[Language, Mapping[URIRef, str]]
    sparql: str
    """The query that found it, ready to run anywhere."""
    language: Language = "zh"
    """In which it shows itself."""
    graph: Rows | None = field(default=None, repr=False, compare=False)
    """What answered: it is asked again for what a picture shows; None where there is none any more."""

    @property
    def things(self) -> frozenset[URIRef]:
        """What the answer names, and what it was asked of."""
        cells = (cell for line in self.lines for cell in line.cells)
        return frozenset(term for term in (*cells, *self.values.values()) if isinstance(term, URIRef))

    @property
    def sentence(self) -> str:
        """The answer in one plain sentence."""
        return self.sentences[self.language]

    @property
    def evidence(self) -> tuple[Proof, ...]:
        """Every passage that backs the answer once, in the order of documents and of their texts."""
        return tuple(sorted({proof for line in self.lines for proof in line.proofs}))

    @property
    def table(self) -> pandas.DataFrame:
        """The lines as a DataFrame, labels beside IRIs; raises GraphError where pandas is not installed."""
        from graph.results import frame_of

        names = tuple(column.name for column in self.question.columns)
        rows = tuple(
            {name: cell for name, cell in zip(names, line.cells, strict=True) if cell is not None}
            for line in self.lines
        )
        return frame_of(Table(names, rows), self.labels[self.language])

    def heads(self, language: Language | None = None) -> tuple[str, ...]:
        """Return the heads of the columns. Arguments: language, that of the answer where none is given."""
        return tuple(column.said[language or self.language] for column in self.question.columns)

    def rows(self) -> list[tuple[str, ...]]:
        """Return the lines as a person reads them."""
        return [tuple(self.shown(cell) for cell in line.cells) for line in self.lines]

    def shown(self, term: Identifier | None) -> str:
        """Return a term as a person reads it: by its label where it has one."""
        if term is None:
            return ""
        return self.labels[self.language].get(term, short(term)) if isinstance(term, URIRef) else short(term)

    def as_json(self) -> dict[str, object]:
        """Return the answer as JSON values: sentence, table and evidence as shown, SPARQL."""
        names = [column.name for column in self.question.columns]
        return {
            "question": self.question.id,
            "values": {name: str(value) for name, value in self.values.items()},
            "sentence": self.sentence,
            "rows": [
                {
                    **dict(zip(names, shown, strict=True)),
                    "evidence": [
                        {"quote": one.quote, "grade": one.grade, "document": one.document, "section": one.section}
                        | {"start": one.start, "end": one.end}
                        for one in line.proofs
                    ],
                }
                for shown, line in zip(self.rows(), self.lines, strict=True)
            ],
            "sparql": self.sparql,
        }

    def with_proof(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Return heads and rows of the table with each line's first passage beside it.

        Where all passages stand in one document, its name is left out.
        """
        if not self.evidence:
            return self.heads(), self.rows()
        several = len({proof.document for proof in self.evidence}) > 1
        rows = [(*shown, *self._first(line, several)) for shown, line in zip(self.rows(), self.lines, strict=True)]
        return (*self.heads(), *_PROOF_HEADS[self.language]), rows

    def _first(self, line: Line, with_document: bool) -> tuple[str, str, str]:
        if not line.proofs:
            return "", "", ""
        proof = line.proofs[0]
        grade = term_label(proof.grade, self.language) if proof.grade else ""
        return grade, proof.quote, proof.where if with_document else replace(proof, document="").where.lstrip()

    def __repr__(self) -> str:
        return at_prompt((self.sentence,), *self.with_proof())

    def _repr_html_(self) -> str:
        heads, rows = self.with_proof()
        return html_table(heads, rows, self.sentence) if rows else html_table((self.sentence,), ())

    def _repr_markdown_(self) -> str:
        heads, rows = self.with_proof()
        table = f"\n\n{markdown_table(heads, rows)}" if rows else ""
        return f"**{markdown_text(self.sentence)}**{table}"


def answer(
    rows: Rows, question: Question, values: Mapping[str, URIRef | Literal] | None = None, language: Language = "zh"
) -> Answer:
    """Answer a question.

    Arguments: rows, the graph; question; values, one term for each parameter; language, of labels and of what shows
    itself. Raises GraphError where a parameter is missing or unknown.
    """
    given = dict(values or {})
    wanted = {parameter.name for parameter in question.parameters}
    for name in sorted(wanted ^ given.keys()):
        reason = f"it needs a value for {name}" if name in wanted else f"it has no parameter {name}"
        raise GraphError(question.id, reason, f"its parameters: {', '.join(sorted(wanted)) or 'none'}")
    sparql = question.filled(given)
    found = rows.rows(sparql)
    lines = _lines(question, found)
    terms = {cell for line in lines for cell in line.cells if isinstance(cell, URIRef)}
    terms.update(value for value in given.values() if isinstance(value, URIRef))
    counted = list(dict.fromkeys(row[question.lists] for row in found if question.lists in row))
    terms.update(term for term in counted[:NAMED] if isinstance(term, URIRef))
    chinese = labels_of(rows, terms)
    english = {**chinese, **{term: term_label(term.removeprefix(POL), "en") for term in terms if term.startswith(POL)}}
    labels: dict[Language, Mapping[URIRef, str]] = {"zh": chinese, "en": english}
    first = lines[0].cells if lines else ()
    said = {one: answer_sentence(question, given, first, counted, labels[one], one) for one in labels}
    return Answer(question, given, said, lines, labels, sparql, language, rows)


def _lines(question: Question, rows: list[Row]) -> tuple[Line, ...]:
    """Return the lines: rows with the same cells are one line, backed by the passages of all."""
    columns = [column.name for column in question.columns]
    merged: dict[tuple[Identifier | None, ...], dict[Proof, None]] = {}
    for row in rows:
        proofs = merged.setdefault(tuple(row.get(name) for name in columns), {})
        if "quote" in row:
            proofs[_proof(row)] = None
    return tuple(Line(cells, tuple(proofs)) for cells, proofs in merged.items())


def _proof(row: Row) -> Proof:
    said = {name: str(row.get(name, "")) for name in _PROOF}
    return Proof(
        document=said["documentLabel"],
        start=int(said["start"]),
        end=int(said["end"]),
        quote=said["quote"],
        grade=said["grade"].removeprefix(POL),
        section=said["heading"],
        iri=str(row["document"]) if isinstance(row.get("document"), URIRef) else "",
    )
