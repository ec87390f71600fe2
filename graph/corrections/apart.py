"""One thing that a person keeps apart: in this text it is not what other texts call so."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

from extract.gazetteer import LEVELS
from extract.values import Description, Entity, Fact, Facts, Mention, Value
from graph.corrections.right_values import NotRight
from graph.errors import GraphError
from graph.rdf import entity_iri, shorten


@dataclass(frozen=True, slots=True)
class Apart:
    """A person's word that a thing of one document meets no thing of others.

    Raises GraphError for one that says too little.
    """

    document: str
    """Its id."""
    thing: str
    """By its short IRI, as the document names it alone: ``document:某规划``, ``positioning:中心``; the document itself by its own."""
    who: str
    when: date
    note: str = ""
    """Why, in words; it is kept, and not read."""

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for name in ("document", "thing", "who"):
            if not getattr(self, name).strip():
                raise GraphError(f"apart of {self.document or '?'}", f"it has no {name}", "write it in")

    @property
    def told(self) -> str:
        """What a line calls it."""
        return f"apart of {self.document}, {self.thing}"


def kept_apart(facts: Facts, one: Apart) -> Facts:
    """Return the facts of a document in which a thing is the document's own.

    A cited document, a positioning, an industry, a body gets a node that no other document has; the document itself is marked, so
    that nothing meets it. Raises NotRight where the document names no such thing, or it cannot be another one.
    """
    named = next((d for d in facts.entities if shorten(entity_iri(d.entity)) == one.thing), None)
    if named is None:
        raise NotRight("the document names no such thing; look at its short IRI, or remove the entry")
    was = named.entity
    if was.kind in LEVELS:
        raise NotRight("a place is known by its code; correct what was read instead")
    if was.scope:
        raise NotRight("it is this document's own already; the entry can be removed")
    marked = (*named.attributes, ("keptApartBy", one.who), ("keptApartOn", one.when))
    now = was if was == facts.document_entity else dataclasses.replace(was, scope=facts.document.id)
    described = dataclasses.replace(named, attributes=tuple(sorted(marked, key=lambda pair: pair[0])))
    every = (described if d is named else d for d in facts.entities)
    return _renamed(dataclasses.replace(facts, entities=tuple(every)), was, now)


def _renamed(facts: Facts, was: Entity, now: Entity) -> Facts:
    """Return facts in which one thing is another."""

    def new(value: Value) -> Value:
        return now if value == was else value

    def thing(entity: Entity) -> Entity:
        return now if entity == was else entity

    def described(one: Description) -> Description:
        attributes = tuple((name, new(value)) for name, value in one.attributes)
        return dataclasses.replace(one, entity=thing(one.entity), attributes=attributes)

    def said(one: Fact) -> Fact:
        return dataclasses.replace(one, subject=thing(one.subject), object=new(one.object))

    def mentioned(one: Mention) -> Mention:
        return dataclasses.replace(one, refers_to=tuple(map(thing, one.refers_to)))

    return dataclasses.replace(
        facts,
        mentions=tuple(map(mentioned, facts.mentions)),
        entities=tuple(sorted(map(described, facts.entities), key=lambda one: one.entity)),
        facts=tuple(map(said, facts.facts)),
    )
