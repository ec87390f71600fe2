"""Which relations may stand between things of which classes, by the ontology."""

from __future__ import annotations

from graph.rdf.ontology import Term, terms
from graph.rdf.vocabulary import POL, RELATIONS, SUPERCLASSES


def fits(relation: str, subject: str, object_: str) -> bool:
    """Return whether a relation may stand between things of two classes.

    >>> fits("hasPositioning", "City", "Center"), fits("hasPositioning", "Center", "City"), fits("nothing", "City", "City")
    (True, False, False)
    """
    known = terms().get(relation)
    if known is None or known.kind != "relation":
        return False
    return _allowed(subject, known, "domain") and _allowed(object_, known, "range")


def fitting_relations(subject: str, object_: str) -> tuple[str, ...]:
    """Return the relations that tie things and may stand between things of two classes.

    >>> fitting_relations("KeyTask", "Organization")
    ('responsibleOrganization', 'cooperatingOrganization')
    """
    return tuple(one for one in RELATIONS if one != "refersTo" and fits(one, subject, object_))


def _allowed(kind: str, relation: Term, end: str) -> bool:
    stated = (*relation.links.get(end, ()), *relation.links.get(f"{end}Includes", ()))
    return not stated or not {kind, *SUPERCLASSES.get(kind, ())}.isdisjoint(iri.removeprefix(POL) for iri in stated)
