"""What the index holds of a graph: its sentences in order, each with what it can be filtered by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeAlias

from rdflib import URIRef

from graph.engines import EmbeddedEngine, Engine, Parameter, Row, Rows, Table, fill, select
from graph.search.spelling import Spelled, spelled
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
    spelled: Spelled
    filters: set[Filter]


class Said(NamedTuple):
    """A sentence as its own text has it."""

    iri: str
    spelled: Spelled
    places: Sequence[str]
    """IRIs of the places that it names, or of which something is said there, sorted."""
    years: Sequence[str]


class SaidOf(Protocol):
    """Gives the sentences of a document by the IRI of its graph, None where it has none of them."""

    def __call__(self, graph: str) -> Sequence[Said] | None: ...


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


def years_of(text: str) -> Sequence[str]:
    """Return the years that a sentence names, in its order.

    >>> years_of("2026—2030年，到2035年")
    ('2026', '2030', '2035')
    """
    return tuple(_YEAR.findall(text))


def sentences_of(rows: Rows, only: Sequence[str] | None = None, ready: SaidOf = lambda _: None) -> Iterator[Sentence]:
    """Yield all sentences of a graph, in the order of the documents' IRIs and of their texts.

    Arguments: rows, the graph; only, the IRIs of documents where it shall be theirs alone; ready, has those of documents that were
    made ready: the graph is asked for the others alone.
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
        some = cards[first : first + _AT_ONCE]
        said = _said(rows, [card.iri for card in some], graphs, ready)
        for card in some:
            of_document = _of_document(card)
            for one in said.get(str(card.iri), ()):
                near = {*one.places, card.jurisdiction.place} - {""}
                near |= {above for place in near for above in wider.get(place, ())}
                own = {*(Filter("place", place) for place in near), *(Filter("year", year) for year in one.years)}
                yield Sentence(one.iri, str(card.iri), one.spelled, own | of_document)


def _said(
    rows: Rows, iris: Sequence[URIRef], graphs: Mapping[str, Sequence[URIRef]], ready: SaidOf
) -> dict[str, Sequence[Said]]:
    """Return the sentences of documents, by the IRI of each: as they were made ready, or as the graph has them."""
    found: dict[str, Sequence[Said]] = {}
    for iri in iris:
        own = graphs.get(str(iri), ())
        made = ready(str(own[0])) if len(own) == 1 else None
        if made is not None:
            found[str(iri)] = made
    return found | _asked(rows, [iri for iri in iris if str(iri) not in found], graphs)


def _asked(rows: Rows, iris: Sequence[URIRef], graphs: Mapping[str, Sequence[URIRef]]) -> dict[str, Sequence[Said]]:
    if not iris:
        return {}
    places = _places(rows, iris, graphs)
    found = [
        (document, int(start), iri, exact) for iri, document, start, exact in _values(rows, _SENTENCES, documents=iris)
    ]
    said: dict[str, list[Said]] = defaultdict(list)
    for document, _, iri, text in sorted(found):
        said[document].append(Said(iri, spelled(text), sorted(places.get(iri, ())), years_of(text)))
    return {**said}


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
