"""Whose a role can be by its level: what only a province can be, and what a law says of its place."""

from __future__ import annotations

import re

from extract.clauses import Clause, Subject
from extract.grammar.positionings import fits
from extract.reading import Reading
from extract.subject_paths import is_charged, is_promoting
from extract.tokens import has_class
from extract.wordlists import any_of, names_of

_PROVINCE = "省"
_FAR = re.compile(rf"[^、]*(?<!跨){any_of('wide_reach.txt')}[^、]*{any_of('heads_told_in_laws.txt')}")


def of_its_level(reading: Reading, subject: Subject, label: str) -> Subject:
    """The subject, or the province that a text is about where only a province can be that: 文化强省, behind a sentence of a zone.

    >>> from extract.reading import prepare
    >>> from extract.values import Document, Entity
    >>> reading, zone = prepare(Document("a", "辽宁省规划\\n发展产业。")), Subject((Entity("Region", "甲新区"),), 0, 3, "Inherited")
    >>> [of_its_level(reading, zone, label).entities[0].key for label in ("文化强省", "文化高地")]
    ['辽宁省', '甲新区']
    """
    about = reading.topics.get(0)
    if about is None or subject.grade == "Stated" or not label.endswith(_PROVINCE):
        return subject
    return about if all(fits(entity, label) for entity in about.entities) else subject


def may_be_told_in_a_law(reading: Reading, clause: Clause, label: str, verb: str) -> bool:
    """Whether a law says of its place that it is to be something: a whole place (强省), or what its government shall make of it.

    What reaches beyond the place (国际…中心) is said of it wherever the law promotes something. Arguments: reading; clause; label of the
    role; verb that leads to it.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> reading = prepare(Document("a", "沈阳市旅游条例\\n第五条 市人民政府应当打造品牌，建成国际旅游目的地。"))
    >>> [may_be_told_in_a_law(reading, reading.clauses[-1][-1], "国际旅游目的地", verb) for verb in ("建成", "推进")]
    [True, False]
    >>> law = prepare(Document("a", "沈阳市贸易促进条例\\n第五条 开拓市场，构建国际贸易中心。"))
    >>> [may_be_told_in_a_law(law, law.clauses[-1][-1], label, "构建") for label in ("国际贸易中心", "贸易中心")]
    [True, False]
    """
    if label.endswith(names_of("heads_of_whole_places.txt")):
        return True
    far = _FAR.fullmatch(label) is not None and has_class(verb, "making")
    return (verb.endswith(names_of("becoming_in_laws.txt")) and is_charged(reading, clause)) or (
        far and is_promoting(reading)
    )
