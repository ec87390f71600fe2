"""Whether an answer is one to what was asked: of the documents, the kind and the unit that are meant, and of a text that is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rdflib import Literal as RdfLiteral
from rdflib import URIRef

from graph.engines import Rows
from graph.questions.answer import Answer
from graph.questions.named_span import Named
from graph.questions.narrowing import is_of_kind
from graph.questions.units_asked import UnitAsked
from graph.things import nodes_of

_UNIT = "unit"
_NAMING = """SELECT DISTINCT ?title { VALUES ?place { $places } VALUES ?title { $titles }
  ?document skos:prefLabel ?title . ?mention pol:refersTo ?place ; pol:inSentence ?sentence . ?sentence pol:inDocument ?document }"""
_DATED = """SELECT DISTINCT ?title ?date { VALUES ?title { $titles }
  ?document skos:prefLabel ?title ; dcterms:issued|dcterms:created ?date }"""
_HELD = "SELECT ?document { VALUES ?document { $documents } ?document pol:sha256 ?hash }"


def tells_of(given: Answer, text: str, named: Sequence[Named], left: Sequence[str]) -> bool:
    """Return whether all that a question says beside what it asks stands in the answer: «与大连同为…的还有谁»."""
    cells = {cell for line in given.lines for cell in line.cells}
    told = {text[one.start : one.end] for one in named if any(thing.iri in cells for thing in one.things)}
    return bool(left) and set(left) <= told


def is_of_documents(rows: Rows, given: Answer, scope: Sequence[Named]) -> bool:
    """Return whether all passages of an answer stand in documents that name the places, and are of the years, that are meant."""
    if not scope:
        return True
    if not given.lines:
        return False  # nothing is denied of documents that were not looked for
    titles = {proof.document for proof in given.evidence}
    if not titles:  # numbers that are counted over all documents
        return False
    forms = [form for title in titles for form in _forms(title)]
    places = [thing.iri for one in scope for thing in one.things]
    naming = {str(row["title"]) for row in rows.rows(_NAMING, places=places, titles=forms)} if places else titles
    years = {str(one.year) for one in scope if one.year}
    dated = {str(row["title"]) for row in rows.rows(_DATED, titles=forms) if str(row["date"])[:4] in years}
    return titles <= naming and (not years or all(title in dated or _says(title, years) for title in titles))


def _says(title: str, years: Iterable[str]) -> bool:
    return any(year in title for year in years)


def names_kind(rows: Rows, given: Answer, kind: str) -> bool:
    """Return whether an answer names a thing of the class that was asked for, or nothing at all."""
    things = {cell for line in given.lines for cell in line.cells if isinstance(cell, URIRef)}
    if not kind or not things:
        return True
    return any(is_of_kind(node, kind) for node in nodes_of(rows, things).values())


def is_only_cited(rows: Rows, given: Answer) -> bool:
    """Return whether an answer is about a document of which the graph has no text, and so nothing to deny."""
    asked = [given.values[one.name] for one in given.question.parameters if one.classes == ("PolicyDocument",)]
    held = {row["document"] for row in rows.rows(_HELD, documents=asked)} if asked else set()
    return any(document not in held for document in asked)


def has_unit(given: Answer, asked: UnitAsked | None) -> bool:
    """Return whether an answer has a value in the unit that was asked for, if any was; one of other things than targets needs none."""
    column = next((at for at, one in enumerate(given.question.columns) if one.name == _UNIT), None)
    if asked is None or given.question.counts != "target" or column is None or not given.lines:
        return True
    return asked.is_that_of([str(line.cells[column] or "") for line in given.lines])


def _forms(title: str) -> tuple[RdfLiteral, RdfLiteral]:
    return RdfLiteral(title), RdfLiteral(title, lang="zh")
