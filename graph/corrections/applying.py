"""Make corrections of what was read from a document: refuse a fact, or put another in its place with grade `Corrected`."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from extract.described_targets import describe_target
from extract.values import Description, Entity, Evidence, Fact, Facts, Value
from graph.corrections.another_name import also_named
from graph.corrections.apart import Apart, kept_apart
from graph.corrections.correction import ATTRIBUTES, FACT, MISSING, Correction
from graph.corrections.corrections_file import Entry
from graph.corrections.right_values import NotRight, check_fit, named_thing, right_attribute, right_thing
from graph.rdf import CorrectedEvidence, entity_iri, shorten, term_of, without

RULE = "correction"
"""The rule that a corrected passage names: no grammar read it."""
_AIMS = {"Target": "hasTarget", "Goal": "hasGoal"}
"""Classes of things of a document that only their place's claim brings in, with that claim."""


def corrected(facts: Facts, corrections: Sequence[Entry]) -> tuple[Facts, list[str]]:
    """Return the facts of a document as corrected, and one line for each correction that was not made.

    Arguments: facts, as `extract` returns them; corrections, those of this document, made one after another, what is
    kept apart among them. A correction whose sentence the document no longer has changes nothing.
    """
    lines = []
    for one in corrections:
        try:
            facts = _applied(facts, one)
        except NotRight as reason:
            lines.append(f"{one.told}: not made: {reason}")
    return facts, lines


def _applied(facts: Facts, one: Entry) -> Facts:
    if isinstance(one, Correction):
        return _made(facts, one)
    return kept_apart(facts, one) if isinstance(one, Apart) else also_named(facts, one)


def _made(facts: Facts, one: Correction) -> Facts:
    held = {s.ordinal for s in facts.sentences if facts.document.text[s.start : s.end] == one.text}
    if not held:
        raise NotRight("the sentence is no longer in the text; read it again, then mend or remove the correction")
    if one.wrong == MISSING:
        return _added(facts, one, held)
    fact = next((fact for fact in facts.facts if _says(fact, one) and _evidence_in(fact, held)), None)
    if one.wrong == FACT:
        if fact is None:
            raise NotRight("the sentence is no longer read so; the correction can be removed")
        return _pruned(_without(facts, fact, held))
    if fact is None:
        raise NotRight("the sentence is no longer read so; look whether it is read right now")
    right, described = _right(facts, fact, one)
    marked = tuple(
        CorrectedEvidence(e.start, e.end, e.sentence, "Corrected", RULE, one.who, one.when)
        for e in _evidence_in(fact, held)
    )
    placed = _with(_without(facts, fact, held), dataclasses.replace(right, evidence=marked))
    if isinstance(fact.object, Entity) and isinstance(right.object, Entity) and fact.object.kind == "Target":
        placed = _moved(placed, fact.object, right.object)
    return _pruned(_described(placed, described))


def _added(facts: Facts, one: Correction, sentences: Collection[int]) -> Facts:
    """Return facts with one that was not read; the whole sentence backs it."""
    ends = [named_thing(written, facts.entities) for written in (one.subject, one.object)]
    subject, thing = (end.entity for end in ends)
    check_fit(one.relation, subject.kind, thing.kind, one.object)
    for fact in facts.facts:
        if (fact.subject, fact.predicate, fact.object) == (subject, one.relation, thing) and _evidence_in(
            fact, sentences
        ):
            raise NotRight("the sentence is read so now; the correction can be removed")
    marked = tuple(
        CorrectedEvidence(held.start, held.end, held.ordinal, "Corrected", RULE, one.who, one.when)
        for held in facts.sentences
        if held.ordinal in sentences
    )
    return _described(_with(facts, Fact(subject, one.relation, thing, marked)), ends)


def _says(fact: Fact, one: Correction) -> bool:
    """Return whether a fact is the one that a correction is about."""
    subject = shorten(entity_iri(fact.subject))
    return (subject, fact.predicate, value_text(fact.predicate, fact.object)) == (one.subject, one.relation, one.object)


def value_text(predicate: str, value: Value) -> str:
    """Return the object of a fact as a correction writes it.

    >>> value_text("hasPositioning", Entity("Center", "金融中心")), value_text("statedTaskCount", 17)
    ('positioning:金融中心', '17')
    """
    return shorten(entity_iri(value)) if isinstance(value, Entity) else term_of(predicate, value).value


def _evidence_in(fact: Fact, sentences: Collection[int]) -> tuple[Evidence, ...]:
    return tuple(one for one in fact.evidence if one.sentence in sentences)


def _without(facts: Facts, fact: Fact, sentences: Collection[int]) -> Facts:
    """Return facts in which some sentences no longer back one of them; with no other sentence it is gone."""
    left = tuple(one for one in fact.evidence if one.sentence not in sentences)
    kept = (dataclasses.replace(one, evidence=left) if one == fact else one for one in facts.facts)
    return dataclasses.replace(facts, facts=tuple(one for one in kept if one.evidence))


def _with(facts: Facts, right: Fact) -> Facts:
    """Return facts with one more; where there is such a fact already, the passages back it too."""
    same = next(
        (
            f
            for f in facts.facts
            if (f.subject, f.predicate, f.object) == (right.subject, right.predicate, right.object)
        ),
        None,
    )
    if same is None:
        return dataclasses.replace(facts, facts=(*facts.facts, right))
    both = dataclasses.replace(same, evidence=(*same.evidence, *right.evidence))
    return dataclasses.replace(facts, facts=tuple(both if one == same else one for one in facts.facts))


def _right(facts: Facts, fact: Fact, one: Correction) -> tuple[Fact, list[Description]]:
    """Return the fact as it is right, without its evidence, and the things that it names anew."""
    if one.wrong in ATTRIBUTES:
        described = _right_target(facts, fact, one)
        return dataclasses.replace(fact, object=described[0].entity), described
    if one.wrong == "relation":
        right, named = dataclasses.replace(fact, predicate=one.right), []
    elif one.wrong == "subject":
        thing = right_thing(one.right, fact.subject, facts.entities)
        right, named = dataclasses.replace(fact, subject=thing.entity), [thing]
    elif isinstance(fact.object, Entity):
        thing = right_thing(one.right, fact.object, facts.entities)
        right, named = dataclasses.replace(fact, object=thing.entity), [thing]
    else:
        return dataclasses.replace(fact, object=_right_text(fact.object, one.right)), []
    end = right.object.kind if isinstance(right.object, Entity) else ""
    check_fit(right.predicate, right.subject.kind, end, one.right)
    return right, named


def _right_text(was: Value, written: str) -> Value:
    if isinstance(was, int):
        if not (written.isascii() and written.isdigit()):
            raise NotRight(f"«{written}» is no whole number")
        return int(written)
    if isinstance(was, str):
        return written
    raise NotRight("a date is declared in the metadata of the text")


def _right_target(facts: Facts, fact: Fact, one: Correction) -> list[Description]:
    """Return a target with one attribute put right, and its indicator."""
    held = next((d for d in facts.entities if d.entity == fact.object), None)
    if held is None or held.entity.kind != "Target":
        raise NotRight(f"only a target has a {one.wrong}")
    attributes = dict(held.attributes) | {one.wrong: right_attribute(one.wrong, one.right)}
    if one.wrong == "reference":
        attributes.pop("targetValue", None)
    if one.wrong == "targetValue":
        attributes.pop("reference", None)
        if "unit" not in attributes:
            raise NotRight("a value needs a unit; correct the unit first")
    if one.wrong == "unit" and "targetValue" not in attributes:
        raise NotRight("a target held against a reference has no unit")
    indicator = attributes["indicator"]
    assert isinstance(indicator, Entity)
    named = [] if one.wrong != "indicator" else [Description(indicator, indicator.key)]
    return [describe_target(fact.subject, attributes, facts.document.id), *named]


def _moved(facts: Facts, was: Entity, now: Entity) -> Facts:
    """Return facts in which what else was said of a target, such as its section, is said of the one in its place."""
    if any(fact.object == was for fact in facts.facts):
        return facts
    moved = (dataclasses.replace(one, subject=now) if one.subject == was else one for one in facts.facts)
    return dataclasses.replace(facts, facts=tuple(moved))


def _described(facts: Facts, more: Sequence[Description]) -> Facts:
    known = {one.entity for one in facts.entities}
    added = [one for one in more if one.entity not in known]
    every = sorted((*facts.entities, *added), key=lambda one: one.entity)
    return dataclasses.replace(facts, entities=tuple(every))


def _pruned(facts: Facts) -> Facts:
    """Return facts without the targets and goals that no place has any more, and without tasks that the text does not set."""
    had = {fact.object for fact in facts.facts if fact.predicate in _AIMS.values()}
    set_ = {fact.subject for fact in facts.facts if fact.predicate == "inSection"}
    gone = {
        entity_iri(one.entity)
        for one in facts.entities
        if (one.entity.kind in _AIMS and one.entity not in had) or (_is_task(one.entity) and one.entity not in set_)
    }
    return without(facts, gone) if gone else facts


def _is_task(entity: Entity) -> bool:
    return entity.kind in ("TaskArea", "KeyTask", "Action", "SafeguardMeasure")
