"""The documents whose text names all ends of a connection, and the sentences that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef

from graph.connections.hops import Hop, Way
from graph.engines import Row
from graph.things import Iri, Neighbourhood, Node, Quote, Trails, quote_of, trails_of

MOST_SENTENCES = 3
"""Sentences of one document that are shown, the closest first: they prove that it names all ends."""

_NAMED = """SELECT DISTINCT ?document ?sentence ?start { VALUES ?thing { $nodes }
  ?mention pol:refersTo ?thing . ?mention pol:inSentence ?sentence . ?mention pol:start ?start .
  ?sentence pol:inDocument ?document }"""
_MENTIONS = """SELECT DISTINCT ?mention ?thing ?exact ?start ?end ?sentence ?said ?section ?document {
  VALUES ?sentence { $nodes } ?mention pol:inSentence ?sentence . ?mention a pol:Mention . ?mention pol:refersTo ?thing .
  ?mention pol:exact ?exact ; pol:start ?start ; pol:end ?end .
  ?sentence pol:exact ?said ; dcterms:isPartOf ?section ; pol:inDocument ?document }"""


_REPRINTS = "SELECT ?copy ?original { ?copy pol:reprintOf ?original }"


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one document in which, taken together, all ends are named."""

    document: Node
    together: bool
    """Whether each of the sentences names all ends."""
    gap: int
    """Code points from the first name to the last where they stand closest."""
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where all ends are named: in one sentence, or else in several of a document."""

    apart: bool
    gap: int
    sentences: tuple[Iri, ...]


def find_passages(around: Neighbourhood, ends: tuple[tuple[Node, ...], ...]) -> list[Passage]:
    """Return the documents that name all ends, sorted by their IRIs, each with the sentences that do.

    Arguments: around, the engine; ends, each the things that one name stands for.
    """
    named = [_named(around, end) for end in ends]
    documents = _sources(around, set.intersection(*(set(held) for held in named)))
    places = {document: _places([held[document] for held in named]) for document in documents}
    position = {str(node.iri): i for i, end in enumerate(ends) for node in end}
    wanted = {one for held in places.values() for place in held for one in place.sentences}
    rows: dict[Iri, list[Row]] = defaultdict(list)
    for row in around.each(_MENTIONS, wanted):
        if str(row["thing"]) in position:
            rows[str(row["document"])].append(row)
    names = around.names(documents)
    trails = trails_of(around.rows, {URIRef(row["section"]) for held in rows.values() for row in held})
    return [
        Passage(names[one], not places[one][0].apart, places[one][0].gap, hops)
        for one in sorted(rows)
        if len(hops := _hops(names[one], rows[one], position, ends, trails)) == len(ends)
    ]


def covering(passages: Iterable[Passage], ends: tuple[tuple[Node, ...], ...]) -> tuple[Way, ...]:
    """Return the documents that name all ends as ways."""
    firsts = tuple(end[0] for end in ends)
    return tuple(Way("document", firsts, (one.document,), one.hops) for one in passages)


def _sources(around: Neighbourhood, documents: set[Iri]) -> set[Iri]:
    """Return documents without the reprints of others among them."""
    return documents - {str(row["copy"]) for row in around.rows.rows(_REPRINTS) if str(row["original"]) in documents}


def _named(around: Neighbourhood, end: tuple[Node, ...]) -> dict[Iri, dict[Iri, list[int]]]:
    """Return document to sentence to the places where it names an end."""
    found: dict[Iri, dict[Iri, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in around.each(_NAMED, (str(node.iri) for node in end)):
        found[str(row["document"])][str(row["sentence"])].append(int(row["start"]))
    return found


def _places(named: list[dict[Iri, list[int]]]) -> list[_Place]:
    """Return the sentences that name all ends, the closest first; where none does, those where they stand closest."""
    together = set.intersection(*(set(held) for held in named))
    if together:
        found = [_Place(False, gap([held[one] for held in named]), (one,)) for one in together]
        return sorted(found)[:MOST_SENTENCES]
    every = [[start for starts in held.values() for start in starts] for held in named]
    chosen = closest(every)
    sentences = tuple(
        next(sentence for sentence, starts in sorted(held.items()) if start in starts)
        for held, start in zip(named, chosen, strict=True)
    )
    return [_Place(True, max(chosen) - min(chosen), sentences)]


def _hops(
    document: Node,
    rows: list[Row],
    position: dict[Iri, int],
    ends: tuple[tuple[Node, ...], ...],
    trails: Trails,
) -> tuple[Hop, ...]:
    held: dict[int, set[tuple[int, Iri, Quote]]] = defaultdict(set)
    for row in rows:
        quote = quote_of(row, trails, grade="Stated", title=document.label)
        held[position[str(row["thing"])]].add((quote.start, str(row["mention"]), quote))
    hops = []
    for i in sorted(held):
        found = sorted(held[i])
        hops.append(Hop(document, "refersTo", ends[i][0], found[0][1], tuple(quote for _, _, quote in found)))
    return tuple(hops)


def gap(places: list[list[int]]) -> int:
    """Return the least distance that spans one place of each list.

    >>> gap([[1, 100], [40, 103], [110]])
    10
    """
    chosen = closest(places)
    return max(chosen) - min(chosen)


def closest(places: list[list[int]]) -> tuple[int, ...]:
    """Return one place of each list so that they stand as close as they can, the first such.

    >>> closest([[1, 100], [40, 103], [110]])
    (100, 103, 110)
    """
    best: tuple[int, ...] = ()
    last: dict[int, int] = {}
    for place, i in sorted((place, i) for i, held in enumerate(places) for place in held):
        last[i] = place
        if len(last) == len(places):
            chosen = tuple(last[k] for k in range(len(places)))
            if not best or max(chosen) - min(chosen) < max(best) - min(best):
                best = chosen
    return best
