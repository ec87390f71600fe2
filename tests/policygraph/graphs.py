"""Small graphs made by hand, for what the shipped corpus does not hold."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Store

from graph.engines.embedded import EmbeddedEngine
from graph.policygraph import PolicyGraph
from graph.rdf.vocabulary import PREFIXES


def made_up(turtle: str) -> PolicyGraph:
    """Return a graph in memory that holds what a piece of Turtle says, the project's prefixes bound."""
    store = Store()
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    store.load(head + turtle, format=RdfFormat.TURTLE)
    return PolicyGraph(EmbeddedEngine(store, "memory"))
