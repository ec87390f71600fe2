"""Memberships that are said of the member: «甲市是乙都市圈、丙城市群的重要组成部分», «…，也是乙经济区的成员城市».

Pattern: a place, then 是 or 作为, then regions, then a noun of membership with what modifies it, where the clause ends.

Accepted: «资阳是成都都市圈的重要组成部分»; «芜湖是合肥都市圈、皖江城市带的重要成员», one member of two regions.
Refused: «资阳的铁路是成都都市圈的组成部分», what the place has; «资阳曾是成都都市圈的成员»; «…的成员单位的代表».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.clauses import Clause, Subject
from extract.findings import Claim
from extract.grammar import administered_places, joining
from extract.grammar.listed_members import COUNTED_MEMBERS, listed_members
from extract.names.name import Name, are_joined
from extract.reading import Reading
from extract.wordlists import any_of

RULE = "memberships"
_NOUN = re.compile(any_of("nouns_of_membership.txt") + "|之一")
_SAID = re.compile(
    rf"(?:{any_of('before_nouns_of_membership.txt')}{{0,3}}{any_of('nouns_of_membership.txt')}|的?(?P<one>{COUNTED_MEMBERS}之一))"
    r"(?=[，。；、和]|$)"
)
_BEING = re.compile(rf"(?:{any_of('adverbs_before_being.txt')}){{0,3}}(?:是|作为|为)")
_IS_NOUN_PHRASE = re.compile(r"[^是为]{2,40}的[\u4e00-\u9fff]{2,8}")
"""A clause without a verb that may stand beside another such: 乙示范区的核心城市."""


def read(reading: Reading) -> Iterator[Claim]:
    """Yield each region that a place is said to belong to, with that place as its member.

    >>> from extract.pipeline import claims
    >>> claims("资阳是枢纽，也是成都都市圈、成渝地区双城经济圈的重要组成部分。", "hasMember")
    ['成都都市圈 → 资阳市', '成渝地区双城经济圈 → 资阳市']
    >>> claims("芜湖市是皖江的大城市，皖江城市带的核心城市，合肥都市圈、G60科创走廊的重要成员。", "hasMember")
    ['合肥都市圈 → 芜湖市', '长三角G60科创走廊 → 芜湖市']
    >>> claims("资阳的铁路是成都都市圈的组成部分。", "hasMember"), claims("资阳曾是成都都市圈的成员。", "hasMember")
    ([], [])
    """
    yield from listed_members(reading)
    yield from joining.read(reading)
    yield from administered_places.read(reading)
    for clauses in reading.clauses:
        for at, clause in enumerate(clauses):
            if clause.subject is not None and _NOUN.search(reading.text, clause.start, clause.end):
                yield from _of_clause(reading, clause, clause.subject)
                yield from _goes_on(reading, clause, clauses[:at])


def _goes_on(reading: Reading, clause: Clause, before: Sequence[Clause]) -> Iterator[Claim]:
    """What a clause without a verb adds to what is said of the subject before it: «甲是…的城市，乙都市圈的成员»."""
    first = next(
        (one for one in reversed(before) if not _IS_NOUN_PHRASE.fullmatch(reading.text, one.start, one.end)), None
    )
    names = reading.names.within(clause.start, clause.end, "place")
    if (
        first is None
        or first.manner != "subject"
        or first.subject is None
        or not names
        or names[0].start != clause.start
    ):
        return
    subject = first.subject
    regions, end = _regions(reading, names, clause.end)
    if end == clause.end and _BEING.match(reading.text, subject.end, first.end):
        yield from _claims(regions, end, subject)


def _of_clause(reading: Reading, clause: Clause, subject: Subject) -> Iterator[Claim]:
    inside = reading.sentences[clause.sentence].start <= subject.start < subject.end
    if not inside or clause.manner not in {"subject", "led", "open"}:
        return
    being = _BEING.match(reading.text, subject.end if clause.own else clause.start, clause.end)
    names = reading.names.within(being.end(), clause.end, "place") if being else []
    if being is None or not names or names[0].start != being.end():
        return
    yield from _claims(*_regions(reading, names, clause.end), subject)


def _claims(regions: Sequence[Name], end: int, subject: Subject) -> Iterator[Claim]:
    for region in regions:
        for place in subject.entities:
            if region.entities[0] != place:
                start, stop = min(region.start, subject.start), max(end, subject.end)
                yield Claim(region.entities[0], "hasMember", place, start, stop, subject.grade, RULE)


def _regions(reading: Reading, names: list[Name], end: int) -> tuple[list[Name], int]:
    """The regions listed before a noun of membership, and the end of that noun; none where anything else stands between."""
    for at, name in enumerate(names):
        said = _SAID.match(reading.text, name.end, end)
        if said is not None:
            listed = names[: at + 1]
            joined = are_joined(reading.text, listed)
            fits = joined and all(one.entities[0].kind == "Region" for one in listed)
            return (listed, said.end()) if fits else ([], end)
    return [], end
