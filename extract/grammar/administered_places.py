"""Administered places: what a place has under it.

Pattern: «甲市辖乙县、丙区», «甲市直属某省，现辖乙市，丙县，丁区、戊区».

Accepted: two places or more behind a verb of ruling, also over commas.
Refused: «甲法院管辖乙县案件», whose subject is no place; «甲市辖区», «甲市辖6镇4街道», which name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clauses import Clause, Subject
from extract.findings import Claim
from extract.gazetteer import LEVELS
from extract.grammar.region_members import list_end, members_listed
from extract.reading import Reading
from extract.wordlists import any_of

RULE = "administered_places"
_SIGN = "辖"
_RULES = re.compile(rf"{any_of('verbs_of_ruling.txt')}(?:\d{{1,2}}个?(?:[省市县区旗]|县（市、区）|县区)[：，]?)?")
_FEWEST = 2


def read(reading: Reading) -> Iterator[Claim]:
    """Yield each place with those that it is said to have under it.

    >>> from extract.pipeline import claims
    >>> claims("芜湖市直属安徽省，现辖无为市，南陵县，镜湖区、鸠江区。", "hasMember")
    ['芜湖市 → 无为市', '芜湖市 → 南陵县', '芜湖市 → 镜湖区', '芜湖市 → 鸠江区']
    >>> claims("芜湖市中级人民法院管辖无为市、南陵县案件。芜湖市辖区扩大，辖6镇4街道。", "hasMember")
    []
    """
    if _SIGN not in reading.text:
        return
    for clauses in reading.clauses:
        for clause in clauses:
            if clause.subject is not None and clause.manner in {"subject", "open", "led"}:
                yield from _of_clause(reading, clause, clause.subject)


def _of_clause(reading: Reading, clause: Clause, subject: Subject) -> Iterator[Claim]:
    start = subject.end if clause.own else clause.start
    rules = _RULES.match(reading.text, start, clause.end)
    names = reading.names.within(rules.end(), clause.end, "place") if rules else []
    if rules is None or len(subject.entities) != 1 or not names or names[0].start != rules.end():
        return
    end = list_end(reading, rules.end(), reading.sentences[clause.sentence].end)
    whole = subject.entities[0]
    parts = [one for one in members_listed(reading, rules.end(), end) if one.entities[0] != whole]
    if len(parts) >= _FEWEST and all(one.entities[0].kind in LEVELS for one in parts):
        for one in parts:
            yield Claim(whole, "hasMember", one.entities[0], min(subject.start, start), one.end, subject.grade, RULE)
