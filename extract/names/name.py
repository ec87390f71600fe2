"""A name in the text, with what it refers to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extract.values import Entity
from extract.wordlists import names_of

Sort = Literal["place", "held", "self", "pair", "organization", "industry"]
"""`held`: a place inside an office's name. `self`: the text's word for its own place (全省). `pair`: one name for several
places (沈大)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A span that names something; offsets are code points."""

    start: int
    end: int
    sort: Sort
    entities: tuple[Entity, ...]


class Names:
    """Names in the order of the text, found by span."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names, key=lambda name: (name.start, -name.end))
        self._starts = [name.start for name in self._names]
        self._at: dict[int, list[Name]] = {}
        for name in self._names:
            self._at.setdefault(name.start, []).append(name)

    def at(self, start: int, end: int, *sorts: Sort) -> Name | None:
        """The longest name of the given sorts that begins at an offset and ends by another.

        >>> Names([Name(0, 2, "place", ()), Name(0, 4, "place", ())]).at(0, 9, "place").end
        4
        """
        fitting = (name for name in self._at.get(start, ()) if name.end <= end and name.sort in sorts)
        return next(fitting, None)

    def within(self, start: int, end: int, *sorts: Sort) -> list[Name]:
        """Names that lie within a span, in order; of the given sorts only, if any is given.

        >>> names = Names([Name(4, 6, "place", ()), Name(0, 2, "industry", ())])
        >>> [name.start for name in names.within(0, 6)], names.within(0, 6, "place")[0].start
        ([0, 4], 4)
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = self._names[first:last]
        return [name for name in found if name.end <= end and (not sorts or name.sort in sorts)]


JOINTS = frozenset(names_of("joints_of_lists.txt"))
"""What joins the places of a list."""


def are_joined(text: str, names: Iterable[Name]) -> bool:
    """Whether nothing but what joins a list stands between names in order.

    >>> both = [Name(0, 2, "place", ()), Name(3, 5, "place", ())]
    >>> are_joined("沈阳和大连", both), are_joined("沈阳到大连", both)
    (True, False)
    """
    return all(text[before.end : after.start] in JOINTS for before, after in pairwise(names))


def free_of(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span touches none of the sorted, disjoint spans.

    >>> free_of([(2, 4)], 0, 2), free_of([(2, 4)], 3, 6)
    (True, False)
    """
    position = bisect_left(spans, (end, 0))
    return position == 0 or spans[position - 1][1] <= start
