"""Which way comes first: by its weakest grade, then its length, then how many independent sentences back it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

GRADES = ("Corrected", "Stated", "Listed", "Inherited", "Expanded", "Background")
"""The grades of the ontology, strongest first."""

BACKGROUND = GRADES[-1]


class Ranked(Protocol):
    """What a way tells of itself to be ranked."""

    @property
    def grade(self) -> str:
        """The weakest grade on it."""
        ...

    @property
    def length(self) -> int:
        """How many hops it has."""
        ...

    @property
    def sentences(self) -> tuple[str, ...]:
        """The independent sentences that back it."""
        ...

    @property
    def label(self) -> str:
        """Its name, which decides between equals."""
        ...


def strongest(grades: Iterable[str]) -> str:
    """Return the strongest of some grades.

    >>> strongest(["Expanded", "Listed"])
    'Listed'
    """
    return min(grades, key=GRADES.index)


def weakest(grades: Iterable[str]) -> str:
    """Return the weakest of some grades.

    >>> weakest(["Expanded", "Listed"])
    'Expanded'
    """
    return max(grades, key=GRADES.index)


def reaches(grade: str, least: str) -> bool:
    """Return whether a grade is as strong as the least that is asked for; the empty one asks for nothing.

    >>> reaches("Stated", "Listed"), reaches("Expanded", "Listed"), reaches("Background", "")
    (True, False, True)
    """
    return not least or GRADES.index(grade) <= GRADES.index(least)


def rank(way: Ranked) -> tuple[int, int, int, str]:
    """Return the key that sorts ways, best first.

    Weakest grade, then length, then independent sentences (ten ways through one sentence of a list are one piece of
    evidence), then the label, so that the order is always the same.
    """
    return GRADES.index(way.grade), way.length, -len(way.sentences), way.label
