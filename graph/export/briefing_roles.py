"""Positionings and industries of a briefing against its places: which are told, by which rule, and how many are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import URIRef

from graph.export.selection import QuotedRelation
from graph.policygraph import PolicyGraph
from graph.things import Node, Quote

_ROLES = ("hasPositioning", "concernsIndustry")
_MOST_PLACES, _MOST_ROLES = 12, 48
"""Of places that nobody named, so many have a column, and so many of their positionings and industries a row."""

_Given: TypeAlias = Mapping[Node, Mapping[Node, Sequence[Quote]]]
"""Positionings and industries, each with the places that have it and the passages that say so."""


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A positioning or an industry, and which of the places have it."""

    role: Node
    places: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """Positionings and industries against places."""

    places: tuple[Node, ...] = ()
    """The columns."""
    rows: tuple[RoleRow, ...] = ()
    """What most of the places have comes first."""
    quotes: tuple[Quote, ...] = ()
    """The passages that back the cells."""
    places_left_out: int = 0
    """Places that have a positioning or an industry and no column."""
    rows_left_out: int = 0
    """Positionings and industries of the columns that have no row."""

    @property
    def blank(self) -> tuple[Node, ...]:
        """The places of which none was read.

        >>> Roles((Node(URIRef("urn:a"), "沈阳市", "City"),)).blank[0].label
        '沈阳市'
        """
        return tuple(place for at, place in enumerate(self.places) if not any(one.places[at] for one in self.rows))


def roles_of(graph: PolicyGraph, places: Sequence[Node], documents: Sequence[str]) -> Roles:
    """Return the roles of places that were asked for, all of them.

    Arguments: graph; places; documents, ids: only what these back, where there are some.
    """
    found: dict[Node, dict[Node, Sequence[Quote]]] = {}
    for place in places:
        for one in graph.entity(place).statements:
            quotes = [quote for quote in one.quotes if not documents or quote.document_id in documents]
            if one.predicate in _ROLES and one.subject == place.iri and (quotes or not documents):
                role = Node(URIRef(one.object), one.object_label, _kind(one.predicate))
                found.setdefault(role, {})[place] = quotes
    return _told(places, found, len(found))


def roles_among(relations: Sequence[QuotedRelation]) -> Roles:
    """Return the roles that relations give to places: of the places those with the most, of the roles those that most places have.

    >>> roles_among(()).rows
    ()
    """
    given = [one for one in relations if one.predicate in _ROLES and _is_place(one.subject)]
    counts = Counter(one.subject for one in given)
    every = sorted(counts, key=lambda place: (-counts[place], place))
    found: dict[Node, dict[Node, Sequence[Quote]]] = {}
    for one in given:
        if one.subject in every[:_MOST_PLACES]:
            role = Node(one.object.iri, one.object.label, _kind(one.predicate))
            found.setdefault(role, {})[one.subject] = one.quotes
    return _told(every[:_MOST_PLACES], found, _MOST_ROLES, len(every[_MOST_PLACES:]))


def _kind(predicate: str) -> str:
    return "Positioning" if predicate == "hasPositioning" else "Industry"


def _is_place(node: Node) -> bool:
    return any(node.of(kind) for kind in ("Place", "Region", "PlaceGroup"))


def _told(places: Sequence[Node], found: _Given, most: int, places_left_out: int = 0) -> Roles:
    """Roles as they are told. Arguments: places; found; most, rows at the most; places_left_out, those beside `places`."""
    order = sorted(found, key=lambda role: (-len(found[role]), role.kind != "Positioning", role))
    rows = tuple(RoleRow(role, tuple(place in found[role] for place in places)) for role in order[:most])
    quotes = tuple(quote for role in order[:most] for held in found[role].values() for quote in held)
    return Roles(tuple(places), rows, quotes, places_left_out, len(order[most:]))
