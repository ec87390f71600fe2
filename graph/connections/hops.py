"""The values of a connection: passages that prove a hop, hops that make a way, and all ways between the ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.connections.ranking import BACKGROUND, strongest, weakest
from graph.rdf import label as term_label
from graph.results import in_one_line
from graph.things import Node, Quote, independent

Kind = Literal["task", "positioning", "industry", "group", "region", "place", "document", "path"]
"""What a way leads through: a task that involves all ends; something they share; else a path."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One relation on a way, as the graph says it, whichever way it is walked."""

    subject: Node
    predicate: str
    """Name of a relation of the ontology; `refersTo` where a document names the object."""
    object: Node
    statement: str
    """IRI of the assertion that makes it; of the background statement for `locatedIn`, a mention for `refersTo`."""
    quotes: tuple[Quote, ...]
    """The passages that back it, in the order of the text; none where no text says it (background)."""

    @property
    def grade(self) -> str:
        """The strongest grade of its passages; `Background` where there is none."""
        return strongest([*(quote.grade for quote in self.quotes), BACKGROUND])

    def __repr__(self) -> str:
        relation, grade = (term_label(one, "zh") for one in (self.predicate, self.grade))
        said = f"{self.subject.label} {relation} {self.object.label} ({grade}, quotes: {len(self.quotes)})"
        return f"<{in_one_line(said)}>"


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which all ends, or two of them, are tied."""

    kind: Kind
    ends: tuple[Node, ...]
    through: tuple[Node, ...]
    """What lies between the ends: the task or the shared thing first, then the groups that lead to an end."""
    hops: tuple[Hop, ...]

    @property
    def label(self) -> str:
        """What it leads through, in words."""
        if self.kind != "path":
            return self.through[0].label
        return " → ".join(node.label for node in (self.ends[0], *self.through, self.ends[-1]))

    @property
    def grade(self) -> str:
        """The weakest grade on the way."""
        return weakest(hop.grade for hop in self.hops)

    @property
    def length(self) -> int:
        """How many hops it has."""
        return len(self.hops)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The passages of all its hops, each once, in order."""
        return tuple(dict.fromkeys(quote for hop in self.hops for quote in hop.quotes))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The independent sentences that back it: the same words, in whatever document, and those of a reprint count once."""
        return tuple(dict.fromkeys(quote.said for hop in self.hops for quote in independent(hop.quotes)))

    def __repr__(self) -> str:
        grade = term_label(self.grade, "zh")
        return f"<{in_one_line(f'{self.kind}: {self.label} ({grade}, sentences: {len(self.sentences)})')}>"
