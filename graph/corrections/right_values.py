"""From what a person wrote as right to a value: a thing by its name or its short IRI, a number, a year, a text."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from extract.gazetteer import LEVELS, gazetteer
from extract.values import Description, Entity, Value
from graph.corrections.correction import ATTRIBUTES, Correction
from graph.rdf import POL, SUPERCLASSES, entity_iri, expand, fits, place_by_node, shorten, term, terms

_BY_NAME = frozenset(
    {"Positioning", "Center", "Industry", "Organization", "Slogan", "PlaceGroup", "Region", "Indicator"}
)
"""Classes of which a thing is known by its name alone, so that a person can name a new one."""
ANNOTATED_CLASSES = (
    "Province",
    "City",
    "County",
    "Region",
    "Positioning",
    "Center",
    "Industry",
    "Organization",
    "Indicator",
)
"""Classes of which a person names a thing by class and name (``Industry:物流业``): places that there are, and what documents share."""
COMPARISONS = ("=", ">=", ">", "<=", "<", "≈")


class NotRight(Exception):
    """What was written as right cannot be one; says why."""


def reason_against(one: Correction, subject: str, object_: str) -> str:
    """Return why a correction cannot be made whatever its text says; nothing where it may be.

    Arguments: one; subject and object_, the classes of the ends of the fact as it was read. What is right and is given by
    its IRI is looked up by the build alone.
    """
    if one.wrong in ("subject", "object") and ":" in one.right:
        return ""
    try:
        if one.wrong in ATTRIBUTES:
            right_attribute(one.wrong, one.right)
        elif one.wrong == "relation":
            check_fit(one.right, subject, object_, one.right)
        elif one.wrong == "subject":
            check_fit(one.relation, right_thing(one.right, Entity(subject, ""), ()).entity.kind, object_, one.right)
        elif one.wrong == "object" and object_:
            check_fit(one.relation, subject, right_thing(one.right, Entity(object_, ""), ()).entity.kind, one.right)
    except NotRight as reason:
        return str(reason)
    return ""


def check_fit(relation: str, subject: str, object_: str, written: str) -> None:
    """Raise NotRight where a relation may not stand between things of two classes.

    Arguments: relation; subject and object_, the classes; written, what a person wrote as right.
    """
    if not fits(relation, subject, object_):
        raise NotRight(f"«{written}» does not fit: {relation} does not tie {subject} to {object_}")


def right_thing(written: str, instead_of: Entity, entities: Iterable[Description]) -> Description:
    """Return the thing that a person names in the place of another.

    Arguments: written, a short IRI, a name that the document knows, an official or short name of a division, or a new name;
    instead_of, the thing that is wrong; entities, what the document speaks of. Raises NotRight where it is none, or could be several.
    """
    if instead_of.kind == "Commitment":
        return _step(written)
    if ":" in written:
        return named_thing(written, entities)
    named = [one for one in entities if written in (one.label, *one.aliases) and _alike(one.entity, instead_of)]
    if len(named) == 1:
        return named[0]
    if named:
        raise NotRight(f"several things are called «{written}», write its IRI: {_listed(one.entity for one in named)}")
    if "Place" in SUPERCLASSES.get(instead_of.kind, ()):
        places = gazetteer().by_name.get(written, ())
        official = [place for place in places if place.official_name == written] or list(places)
        if len(official) == 1:
            place = official[0]
            return Description(place.entity, place.official_name, place.short_names)
        if official:
            raise NotRight(
                f"several places are called «{written}», write its IRI: {_listed(p.entity for p in official)}"
            )
    if instead_of.kind not in _BY_NAME:
        raise NotRight(f"nothing of this document is called «{written}»")
    return Description(Entity(instead_of.kind, written, instead_of.scope), written)


def named_thing(written: str, entities: Iterable[Description]) -> Description:
    """Return the thing that is written as a short IRI, or as a class and a name, which may be new.

    Arguments: written; entities, what the document speaks of. Raises NotRight where it is none, or could be several.

    >>> named_thing("Industry:物流业", ()).entity
    Entity(kind='Industry', key='物流业', scope='')
    """
    kind, _, name = written.partition(":")
    if kind not in terms():
        return _by_iri(written, entities)
    known = [one for one in entities if one.entity.kind == kind and name in (one.label, *one.aliases)]
    if not known and "Place" in SUPERCLASSES.get(kind, ()):
        known = [
            Description(place.entity, place.official_name, place.short_names)
            for place in gazetteer().by_name.get(name, ())
            if place.entity.kind == kind
        ]
    if len(known) > 1:
        raise NotRight(f"several things are called «{name}», write its IRI: {_listed(one.entity for one in known)}")
    if not known and (kind not in ANNOTATED_CLASSES or kind in LEVELS or not name.strip()):
        raise NotRight(f"no {kind} is called «{name}»")
    return known[0] if known else Description(Entity(kind, name), name)


def _step(written: str) -> Description:
    """Return a step of the commitment scale, by its term or its label in either language."""
    scale = {name: one for name, one in terms().items() if POL + "Commitment" in one.links.get("type", ())}
    for name, one in scale.items():
        if written in (name, *one.labels.values()):
            return Description(Entity("Commitment", name), one.labels["zh"])
    raise NotRight(f"«{written}» is no step of the commitment scale; use one of {', '.join(scale)}")


def _alike(one: Entity, other: Entity) -> bool:
    """Return whether two things are of one widest class."""
    return SUPERCLASSES.get(one.kind, (one.kind,))[-1] == SUPERCLASSES.get(other.kind, (other.kind,))[-1]


def _by_iri(written: str, entities: Iterable[Description]) -> Description:
    try:
        iri = expand(written)
    except KeyError:
        raise NotRight(f"no prefix of «{written}» is known") from None
    for description in entities:
        if entity_iri(description.entity) == iri:
            return description
    place = place_by_node().get(term(written))
    if place is None:
        raise NotRight(f"nothing is called «{written}»")
    described = next(one for one in gazetteer().official(place.name) if one.entity == place)
    return Description(place, described.official_name, described.short_names)


def _listed(entities: Iterable[Entity]) -> str:
    return ", ".join(sorted(shorten(entity_iri(one)) for one in entities))


def right_attribute(name: str, written: str) -> Value:
    """Return the right value of a target's attribute.

    Raises NotRight for a number that is none, and a comparison that there is not.

    >>> right_attribute("targetValue", "31.50"), right_attribute("targetYear", "2027")
    (Decimal('31.5'), 2027)
    """
    if name == "indicator":
        return Entity("Indicator", written)
    if name in ("targetValue", "baseline"):
        try:
            number = Decimal(written)
        except InvalidOperation:
            raise NotRight(f"«{written}» is no number") from None
        if not number.is_finite():
            raise NotRight(f"«{written}» is no number")
        return number.normalize() + 0
    if name == "targetYear":
        if not (written.isascii() and written.isdigit() and len(written) == 4):
            raise NotRight(f"«{written}» is no year of four digits")
        return int(written)
    if name == "comparison" and written not in COMPARISONS:
        raise NotRight(f"«{written}» is none of the comparisons {' '.join(COMPARISONS)}")
    return written
