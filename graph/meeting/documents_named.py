"""The documents that the graphs of a store name, whether it holds their text or they are only cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.meeting.keys import number_key, title_key
from graph.rdf import PREFIXES, term

_OF_NAMES = ("dcterms:title", "skos:prefLabel")


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document as the graphs of a store name it."""

    node: NamedNode
    label: str
    titles: frozenset[str]
    """Of `title_key`."""
    numbers: frozenset[str]
    """Of `number_key`."""
    graphs: frozenset[NamedNode]
    """The named graphs that speak of it."""
    interprets: bool
    """Whether it is an interpretation: it never is the document that it explains."""
    held: bool
    """Whether the store has its text."""
    issued: str = ""

    def clashes_with(self, other: NamedDocument) -> bool:
        """Return whether two documents cannot be one, whatever they are called."""
        numbered = bool(self.numbers and other.numbers)
        return self.interprets != other.interprets or (numbered and not self.numbers & other.numbers)


def named_documents(store: Store) -> tuple[NamedDocument, ...]:
    """Return the documents that a store names, by their nodes; without those that a person keeps apart.

    >>> named_documents(Store())
    ()
    """
    apart = {quad.subject for quad in _quads(store, None, "keptApartBy")}
    graphs: dict[NamedNode, set[NamedNode]] = {}
    for quad in _quads(store, None, "rdf:type", term("PolicyDocument")):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode) and quad.subject not in apart:
            graphs.setdefault(quad.subject, set()).add(quad.graph_name)
    found = (_named(store, node, named_in) for node, named_in in graphs.items())
    return tuple(sorted((one for one in found if one.held or _shared(one.node)), key=lambda one: one.node.value))


def _shared(node: NamedNode) -> bool:
    """Return whether a document is not the own of one text."""
    return node.value.startswith(PREFIXES["document"])


def _named(store: Store, node: NamedNode, graphs: set[NamedNode]) -> NamedDocument:
    names = [said for name in _OF_NAMES for said in _said(store, node, name)]
    numbers, dates = (tuple(_said(store, node, name)) for name in ("documentNumber", "dcterms:issued"))
    return NamedDocument(
        node=node,
        label=min(names, key=lambda name: (len(name), name), default=""),
        titles=frozenset(filter(None, map(title_key, names))),
        numbers=frozenset(map(number_key, numbers)),
        graphs=frozenset(graphs),
        interprets=any(_quads(store, node, "rdf:type", term("Interpretation"))),
        held=any(_quads(store, node, "sha256")),
        issued=min(dates, default=""),
    )


def _said(store: Store, node: NamedNode, predicate: str) -> Iterator[str]:
    return (quad.object.value for quad in _quads(store, node, predicate) if isinstance(quad.object, Literal))


def _quads(store: Store, node: NamedNode | None, predicate: str, value: NamedNode | None = None) -> Iterator[Quad]:
    quads = store.quads_for_pattern(node, term(predicate), value, None)
    return (quad for quad in quads if quad.graph_name != DefaultGraph())
