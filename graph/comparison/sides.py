"""One side of a comparison: a graph as a whole, or one document of it."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Parameter, Row, Rows
from graph.errors import GraphError
from graph.rdf import graph_iri
from graph.things import DocumentCard, documents


@dataclass(frozen=True, slots=True)
class Side:
    """A graph, all of it or what one of its documents says."""

    rows: Rows
    name: str
    """What a person calls it: the title of a document, or where a graph lives."""
    cards: tuple[DocumentCard, ...]
    """The documents that are compared."""
    of_document: bool

    def ask(self, pattern: str, variables: str, **parameters: Parameter) -> list[Row]:
        """Return the rows of a pattern, matched in the graph of the document, or in all of them."""
        if self.of_document:
            where = f"GRAPH $graph {{ {pattern} }}"
            parameters["graph"] = URIRef(graph_iri(self.cards[0].id))
        else:
            where = pattern
        return self.rows.rows(f"SELECT DISTINCT {variables} {{ {where} }}", **parameters)


def document_side(rows: Rows, document: str) -> Side:
    """Return one document of a graph, by its id, its title or its IRI.

    Raises GraphError where the graph holds no such document, or several of this title.
    """
    held = documents(rows)
    found = [one for one in held if document in (one.id, str(one.iri))] or [
        one for one in held if one.title.strip("《》") == document.strip("《》")
    ]
    if len(found) == 1:
        return Side(rows, found[0].title, (found[0],), of_document=True)
    if found:
        raise GraphError(document, "several documents have this title", f"use one of the ids {_ids(found)}")
    raise GraphError(document, "the graph holds no document of this id or title", f"use one of the ids {_ids(held)}")


def _ids(cards: list[DocumentCard] | tuple[DocumentCard, ...]) -> str:
    """Return the first few ids, for a line that tells which there are."""
    shown = ", ".join(one.id for one in cards[:8])
    return f"{shown}, …" if len(cards) > 8 else shown or "of a graph that holds documents"


def graph_side(rows: Rows, name: str) -> Side:
    """Return a graph as a whole; one of a single document is called by its title, others by the name given.

    >>> from graph import PolicyGraph
    >>> graph_side(PolicyGraph.open("memory"), "memory").name
    'memory'
    """
    cards = documents(rows)
    return Side(rows, cards[0].title if len(cards) == 1 else name, cards, of_document=False)


def names_of(before: Side, after: Side) -> tuple[str, str]:
    """Return what two sides are called; two documents of one title by their ids too."""
    if before.name != after.name or not before.cards or not after.cards:
        return before.name, after.name
    return f"{before.name} ({before.cards[0].id})", f"{after.name} ({after.cards[0].id})"
