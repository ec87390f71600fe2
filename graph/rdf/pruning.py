"""Take from the facts of a document the things whose graph fails a check, so that the rest can be kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Set

from extract.values import Entity, Facts, Value
from graph.rdf.iris import entity_iri


def without(facts: Facts, nodes: Set[str]) -> Facts:
    """Return the facts without the things of these IRIs, and without all that is said of them.

    Arguments: facts; nodes, IRIs of entities; others change nothing.

    >>> from extract.values import Description, Document
    >>> city = Description(Entity("City", "沈阳市"), "沈阳市")
    >>> facts = Facts(Document("a", "沈阳"), Entity("Plan", "a"), (), (), (), (city,), (), ())
    >>> without(facts, {entity_iri(city.entity)}).entities
    ()
    """

    def kept(value: Value) -> bool:
        return not isinstance(value, Entity) or entity_iri(value) not in nodes

    mentions = (
        dataclasses.replace(one, refers_to=tuple(entity for entity in one.refers_to if kept(entity)))
        for one in facts.mentions
    )
    return dataclasses.replace(
        facts,
        mentions=tuple(one for one in mentions if one.refers_to),
        entities=tuple(one for one in facts.entities if kept(one.entity)),
        facts=tuple(one for one in facts.facts if kept(one.subject) and kept(one.object)),
    )
