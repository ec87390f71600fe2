"""Memberships that are said of the member: «甲市是乙都市圈、丙城市群的重要组成部分», «作为乙经济区的成员城市，甲市…».

Pattern: a clause of a place, then 是 or 作为, then regions, then a noun of membership with what modifies it.

Accepted: «资阳是成都都市圈的重要组成部分»; «芜湖是合肥都市圈、G60科创走廊的重要成员», one member of two regions.
Refused: «铁路是成都都市圈的组成部分», whose subject is no place; «资阳是成都都市圈产业的组成部分», a part of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.clauses import Clause, Subject
from extract.groups import Group, Member
from extract.names.name import Name
from extract.reading import Reading
from extract.values import Description
from extract.wordlists import any_of

RULE = "memberships"
_SAID = re.compile(rf"(?:的|重要|核心|主要|关键){{0,3}}{any_of('nouns_of_membership.txt')}")
_NOUN = re.compile(any_of("nouns_of_membership.txt"))
_BEING = re.compile(r"[是为]$")
_BETWEEN = re.compile(r"[、和及与]|以及")


def memberships(reading: Reading) -> Iterator[Group]:
    """Yield each region with the places that are said to be its members.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(memberships(prepare(Document("a", text))))
    >>> members("资阳是枢纽，也是成都都市圈、成渝地区双城经济圈的重要组成部分。")
    {'成都都市圈': ['资阳市'], '成渝地区双城经济圈': ['资阳市']}
    >>> members("铁路是成都都市圈的组成部分。"), members("资阳是成都都市圈产业的组成部分。")
    ({}, {})
    """
    for clause in (clause for clauses in reading.clauses for clause in clauses):
        if clause.subject is not None and _NOUN.search(reading.text, clause.start, clause.end):
            yield from _of_clause(reading, clause, clause.subject)


def _of_clause(reading: Reading, clause: Clause, subject: Subject) -> Iterator[Group]:
    if not reading.sentences[clause.sentence].start <= subject.start < subject.end:
        return
    members = tuple(Member(Description(entity, entity.name), subject.start, subject.end) for entity in subject.entities)
    for region in _regions(reading, max(clause.start, subject.end if clause.own else clause.start), clause.end):
        entity = region.entities[0]
        if entity not in subject.entities:
            yield Group(entity, entity.key, members, region.start, region.end, RULE)


def _regions(reading: Reading, start: int, end: int) -> list[Name]:
    """The regions listed between a verb of being and a noun of membership; empty where anything else stands between."""
    names = reading.names.within(start, end, "place")
    if not names or not _BEING.search(reading.text, start, names[0].start):
        return []
    last = next((at for at, name in enumerate(names) if _SAID.match(reading.text, name.end, end)), None)
    listed = names[: last + 1] if last is not None else []
    joined = all(_BETWEEN.fullmatch(reading.text, one.end, following.start) for one, following in pairwise(listed))
    return listed if joined and all(name.entities[0].kind == "Region" for name in listed) else []
