"""What backs a statement: its quotes, each with grade, offsets, sentence and the way to it through the outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from rdflib import URIRef

from graph.engines import Row, Rows
from graph.rdf import POL
from graph.results import in_one_line

_QUOTES = """SELECT DISTINCT ?statement ?exact ?start ?end ?grade ?rule ?sentence ?said ?section ?document ?title ?original {
  VALUES ?statement { $statements }
  ?statement pol:evidence ?evidence .
  ?evidence pol:exact ?exact ; pol:start ?start ; pol:end ?end ; pol:grade ?grade ; pol:rule ?rule ;
    pol:inSentence ?sentence .
  ?sentence pol:exact ?said ; dcterms:isPartOf ?section ; pol:inDocument ?document .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document pol:reprintOf ?original }
}"""

_CORRECTED = """SELECT DISTINCT ?statement ?sentence ?start ?end ?who ?when {
  VALUES ?statement { $statements }
  ?statement pol:evidence ?evidence .
  ?evidence pol:correctedBy ?who ; pol:correctedOn ?when ; pol:inSentence ?sentence ; pol:start ?start ; pol:end ?end }"""

_TRAILS = """SELECT DISTINCT ?section ?part ?ordinal ?number ?heading {
  VALUES ?section { $sections }
  ?section dcterms:isPartOf* ?part .
  ?part a pol:Section ; pol:ordinal ?ordinal ; skos:prefLabel ?heading .
  OPTIONAL { ?part pol:sectionNumber ?number }
  FILTER(?ordinal > 0)
}"""


Trails: TypeAlias = dict[URIRef, tuple[str, ...]]
"""Section to the headings that lead to it."""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage that backs a statement.

    >>> quote = Quote("沈阳打造中心", 10, 16, "Stated", "positioning", "沈阳打造中心。", ("一、背景",), "方案", "urn:d", "urn:s")
    >>> quote.end - quote.start == len(quote.exact)
    True
    """

    exact: str
    start: int
    """Code points into the document's canonical text; the end is exclusive."""
    end: int
    grade: str
    """Corrected, Stated, Listed, Inherited, Expanded or Background."""
    rule: str
    said: str
    """The whole sentence."""
    trail: tuple[str, ...]
    """Headings from the widest section to the one that holds the sentence."""
    title: str
    """Of the document."""
    document: str
    sentence: str
    """IRIs of the document and of the sentence: passages of one sentence are one piece of evidence."""
    corrected_by: str = ""
    corrected_on: str = ""
    """Who put right what is read here, and when (YYYY-MM-DD), where the grade is Corrected."""
    original: str = ""
    """IRI of the document that this one is a reprint of; empty where it is none."""

    @property
    def document_id(self) -> str:
        """The id of the document, with which its IRI ends."""
        return self.document.rpartition("/")[2]

    def __repr__(self) -> str:
        said = f"{self.title or self.document} [{self.start}:{self.end}] {self.grade}: {self.exact}"
        return f"<{in_one_line(said)}>"


def quotes_of(rows: Rows, statements: Iterable[URIRef]) -> dict[URIRef, tuple[Quote, ...]]:
    """Return the quotes of statements, in the order of documents and of their texts.

    Arguments: rows, the graph; statements, nodes of assertions. One that no text makes has no entry.
    """
    wanted = sorted(set(statements))
    if not wanted:
        return {}
    answers = rows.rows(_QUOTES, statements=wanted)
    trails = trails_of(rows, {URIRef(row["section"]) for row in answers})
    found: dict[URIRef, set[Quote]] = defaultdict(set)
    for row in answers:
        found[URIRef(row["statement"])].add(
            quote_of(row, trails, row["grade"].removeprefix(POL), str(row.get("title", "")), str(row["rule"]))
        )
    if any(row["grade"].removeprefix(POL) == "Corrected" for row in answers):
        _say_who(rows, found)
    order = {
        statement: sorted(quotes, key=lambda one: (one.document, one.start, one)) for statement, quotes in found.items()
    }
    return {statement: tuple(quotes) for statement, quotes in order.items()}


def _say_who(rows: Rows, found: dict[URIRef, set[Quote]]) -> None:
    """Put into the quotes of corrected passages who corrected them and when; several who did are all named."""
    said: dict[tuple[URIRef, str, int, int], set[tuple[str, str]]] = defaultdict(set)
    for row in rows.rows(_CORRECTED, statements=sorted(found)):
        place = (URIRef(row["statement"]), str(row["sentence"]), int(row["start"]), int(row["end"]))
        said[place].add((str(row["who"]), str(row["when"])))
    for statement, quotes in found.items():
        for one in [quote for quote in quotes if quote.grade == "Corrected"]:
            told = sorted(said[statement, one.sentence, one.start, one.end])
            quotes.remove(one)
            who = "、".join(dict.fromkeys(name for name, _ in told))
            quotes.add(replace(one, corrected_by=who, corrected_on=max((day for _, day in told), default="")))


def quote_of(row: Row, trails: Trails, grade: str, title: str, rule: str = "") -> Quote:
    """Return the quote that a query found.

    Arguments: row, its `exact`, `start`, `end`, `sentence`, `said`, `section` and `document`; trails, of `trails_of`;
    grade; title, of the document; rule.
    """
    return Quote(
        exact=str(row["exact"]),
        start=int(row["start"]),
        end=int(row["end"]),
        grade=grade,
        rule=rule,
        said=str(row["said"]),
        trail=trails.get(URIRef(row["section"]), ()),
        title=title,
        document=str(row["document"]),
        sentence=str(row["sentence"]),
        original=str(row.get("original", "")),
    )


def independent(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes of one statement that are proofs of their own: without those of a reprint whose original says it too.

    >>> one = Quote("甲", 0, 1, "Stated", "roles", "甲。", (), "", "urn:a", "urn:a1")
    >>> independent([one, replace(one, document="urn:b", sentence="urn:b1", original="urn:a")]) == (one,)
    True
    """
    sources = {quote.document for quote in quotes}
    return tuple(quote for quote in quotes if quote.original not in sources)


def heading_of(number: str, heading: str) -> str:
    """Return a heading with its number, as a person writes them.

    >>> heading_of("一", "总体要求"), heading_of("（一）", "总体要求"), heading_of("第四条", "第四条")
    ('一 总体要求', '（一）总体要求', '第四条')
    """
    if heading.startswith(number):
        return heading
    return f"{number} {heading}" if number[-1].isalnum() else number + heading


def trails_of(rows: Rows, sections: set[URIRef]) -> Trails:
    """Return section to the headings that lead to it; an outline counts its parts from the front."""
    if not sections:
        return {}
    parts: dict[URIRef, set[tuple[int, str]]] = defaultdict(set)
    for row in rows.rows(_TRAILS, sections=sorted(sections)):
        heading = heading_of(str(row.get("number", "")), str(row["heading"]))
        parts[URIRef(row["section"])].add((int(row["ordinal"]), heading))
    return {section: tuple(heading for _, heading in sorted(found)) for section, found in parts.items()}
