"""A span of a question and the things that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from graph.things import Node


@dataclass(frozen=True, slots=True)
class Named:
    """A span of a question and what it may name.

    >>> Named(0, 2, (Node(URIRef("urn:x"), "沈阳市", "City"),)).fitting(("Place",))
    (rdflib.term.URIRef('urn:x'),)
    """

    start: int
    end: int
    things: tuple[Node, ...] = ()
    """All things of the graph that bear the name; none for a name that the graph does not know."""
    year: int | None = None
    known_as: str = ""
    """What the gazetteer calls a place of which the graph says nothing."""
    words: tuple[tuple[int, int], ...] = ()
    """The spans by which it is named, where they are apart."""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The spans by which it is named."""
        return self.words or ((self.start, self.end),)

    def meets(self, other: Named) -> bool:
        """Return whether it stands where another one stands.

        >>> Named(0, 2).meets(Named(1, 3)), Named(0, 2).meets(Named(2, 3))
        (True, False)
        """
        return any(start < end and begin < stop for start, stop in self.spans for begin, end in other.spans)

    def is_of(self, *kinds: str) -> bool:
        """Return whether one of its things is of one of some classes."""
        return any(thing.of(kind) for thing in self.things for kind in kinds)

    def fitting(self, kinds: Iterable[str]) -> tuple[URIRef | Literal, ...]:
        """Return the values that fit a parameter of these classes."""
        wanted = tuple(kinds)
        if self.year is not None:
            return (Literal(self.year, datatype=XSD.integer),) if wanted == ("Year",) else ()
        return tuple(thing.iri for thing in self.things if any(thing.of(kind) for kind in wanted))
