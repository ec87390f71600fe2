"""Members of a region that its name does not stand before: the extent of the text's own zone, places that spell a region's name.

Pattern: «规划范围包括甲市、乙市» in a plan for a region, or behind a sentence that opens with one; «本法所称某流域，是指甲省、乙省的区域»;
«推动新余、宜春、萍乡一体化，共建新宜萍城镇群»; «甲市、乙市和丙州组成的某城市群».

Accepted: «规划范围涵盖郑州市、开封市» in 《郑州都市圈发展规划》.
Refused: the same in a plan for a province, whose cities follow from the order of places; «推动新余、宜春发展，共建长江经济带».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.gazetteer import LEVELS
from extract.grammar.region_members import list_end, members_listed
from extract.groups import Group, member_at, place_members
from extract.names.name import JOINTS, Name, are_joined
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.spans import cut
from extract.values import Entity, Sentence
from extract.wordlists import any_of

RULE = "region_members"
_EXTENT = re.compile(
    rf"(?:本|该)?(?:{any_of('region_heads.txt')})?(?:规划|实施|空间)?{any_of('extents.txt')}(?:主要)?"
    rf"(?:为|{any_of('holding.txt', 'also_holding.txt')})[：]?"
)
_HEADING = re.compile(rf"[^，。；：]{{0,12}}?{any_of('extents.txt')}[】：]?$")
_HELD_BELOW = re.compile(rf"(?:主要)?(?:{any_of('holding.txt', 'also_holding.txt')})[：]?")
"""«规划范围⏎包括甲市、乙市»: what stands below a line that says nothing but of what it tells."""
_FEWEST, _SPELLED = 2, 3


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the regions whose members stand elsewhere than behind their name.

    >>> from extract.pipeline import claims
    >>> claims("郑州都市圈发展规划\\n规划范围包括郑州市、开封市，以及许昌市。", "hasMember")
    ['郑州都市圈 → 郑州市', '郑州都市圈 → 开封市', '郑州都市圈 → 许昌市']
    >>> claims("郑州都市圈发展规划\\n规划范围\\n包括郑州市、开封市\\n面积", "hasMember")
    ['郑州都市圈 → 郑州市', '郑州都市圈 → 开封市']
    >>> claims("江西省：推动新余、宜春、萍乡一体化发展，共建新宜萍城镇群。", "hasMember")
    ['新宜萍城镇群 → 新余市', '新宜萍城镇群 → 宜春市', '新宜萍城镇群 → 萍乡市']
    >>> claims("河南省规划\\n规划范围包括郑州市、开封市。", "hasMember"), claims("推动新余、宜春发展，共建长江经济带。", "hasMember")
    ([], [])
    >>> claims("洞庭湖流域条例\\n本条例所称洞庭湖流域，是指岳阳市、常德市、益阳市向洞庭湖汇水的区域。", "hasMember")
    ['洞庭湖流域 → 岳阳市', '洞庭湖流域 → 常德市', '洞庭湖流域 → 益阳市']
    >>> claims("郑洛国家自主创新示范区（以下简称示范区）是指经批准建设的郑州、洛阳国家高新技术产业开发区。", "hasMember")
    ['郑洛国家自主创新示范区 → 郑州国家高新技术产业开发区', '郑洛国家自主创新示范区 → 洛阳国家高新技术产业开发区']
    """
    own = reading.topics.get(0)
    zones = [one for one in own.entities if one.kind == "Region"] if own is not None and len(own.entities) == 1 else []
    for sentence in reading.sentences:
        for zone in zones or _opened_with(reading, sentence):
            for clause in reading.clauses[sentence.ordinal]:
                yield from _of_extent(reading, zone, _extent_at(reading, sentence, clause.start), sentence.end)
        yield from _called(reading, sentence)
        yield from _made_up(reading, sentence)
        yield from _spelled(reading, sentence)


def _opened_with(reading: Reading, sentence: Sentence) -> list[Entity]:
    """The region that the sentence before opens with: «某都市圈是…。范围包括…»."""
    before = reading.sentences[max(sentence.ordinal - 1, 0)]
    if "\n" in reading.text[before.end : sentence.start]:
        return []
    opening = reading.names.within(before.start, before.end, "place")[:1]
    told = (reading.text[before.start : name.start] for name in opening)  # 省发改委负责人：某都市圈是…
    opens = all(not words or words.endswith("：") for words in told)
    return [name.entities[0] for name in opening if opens and name.entities[0].kind == "Region"]


def _extent_at(reading: Reading, sentence: Sentence, start: int) -> re.Match[str] | None:
    """What tells at an offset that places follow which a region holds."""
    match = _EXTENT.match(reading.text, start, sentence.end)
    if match is not None or start != sentence.start or not sentence.ordinal:
        return match
    above = reading.sentences[sentence.ordinal - 1]
    headed = _HEADING.search(reading.text[above.start : above.end]) and "\n" in reading.text[above.end : start]
    return _HELD_BELOW.match(reading.text, start, sentence.end) if headed else None


def _of_extent(reading: Reading, zone: Entity, match: re.Match[str] | None, stop: int) -> Iterator[Group]:
    if match is None:
        return
    end = list_end(reading, match.end(), stop)
    listed = members_listed(reading, match.end(), end)
    members = tuple(one for one in place_members(listed) if one.description.entity != zone)
    first = reading.names.within(match.end(), end, "place")[:1]
    if len(members) >= _FEWEST and first[0].start == match.end():
        yield Group(zone, zone.key, members, match.start(), end, RULE)


_CALLED = re.compile(rf"本{any_of('laws.txt')}所称(?P<region>[^，。；]{{2,20}}?)，?是(?P<said>[^。]+)")
_CALLED_SHORT = re.compile(r"(?P<region>[^，。；（）]{2,20})（(?:以下)?简称[^（）]{2,16}），?是(?P<said>指[^。]+)")
"""«某示范区（以下简称示范区）是指…»."""
_ALL_OF = re.compile(rf"(?P<listed>[^，。；]+?)(?:等?[{SEVERAL}\d]+个[\u4e00-\u9fff]{{1,4}})?的总称")
_MEANT = re.compile(r"指")


def _called(reading: Reading, sentence: Sentence) -> Iterator[Group]:
    """«本法所称某流域，是指甲省、乙省的相关区域», «本条例所称某湖，是甲湖、乙湖两个湖泊的总称»."""
    text = reading.text
    match = _CALLED.search(text, sentence.start, sentence.end) or _CALLED_SHORT.match(
        text, sentence.start, sentence.end
    )
    region = reading.names.at(*match.span("region"), "place") if match is not None else None
    if match is None or region is None or region.entities[0].kind != "Region":
        return
    start, end = match.span("said")
    all_of = _ALL_OF.fullmatch(text, start, end)
    if all_of is not None:
        spans = [part for wide in cut(text, *all_of.span("listed"), "、") for part in cut(text, *wide, "和")]
        found = [member_at(text, reading.names, *span, reading.document.id, True) for span in spans]
        members = tuple(member for member in found if member is not None)
    else:
        listed = members_listed(reading, start, end) if _MEANT.match(text, start) else []
        if not are_joined(text, listed):
            listed = [name for name in listed if name.entities[0].kind != "Region"]  # 所称新区，是指甲新区，包括…
        members = tuple(one for one in place_members(listed) if one.description.entity != region.entities[0])
    if len(members) >= _FEWEST:
        yield Group(region.entities[0], region.entities[0].key, members, match.start("region"), end, RULE)


_MAKE_UP = re.compile(rf"{any_of('verbs_of_making_up.txt')}的$")


def _made_up(reading: Reading, sentence: Sentence) -> Iterator[Group]:
    """«甲、乙和丙组成的某城市群»: a region with the places before it that make it up."""
    for name in reading.names.within(sentence.start, sentence.end, "place"):
        start = max(sentence.start, *(reading.text.rfind(mark, sentence.start, name.start) + 1 for mark in "，；："))
        match = _MAKE_UP.search(reading.text[start : name.start]) if name.entities[0].kind == "Region" else None
        listed = members_listed(reading, start, start + match.start()) if match is not None else []
        members = place_members(listed)
        if len(members) >= _FEWEST and name.entities[0] not in (one.description.entity for one in members):
            yield Group(name.entities[0], name.entities[0].key, members, start, name.end, RULE)


def _spelled(reading: Reading, sentence: Sentence) -> Iterator[Group]:
    """Regions whose name is made of a character of each place that the sentence has listed before."""
    names = reading.names.within(sentence.start, sentence.end, "place")
    for at, region in enumerate(names):
        if region.entities[0].kind != "Region":
            continue
        for run in _runs(reading.text, names[:at]):
            label = reading.text[region.start : region.end].lstrip("“")
            spelled = all(char in name.entities[0].key for char, name in zip(label, run, strict=False))
            if spelled and len(run) >= _SPELLED and all(name.entities[0].kind in LEVELS for name in run):
                entity = region.entities[0]
                yield Group(entity, entity.key, place_members(run), run[0].start, region.end, RULE)


def _runs(text: str, names: Sequence[Name]) -> Iterator[list[Name]]:
    """The lists among places: those that 、 or 和 joins."""
    run = list(names[:1])
    for before, after in pairwise(names):
        if text[before.end : after.start] not in JOINTS:
            yield run
            run = []
        run.append(after)
    if run:
        yield run
