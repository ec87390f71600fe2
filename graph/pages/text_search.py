"""What the page of hits shows: what can be chosen to narrow a search, and the hits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rdflib import URIRef

from graph.policygraph import PolicyGraph
from graph.search import KINDS, Alternative, Conditions, Hits, alternatives
from graph.things import LEVELS, Level, nodes_of

PAGE = 20
"""Hits on one page."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a search of a graph can be narrowed by, as `PolicyGraph.search` takes it; the commonest first, years from the last on."""

    places: tuple[tuple[str, str], ...]
    """What is asked for, and what is shown: the label, or, where several bear it, the IRI."""
    years: tuple[str, ...]
    issuers: tuple[str, ...]
    levels: tuple[Level, ...]
    kinds: tuple[str, ...]


def search_choices(graph: PolicyGraph) -> Choices:
    """Return what a search can be narrowed by.

    >>> search_choices(PolicyGraph.open("memory")).places
    ()
    """
    values = {sort: [value for value, _ in graph.texts.values(sort)] for sort in ("year", "issuer", "level", "kind")}
    iris = [URIRef(iri) for iri, _ in graph.texts.values("place")]
    nodes = nodes_of(graph, iris)
    bearers = Counter(nodes[iri].label for iri in iris)
    return Choices(
        places=tuple(
            (nodes[iri].label if bearers[nodes[iri].label] == 1 else str(iri), nodes[iri].label) for iri in iris
        ),
        years=tuple(sorted(values["year"], reverse=True)),
        issuers=tuple(values["issuer"]),
        levels=tuple(level for level in LEVELS if level in values["level"]),
        kinds=tuple(kind for kind in KINDS if kind in values["kind"]),
    )


def search_page(
    graph: PolicyGraph, text: str, place: str, year: str, issuer: str, level: str, kind: str, page: int
) -> Hits:
    """Return one page of hits; raises GraphError as `PolicyGraph.search` does.

    Arguments: text; place, year, issuer, level, kind, empty for no condition; page, from 1.
    """
    return graph.search(
        text,
        place=place,
        year=int(year) if year else None,
        issuer=issuer,
        level=level,
        kind=kind,
        limit=PAGE,
        offset=(page - 1) * PAGE,
    )


def search_alternatives(
    graph: PolicyGraph, text: str, place: str, year: str, issuer: str, level: str, kind: str
) -> tuple[Alternative, ...]:
    """Return what may be searched for instead of what has no hit, each with hits. Arguments: as for `search_page`."""
    conditions = Conditions(place, int(year) if year else None, issuer, level, kind)
    return alternatives(graph, graph.names, graph.texts, text, conditions)
