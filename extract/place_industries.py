"""Industries that a text says a place has or shall develop: «甲县重点发展A、B,乙区做强C», «打造A产业集群», «A项目向甲区集聚».

Each place that an industry's clause may speak of is proposed with the path that leads to it; a table of weights accepts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extract.acceptance import accepting_table
from extract.acceptance.place_features import place_features
from extract.clauses import Clause
from extract.developed_lists import is_developed_at_home
from extract.findings import Claim, Coined, Finding
from extract.industries import Industry, describe_industry
from extract.industries.series import Series
from extract.measured_industries import is_measured_at_home
from extract.names.name import Name
from extract.place_proposals import proposals
from extract.reading import Reading
from extract.respective_industries import dealt_industries
from extract.tokens import Tokens, has_class
from extract.tokens.denials import is_denied
from extract.values import Entity, Grade

RULE = "place_industries"
TABLE = "place_industries"


_APPLIED, _IN = ("应用", "运用"), "于"
_SHORTLY = 2
"""Tokens behind a list in which something else is used within which the verb stands: 在工业、农业等领域【推广应用】."""
_AT_HOME = (is_developed_at_home, is_measured_at_home)
"""What says of an industry that the place has it which the text is about."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One place, one industry, and what is true of the two in their clause."""

    place: Entity
    industry: Industry
    start: int
    end: int
    grade: Grade
    features: frozenset[str]
    at_home: bool
    """Whether a report or a plan of the place develops the list that holds the industry."""


def _is_unwanted(reading: Reading, clause: Clause, industry: Industry) -> bool:
    """«严禁新增钢铁产能», «强化金融监管», «负责船舶管理»: what is forbidden, watched over or administered is no industry of a place.

    Nor is what is only used (利用数字技术赋能文旅产业), and what a list has among means (价格、补贴、保险等政策).
    """
    row = reading.tokens
    first, last = row.within(clause.start, industry.name.end)
    series = industry.candidate.series
    if any(at < len(row.letters) and has_class(row.word(at), "overseeing") for at in {last, series.end}):
        return True  # 金融监管; 汽车、物流理赔
    if has_class(row.word(first), "in_charge"):
        return True  # 负责水资源、船舶等方面的管理工作
    if _is_field_of_means(row, clause, series):
        return True
    if series.governor >= 0 and _uses(row, series):
        return True
    if any(has_class(row.word(index), "means") for index in range(*series.closing)):
        return True
    verb = series.governor
    if verb >= first and (has_class(row.word(verb), "denying") or is_denied(row, first, verb)):
        return True  # 不再发展钢铁产业
    if _is_reduced(row, first, series, max(last, series.end)):
        return True
    return any(has_class(row.word(index), "forbidding") for index in range(first, last))


def _uses(row: Tokens, series: Series) -> bool:
    """Whether a list is used, or something is used in it: 利用数字技术, 应用于化工、医药, 在工业、农业等领域应用."""
    governor = series.governor
    used_in = row.word(governor) == _IN and row.word(governor - 1).endswith(_APPLIED)
    behind = range(series.end, min(series.end + _SHORTLY, len(row.letters)))
    applied = row.letters[governor] == "i" and any(row.word(at).endswith(_APPLIED) for at in behind)
    return used_in or applied or has_class(row.word(governor), "using")


def _is_field_of_means(row: Tokens, clause: Clause, series: Series) -> bool:
    """«围绕养老、家政等领域完善制度»: for which means are made, not which are developed."""
    _, last = row.within(clause.start, clause.end)
    governed = series.governor >= 0 and row.letters[series.governor] in "pi"
    return governed and last > series.end and has_class(row.word(last - 1), "means")


def _is_reduced(row: Tokens, first: int, series: Series, behind: int) -> bool:
    """«压减钢铁产能», «推进钢铁产业退城入园»; not «淘汰落后产能发展机器人产业», where another verb follows."""
    while behind < len(row.letters) and row.letters[behind] in "NAUe":
        behind += 1
    if any(has_class(row.word(at), "reducing") for at in range(series.items[-1][1], min(behind + 1, len(row.letters)))):
        return True
    start = series.items[0][0]
    reducing = [at for at in range(first, start) if has_class(row.word(at), "reducing")]
    return bool(reducing) and not any(letter in "BDG" for letter in row.letters[reducing[-1] + 1 : start])


def pairings(reading: Reading) -> Iterator[Pairing]:
    """Yield every place with every industry that its clause may speak of, in the order of the text.

    The country as a whole is none: an industry of its plans is one of no place in it.
    """
    starts = [industry.name.start for industry in reading.industries]
    dealt = dealt_industries(reading)
    for clauses in reading.clauses:
        for clause in clauses:
            if clause.start in dealt:
                continue
            inside = range(bisect_left(starts, clause.start), bisect_left(starts, clause.end))
            for industry in (reading.industries[index] for index in inside):
                if _is_unwanted(reading, clause, industry):
                    continue
                for rank, one in enumerate(proposals(reading, clause, industry)):
                    features = place_features(reading, clause, industry, one, rank)
                    at_home = any(is_so(reading, clause, industry, one.path) for is_so in _AT_HOME)
                    low = max(min(one.start, industry.name.start), clause.start)
                    for place in (entity for entity in one.entities if entity.kind != "Place"):
                        yield Pairing(
                            place, industry, low, max(industry.name.end, clause.end), one.grade, features, at_home
                        )


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
    pairs = [(pair, pair.at_home or table.accepts(pair.features)) for pair in pairings(reading)]
    told = Counter(_in_list(pair) for pair, accepted in pairs if accepted)
    of_all = Counter(_in_list(pair) for pair, _ in pairs)
    for pair, accepted in pairs:
        if accepted or told[_in_list(pair)] * 2 > of_all[_in_list(pair)]:
            (entity,) = pair.industry.name.entities
            yield Claim(pair.place, "concernsIndustry", entity, pair.start, pair.end, pair.grade, RULE)


def _in_list(pair: Pairing) -> tuple[Entity, tuple[tuple[int, int], ...], Grade]:
    """A place with the list that an industry stands in, of which all are its or none."""
    return pair.place, pair.industry.candidate.series.items, pair.grade


def _named(reading: Reading) -> Iterator[Coined]:
    """The industries of a text, each with the forms in which the text names it."""
    written: dict[Entity, list[Name]] = {}
    for industry in reading.industries:
        written.setdefault(industry.name.entities[0], []).append(industry.name)
    for entity, names in written.items():
        forms = dict.fromkeys(reading.text[name.start : name.end] for name in names)
        yield Coined(describe_industry(entity, tuple(forms)), names[0].start, names[0].end)
