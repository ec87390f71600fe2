"""Layouts: places round which a region is laid out, and so parts of it.

Pattern: «以甲、乙为核心、丙为支撑的某都市圈»; «某都市圈以甲为中心，以乙、丙为腹地»; «“一核两翼”格局，以甲为核心，以乙、丙为两翼».

Accepted: «加快建设以东湖科学城为核心区域的光谷科创大走廊», one member.
Refused: «长江经济带以生态优先为引领», which names no place; «以北京为中心的交通网», which is no region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.grammar.unexpanded_phrases import Phrase
from extract.groups import Group, group_entity, is_spatial, place_members
from extract.names.name import JOINTS, Name
from extract.numerals import SEVERAL_BELOW_TEN
from extract.reading import Reading
from extract.wordlists import any_of, names_of

RULE = "region_layouts"
_PART = rf"[^，。；：“”《》]{{2,40}}?为{any_of('parts_in_a_layout.txt')}"
_LAYOUT = re.compile(rf"以{_PART}(?:[，、]以?{_PART}){{0,3}}")
_BEFORE_IT = re.compile(r"(?:规划|建设|是)?，?")
_AS = re.compile(rf"为{any_of('parts_in_a_layout.txt')}(?:[，、]以?)?")
_OTHERS = re.compile(rf"等?(?:地|市|县|区|城市|[{SEVERAL_BELOW_TEN}]个?[\u4e00-\u9fff]{{1,8}})?")
_LAYOUT_NAMED = re.compile(r"的?[\u4e00-\u9fff]{0,12}[，：]")
"""What stands between a counted phrase and what spells it out: “一核两翼”区域发展布局，."""
_NEAR = 14


@lru_cache(maxsize=1)
def _longer() -> re.Pattern[str]:
    """Matches what makes a region's name part of a longer one: 东北|振兴战略带."""
    return re.compile(rf"[\u4e00-\u9fff]{{1,8}}{any_of('zone_tails.txt')}(?=[，。；、])")


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the regions that are laid out round places, with these as members.

    >>> from extract.pipeline import claims
    >>> claims("构建以长春为核心，四平、辽源为支撑的长春现代化都市圈。", "hasMember")
    ['长春现代化都市圈 → 长春市', '长春现代化都市圈 → 四平市', '长春现代化都市圈 → 辽源市']
    >>> claims("光谷科创大走廊以东湖科学城为核心，发展光电子。", "hasMember")
    ['光谷科创大走廊 → 东湖科学城']
    >>> claims("构建“一核两翼”格局，以武汉为核心，以襄阳、宜昌为两翼。", "hasMember")
    ['一核两翼 → 武汉市', '一核两翼 → 襄阳市', '一核两翼 → 宜昌市']
    >>> claims("构建“一核三翼”格局，以武汉为核心，以襄阳、宜昌为两翼。", "hasMember")
    []
    >>> claims("长江经济带以生态优先为引领。", "hasMember"), claims("建设以北京为中心的交通网。", "hasMember")
    ([], [])
    """
    for match in _LAYOUT.finditer(reading.text):
        region, phrase = _laid_out(reading, match), _counted_before(reading, match.start())
        members = _places(reading, *match.span()) if region is not None or phrase is not None else []
        if region is not None and members:
            parts = tuple(one for one in place_members(members) if one.description.entity != region.entities[0])
            start, end = min(region.start, match.start()), max(region.end, match.end())
            yield Group(region.entities[0], region.entities[0].key, parts, start, end, RULE)
        elif phrase is not None and len(parts := place_members(members)) == phrase.size:
            entity = group_entity(phrase.label, parts, reading.document.id)
            yield Group(entity, phrase.label, parts, phrase.start, match.end(), RULE)


def _counted_before(reading: Reading, start: int) -> Phrase | None:
    """The phrase that a layout spells out behind it: 构建“一核两翼”发展格局，【以甲为核心，以乙、丙为两翼】."""
    near = (phrase for phrase in reading.phrases if start - _NEAR <= phrase.end <= start)
    phrase = max(near, key=lambda one: one.end, default=None)
    if phrase is None or not all(is_spatial(counted) for _, counted in phrase.parts):
        return None
    return phrase if _LAYOUT_NAMED.fullmatch(reading.text, phrase.end, start) else None


def _laid_out(reading: Reading, match: re.Match[str]) -> Name | None:
    """The region right behind a layout and 的, or right before it."""
    text = reading.text
    sentence = reading.sentence_at(match.start())
    if sentence is None:
        return None
    names = reading.names.within(sentence.start, sentence.end, "place")
    if text.startswith("的", match.end()):
        fitting = [name for name in names if name.start == match.end() + 1 and not _longer().match(text, name.end)]
    else:
        near = [name for name in names if _BEFORE_IT.fullmatch(text, name.end, match.start())]
        fitting = [name for name in near if not text.endswith(("、", *names_of("partner_marks.txt")), 0, name.start)]
        fitting = fitting or _on_the_line_above(reading, match.start())
    return next((name for name in fitting if name.entities[0].kind == "Region"), None)


def _on_the_line_above(reading: Reading, start: int) -> list[Name]:
    """«哈长城市群⏎以甲、乙为核心»: a name that stands alone above a layout."""
    text = reading.text
    low = text.rfind("\n", 0, start - 1) + 1 if text.endswith("\n", 0, start) else start
    return [name for name in reading.names.within(low, start, "place") if (name.start, name.end) == (low, start - 1)]


def _places(reading: Reading, start: int, end: int) -> list[Name]:
    """The places of a layout; none where one of its parts is anything else."""
    found: list[Name] = []
    position = start + len("以")
    for part in _AS.finditer(reading.text, start, end):
        names = reading.names.within(position, part.start(), "place")
        edges = [position, *(name.end for name in names)]
        starts = [*(name.start for name in names), part.start()]
        between = [reading.text[low:high] for low, high in zip(edges, starts, strict=True)]
        listed = all(one in JOINTS for one in between[1:-1]) and _OTHERS.fullmatch(between[-1])
        if not names or between[0] or not listed:
            return []
        found += names
        position = part.end()
    return found
