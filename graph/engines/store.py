"""What is in a store: its union, its documents, their hashes, the background of the places that they name.

The default graph of a store holds the union of its named graphs, each triple once. The engine could form that union in
every query, but it then gives a triple as often as there are documents that say it: counts are wrong, and a join of
three such patterns over a hundred documents takes minutes instead of a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, parse

from extract.gazetteer import LEVELS
from graph.rdf import BACKGROUND_GRAPH, PREFIXES, WrittenGraph, graph_iri, place_by_node, term, written_background

UNITE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
"""The update that adds to the default graph what its named graphs hold."""

_FILES = 60
"""So many files a store may have before they are merged: some twelve are there at the least, a change adds ten."""

_MANY = 50_000
"""Quads from which the bulk loader, which writes files of its own, is the faster way."""


def holds_union(store: Store) -> bool:
    """Return whether the default graph of a store is the union of its named graphs, as in all that are made here.

    >>> holds_union(memory_store([]))
    False
    """
    # not by a query: where a file of the store is gone, it would never end
    return next(store.quads_for_pattern(None, None, None, DefaultGraph()), None) is not None


def unite_anew(store: Store) -> None:
    """Make the default graph of a store what its named graphs hold, whatever it held before."""
    store.update(f"CLEAR DEFAULT ; {UNITE}")


def memory_store(quads: Iterable[Quad]) -> Store:
    """Return a store in memory that holds these quads, and their union.

    >>> city = NamedNode("https://w3id.org/policygraph/id/city/沈阳市")
    >>> [quad.graph_name.value for quad in memory_store([Quad(city, term("code"), city, city)]) if quad.graph_name == city]
    ['https://w3id.org/policygraph/id/city/沈阳市']
    """
    store = Store()
    store.extend(quads)
    store.update(UNITE)
    return store


def select(store: Store, query: str) -> QuerySolutions:
    """Return the rows of a SPARQL query over the union of all graphs, with the project's prefixes bound.

    Arguments: store; query, a SELECT.

    >>> [row["n"].value for row in select(memory_store([]), "SELECT (COUNT(*) AS ?n) { ?s a pol:City }")]
    ['0']
    """
    rows = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=not holds_union(store))
    assert isinstance(rows, QuerySolutions)
    return rows


def reading_hashes(store: Store) -> dict[str, str]:
    """Return the id of every document in a graph with the hash of what decided its reading.

    >>> reading_hashes(memory_store([]))
    {}
    """
    # asked of each document's own graph, so that a hash speaks of what is there
    said = "?g a pol:DocumentGraph ; dcterms:identifier ?id ; pol:readingHash ?hash"
    whole = next(store.named_graphs(), None) is None  # a file of triples has no graphs
    rows = select(store, f"SELECT ?id ?hash {{ {said} }}" if whole else f"SELECT ?id ?hash {{ GRAPH ?g {{ {said} }} }}")
    return {row["id"].value: row["hash"].value for row in rows}


def replace_documents(store: Store, documents: Sequence[WrittenGraph]) -> None:
    """Put the graphs of documents in the place of what the store held of them.

    Arguments: store; documents, as `graph.rdf.written_document` returns them.
    """
    former = _taken_out(store, (one.name for one in documents))
    text = b"".join([*(one.n_quads() for one in documents), *(one.triples for one in documents)])
    # lenient: it was written by the engine itself, and need not be looked through for what is no RDF
    if 2 * sum(map(len, documents)) < _MANY:
        store.load(text, format=RdfFormat.N_QUADS, lenient=True)
    else:
        store.bulk_load(text, format=RdfFormat.N_QUADS, lenient=True)
    if former:
        _forget(store, former.difference(quad.triple for one in documents for quad in one.quads()))


def remove_documents(store: Store, ids: Iterable[str]) -> None:
    """Remove the graphs of documents from a store, with what no other graph says."""
    _forget(store, _taken_out(store, map(graph_iri, ids)))


def _taken_out(store: Store, graphs: Iterable[str]) -> set[Triple]:
    """Remove named graphs, which the union holds still, and return their triples."""
    nodes = [NamedNode(one) for one in graphs]
    former = {quad.triple for node in nodes for quad in store.quads_for_pattern(None, None, None, node)}
    for node in nodes:
        store.remove_graph(node)
    return former


Change: TypeAlias = tuple[Iterable[Triple], Iterable[Triple]]
"""The triples that a graph loses, and those that it gains."""


def change_graphs(store: Store, changes: Mapping[NamedNode, Change]) -> None:
    """Take triples out of named graphs of a store and put others in, and keep the union what the graphs hold.

    Arguments: store; changes, by graph.

    >>> store, city = memory_store([]), NamedNode("https://w3id.org/policygraph/id/city/沈阳市")
    >>> change_graphs(store, {city: ((), [Triple(city, term("code"), city)])})
    >>> len(store), change_graphs(store, {city: ([Triple(city, term("code"), city)], ())}), len(store)
    (2, None, 0)
    """
    gone = [Quad(one.subject, one.predicate, one.object, graph) for graph, (out, _) in changes.items() for one in out]
    come = [Quad(one.subject, one.predicate, one.object, graph) for graph, (_, new) in changes.items() for one in new]
    _remove(store, gone)
    if come:
        _add(store, sorted(come, key=str))
    _forget(store, {quad.triple for quad in gone}.difference(quad.triple for quad in come))


def _remove(store: Store, quads: Iterable[Quad]) -> None:
    """Remove quads at once, which is many times as fast as one after another."""
    lines = "\n".join(
        f"{quad.triple} ." if quad.graph_name == DefaultGraph() else f"GRAPH {quad.graph_name} {{ {quad.triple} }}"
        for quad in quads
    )
    if lines:
        store.update(f"DELETE DATA {{ {lines} }}")


def _add(store: Store, quads: list[Quad]) -> None:
    """Add quads to their graphs and to the union."""
    # made as they are taken: to hold them all at once takes a fifth longer
    whole = chain(quads, (Quad(*quad.triple) for quad in quads))
    if 2 * len(quads) < _MANY:
        store.extend(whole)
    else:
        store.bulk_extend(whole)


def _triples(lines: Set[bytes]) -> list[Triple]:
    return [quad.triple for quad in parse(b"".join(sorted(lines)), format=RdfFormat.N_TRIPLES)]


def _forget(store: Store, triples: Iterable[Triple]) -> None:
    """Take triples out of the union that no named graph holds any more."""

    def held(one: Triple) -> bool:
        quads = store.quads_for_pattern(one.subject, one.predicate, one.object, None)
        return any(quad.graph_name != DefaultGraph() for quad in quads)

    _remove(store, (Quad(*one) for one in triples if not held(one)))


def settle(store: Store, folder: Path) -> None:
    """Write all that was added to disk, and merge the files of a store into one for each index where they have become many.

    Every write leaves some ten files more, which no reader has open before it needs them, and which each of its
    searches has to look through; but to merge them is to write the whole store anew, so that a change of a few texts waits for the next.

    Arguments: store; folder, in which it lies.
    """
    store.flush()
    if len(list(folder.glob("*.sst"))) > _FILES:
        store.optimize()


def renew_background(store: Store) -> None:
    """Write the background graph of a store anew: of the places that its documents name now, and no other."""
    graph = NamedNode(BACKGROUND_GRAPH)
    named = {
        node
        for kind in LEVELS
        for quad in store.quads_for_pattern(None, term("rdf:type"), term(kind), None)
        if quad.graph_name not in (graph, DefaultGraph()) and isinstance(node := quad.subject, NamedNode)
    }
    candidates = store.quads_for_pattern(None, term("candidate"), None, None)
    named.update(quad.object for quad in candidates if isinstance(quad.object, NamedNode))
    # compared as lines: what did not change, which is nearly all of it, never becomes triples
    places = (place_by_node()[node] for node in named if node in place_by_node())
    wanted = set(written_background(places).triples.splitlines(keepends=True))
    dumped = store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    held = set(dumped.splitlines(keepends=True))
    change_graphs(store, {graph: (_triples(held - wanted), _triples(wanted - held))})
