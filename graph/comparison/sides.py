"""One side of a comparison: a graph as a whole, or one document of it."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Parameter, Row, Rows
from graph.rdf import graph_iri
from graph.things import DocumentCard, document_of, documents


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
    """Return one document of a graph, by its id, its title or its IRI; raises GraphError as `document_of` does."""
    card = document_of(rows, document)
    return Side(rows, card.title, (card,), of_document=True)


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
    if before.name != after.name or len(before.cards) != 1 or len(after.cards) != 1:
        return before.name, after.name
    return f"{before.name} ({before.cards[0].id})", f"{after.name} ({after.cards[0].id})"
