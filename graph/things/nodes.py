"""Things by their IRIs."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import URIRef

from graph.engines import Rows
from graph.things.name_index import Node
from graph.things.neighbourhood import Neighbourhood


def nodes_of(rows: Rows, iris: Iterable[URIRef]) -> dict[URIRef, Node]:
    """Return things with their labels and classes; one without a label is called by its IRI's last part.

    >>> from graph import PolicyGraph
    >>> nodes_of(PolicyGraph.open("memory"), [URIRef("urn:x/沈阳市")])[URIRef("urn:x/沈阳市")].label
    '沈阳市'
    """
    return {node.iri: node for node in Neighbourhood(rows).names(str(iri) for iri in iris).values()}
