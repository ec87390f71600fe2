"""The documents whose text names all ends of a connection, and the passages that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import URIRef

from graph.engine import Row
from graph.hops import Hop, Way
from graph.naming import Node
from graph.neighbourhood import Neighbourhood
from graph.quotes import Quote, trails_of

_FIRST = """SELECT ?document (MIN(?start) AS ?first) { VALUES ?end { $ends }
  ?mention pol:refersTo ?end . ?mention pol:start ?start . ?mention pol:inSentence ?sentence .
  ?sentence pol:inDocument ?document } GROUP BY ?document"""
_AT = """SELECT DISTINCT ?sentence { VALUES ?end { $ends }
  ?mention pol:refersTo ?end . ?mention pol:start ?start . FILTER(?start IN (%s))
  ?mention pol:inSentence ?sentence . ?sentence pol:inDocument ?document FILTER(?document IN (%s)) }"""
_MENTIONS = """SELECT DISTINCT ?mention ?thing ?quote ?start ?end ?sentence ?text ?section ?document {
  VALUES ?sentence { $nodes } ?mention pol:inSentence ?sentence . ?mention a pol:Mention . ?mention pol:refersTo ?thing .
  ?mention pol:exact ?quote ; pol:start ?start ; pol:end ?end .
  ?sentence pol:exact ?text ; dcterms:isPartOf ?section ; pol:inDocument ?document }"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one document in which, taken together, all ends are named."""

    document: Node
    together: bool
    """Whether each of the sentences names all ends."""
    gap: int
    """Code points from the first name to the last where they stand closest."""
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Covering:
    """The engine, asked where the ends are named.

    Arguments: around, the engine; ends, each the things that one name stands for.
    """

    around: Neighbourhood
    ends: tuple[tuple[Node, ...], ...]
    _position: dict[URIRef, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Know the position of each node."""
        self._position.update({node.iri: i for i, end in enumerate(self.ends) for node in end})

    def passages(self) -> list[Passage]:
        """Return the documents that name all ends, each with the sentences that do, sorted by the document's IRI."""
        together = self._together()
        firsts = [self._first(end) for end in self.ends]
        documents = set.intersection(*(set(first) for first in firsts))
        apart = documents - set(together.values())
        sentences = set(together)
        for end, first in zip(self.ends, firsts, strict=True):
            sentences |= self._at(end, {document: first[document] for document in apart})
        return self._read(sentences, together)

    def ways(self, passages: Iterable[Passage]) -> tuple[Way, ...]:
        """Return the documents as ways."""
        ends = tuple(end[0] for end in self.ends)
        return tuple(Way("document", ends, (one.document,), one.hops) for one in passages)

    def _together(self) -> dict[URIRef, URIRef]:
        """Return the sentences that name all ends, with their documents."""
        parameters, patterns = {}, []
        for i, end in enumerate(self.ends):
            options = []
            for j, node in enumerate(end):
                parameters[f"end_{i}_{j}"] = node.iri
                options.append(f"?mention_{i} pol:refersTo $end_{i}_{j} . ?mention_{i} pol:inSentence ?sentence .")
            patterns.append(options[0] if len(options) == 1 else " UNION ".join(f"{{ {one} }}" for one in options))
        query = f"SELECT DISTINCT ?sentence ?document {{ {' '.join(patterns)} ?sentence pol:inDocument ?document }}"
        rows = self.around.rows.rows(query, **parameters)
        return {URIRef(row["sentence"]): URIRef(row["document"]) for row in rows}

    def _first(self, end: tuple[Node, ...]) -> dict[URIRef, int]:
        rows = self.around.rows.rows(_FIRST, ends=[node.iri for node in end])
        return {URIRef(row["document"]): int(row["first"]) for row in rows if "document" in row}

    def _at(self, end: tuple[Node, ...], places: dict[URIRef, int]) -> set[URIRef]:
        if not places:
            return set()
        query = _AT % (
            ", ".join(str(start) for start in sorted(set(places.values()))),
            ", ".join(one.n3() for one in sorted(places)),
        )
        return {URIRef(row["sentence"]) for row in self.around.rows.rows(query, ends=[node.iri for node in end])}

    def _read(self, sentences: set[URIRef], together: dict[URIRef, URIRef]) -> list[Passage]:
        rows = [
            row
            for row in self.around.each(_MENTIONS, sentences)
            if isinstance(row["thing"], URIRef) and row["thing"] in self._position
        ]
        trails = trails_of(self.around.rows, {URIRef(row["section"]) for row in rows})
        names = self.around.names({URIRef(row["document"]) for row in rows})
        by_document: dict[URIRef, list[Row]] = defaultdict(list)
        for row in rows:
            by_document[URIRef(row["document"])].append(row)
        return [
            self._passage(names[document], by_document[document], trails, document in together.values())
            for document in sorted(by_document)
        ]

    def _passage(
        self, document: Node, rows: list[Row], trails: dict[URIRef, tuple[str, ...]], together: bool
    ) -> Passage:
        named: dict[int, set[tuple[int, URIRef, Quote]]] = defaultdict(set)
        for row in rows:
            start, section = int(row["start"]), URIRef(row["section"])
            quote = Quote(
                exact=str(row["quote"]),
                start=start,
                end=int(row["end"]),
                grade="Stated",
                rule="",
                said=str(row["text"]),
                trail=trails.get(section, ()),
                title=document.label,
                document=str(document.iri),
                sentence=str(row["sentence"]),
            )
            named[self._position[URIRef(row["thing"])]].add((start, URIRef(row["mention"]), quote))
        ordered = {i: sorted(named[i]) for i in sorted(named)}
        hops = tuple(
            Hop(document, "refersTo", self.ends[i][0], held[0][1], tuple(quote for _, _, quote in held))
            for i, held in ordered.items()
        )
        return Passage(document, together, gap([[one[0] for one in held] for held in ordered.values()]), hops)


def gap(places: list[list[int]]) -> int:
    """Return the least distance that spans one place of each list.

    >>> gap([[1, 100], [40, 103], [110]])
    10
    """
    best: int | None = None
    order = sorted((place, i) for i, held in enumerate(places) for place in held)
    last: dict[int, int] = {}
    for place, i in order:
        last[i] = place
        if len(last) == len(places):
            span = place - min(last.values())
            best = span if best is None else min(best, span)
    return best or 0
