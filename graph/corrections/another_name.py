"""One name that a person gives a thing of a text, where it stands in the text and was not read as its name."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.values import Entity, Facts, Mention
from graph.corrections.right_values import NotRight, named_thing
from graph.errors import GraphError


@dataclass(frozen=True, slots=True)
class AnotherName:
    """A person's word that a thing goes by another name in one document.

    Raises GraphError for one that says too little.
    """

    document: str
    """Its id."""
    thing: str
    """By its short IRI, ``city:沈阳市``, or a new one by class and name, ``Industry:物流业``."""
    name: str
    """As it stands in the text."""
    who: str
    when: date
    note: str = ""
    """Why, in words; it is kept, and not read."""

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for key in ("document", "thing", "name", "who"):
            if not getattr(self, key).strip():
                raise GraphError(f"alias of {self.document or '?'}", f"it has no {key}", "write it in")

    @property
    def told(self) -> str:
        """What a line calls it."""
        return f"alias of {self.document}, {self.thing} «{self.name}»"


def also_named(facts: Facts, one: AnotherName) -> Facts:
    """Return the facts of a document in which a thing bears another name, and is mentioned wherever that stands by itself.

    Raises NotRight where the document has no such thing, or no longer the name where nothing else was read.
    """
    was = named_thing(one.thing, facts.entities)
    found = tuple(_mentions(facts, one.name, was.entity))
    if not found:
        raise NotRight("the name no longer stands in the text, or is read there already; mend or remove the entry")
    marked = {*was.attributes, ("namedBy", one.who), ("namedOn", one.when)}
    named = dataclasses.replace(
        was,
        aliases=tuple(dict.fromkeys((*was.aliases, one.name))),
        attributes=tuple(sorted(marked, key=lambda pair: (pair[0], str(pair[1])))),
    )
    others = (described for described in facts.entities if described.entity != was.entity)
    return dataclasses.replace(
        facts,
        mentions=tuple(sorted((*facts.mentions, *found), key=lambda mention: (mention.start, mention.end))),
        entities=tuple(sorted((*others, named), key=lambda described: described.entity)),
    )


def _mentions(facts: Facts, name: str, thing: Entity) -> Iterator[Mention]:
    """Yield the mentions of a thing by a name within sentences, at which nothing was read."""
    taken = {at for mention in facts.mentions for at in range(mention.start, mention.end)}
    text = facts.document.text
    for sentence in facts.sentences:
        at = text.find(name, sentence.start, sentence.end)
        while at >= 0:
            end = at + len(name)
            if taken.isdisjoint(range(at, end)):
                yield Mention(at, end, sentence.ordinal, (thing,))
            at = text.find(name, end, sentence.end)
