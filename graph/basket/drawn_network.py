"""A network as a picture that was put aside holds it: things, the relations between them, and the sentence behind each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self, TypeVar

from graph.errors import GraphError

_MOST_THINGS = 60
"""Things that a picture holds: beyond, its lines can no longer be followed."""
_MOST_RELATIONS = 2_000
_LONGEST = 20_000
"""Characters of a text that is read; a longer quote is cut."""
_LONGEST_NAME = 200
"""Characters of a name or a title: beyond, it is cut."""


@dataclass(frozen=True, slots=True)
class DrawnThing:
    """A thing that is drawn."""

    label: str
    kind: str
    """The name of its class."""
    asked: bool = False
    """Whether the picture is about it."""


@dataclass(frozen=True, slots=True)
class DrawnRelation:
    """A relation that is drawn, with the first passage that backs it."""

    subject: int
    predicate: str
    object: int
    """Numbers of things."""
    grade: str
    quote: str = ""
    """Empty where no text says it, as are the next three; one that is cut ends with …"""
    title: str = ""
    """Of the document."""
    start: int = 0
    end: int = 0
    """Code points into its canonical text, of the whole quote; the end is exclusive."""


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    """Things and relations; raises GraphError for a relation of things that it does not hold.

    >>> DrawnNetwork((DrawnThing("沈阳市", "City"),), (DrawnRelation(0, "involves", 1, "Stated"),))
    Traceback (most recent call last):
    graph.errors.GraphError: picture: a relation is of things that it does not hold; mend it
    """

    things: tuple[DrawnThing, ...]
    relations: tuple[DrawnRelation, ...]
    left_out: int = 0
    """Things that were left out, those with the fewest relations."""
    relations_left_out: int = 0
    """Relations that were left out: those of these things, and beyond what a picture holds."""

    def __post_init__(self) -> None:
        """Refuse what no picture can be."""
        if min(self.left_out, self.relations_left_out) < 0:
            raise GraphError("picture", "fewer than none are left out", "mend it")
        if any(not 0 <= end < len(self.things) for one in self.relations for end in (one.subject, one.object)):
            raise GraphError("picture", "a relation is of things that it does not hold", "mend it")

    def at_most(self, things: int) -> Self:
        """Return it with so many things: what it is about first, then those with the most relations, of equals the first.

        >>> DrawnNetwork((DrawnThing("甲", "City"), DrawnThing("乙", "City", asked=True)), ()).at_most(1).things[0].label
        '乙'
        """
        if len(self.things) <= things:
            return self
        degrees = Counter(end for one in self.relations for end in (one.subject, one.object))
        order = sorted(range(len(self.things)), key=lambda at: (not self.things[at].asked, -degrees[at], at))
        held = {old: new for new, old in enumerate(sorted(order[:things]))}
        relations = tuple(
            replace(one, subject=held[one.subject], object=held[one.object])
            for one in self.relations
            if one.subject in held and one.object in held
        )
        return type(self)(
            tuple(self.things[at] for at in held),
            relations,
            self.left_out + len(self.things) - things,
            self.relations_left_out + len(self.relations) - len(relations),
        )

    def bounded(self) -> Self:
        """Return it as a basket holds it: so many things, the first so many relations, long names and quotes cut.

        >>> len(DrawnNetwork((DrawnThing("甲" * 1000, "City"),), ()).bounded().things[0].label)
        200
        """
        less = self.at_most(_MOST_THINGS)
        return replace(
            less,
            things=tuple(replace(one, label=_cut(one.label, _LONGEST_NAME)) for one in less.things),
            relations=tuple(
                replace(one, quote=_cut(one.quote, _LONGEST), title=_cut(one.title, _LONGEST_NAME))
                for one in less.relations[:_MOST_RELATIONS]
            ),
            relations_left_out=less.relations_left_out + max(0, len(less.relations) - _MOST_RELATIONS),
        )


def network_of(said: Any) -> DrawnNetwork:
    """Return the network that a mapping says; raises GraphError where it says none, or more than a picture of ours holds.

    >>> network_of({"things": [{"label": "沈阳市", "kind": "City"}], "relations": []}).things[0].label
    '沈阳市'
    >>> network_of({"things": [{"label": 1, "kind": "City"}], "relations": []})
    Traceback (most recent call last):
    graph.errors.GraphError: picture: its label is no str; mend it
    """
    known = {one.name for one in fields(DrawnNetwork)}
    if not isinstance(said, Mapping) or not {"things", "relations"} <= said.keys() <= known:
        raise GraphError("picture", "no network", "use the keys things, relations")
    lists, left_out = (said["things"], said["relations"]), (said.get("left_out", 0), said.get("relations_left_out", 0))
    if not all(isinstance(one, list) for one in lists) or not all(type(one) is int for one in left_out):
        raise GraphError("picture", "no network", "use the keys things, relations")
    if len(said["things"]) > _MOST_THINGS or len(said["relations"]) > _MOST_RELATIONS:
        raise GraphError(
            "picture", f"it holds more than {_MOST_THINGS} things or {_MOST_RELATIONS} relations", "draw less"
        )
    return DrawnNetwork(
        tuple(_value(DrawnThing, one) for one in said["things"]),
        tuple(_value(DrawnRelation, one) for one in said["relations"]),
        *left_out,
    ).bounded()


def is_broken(text: str) -> bool:
    """Return whether a text holds half a character, which no file can: JSON may name a surrogate that stands alone.

    >>> is_broken("\\ud800"), is_broken("沈阳")
    (True, False)
    """
    return any("\ud800" <= char <= "\udfff" for char in text)


_Drawn = TypeVar("_Drawn", DrawnThing, DrawnRelation)


def _value(kind: type[_Drawn], said: Any) -> _Drawn:
    known = {one.name: one.type for one in fields(kind)}
    if not isinstance(said, Mapping) or not said.keys() <= known.keys():
        raise GraphError(
            "picture", f"a {kind.__name__} is no object, or has another key", f"use the keys {', '.join(known)}"
        )
    for name, value in said.items():
        if type(value).__name__ != known[name]:
            raise GraphError("picture", f"its {name} is no {known[name]}", "mend it")
        if isinstance(value, str) and len(value) > _LONGEST:
            raise GraphError("picture", f"its {name} has more than {_LONGEST} characters", "shorten it")
        if isinstance(value, str) and is_broken(value):
            raise GraphError("picture", f"its {name} holds half a character", "mend it")
    try:
        return kind(**said)
    except TypeError as error:
        raise GraphError("picture", f"a {kind.__name__} lacks something", f"use the keys {', '.join(known)}") from error


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
