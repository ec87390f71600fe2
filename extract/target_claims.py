"""Targets as claims: indicator, comparison, value in its unit, year, hedge and baseline of each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.amounts import in_hundred_millions
from extract.clauses import Subject
from extract.described_targets import describe_target
from extract.findings import Claim, Coined, Finding
from extract.grammar.comparisons import Value
from extract.indicators import canonical_indicator, is_money
from extract.reading import Reading
from extract.values import Description, Entity, Sentence
from extract.values import Value as Attribute

_SIGNS = {">=": "≥", "<=": "≤"}
"""Comparisons that a label writes as people do; keys and values keep the signs of a keyboard."""
_PER_HEAD = "人均"
"""Money for each person stays in the unit in which it is written: 人均地区生产总值达到10万元."""


@dataclass(frozen=True, slots=True)
class Target:
    """A target as it was read: value or reference with its sign, of some of the places of its subject; start and end of the quote.

    `verb` says what is done with what is counted: 新增, 改造; empty where a state is to be reached.
    """

    indicator: str
    value: Value | None
    sign: str
    reference: str
    subject: Subject
    entities: tuple[Entity, ...]
    year: int | None
    hedge: str
    departure: Decimal | None
    start: int
    end: int
    verb: str = ""


def findings_of(reading: Reading, sentence: Sentence, target: Target, rule: str) -> Iterator[Finding]:
    """Yield what a target says: its indicator, itself with its attributes, each place that has it.

    Arguments: reading; sentence that holds it; target; rule, the name of what read it.
    """
    name, others = canonical_indicator(target.indicator)
    document, indicator = reading.document.id, Entity("Indicator", name)
    yield Coined(Description(indicator, name, others), target.start, target.end)
    attributes = _attributes(target, indicator)
    for place in target.entities:
        description = describe_target(place, attributes, document)
        entity = description.entity
        yield Coined(description, target.start, target.end)
        subject = target.subject
        named = subject.grade == "Stated" and sentence.start <= subject.start <= target.start
        low = subject.start if named else target.start
        yield Claim(place, "hasTarget", entity, low, target.end, subject.grade, rule)
        section = Entity("Section", str(sentence.section), document)
        yield Claim(entity, "inSection", section, target.start, target.end, subject.grade, rule)


def _attributes(target: Target, indicator: Entity) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {"indicator": indicator, "comparison": target.sign}
    if target.value is not None:
        amount = target.value.amount
        upper = amount.high if amount.high is not None and target.sign == "<=" else amount.value
        value, unit = upper, amount.unit
        if _PER_HEAD not in target.indicator:
            value, unit = in_hundred_millions(upper, amount.unit, is_money(target.indicator))
        found |= {"targetValue": value.normalize() + 0, "unit": unit}
    else:
        found["reference"] = target.reference
    if target.year is not None:
        found["targetYear"] = target.year
    if target.hedge:
        found["hedge"] = target.hedge
    if target.verb:
        found["countedVerb"] = target.verb
    if target.departure is not None:
        found["baseline"] = target.departure
    return found
