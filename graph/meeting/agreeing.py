"""Which names of documents name one document: those that agree in title or in number, and in nothing disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from pyoxigraph import NamedNode

from graph.meeting.documents_named import NamedDocument

Why = Literal["number", "title"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A node of a document that is another one's, and why."""

    former: NamedDocument
    now: NamedDocument
    why: Why
    value: str
    """The number or the title, in one dress."""


class _Classes:
    """Documents in classes that grow; none has two texts, or two members that clash."""

    def __init__(self, found: Iterable[NamedDocument]) -> None:
        self._root = {one.node: one.node for one in found}
        self._members = {one.node: [one] for one in found}
        self.reasons: dict[NamedNode, tuple[Why, str]] = {}

    def join(self, one: NamedDocument, other: NamedDocument, why: Why, value: str) -> None:
        """Make the classes of two documents one, unless they cannot be."""
        first, second = self._members[self._root[one.node]], self._members[self._root[other.node]]
        if first is second or any(a.clashes_with(b) or (a.held and b.held) for a in first for b in second):
            return
        self._members.pop(self._root[other.node])
        self._root.update({member.node: self._root[one.node] for member in second})
        first += second
        for node in (one.node, other.node):
            self.reasons.setdefault(node, (why, value))

    def __iter__(self) -> Iterator[list[NamedDocument]]:
        return iter(self._members.values())


def agreements(found: Iterable[NamedDocument], reprints: Collection[NamedNode] = ()) -> tuple[Agreement, ...]:
    """Return which nodes of documents are which other's, by the former one.

    Arguments: found; reprints, texts that are another's: who cites their title means that one. A document that is cited is the
    one whose text is there. Where several texts could be meant, or one graph alone names both, they stay two; texts are never one.

    >>> agreements([])
    ()
    """
    every = [one for one in found if one.node not in reprints]
    classes = _Classes(every)
    _join(every, classes, "number", lambda one: one.numbers)
    _join(every, classes, "title", lambda one: one.titles)
    made = []
    for members in classes:
        if len(members) > 1 and len({graph for one in members for graph in one.graphs}) > 1:
            now = min(members, key=lambda one: (not one.held, len(one.label), one.label, one.node.value))
            made += [Agreement(one, now, *classes.reasons[one.node]) for one in members if one != now]
    return tuple(sorted(made, key=lambda one: one.former.node.value))


def _join(
    every: Iterable[NamedDocument], classes: _Classes, why: Why, keys: Callable[[NamedDocument], Iterable[str]]
) -> None:
    groups = defaultdict(list)
    for one in every:
        for key in keys(one):
            groups[key].append(one)
    for key, members in sorted(groups.items()):
        texts = [one for one in members if one.held]
        loose = []
        for one in (one for one in members if not one.held):
            meant = [text for text in texts if not text.clashes_with(one)]
            if len(meant) == 1:
                classes.join(meant[0], one, why, key)
            elif not meant:
                loose.append(one)
        if not any(one.clashes_with(other) for one, other in combinations(loose, 2)):
            for one, other in pairwise(loose):
                classes.join(one, other, why, key)
