"""The documents that the graphs of a store name, whether it holds their text or they are only cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from graph.meeting.keys import number_key, title_key
from graph.rdf import PREFIXES, term

Node: TypeAlias = NamedNode | BlankNode | Triple


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


@dataclass(frozen=True, slots=True)
class _OfDocuments:
    """What the graphs of a store say of documents, by their nodes."""

    titles: Mapping[Node, list[str]]
    numbers: Mapping[Node, list[str]]
    dates: Mapping[Node, list[str]]
    interpretations: set[Node]
    held: set[Node]


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
    # what is said of documents alone is asked of all of them at once; labels have other things too
    of_documents = _OfDocuments(
        titles=_literals(_quads(store, None, "dcterms:title")),
        numbers=_literals(_quads(store, None, "documentNumber")),
        dates=_literals(_quads(store, None, "dcterms:issued")),
        interpretations={quad.subject for quad in _quads(store, None, "rdf:type", term("Interpretation"))},
        held={quad.subject for quad in _quads(store, None, "sha256")},
    )
    found = (
        _named(node, named_in, of_documents, _literals(_quads(store, node, "skos:prefLabel"))[node])
        for node, named_in in graphs.items()
        if node in of_documents.held or _shared(node)
    )
    return tuple(sorted(found, key=lambda one: one.node.value))


def _shared(node: NamedNode) -> bool:
    """Return whether a document is not the own of one text."""
    return node.value.startswith(PREFIXES["document"])


def _named(node: NamedNode, graphs: set[NamedNode], of_documents: _OfDocuments, labels: list[str]) -> NamedDocument:
    names = [*of_documents.titles[node], *labels]
    return NamedDocument(
        node=node,
        label=min(names, key=lambda name: (len(name), name), default=""),
        titles=frozenset(filter(None, map(title_key, names))),
        numbers=frozenset(map(number_key, of_documents.numbers[node])),
        graphs=frozenset(graphs),
        interprets=node in of_documents.interpretations,
        held=node in of_documents.held,
        issued=min(of_documents.dates[node], default=""),
    )


def _literals(quads: Iterable[Quad]) -> defaultdict[Node, list[str]]:
    """Return the texts that quads have as their objects, by subject."""
    found: defaultdict[Node, list[str]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.object, Literal):
            found[quad.subject].append(quad.object.value)
    return found


def _quads(store: Store, node: NamedNode | None, predicate: str, value: NamedNode | None = None) -> Iterator[Quad]:
    quads = store.quads_for_pattern(node, term(predicate), value, None)
    return (quad for quad in quads if quad.graph_name != DefaultGraph())
