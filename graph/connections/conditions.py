"""What a way must be like to be shown: grade, relations, class of the middle, length, documents, hubs."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from graph.connections.ranking import GRADES
from graph.errors import GraphError
from graph.rdf import RELATIONS, SUPERCLASSES

LONGEST = 4
"""Hops of the longest path: beyond it, everything leads to everything."""

_CLASSES = frozenset(
    {*SUPERCLASSES, *(wide for wider in SUPERCLASSES.values() for wide in wider), "PlaceGroup", "Slogan", "Industry"}
    | {"Organization"}
)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of a connection; the default asks for everything but hubs.

    Raises GraphError for a grade, relation, class or length that there is not.

    >>> Conditions(grade="listed")
    Traceback (most recent call last):
    graph.errors.GraphError: listed: no such grade; use one of Corrected, Stated, Listed, Inherited, Expanded, Background
    """

    grade: str = ""
    """The weakest grade that counts."""
    relations: tuple[str, ...] = ()
    """Only these relations; none: all of `RELATIONS`."""
    through: tuple[str, ...] = ()
    """Only ways whose middle nodes are of one of these classes."""
    length: int = 3
    """Hops of the longest path."""
    documents: tuple[str, ...] = ()
    """Only what these documents say: their ids."""
    hubs: bool = False
    """Whether ways through provinces and through what is tied to very many things are shown."""
    level: Literal["member", "group"] = "member"
    """Whether a task of a group counts as said of each member, or is shown through the group."""

    def __post_init__(self) -> None:
        """Refuse what there is not."""
        _one_of([self.grade] if self.grade else [], GRADES, "grade")
        _one_of(self.relations, RELATIONS, "relation")
        _one_of(self.through, sorted(_CLASSES), "class")
        if not 1 <= self.length <= LONGEST:
            raise GraphError(f"length {self.length}", "a path has so many hops", f"use a number from 1 to {LONGEST}")

    def in_force(self) -> tuple[str, ...]:
        """Return the names of the conditions that leave something out, in order.

        >>> Conditions(grade="Listed").in_force()
        ('grade', 'hubs')
        """
        switches = ("level", "length")
        narrowing = [one.name for one in fields(self) if one.name not in switches and one.name != "hubs"]
        return (*(name for name in narrowing if getattr(self, name)), *(() if self.hubs else ("hubs",)))

    def without(self, name: str) -> Conditions:
        """Return the same conditions but one.

        >>> Conditions(grade="Listed").without("grade") == Conditions()
        True
        """
        unset: dict[str, Any] = {name: True if name == "hubs" else "" if name == "grade" else ()}
        return replace(self, **unset)


def _one_of(given: tuple[str, ...] | list[str], known: tuple[str, ...] | list[str], what: str) -> None:
    for name in given:
        if name not in known:
            raise GraphError(name, f"no such {what}", f"use one of {', '.join(known)}")
