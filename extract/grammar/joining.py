"""Members that a region is said to gain or to count.

Pattern: «甲市、乙市加入丙都市圈»; «随着甲县加入，丙协作区…»; «丙都市圈新增甲区»; «丙城市群成员城市有甲市、乙市»;
«丙合作区共有三个成员，除甲市外，还有乙市和丁市».

Accepted: «衢州市、黄山市加入杭州都市圈。», two members.
Refused: «衢州市申请加入杭州都市圈», «未加入»; «衢州企业加入杭州都市圈»; «加入杭州都市圈建设», which is a deed;
«新增甲区试点», of which only a part is gained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clauses import listed_places
from extract.findings import Claim
from extract.gazetteer import LEVELS
from extract.grammar.region_members import list_end, members_listed
from extract.grammar.unexpanded_phrases import number_of
from extract.names.name import Name
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.tokens.denials import is_denied
from extract.wordlists import any_of

RULE = "joining"
_JOINS = re.compile(r"(?P<places>P(?:[、h]P){0,30})e?[QmN]?[AXT]{0,3}(?P<verb>V)X?(?P<region>P)(?=[，；。）n]|$)")
_WITH_IT = re.compile(r"p(?P<places>P(?:[、h]P){0,30})[AX]{0,2}(?P<verb>V)，(?P<region>P)")
_GAINS = re.compile(r"(?P<region>P)[AX]{0,2}(?P<verb>[VG])X?(?P<places>P(?:[、h]P){0,30})(?=[，；。n]|$)")
_JOINING, _GAINING = "加入", "新增"
_BECAUSE = frozenset(("随着", "因"))
_BEFORE_THE_PLACES = frozenset("，；。：nTXh")
"""Letters of what may stand before places that join: 【日前】甲市加入丙都市圈, but not 推动甲市加入."""
_COUNTED = rf"(?P<number>\d+|[{SEVERAL}]+)个?(?:成员)?{any_of('counted_members.txt')}"
_COUNTS = re.compile(
    rf"(?:[^，；。“”]{{0,16}}，)?{any_of('nouns_of_membership.txt')}(?:主要)?{any_of('verbs_behind_members.txt')}"
    rf"|共?有{_COUNTED}，除(?P<first>[^，。；]{{2,20}}?)外，还(?:有|包括)"
)


def read(reading: Reading) -> Iterator[Claim]:
    """Yield each region that gains or counts places, with these as its members.

    >>> from extract.pipeline import claims
    >>> claims("衢州市、黄山市加入杭州都市圈。随着安岳县加入，成都都市圈扩容。成都都市圈新增乐至县，不含安居区。", "hasMember")
    ['杭州都市圈 → 衢州市', '杭州都市圈 → 黄山市', '成都都市圈 → 安岳县', '成都都市圈 → 乐至县']
    >>> claims("长江中游城市群成员城市有武汉、长沙、南昌。", "hasMember")
    ['长江中游城市群 → 武汉市', '长江中游城市群 → 长沙市', '长江中游城市群 → 南昌市']
    >>> claims("蒙晋冀长城金三角合作区共有三个成员，除乌兰察布市外，还有大同市和张家口市。", "hasMember")
    ['蒙晋冀长城金三角合作区 → 乌兰察布市', '蒙晋冀长城金三角合作区 → 大同市', '蒙晋冀长城金三角合作区 → 张家口市']
    >>> claims("衢州市申请加入杭州都市圈，黄山市未加入杭州都市圈。推动衢州市加入杭州都市圈建设。", "hasMember")
    []
    >>> claims("关于安岳县加入，成都都市圈正在研究。", "hasMember")
    []
    >>> claims("成都都市圈新增乐至县试点。长江中游城市群成员单位有武汉大学、长沙银行。", "hasMember")
    []
    """
    for pattern, verb in ((_JOINS, _JOINING), (_WITH_IT, _JOINING), (_GAINS, _GAINING)):
        for match in pattern.finditer(reading.tokens.letters) if verb in reading.text else ():
            if reading.tokens.word(match.start("verb")) == verb and _is_said(reading, match):
                yield from _of_tokens(reading, match)
    if "成员" in reading.text:
        for sentence in reading.sentences:
            for name in reading.names.within(sentence.start, sentence.end, "place"):
                yield from _counted(reading, name, sentence.end)


def _is_said(reading: Reading, match: re.Match[str]) -> bool:
    """Whether nothing denies that places join, and nothing only lets or wants them to."""
    tokens, first = reading.tokens, match.start()
    clause = max(tokens.letters.rfind(mark, 0, first) + 1 for mark in "，；。：n")
    if match.re is _WITH_IT:
        return tokens.word(first) in _BECAUSE and not is_denied(tokens, clause, match.start("verb"))
    opens = first == 0 or tokens.letters[first - 1] in _BEFORE_THE_PLACES
    return opens and not is_denied(tokens, clause, match.start("verb"))


def _of_tokens(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    at = match.start("region")
    region = reading.names.at(reading.tokens.starts[at], reading.tokens.ends[at], "place")
    places = listed_places(reading.tokens, reading.names, match.start("places"), match.end("places"))
    if region is not None and places is not None:
        yield from _claims(region, list(places.names))


def _counted(reading: Reading, region: Name, end: int) -> Iterator[Claim]:
    """What stands behind «…成员城市有» or «…共有三个成员，除甲市外，还有», as many as are counted."""
    match = _COUNTS.match(reading.text, region.end, end)
    if match is None or reading.names.within(
        region.end, match.start("first") if match["number"] else match.end(), "place"
    ):
        return
    stop = list_end(reading, match.end(), end)
    listed = members_listed(reading, match.end(), stop)
    if not listed or listed[0].start != match.end():
        return
    if match["number"]:
        listed = [*reading.names.within(*match.span("first"), "place"), *listed]
    if not match["number"] or number_of(match["number"]) == len(listed):
        yield from _claims(region, listed)


def _claims(region: Name, places: list[Name]) -> Iterator[Claim]:
    (whole, *others) = region.entities
    members = [one for place in places for one in place.entities]
    if whole.kind == "Region" and not others and all(one.kind in (*LEVELS, "Region") for one in members):
        start, end = min(region.start, places[0].start), max(region.end, places[-1].end)
        for member in dict.fromkeys(members):
            if member != whole:
                yield Claim(whole, "hasMember", member, start, end, "Stated", RULE)
