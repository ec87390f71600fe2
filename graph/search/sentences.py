"""What the index holds of a graph: its sentences in order, each with what it can be filtered by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from rdflib import URIRef

from graph.engines import EmbeddedEngine, Engine, Parameter, Row, Rows, Table, fill, select
from graph.things import DocumentCard, documents

Sort: TypeAlias = Literal["place", "year", "issuer", "level", "kind"]
SORTS: tuple[Sort, ...] = ("place", "year", "issuer", "level", "kind")
"""What sentences are filtered by."""

_SENTENCES = """SELECT ?sentence ?document ?start ?exact { VALUES ?document { $documents }
  ?sentence pol:inDocument ?document ; a pol:Sentence ; pol:start ?start ; pol:exact ?exact }"""
# Of a graph the triples lie side by side in a store, in the union they are all over it: a fourth of the time. A graph says itself of
# each place that it speaks of that it is one.
_IN_GRAPHS = "SELECT DISTINCT ?sentence ?place { VALUES ?graph { $graphs } GRAPH ?graph { ?place a pol:Place . %s } }"
# Here what becomes a place is looked at last: an engine that begins with all places looks each of them up in every sentence.
_OF_DOCUMENTS = """SELECT DISTINCT ?sentence ?place {
  { SELECT ?sentence ?place { VALUES ?document { $documents } ?sentence pol:inDocument ?document . %s } } ?place a pol:Place }"""
_NAMED = "?mention pol:refersTo ?place ; pol:inSentence ?sentence"
_SAID_OF = "?statement rdf:subject|rdf:object ?place ; pol:evidence ?evidence . ?evidence pol:inSentence ?sentence"
_GRAPHS = "SELECT ?document ?graph { GRAPH ?graph { ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?document } }"
_READINGS = """SELECT ?document ?hash {
  ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?document ; pol:readingHash ?hash }"""
_WITHIN = "SELECT ?place ?wider { ?place pol:locatedIn ?wider }"
_SELECTED = re.compile(r"\?(\w+)")
_AT_ONCE = 50
"""Documents whose sentences are in memory at once."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[—–~～至到-](?:19|20)\d\d年)")
"""A year that a sentence names, also the first of two: 2026—2030年."""


class Filter(NamedTuple):
    """One value by which sentences are filtered: the IRI of a place, a year, the name of a body, a level, a class."""

    sort: Sort
    value: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is indexed."""

    iri: str
    document: str
    text: str
    filters: set[Filter]


class OfEngine(NamedTuple):
    """The rows of an engine, for those who ask a graph."""

    engine: Engine

    def rows(self, query: str, /, **parameters: Parameter) -> list[Row]:
        """Return the answers of a SELECT."""
        found = self.engine.run(fill(query, parameters) if parameters else query)
        assert isinstance(found, Table)
        return list(found.rows)


def readings_of(rows: Rows) -> dict[str, str]:
    """Return the reading hash of the documents of a graph, by IRI: where it is as it was, so are their sentences.

    >>> from graph import PolicyGraph
    >>> readings_of(PolicyGraph.open("memory"))
    {}
    """
    return {str(row["document"]): str(row["hash"]) for row in rows.rows(_READINGS)}


def sentences_of(rows: Rows, only: Sequence[str] | None = None) -> Iterator[Sentence]:
    """Yield all sentences of a graph, in the order of the documents' IRIs and of their texts.

    Arguments: rows, the graph; only, the IRIs of documents where it shall be theirs alone.
    A sentence has the filter of a place where it names it, where something is said of it there, where
    the document is that place's own, and of every place that holds one of these; of a year, where it names it or the document is
    of it.

    >>> from graph import PolicyGraph
    >>> list(sentences_of(PolicyGraph.open("memory")))
    []
    """
    wider, graphs = _wider(rows), _graphs(rows)
    if only is not None and not only:
        return
    cards = sorted(documents(rows, None if only is None else [URIRef(one) for one in only]), key=lambda card: card.iri)
    for first in range(0, len(cards), _AT_ONCE):
        some = {str(card.iri): card for card in cards[first : first + _AT_ONCE]}
        iris = [card.iri for card in some.values()]
        places = _places(rows, iris, graphs)
        found = [
            (document, int(start), sentence, exact)
            for sentence, document, start, exact in _values(rows, _SENTENCES, documents=iris)
        ]
        for document, _, iri, text in sorted(found):
            near = {*places.get(iri, ()), some[document].jurisdiction.place} - {""}
            near |= {above for place in near for above in wider.get(place, ())}
            own = {*(Filter("place", place) for place in near), *(Filter("year", year) for year in _YEAR.findall(text))}
            yield Sentence(iri, document, text, own | _of_document(some[document]))


def _of_document(card: DocumentCard) -> set[Filter]:
    filters = {
        Filter("kind", card.kind),
        *(Filter("issuer", body) for body in card.issuers or (card.publisher,) if body),
    }
    if card.year:
        filters.add(Filter("year", str(card.year)))
    if card.jurisdiction.level:
        filters.add(Filter("level", card.jurisdiction.level))
    return filters


def _graphs(rows: Rows) -> dict[str, list[URIRef]]:
    """Return the graphs of each document, by its IRI; none of a graph that was read from triples."""
    graphs: dict[str, list[URIRef]] = defaultdict(list)
    for row in rows.rows(_GRAPHS):
        graphs[str(row["document"])].append(URIRef(str(row["graph"])))
    return graphs


def _places(rows: Rows, iris: Sequence[URIRef], graphs: Mapping[str, Sequence[URIRef]]) -> dict[str, set[str]]:
    """Return the places that each sentence of documents names, or of which something is said there."""
    within = [graph for iri in iris for graph in graphs.get(str(iri), ())]
    query, asked = (_IN_GRAPHS, {"graphs": within}) if within else (_OF_DOCUMENTS, {"documents": iris})
    places: dict[str, set[str]] = defaultdict(set)
    for said in (_NAMED, _SAID_OF):
        for sentence, place in _values(rows, query % said, **asked):
            places[sentence].add(place)
    return places


def _values(rows: Rows, query: str, **asked: Sequence[URIRef]) -> Iterator[tuple[str, ...]]:
    """Yield what a query of some documents or graphs selects, in its order, as plain text.

    The rows of the embedded engine are taken as they are: to turn them into terms of rdflib takes longer than to find them.
    """
    if isinstance(rows, OfEngine) and isinstance(rows.engine, EmbeddedEngine):
        for solution in select(rows.engine.store, fill(query, asked)):
            yield tuple(str(term.value) for term in solution)
        return
    names = _SELECTED.findall(query.split("{", 1)[0])
    for row in rows.rows(query, **asked):
        yield tuple(str(row[name]) for name in names)


def _wider(rows: Rows) -> dict[str, frozenset[str]]:
    """Return the places that hold each place, at any depth."""
    above: dict[str, set[str]] = defaultdict(set)
    for row in rows.rows(_WITHIN):
        above[str(row["place"])].add(str(row["wider"]))

    def all_above(place: str, seen: frozenset[str]) -> frozenset[str]:
        direct = above.get(place, set()) - seen
        return frozenset(direct).union(*(all_above(one, seen | direct) for one in direct))

    return {place: all_above(place, frozenset({place})) for place in list(above)}
