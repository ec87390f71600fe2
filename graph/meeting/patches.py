"""What the graph of a text says otherwise where it meets others: triples that go and triples that come, as an RDF Patch.

The patch is kept, so that the graph can be made again what the text alone says, whatever came to the store or left it since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse

from graph.meeting.keys import number_key
from graph.rdf import shorten, statement_node, term

_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
_LABELS = frozenset((term("skos:prefLabel"), term("skos:altLabel"), term("dcterms:title")))
_BETWEEN_TWO = frozenset((term("cites"), term("interprets")))
_NUMBER = term("documentNumber")
_GONE, _COME = "D", "A"
Value: TypeAlias = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Patch:
    """The triples that a graph loses and gains."""

    gone: frozenset[Triple]
    come: frozenset[Triple]

    def __str__(self) -> str:
        marked = [*((_GONE, one) for one in self.gone), *((_COME, one) for one in self.come)]
        return "".join(f"{mark} {one} .\n" for mark, one in sorted(marked, key=str))


def patch_of(written: str) -> Patch:
    """Return a patch as it was written.

    >>> str(patch_of("D <urn:a> <urn:b> <urn:c> .\\n"))
    'D <urn:a> <urn:b> <urn:c> .\\n'
    """
    lines = written.split("\n")  # a literal may hold other line ends as they are

    def marked(mark: str) -> frozenset[Triple]:
        nt = "\n".join(line[2:] for line in lines if line[:1] == mark)
        return frozenset(quad.triple for quad in parse(nt, format=RdfFormat.N_TRIPLES))

    return Patch(marked(_GONE), marked(_COME))


@dataclass(frozen=True, slots=True)
class Target:
    """The document that a node stands for: its node, its names and its numbers."""

    node: NamedNode
    names: frozenset[str]
    numbers: tuple[str, ...]


Meant: TypeAlias = Mapping[NamedNode, Target]
"""Nodes of documents to what they stand for."""


def patch(store: Store, graph: NamedNode, meant: Meant) -> Patch:
    """Return what a graph says otherwise where nodes stand for others.

    Arguments: store; graph, of one text, as the text alone gives it; meant. A title becomes another name, a statement gets the
    name that it has in its new words, and that a document cites itself is left out.
    """
    said = {one for node in meant for one in _around(store, graph, node)}
    statements = {one.subject for one in said if one.predicate in (_SUBJECT, _OBJECT)}
    about = {node: frozenset(_of(store, graph, node)) for node in statements if isinstance(node, NamedNode)}
    gone = {one for one in said if one.subject not in about}
    come = {new for one in gone if (new := _renamed(one, meant)) is not None}
    for node, triples in about.items():
        gone |= triples
        come |= _restated(node, triples, meant)
    kept = frozenset(one for one in come if _holds(store, graph, one))
    return Patch(frozenset(gone - come), frozenset(come - kept))


def _around(store: Store, graph: NamedNode, node: NamedNode) -> Iterable[Triple]:
    yield from _of(store, graph, node)
    yield from (quad.triple for quad in store.quads_for_pattern(None, None, node, graph))


def _of(store: Store, graph: NamedNode, node: NamedNode) -> Iterable[Triple]:
    return (quad.triple for quad in store.quads_for_pattern(node, None, None, graph))


def _holds(store: Store, graph: NamedNode, one: Triple) -> bool:
    return next(store.quads_for_pattern(one.subject, one.predicate, one.object, graph), None) is not None


def _renamed(one: Triple, meant: Meant) -> Triple | None:
    """Return a triple in its new words; None where there is nothing left to say."""
    target = meant.get(cast("NamedNode", one.subject))
    subject = target.node if target else one.subject
    value = _value(one, meant)
    if one.predicate in _BETWEEN_TWO and subject == value:
        return None
    if target and one.predicate in _LABELS and isinstance(value, Literal):
        return None if value.value in target.names else Triple(subject, term("skos:altLabel"), value)
    return Triple(subject, one.predicate, value)


def _value(one: Triple, meant: Meant) -> Value:
    """Return the object of a triple: the document that it stands for, a number as the document writes its own."""
    target = meant.get(cast("NamedNode", one.subject))
    if target and one.predicate == _NUMBER and isinstance(one.object, Literal):
        same = (number for number in target.numbers if number_key(number) == number_key(one.object.value))
        return Literal(next(same, one.object.value))
    other = meant.get(cast("NamedNode", one.object))
    return other.node if other else cast("Value", one.object)


def _restated(node: NamedNode, triples: frozenset[Triple], meant: Meant) -> set[Triple]:
    """Return a statement about a triple in its new words, with what backs it."""
    parts = {one.predicate: one.object for one in triples}
    whole = Triple(*(cast("NamedNode", parts[name]) for name in (_SUBJECT, _PREDICATE, _OBJECT)))
    new = _renamed(whole, meant)
    if new is None:
        return set()
    kind = node.value.rpartition("/")[0].rpartition("/")[2]
    subject, value = cast("NamedNode", new.subject), cast("Value", new.object)
    named = NamedNode(statement_node(kind, str(subject), shorten(new.predicate.value), str(value))[1:-1])
    said = {_SUBJECT: subject, _PREDICATE: new.predicate, _OBJECT: value}
    return {Triple(named, one.predicate, said.get(one.predicate, one.object)) for one in triples}
