"""Industries that a text says a place has or shall develop: «甲县重点发展A、B,乙区做强C», «打造A产业集群», «A项目向甲区集聚».

Each place that an industry's clause may speak of is proposed with the path that leads to it; a table of weights accepts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.acceptance import accepting_table
from extract.clauses import Clause, entities_of
from extract.findings import Claim, Coined, Finding
from extract.grammar.achievements import is_achieved
from extract.grammar.positionings import IDEOLOGY
from extract.industries import Industry, describe_industry
from extract.industries.series import Series
from extract.names.name import Name
from extract.reading import Reading
from extract.subject_paths import path_of
from extract.tokens import Tokens, has_class
from extract.tokens.denials import is_denied
from extract.values import Entity, Grade

RULE = "place_industries"
TABLE = "place_industries"
_PASSED = "AUXBDLGVJQm"
"""What may stand between a place and the verb that it governs the industry by."""
_SHAPES = ("status ", "tail ", "closing ", "governor ")
_FAR = 40
"""Code points between a place and an industry from which on they are far apart."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Places that an industry may be one of, and how they were found."""

    entities: tuple[Entity, ...]
    start: int
    end: int
    path: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Pairing:
    """One place, one industry, and what is true of the two in their clause."""

    place: Entity
    industry: Industry
    start: int
    end: int
    grade: Grade
    features: frozenset[str]


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


def _bracketed(reading: Reading, clause: Clause, industry: Industry) -> bool:
    """Whether an industry stands in brackets, which explain what is right before them and not what the clause speaks of."""
    before = reading.text[clause.start : industry.name.start]
    return before.count("（") > before.count("）")


def _is_unwanted(reading: Reading, clause: Clause, industry: Industry) -> bool:
    """«严禁新增钢铁产能», «强化金融监管», «负责船舶管理»: what is forbidden, watched over or administered is no industry of a place.

    Nor is what is only used (利用数字技术赋能文旅产业), and what a list has among means (价格、补贴、保险等政策).
    """
    row = reading.tokens
    first, last = row.within(clause.start, industry.name.end)
    if last < len(row.letters) and has_class(row.word(last), "overseeing"):
        return True
    if has_class(row.word(first), "in_charge"):
        return True  # 负责水资源、船舶等方面的管理工作
    series = industry.candidate.series
    if series.governor >= 0 and has_class(row.word(series.governor), "using"):
        return True
    if any(has_class(row.word(index), "means") for index in range(*series.closing)):
        return True
    verb = series.governor
    if verb >= first and (has_class(row.word(verb), "denying") or is_denied(row, first, verb)):
        return True  # 不再发展钢铁产业
    if _is_reduced(row, first, series, max(last, series.end)):
        return True
    return any(has_class(row.word(index), "forbidding") for index in range(first, last))


def _is_reduced(row: Tokens, first: int, series: Series, behind: int) -> bool:
    """«压减钢铁产能», «推进钢铁产业退城入园»; not «淘汰落后产能发展机器人产业», where another verb follows."""
    while behind < len(row.letters) and row.letters[behind] in "NAUe":
        behind += 1
    if any(has_class(row.word(at), "reducing") for at in range(series.items[-1][1], min(behind + 1, len(row.letters)))):
        return True
    start = series.items[0][0]
    reducing = [at for at in range(first, start) if has_class(row.word(at), "reducing")]
    return bool(reducing) and not any(letter in "BDG" for letter in row.letters[reducing[-1] + 1 : start])


def _proposals(reading: Reading, clause: Clause, industry: Industry) -> Iterator[Proposal]:
    series = industry.candidate.series
    near = [_own_of(reading, industry, one) for one in _before(reading, clause, series.governor, series.end)]
    yield from near
    yield from _behind(reading, clause, industry)
    subject = clause.subject
    if subject is None or near or _bracketed(reading, clause, industry):
        return
    path = path_of(reading, clause, subject)
    if path not in ("away", "law"):
        yield Proposal(subject.entities, subject.start, subject.end, path, subject.grade)


def _features(reading: Reading, clause: Clause, industry: Industry, one: Proposal, rank: int) -> frozenset[str]:
    row, series = reading.tokens, industry.candidate.series
    shapes = {feature for feature in industry.candidate.features if feature.startswith(_SHAPES)}
    found = {f"path {one.path}", f"rank {rank}", *shapes}
    first, last = sorted((row.first(one.end), row.first(industry.name.start)))
    if one.path in ("clause", "sentence") and "P" in row.letters[max(first, row.first(clause.start)) : last]:
        found.add("another place between")
    if one.path == "clause" and industry.name.start - one.end > _FAR:
        found.add("far apart")
    if clause.other:
        found.add("another subject")
    if is_achieved(reading.tokens, clause.start, clause.end):
        found.add("told of the past")
    if IDEOLOGY.search(reading.text, clause.start, clause.end):
        found.add("guiding thought")
    if "E" in row.letters[row.first(clause.start) : series.end]:
        found.add("a firm in the clause")
    if "O" in row.letters[row.first(clause.start) : row.first(clause.end)]:
        found.add("a body in the clause")
    return frozenset(found)


def pairings(reading: Reading) -> Iterator[Pairing]:
    """Yield every place with every industry that its clause may speak of, in the order of the text.

    The country as a whole is none: an industry of its plans is one of no place in it.
    """
    starts = [industry.name.start for industry in reading.industries]
    for clauses in reading.clauses:
        for clause in clauses:
            inside = range(bisect_left(starts, clause.start), bisect_left(starts, clause.end))
            for industry in (reading.industries[index] for index in inside):
                if _is_unwanted(reading, clause, industry):
                    continue
                for rank, one in enumerate(_proposals(reading, clause, industry)):
                    features = _features(reading, clause, industry, one, rank)
                    low = max(min(one.start, industry.name.start), clause.start)
                    for place in (entity for entity in one.entities if entity.kind != "Place"):
                        yield Pairing(place, industry, low, max(industry.name.end, clause.end), one.grade, features)


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the industries of a text, and those that places have or shall develop.

    >>> from extract.pipeline import claims
    >>> claims("枣庄主攻汽车、软件，德州壮大茶产业。", "concernsIndustry")
    ['枣庄市 → 汽车产业', '枣庄市 → 软件业', '德州市 → 茶产业']
    >>> claims("沈阳强化金融监管，严禁钢铁产业新增产能。", "concernsIndustry")
    []
    """
    yield from _named(reading)
    table = accepting_table(TABLE)
    for pair in pairings(reading):
        if table.accepts(pair.features):
            (entity,) = pair.industry.name.entities
            yield Claim(pair.place, "concernsIndustry", entity, pair.start, pair.end, pair.grade, RULE)


def _named(reading: Reading) -> Iterator[Coined]:
    """The industries of a text, each with the forms in which the text names it."""
    written: dict[Entity, list[Name]] = {}
    for industry in reading.industries:
        written.setdefault(industry.name.entities[0], []).append(industry.name)
    for entity, names in written.items():
        forms = dict.fromkeys(reading.text[name.start : name.end] for name in names)
        yield Coined(describe_industry(entity, tuple(forms)), names[0].start, names[0].end)
