"""Members of regions: «某枢纽包括甲、乙», «由甲、乙和丙组成», «某城市群是…，涵盖甲市、乙市», «【某圈】…，包括甲市、乙市辖区，丙县».

Members run on over commas as long as places open the clause.

Accepted: «北部湾经济区包括南宁市、北海市», two members.
Refused: «包括人员经费», «某圈的项目包括甲市改造», which hold no places of the region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clauses import Clause
from extract.grammar.unexpanded_phrases import number_of
from extract.groups import Group, place_member
from extract.names.name import JOINTS, Name, are_joined
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.spans import cut
from extract.values import Sentence
from extract.wordlists import any_of

RULE = "region_members"
_SIZED = r"(?:（[^（）]{2,30}）)?(?:(?:位于|地处|以|实施范围|(?:规划)?面积)[^，；。]{2,30}，)?"
_HELD = rf"(?:{any_of('holding.txt')}|由|以(?=[^，。；]{{4,40}}(?:为主体|为主要范围)))"
_IN_PARTS = rf"(?:[{SEVERAL}\d]+个?(?:片区|组团|区域|板块|部分))?"
_OF_REGION = re.compile(
    rf"(?:，(?={any_of('holding.txt')}|由|以))?{_SIZED}(?:规划)?(?:范围)?(?:主要)?{_HELD}{_IN_PARTS}[：]?"
)
_MADE_UP = re.compile(rf"[^，]{{0,16}}{any_of('verbs_of_making_up.txt')}")
_EXCEPTED = re.compile(r"（(?:不含|除)[^（）]*$")
_COUNT_BEHIND = re.compile(rf"等?(?:共)?(?P<number>[{SEVERAL}]+|\d+)个?{any_of('counted_places.txt')}")
_BY_PARTS = rf"由(?=[^。]{{4,240}}?{any_of('verbs_of_making_up.txt')})"
_HOLDS = re.compile(rf"(?:规划)?(?:范围|区域)?(?:主要)?(?:{any_of('holding.txt')}|范围为|{_BY_PARTS})")
_ANOTHER = re.compile(rf"[“”《》；：、]|{any_of('not_said_of_a_region.txt')}")
"""What shows that something else than the region holds the places."""
_DENIED = re.compile("[不未非曾]$")
"""Before the verb that holds: 【不】包括, 【曾】由."""
_OPENING, _REACH, _FEWEST = 16, 90, 3
_LISTS = re.compile(rf"{any_of('holding.txt', 'also_holding.txt')}|由|为主|范围[为是：]|全域|涉及")
_SHARE = re.compile(rf"的{any_of('shares_of_places.txt')}?{any_of('kinds_of_areas.txt')}")


_HOLDING = re.compile(
    rf"{any_of('extents.txt')}{{0,2}}(?:主要)?"
    rf"(?:{any_of('holding.txt', 'also_holding.txt')}|聚焦(?=[^，。；]{{2,60}}全域)|{_BY_PARTS})[：]?"
)
_TOUCHING = re.compile(r"[^，；。]{0,6}面积[^，；。]{0,3}\d[^，；。]{0,10}平方(?:公里|千米)，涉及")
"""«规划面积320平方公里，涉及甲区、乙县部分区域», said of the zone of a sentence before."""
_EXTENT = re.compile(rf"(?:规划|空间|实施)?(?:范围|区域)(?:主要)?(?:为|是|：|{any_of('holding.txt')})")
"""«规划范围为甲市全域，含乙区、丙县», «规划范围：甲区、乙县», said of a region named before."""
_COUNTS_OTHERS = re.compile(
    rf"等?(?:[{SEVERAL}]|\d+)个(?!{any_of('counted_places.txt', 'region_heads.txt', 'stretches.txt')})"
)
"""«下设甲、乙两个办公室»."""
_SITE = re.compile(r"[NJIY]{0,3}E(?=[、，；。hV]|$)")
"""Letters behind a place that only says where something is: 甲|国际机场, 乙|大学."""
_IS = re.compile(r"等?[为是]|作为|系")
_NEAR = 2
"""Code points at most between the verb that holds and the first place."""


def _holds_another(reading: Reading, name: Name, following: Name | None) -> bool:
    """Whether a place only says where the next one lies: 江苏苏州的昆山市."""
    if following is None:
        return False
    between = reading.text[name.end : following.start]
    return between in {"", "的", "市的", "省的"} and not _SHARE.match(reading.text, name.end)


def _of_regions(reading: Reading, sentence: Sentence) -> Iterator[Group]:
    """«某枢纽包括上海…、江苏苏州的昆山市…»: a region's members run on over commas as long as places open the clause."""
    text = reading.text
    for name in reading.names.within(sentence.start, sentence.end, "place", "self"):
        said = _said_of(reading, sentence, name)
        if name.entities[0].kind != "Region":
            continue
        match = _OF_REGION.match(text, said.start, said.end) or _held(reading, sentence, name)
        if match is None or (match.group()[0] == "，" and text.endswith(tuple(JOINTS), 0, name.start)):
            continue
        end = max(_counted_end(reading, match.end(), said.end), list_end(reading, match.end(), said.end))
        if text[match.end() - 1] == "由" and not _MADE_UP.match(text, end, end + 18):
            continue
        listed = members_listed(reading, match.end(), end)
        members = tuple(place_member(n) for n in listed if n.entities != name.entities)
        if len(members) > 1:
            yield Group(name.entities[0], name.entities[0].key, members, name.start, name.end, RULE)


def _counted_end(reading: Reading, start: int, end: int) -> int:
    """Where places end that a count behind them sums up, whatever stands between: «…沿线的甲区，乙省丙市、丁市3个市（区）»; else 0."""
    for name in reading.names.within(start, end, "place"):
        count = _COUNT_BEHIND.match(reading.text, name.end)
        if count is not None and len(members_listed(reading, start, name.end)) == number_of(count["number"]):
            return name.end
    return 0


def _held(reading: Reading, sentence: Sentence, name: Name) -> re.Match[str] | None:
    """What a sentence about a region says it holds behind other things: «甲城市群是…，涵盖乙市、丙市、丁市»."""
    if name.start - sentence.start > _OPENING or reading.names.within(sentence.start, name.start, "place"):
        return None
    match = _HOLDS.search(reading.text, name.end, min(sentence.end, name.end + _REACH))
    if match and (
        _ANOTHER.search(reading.text, name.end, match.start())
        or _DENIED.search(reading.text, name.end, match.start())
        or reading.names.within(name.end, match.start(), "place")
    ):
        return None
    inside = reading.names.within(match.end(), sentence.end, "place") if match else []
    listed = len(inside) >= _FEWEST and inside[0].entities != name.entities
    return match if listed and match and inside[0].start - match.end() <= 1 else None


def _said_of(reading: Reading, sentence: Sentence, name: Name) -> Sentence:
    """What the sentence goes on to say of a name; the next sentence where the name stands alone: «核心圈层。由甲、乙组成»."""
    following = sentence.ordinal + 1
    alone = name.start == sentence.start and sentence.end - name.end <= 1 and following < len(reading.sentences)
    return reading.sentences[following] if alone else replace(sentence, start=name.end)


_GOING_ON = re.compile(rf" *(?:和|及|以及|{any_of('holding.txt', 'also_holding.txt')})? *")
"""What may open a clause that goes on with a list of places: …全域，【含】甲区、乙区3个区，丙市."""


def list_end(reading: Reading, start: int, end: int) -> int:
    """Return where the places end that are listed from an offset on: as long as a place opens the next clause.

    Arguments: reading; start and end of the passage, in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> list_end(prepare(Document("a", "沈阳、大连，丹东，面积大")), 0, 12)
    8
    """
    last = start
    for part_start, part_end in cut(reading.text, start, end, "，；"):
        names = reading.names.within(part_start, part_end, "place")
        if not names or _GOING_ON.fullmatch(reading.text, part_start, names[0].start) is None:
            break
        if reading.text[part_start - 1] == "；" and reading.text.startswith("，", names[0].end):
            break  # 甲带，包括…；乙带，包括…
        if part_start > start and (
            _HOLDING.match(reading.text, names[0].end) or _IS.match(reading.text, names[-1].end)
        ):
            break  # 甲圈涵盖…，乙圈涵盖…; …，乙市为观察员
        last = names[-1].end
    return last


_BRACKETED = re.compile(rf"(?:(?P<number>[{SEVERAL}]+|\d+)个?[省市州区县])?（(?P<listed>[^（）\n]+)）")


def _in_brackets(reading: Reading, name: Name) -> Iterator[Group]:
    """«胶东经济圈五市（青岛、烟台、威海、潍坊、日照）»: as many places in brackets as are counted; «沿江制造带（甲、乙）»: only places."""
    match = _BRACKETED.match(reading.text, name.end)
    if match is None or name.entities[0].kind != "Region":
        return
    start, end = match.span("listed")
    listed = reading.names.within(start, end, "place")
    alone = len(listed) > 1 and (listed[0].start, listed[-1].end) == (start, end)
    counted = match["number"] is not None and len(listed) == number_of(match["number"])
    if counted or (match["number"] is None and alone and are_joined(reading.text, listed)):
        members = tuple(place_member(one) for one in listed)
        yield Group(name.entities[0], name.entities[0].key, members, name.start, name.end, RULE)


def _of_clause(reading: Reading, clause: Clause, sentence: Sentence) -> Iterator[Group]:
    """What a clause says that the region of its sentence holds: «…，包括甲市、乙市»."""
    subject = clause.subject
    if subject is None or len(subject.entities) != 1 or subject.entities[0].kind != "Region":
        return
    touching = _TOUCHING.match(reading.text, clause.start, sentence.end)
    touching = touching or _EXTENT.match(reading.text, clause.start, sentence.end)
    if touching is None and (subject.start < sentence.start or subject.end <= subject.start):
        return
    start = subject.end if clause.own and subject.start >= clause.start else clause.start
    match = touching or _HOLDING.match(reading.text, start, sentence.end)
    last = _line_end(reading, match.end(), sentence) if match else 0
    inside = reading.names.within(match.end(), last, "place") if match else []
    if match is None or not inside or inside[0].start - match.end() > _NEAR:
        return
    end = list_end(reading, match.end(), last)
    listed = members_listed(reading, match.end(), end)
    members = tuple(place_member(n) for n in listed if n.entities != subject.entities)
    if members and (len(members) > 1 or "含" in match.group()) and not _COUNTS_OTHERS.match(reading.text, end):
        yield Group(subject.entities[0], subject.entities[0].key, members, subject.start, subject.end, RULE)


def _line_end(reading: Reading, start: int, sentence: Sentence) -> int:
    """Where what a sentence lists ends: with it, or with the next where it ends with «规划范围：»."""
    following = sentence.ordinal + 1
    goes_on = start >= sentence.end and following < len(reading.sentences)
    return reading.sentences[following].end if goes_on else sentence.end


def members_listed(reading: Reading, start: int, end: int) -> list[Name]:
    """Return the places of a passage without those that only say where the next one lies.

    Arguments: reading; start and end of the passage, in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> [name.entities[0].key for name in members_listed(prepare(Document("a", "江苏苏州的昆山市、太仓市")), 0, 12)]
    ['昆山市', '太仓市']
    """
    inside = reading.names.within(start, end, "place")
    following = [*inside[1:], None][: len(inside)]
    held = [one for one, after in zip(inside, following, strict=True) if not _holds_another(reading, one, after)]
    tokens = reading.tokens
    whole = [one for one in held if not _SITE.match(tokens.letters, tokens.first(one.end))]
    return [one for one in whole if not _EXCEPTED.search(reading.text, start, one.start)]


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the regions whose members a text gives; one that it names twice comes once, with all of them.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("北部湾经济区包括南宁市、北海市，经济区即将扩大。")
    {'北部湾经济区': ['南宁市', '北海市']}
    >>> members("长江经济带是重点，覆盖上海、湖北，含重庆市。北部湾经济区包括人员经费。")
    {'长江经济带': ['上海市', '湖北省', '重庆市']}
    """
    found: dict[str, Group] = {}
    if "（" in reading.text:
        for name in reading.names.within(0, len(reading.text), "place"):
            found |= {group.label: group for group in _in_brackets(reading, name)}
    for sentence in reading.sentences:
        following = reading.sentences[min(sentence.ordinal + 1, len(reading.sentences) - 1)]
        if not _LISTS.search(reading.text, sentence.start, following.end):
            continue
        clauses = (g for clause in reading.clauses[sentence.ordinal] for g in _of_clause(reading, clause, sentence))
        for group in (*_of_regions(reading, sentence), *clauses):
            before = found.get(group.label)
            known = {member.description.entity for member in before.members} if before else set()
            more = tuple(member for member in group.members if member.description.entity not in known)
            found[group.label] = replace(before, members=before.members + more) if before else group
    yield from found.values()
