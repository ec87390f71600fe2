"""Where a reading may be wrong or short: what a graph leaves out, leaves open, or fails."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Row, Rows
from graph.things import Node, nodes_of

# MINUS is worked out once for all; FILTER NOT EXISTS took minutes on a hundred thousand assertions.
_SILENT = """SELECT ?document ?start ?end ?text {
  { SELECT ?sentence { ?mention a pol:Mention ; pol:inSentence ?sentence ; pol:refersTo ?thing }
    GROUP BY ?sentence HAVING(COUNT(DISTINCT ?thing) > 1) }
  MINUS { ?evidence a pol:Evidence ; pol:inSentence ?sentence }
  ?sentence pol:inDocument ?document ; pol:start ?start ; pol:end ?end ; pol:exact ?text }"""
_UNRELATED = """SELECT ?thing (COUNT(DISTINCT ?mention) AS ?n) {
  { SELECT DISTINCT ?thing { ?mention pol:refersTo ?thing } }
  MINUS { ?assertion a pol:Assertion ; rdf:subject ?thing }
  MINUS { ?assertion a pol:Assertion ; rdf:object ?thing }
  MINUS { ?target pol:indicator ?thing }
  ?mention pol:refersTo ?thing } GROUP BY ?thing"""
_AMBIGUOUS = """SELECT ?mention ?name ?start ?end ?document ?text ?candidate {
  ?mention a pol:UnresolvedMention ; pol:exact ?name ; pol:start ?start ; pol:end ?end ; pol:candidate ?candidate ;
    pol:inSentence ?sentence .
  ?sentence pol:inDocument ?document ; pol:exact ?text }"""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage of a document."""

    document: str
    """IRI of the document."""
    start: int
    """Code points into the document's canonical text; the end is exclusive."""
    end: int
    text: str
    """The sentence."""


@dataclass(frozen=True, slots=True, order=True)
class AmbiguousName:
    """A name that several places bear and the text does not decide between."""

    passage: Passage
    name: str
    candidates: tuple[Node, ...]


def silent_sentences(rows: Rows) -> tuple[Passage, ...]:
    """Return the sentences that name two things or more and yet gave no relation, in the order of the texts.

    >>> from graph import PolicyGraph
    >>> silent_sentences(PolicyGraph.open("memory"))
    ()
    """
    return tuple(sorted(_passage(row) for row in rows.rows(_SILENT)))


def unrelated(rows: Rows) -> tuple[tuple[Node, int], ...]:
    """Return the things that the texts name and say nothing of, with how often they are named, most often first.

    >>> from graph import PolicyGraph
    >>> unrelated(PolicyGraph.open("memory"))
    ()
    """
    counts = {URIRef(row["thing"]): int(row["n"]) for row in rows.rows(_UNRELATED)}
    nodes = nodes_of(rows, counts)
    return tuple(sorted(((nodes[iri], n) for iri, n in counts.items()), key=lambda one: (-one[1], one[0].label)))


def ambiguous_names(rows: Rows) -> tuple[AmbiguousName, ...]:
    """Return the names that were left open, in the order of the texts.

    >>> from graph import PolicyGraph
    >>> ambiguous_names(PolicyGraph.open("memory"))
    ()
    """
    found: dict[tuple[Passage, str], set[URIRef]] = defaultdict(set)
    for row in rows.rows(_AMBIGUOUS):
        found[_passage(row), str(row["name"])].add(URIRef(row["candidate"]))
    nodes = nodes_of(rows, set().union(*found.values()))
    return tuple(
        sorted(
            AmbiguousName(passage, name, tuple(sorted(nodes[one] for one in candidates)))
            for (passage, name), candidates in found.items()
        )
    )


def _passage(row: Row) -> Passage:
    return Passage(str(row["document"]), int(row["start"]), int(row["end"]), str(row["text"]))
