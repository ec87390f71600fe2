"""The quads of a graph, of whichever engine; and those alone that tell of a selection."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad
from rdflib import Literal as RdflibLiteral
from rdflib import URIRef
from rdflib.term import Identifier

from graph.engines import EmbeddedEngine, Engine
from graph.export.selection import Selection
from graph.rdf import RELATIONS, expand, graph_iri, term

_NAMED = f"SELECT ?graph ?s ?p ?o {{ GRAPH ?graph {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?graph), '{graph_iri('')}')) }}"
"""A server may hold other graphs than those of documents: its own, and the union of ours."""
_FOLLOWED = tuple(term(name) for name in ("evidence", "inSentence", "inDocument"))
_TYING = frozenset(expand(name) for name in RELATIONS)


def quads_of(engine: Engine) -> list[Quad]:
    """Return all quads of named graphs; of a graph that names none, those of its default graph.

    Arguments: engine; one that is not embedded is asked by SPARQL.

    >>> from graph import PolicyGraph
    >>> quads_of(PolicyGraph.open("memory").engine)
    []
    """
    if isinstance(engine, EmbeddedEngine):
        every = list(engine.store.quads_for_pattern(None, None, None, None))
        named = [quad for quad in every if quad.graph_name != DefaultGraph()]
        return named or every
    return [
        Quad(_node(row["s"]), NamedNode(str(row["p"])), _term(row["o"]), NamedNode(str(row["graph"])))
        for row in _rows(engine)
    ]


def _rows(engine: Engine) -> Iterable[dict[str, Identifier]]:
    found = engine.run(_NAMED)
    return () if isinstance(found, bool) or not hasattr(found, "rows") else found.rows


def _node(one: Identifier) -> NamedNode | BlankNode:
    return NamedNode(str(one)) if isinstance(one, URIRef) else BlankNode(str(one))


def _term(one: Identifier) -> NamedNode | BlankNode | Literal:
    if not isinstance(one, RdflibLiteral):
        return _node(one)
    if one.language:
        return Literal(str(one), language=one.language)
    return Literal(str(one), datatype=NamedNode(str(one.datatype))) if one.datatype else Literal(str(one))


def quads_about(quads: Iterable[Quad], selection: Selection, documents: Collection[str] = ()) -> list[Quad]:
    """Return what quads say of the things, the relations, their passages, sentences and documents.

    A relation of one of the things to something else is left out.

    Arguments: quads; selection; documents, IRIs of those whose passages alone are wanted, all where none is named.

    >>> quads_about([], Selection((), ()))
    []
    """
    every = list(quads)
    strange = _passages_of_others(every, documents) if documents else set()
    things = {str(one.iri) for one in selection.things}
    told = things | {one.statement for one in selection.relations}
    for follow in _FOLLOWED:
        told |= {
            quad.object.value
            for quad in every
            if quad.predicate == follow and isinstance(quad.object, NamedNode) and _name(quad) in told
        } - strange
    return [
        quad
        for quad in every
        if _name(quad) in told
        and _value(quad) not in strange
        and (quad.predicate.value not in _TYING or _value(quad) in things)
    ]


def _passages_of_others(quads: Sequence[Quad], documents: Collection[str]) -> set[str]:
    """The passages that stand in other documents than some."""
    held = {_name(one) for one in quads if one.predicate == _FOLLOWED[2] and _value(one) in documents}
    return {_name(one) for one in quads if one.predicate == _FOLLOWED[1] and _value(one) not in held}


def _value(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, NamedNode) else ""


def _name(quad: Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, NamedNode) else ""
