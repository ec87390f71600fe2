"""Places that an industry may be one of: those that its phrase or its clause names, and whom the clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.clauses import Clause, entities_of
from extract.industries import Industry
from extract.industries.series import Series
from extract.reading import Reading
from extract.subject_paths import is_charged, is_promoting, path_of
from extract.tokens import Tokens, has_class
from extract.values import Entity, Grade

_PASSED = "AUXBDLGVJQm"
"""What may stand between a place and the verb that it governs the industry by."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Places that an industry may be one of, and how they were found."""

    entities: tuple[Entity, ...]
    start: int
    end: int
    path: str
    grade: Grade


def _listed(reading: Reading, last: int, low: int, path: str) -> Proposal | None:
    """The places of a list whose last one is a token: P、P和P."""
    row = reading.tokens
    first = last
    while first - 2 >= low and row.letters[first - 1] in "、h" and row.letters[first - 2] == "P":
        first -= 2
    names = reading.names.within(row.starts[first], row.ends[last], "place", "pair", "self")
    if not names:
        return None
    return Proposal(entities_of(names), names[0].start, names[-1].end, path, "Stated")


def _within_role(row: Tokens, place: int, end: int) -> bool:
    """Whether a place before a list is part of what is to be made: 建设东北亚航运中心, 打造滇东制造业集群."""
    each_its_own = row.letters.startswith(("、P", "hP"), end)  # 打造甲市X、乙市Y等产业集群
    return "H" in row.letters[place:end] or (place > 0 and row.letters[place - 1] in "BtJ" and not each_its_own)


def _before_others(row: Tokens, position: int, low: int) -> int:
    """The token before 等, 等地 that close a list of places; else the token itself."""
    behind = position - (row.letters[position] in "Nu")
    return behind - 1 if behind > low and row.letters[behind] == "e" else position


def _before(reading: Reading, clause: Clause, governor: int, end: int) -> Iterator[Proposal]:
    """The place that the phrase belongs to (四川动力电池产业), or that stands before the verb which governs it."""
    row = reading.tokens
    low = row.first(clause.start)
    if governor < low:
        return
    position, path = governor, "owner"
    if row.letters[position] != "P" or _within_role(row, governor, end):
        path = "before the verb"
        while position > low and row.letters[position] in _PASSED + "P" * (position == governor):
            position -= 1
        position = _before_others(row, position, low)
    if row.letters[position] == "P":
        found = _listed(reading, position, low, path)
        if found is not None:
            yield found


def _own_of(reading: Reading, industry: Industry, one: Proposal) -> Proposal:
    """«甲、乙、丙分别承载A、B和C»: where a list is dealt out, of its places the one that an industry falls to."""
    series = industry.candidate.series
    dealt = series.governor > 0 and has_class(reading.tokens.word(series.governor - 1), "dealing_out")
    if not dealt or len(one.entities) != len(series.items):
        return one
    start = industry.candidate.phrase.start
    at = next((at for at, (low, high) in enumerate(series.items) if low <= start < high), None)
    return one if at is None else replace(one, entities=(one.entities[at],))


def _behind(reading: Reading, clause: Clause, industry: Industry) -> Iterator[Proposal]:
    """The place that the clause goes to behind the industry: 向临港地区集聚."""
    row = reading.tokens
    first, last = industry.candidate.series.end, row.first(clause.end)
    for index in range(first + 1, last):
        if row.letters[index] == "P" and row.letters[index - 1] in "pi":
            names = reading.names.within(row.starts[index], row.ends[index], "place", "pair", "self")
            if names:
                yield Proposal(entities_of(names), names[0].start, names[-1].end, "toward", "Stated")
            return


_IS_ONE_OF = re.compile(r"[AX]*(?P<being>B)(?P<place>P)t?[JKQm]*(?P<kind>[NJ])")
_PILLAR = "支柱"


def _said_to_be_of(reading: Reading, series: Series) -> Iterator[Proposal]:
    """The place whose industries a list is said to be: «A、B是甲的四大主导产业», «A是甲第一大支柱产业»."""
    row = reading.tokens
    first, last = series.closing
    place = first - 2 if first < last and first - 2 > series.end and row.letters.startswith("Pt", first - 2) else -1
    one = _IS_ONE_OF.match(row.letters, series.items[-1][1])
    if one is not None and any(has_class(row.word(one.start("being")), kind) for kind in ("being", "firmly_becoming")):
        kind = row.word(one.start("kind"))
        place = one.start("place") if kind == _PILLAR or has_class(kind, "industry_closings") else place
    name = reading.names.at(row.starts[place], row.ends[place], "place", "pair", "self") if place >= 0 else None
    if name is not None:
        yield Proposal(name.entities, name.start, name.end, "before the verb", "Stated")


def _bracketed(reading: Reading, clause: Clause, industry: Industry) -> bool:
    """Whether an industry stands in brackets, which explain what is right before them and not what the clause speaks of."""
    before = reading.text[clause.start : industry.name.start]
    return before.count("（") > before.count("）")


def proposals(reading: Reading, clause: Clause, industry: Industry) -> Iterator[Proposal]:
    """Yield the places that an industry of a clause may be one of, the nearest first.

    Arguments: reading; clause; industry, one that stands in it.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def places(text):
    ...     reading = prepare(Document("a", text))
    ...     found = proposals(reading, reading.clauses[0][-1], reading.industries[0])
    ...     return [([entity.key for entity in one.entities], one.path) for one in found]
    >>> places("沈阳发展机器人产业。"), places("机器人产业向大连集聚。")
    ([(['沈阳市'], 'before the verb')], [(['大连市'], 'toward')])
    >>> places("汽车产业是武汉市第一大支柱产业。")
    [(['武汉市'], 'before the verb')]
    """
    series = industry.candidate.series
    near = [_own_of(reading, industry, one) for one in _before(reading, clause, series.governor, series.end)]
    if not near:
        near = list(_said_to_be_of(reading, series))
    yield from near
    yield from _behind(reading, clause, industry)
    subject = clause.subject
    if subject is None or near or _bracketed(reading, clause, industry):
        return
    path = path_of(reading, clause, subject)
    developed = series.governor >= 0 and has_class(reading.tokens.word(series.governor), "developing")
    charged = path == "law" and developed and is_promoting(reading) and is_charged(reading, clause)
    if charged or path not in ("away", "law"):
        path = "topic" if charged else path
        yield _own_of(reading, industry, Proposal(subject.entities, subject.start, subject.end, path, subject.grade))
