"""What a grammar rule yields: claims, and the things that it names first."""

from __future__ import annotations

from dataclasses import dataclass

from extract.values import Description, Entity, Grade, Value


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact with one passage that backs it; start and end are code points, the quote."""

    subject: Entity
    predicate: str
    object: Value
    start: int
    end: int
    grade: Grade
    rule: str


@dataclass(frozen=True, slots=True)
class Coined:
    """A thing that the passage from start to end names, with what is known of it."""

    description: Description
    start: int
    end: int


Finding = Claim | Coined
