"""Memberships that are said of the member: «甲市是乙都市圈、丙城市群的重要组成部分», «…，也是乙经济区的成员城市».

Pattern: a place, then 是 or 作为, then regions, then a noun of membership with what modifies it, where the clause ends.

Accepted: «资阳是成都都市圈的重要组成部分»; «芜湖是合肥都市圈、皖江城市带的重要成员», one member of two regions.
Refused: «资阳的铁路是成都都市圈的组成部分», what the place has; «资阳曾是成都都市圈的成员»; «…的成员单位的代表».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.clauses import Clause, Subject
from extract.findings import Claim
from extract.names.name import Name
from extract.reading import Reading
from extract.wordlists import any_of

RULE = "memberships"
_NOUN = re.compile(any_of("nouns_of_membership.txt"))
_SAID = re.compile(
    rf"{any_of('before_nouns_of_membership.txt')}{{0,3}}{any_of('nouns_of_membership.txt')}(?=[，。；、和]|$)"
)
_BEING = re.compile(rf"(?:{any_of('adverbs_before_being.txt')}){{0,3}}(?:是|作为)")
_BETWEEN = re.compile(r"[、和及与]|以及")


def read(reading: Reading) -> Iterator[Claim]:
    """Yield each region that a place is said to belong to, with that place as its member.

    >>> from extract.pipeline import claims
    >>> claims("资阳是枢纽，也是成都都市圈、成渝地区双城经济圈的重要组成部分。", "hasMember")
    ['成都都市圈 → 资阳市', '成渝地区双城经济圈 → 资阳市']
    >>> claims("资阳的铁路是成都都市圈的组成部分。", "hasMember"), claims("资阳曾是成都都市圈的成员。", "hasMember")
    ([], [])
    """
    for clause in (clause for clauses in reading.clauses for clause in clauses):
        if clause.subject is not None and _NOUN.search(reading.text, clause.start, clause.end):
            yield from _of_clause(reading, clause, clause.subject)


def _of_clause(reading: Reading, clause: Clause, subject: Subject) -> Iterator[Claim]:
    inside = reading.sentences[clause.sentence].start <= subject.start < subject.end
    if not inside or clause.manner not in {"subject", "led", "open"}:
        return
    being = _BEING.match(reading.text, subject.end if clause.own else clause.start, clause.end)
    names = reading.names.within(being.end(), clause.end, "place") if being else []
    if being is None or not names or names[0].start != being.end():
        return
    regions, end = _regions(reading, names, clause.end)
    for region in regions:
        for place in subject.entities:
            if region.entities[0] != place:
                yield Claim(region.entities[0], "hasMember", place, subject.start, end, subject.grade, RULE)


def _regions(reading: Reading, names: list[Name], end: int) -> tuple[list[Name], int]:
    """The regions listed before a noun of membership, and the end of that noun; none where anything else stands between."""
    for at, name in enumerate(names):
        said = _SAID.match(reading.text, name.end, end)
        if said is not None:
            listed = names[: at + 1]
            joined = all(_BETWEEN.fullmatch(reading.text, a.end, b.start) for a, b in pairwise(listed))
            fits = joined and all(one.entities[0].kind == "Region" for one in listed)
            return (listed, said.end()) if fits else ([], end)
    return [], end
