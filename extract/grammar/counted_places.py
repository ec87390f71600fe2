"""Places that a count behind them sums up.

Pattern: «沪苏浙皖三省一市», «上海、江苏、浙江、安徽三省一市», «大连、秦皇岛、北海等3个沿海港口城市»: as many places as are counted.

Accepted: «进一步开放大连、烟台、北海等3个沿海港口城市».
Refused: «支持沈阳、大连两市», whose noun says nothing of them; «沪苏浙三省一市», which counts one more than it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.clauses import listed_places
from extract.gazetteer import Place, gazetteer
from extract.grammar.unexpanded_phrases import counted_by, parts_of
from extract.groups import Group, Member, group_entity, place_members
from extract.names.name import Name
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.values import Description
from extract.wordlists import names_of

RULE = "counted_places"
_COUNTED_PROVINCES = re.compile("省[一两三]市")
_PROVINCES = re.compile(r"(?P<chain>[\u4e00-\u9fff]{3,6})(?P<label>[两三四五六]省[一两三]市)")
_LISTED_PROVINCES = re.compile(rf"(?<=[\u4e00-\u9fff])[{SEVERAL}]省[一两三]市")
_RUN, _FARTHEST = re.compile(r"P(?:[、h]P)+$"), 40
"""The list, and the tokens behind which it ends at most."""
_COUNTED_PLACES = re.compile(r"P(?:[、h，]P){1,60}e?J?(?P<count>[Qm])[NJIYKLH]*[NHKP]")
"""A noun with what describes it, or a long one: «两市» and «8个省辖市» say nothing of the places, and name no group."""
_TELLING = 4
"""Code points of a noun that says something of the places by itself: 5个【计划单列市】."""
_DEFINING = ("指", "即")
"""«五中心：指甲、乙…五个中心城市» names a phrase, and no second group."""
_THEIRS = re.compile(f"[{SEVERAL}][省市州区县]")
"""«甲、乙两市中心城区»: what the places have."""


@lru_cache(maxsize=1)
def _by_abbreviation() -> dict[str, Place]:
    provinces = (place for place in gazetteer().places if not place.parent_code)
    return {char: place for place in provinces for char in place.abbreviation}


def _of_provinces(reading: Reading) -> Iterator[Group]:
    """«沪苏浙皖三省一市»: provinces by their characters, as many as are counted."""
    for match in _PROVINCES.finditer(reading.text) if _COUNTED_PROVINCES.search(reading.text) else ():
        size = sum(number for number, _ in parts_of(match["label"]))
        low = match.end("chain") - size
        places = [_by_abbreviation().get(char) for char in reading.text[low : match.end("chain")]]
        known = [place for place in places if place is not None]
        if len(known) == size == len(set(known)) and low >= match.start():
            members = tuple(
                Member(Description(place.entity, place.entity.name), low + offset, low + offset + 1)
                for offset, place in enumerate(known)
            )
            entity = group_entity(match["label"], members, reading.document.id)
            yield Group(entity, match["label"], members, match.start("label"), match.end(), RULE)


def _of_listed_provinces(reading: Reading) -> Iterator[Group]:
    """«上海、江苏、浙江、安徽三省一市»: as many places with their names."""
    tokens = reading.tokens
    for match in _LISTED_PROVINCES.finditer(reading.text) if _COUNTED_PROVINCES.search(reading.text) else ():
        label, (_, last) = match[0], tokens.within(0, match.start())
        run = _RUN.search(tokens.letters, max(0, last - _FARTHEST), last)
        members = place_members(_listed(reading, run.start(), last)) if run else ()
        if len(members) == sum(number for number, _ in parts_of(label)):
            entity = group_entity(label, members, reading.document.id)
            yield Group(entity, label, members, match.start(), match.end(), RULE)


def _of_counted_places(reading: Reading) -> Iterator[Group]:
    """«大连、秦皇岛、北海等3个沿海港口城市»: as many places as a noun phrase behind them counts."""
    tokens = reading.tokens
    for match in _COUNTED_PLACES.finditer(tokens.letters):
        count = match.start("count")
        fewest = 1 if len(tokens.word(count + 1)) >= _TELLING else 2
        ends = range(match.end(), count + fewest, -1)
        last = next((at for at in ends if tokens.word(at - 1).endswith(names_of("counted_places.txt"))), count)
        label = tokens.written(count, last)
        defines = reading.text.endswith(_DEFINING, 0, tokens.starts[match.start()])
        if not label or _THEIRS.match(label) or defines:
            continue
        members = place_members(_listed(reading, match.start(), count))
        if len(members) == counted_by(label) > 1:
            entity = group_entity(label, members, reading.document.id)
            yield Group(entity, label, members, tokens.starts[count], tokens.ends[last - 1], RULE)


def _listed(reading: Reading, first: int, last: int) -> list[Name]:
    """The places between two tokens, over commas too: «甲、乙，丙，丁、戊首批5个试点城市»."""
    found: list[Name] = []
    while first < last and reading.tokens.letters[first] == "P":
        places = listed_places(reading.tokens, reading.names, first, last)
        if places is None:
            break
        found += places.names
        first = next((at for at in range(first, last) if reading.tokens.letters[at] == "，"), last) + 1
    return found


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the groups of places that a count behind them names.

    Arguments: reading.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("进一步开放大连、烟台、北海等3个沿海港口城市，支持沈阳、大连两市。")
    {'3个沿海港口城市': ['大连市', '烟台市', '北海市']}
    >>> members("确定天津、石家庄，宁波，厦门、福州首批5个试点城市，湛江、茂名两市中心城区。")
    {'5个试点城市': ['天津市', '石家庄市', '宁波市', '厦门市', '福州市']}
    >>> members("深圳、大连、宁波、青岛、厦门5个计划单列市分行挂牌，石家庄、唐山2个省辖市。")
    {'5个计划单列市': ['深圳市', '大连市', '宁波市', '青岛市', '厦门市']}
    >>> members("沪苏浙皖三省一市共建，沪苏浙三省一市。")
    {'三省一市': ['上海市', '江苏省', '浙江省', '安徽省']}
    >>> members("上海、江苏、浙江、安徽三省一市公安厅参加，北京、天津、上海三个国际消费中心城市举办活动。")
    {'三省一市': ['上海市', '江苏省', '浙江省', '安徽省'], '三个国际消费中心城市': ['北京市', '天津市', '上海市']}
    """
    yield from _of_provinces(reading)
    yield from _of_listed_provinces(reading)
    yield from _of_counted_places(reading)
