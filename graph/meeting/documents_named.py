"""The documents that the graphs of a store name, whether it holds their text or they are only cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QuerySolutions, Store, Triple

from graph.engines import holds_union, select
from graph.meeting.keys import number_key, title_key
from graph.rdf import PREFIXES, term

Node: TypeAlias = NamedNode | BlankNode | Literal | Triple

_GRAPH = "GRAPH ?graph { %s }"


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
    sha256: str
    """Of its text; empty where the store has none."""
    issued: str = ""

    @property
    def held(self) -> bool:
        """Whether the store has its text."""
        return bool(self.sha256)

    def clashes_with(self, other: NamedDocument) -> bool:
        """Return whether two documents cannot be one, whatever they are called."""
        numbered = bool(self.numbers and other.numbers)
        return self.interprets != other.interprets or (numbered and not self.numbers & other.numbers)


@dataclass(frozen=True, slots=True)
class _OfDocuments:
    """What the graphs of a store say of documents, by their nodes."""

    labels: Mapping[Node, list[str]]
    titles: Mapping[Node, list[str]]
    numbers: Mapping[Node, list[str]]
    dates: Mapping[Node, list[str]]
    interpretations: set[Node]
    hashes: Mapping[Node, list[str]]


def named_documents(store: Store) -> tuple[NamedDocument, ...]:
    """Return the documents that a store names, by their nodes; without those that a person keeps apart.

    >>> named_documents(Store())
    ()
    """
    apart = {row["node"] for row in _rows(store, _GRAPH % "?node pol:keptApartBy ?by")}
    graphs: dict[NamedNode, set[NamedNode]] = {}
    for row in _rows(store, _GRAPH % "?node a pol:PolicyDocument"):
        node, graph = row["node"], row["graph"]
        if isinstance(node, NamedNode) and isinstance(graph, NamedNode) and node not in apart:
            graphs.setdefault(node, set()).add(graph)
    of_documents = _OfDocuments(
        labels=_said(store, "skos:prefLabel", graphs),
        titles=_said(store, "dcterms:title"),
        numbers=_said(store, "documentNumber"),
        dates=_said(store, "dcterms:issued"),
        interpretations={row["node"] for row in _rows(store, _GRAPH % "?node a pol:Interpretation")},
        hashes=_said(store, "sha256"),
    )
    found = (
        _named(node, named_in, of_documents)
        for node, named_in in graphs.items()
        if node in of_documents.hashes or _shared(node)
    )
    return tuple(sorted(found, key=lambda one: one.node.value))


def _shared(node: NamedNode) -> bool:
    """Return whether a document is not the own of one text."""
    return node.value.startswith(PREFIXES["document"])


def _named(node: NamedNode, graphs: set[NamedNode], of_documents: _OfDocuments) -> NamedDocument:
    names = {*of_documents.titles[node], *of_documents.labels[node]}
    return NamedDocument(
        node=node,
        label=min(names, key=lambda name: (len(name), name), default=""),
        titles=frozenset(filter(None, map(title_key, names))),
        numbers=frozenset(map(number_key, of_documents.numbers[node])),
        graphs=frozenset(graphs),
        interprets=node in of_documents.interpretations,
        sha256=min(of_documents.hashes.get(node, ()), default=""),
        issued=min(of_documents.dates[node], default=""),
    )


def _said(store: Store, name: str, nodes: Iterable[NamedNode | None] = (None,)) -> Mapping[Node, list[str]]:
    """Return the texts that a property has, by subject: of all that have it, or of some nodes."""
    union = DefaultGraph() if holds_union(store) else None
    found: defaultdict[Node, list[str]] = defaultdict(list)
    for node in nodes:
        for quad in store.quads_for_pattern(node, term(name), None, union):
            if isinstance(quad.object, Literal):
                found[quad.subject].append(quad.object.value)
    return found


def _rows(store: Store, pattern: str) -> QuerySolutions:
    """Return what a pattern finds in the named graphs."""
    return select(store, f"SELECT * {{ {pattern} }}")
