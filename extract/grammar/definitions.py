"""Definitions: «“一核”指…», «“两带”,即A和B», «“双核”是甲、乙», and chains such as «甲—乙—丙».

Accepted: «“两带”指北向拓展带和南向拓展带», two members.
Refused: «即将建成», «2021—2025年».
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from extract.gazetteer import LEVELS
from extract.grammar.lists import any_text, split
from extract.grammar.positionings import items
from extract.grammar.unexpanded_phrases import Phrase
from extract.groups import Group, Member, group_entity, is_spatial, member_at, place_member
from extract.names.defined_groups import defined_groups
from extract.names.name import JOINTS
from extract.numerals import COUNTING, SEVERAL
from extract.reading import Reading
from extract.spans import cut
from extract.values import Entity, Sentence
from extract.wordlists import any_of

RULE = "definitions"
_LISTED = rf"：(?=[^。；\d]{{2,30}}、|[^。；：]{{4,20}}，(?:{any_of('holding.txt')}|以))"
"""A colon behind which items are listed, or regions each with what they hold."""
_BY_PARTS = rf"(?=由[^。；]{{4,80}}{any_of('verbs_of_making_up.txt')})"
_DEFINES = re.compile(
    rf"[）]?(?:的?{any_of('kinds_of_layout.txt')}*{any_of('what_phrases_are.txt')})?\s*[，,]?\s*"
    rf"(?:{any_of('defining_words.txt')}|(?P<plain>就是)|即(?![将可使便日时])|{_LISTED}|{_BY_PARTS})\s*[：]?"
)
_MEANS = "指"
_FEWEST, _PAIR, _LONGEST_WORD = 2, 2, 10
_ITEM_MARK = re.compile(f"[{COUNTING}]{{1,3}}(?:是|、)")
_IS = re.compile(r"(?:是|为)")
"""«“一核”是厦门»: defines a phrase only where places follow and nothing else."""


def _spatial(phrase: Phrase) -> bool:
    return any(is_spatial(counted) for _, counted in phrase.parts)


def _phrase_members(reading: Reading, phrase: Phrase, low: int, high: int) -> tuple[Member, ...]:
    """Items behind the definition's verb, as many as the phrase declares."""
    text, wanted, found = reading.text, phrase.size, list[Member]()
    if described := (
        _each_described(reading, phrase, low, high)
        or _made_up(reading, phrase, low, high)
        or _each_told(reading, phrase, low, high)
    ):
        return described
    for start, end in cut(text, low, high, "，；"):
        listed = _listed_places(reading, start, end)
        if listed and not found:
            return listed
        if _DATED.fullmatch(text, start, end):
            continue
        verb = _BECOMES.search(text, start, end)
        start = verb.end() if verb else start
        start = text.rfind("的", start, end) + 1 or start if text.startswith("以", start) else start
        spans = _items(reading, start, end, wanted - len(found))
        if text.startswith("由", start):
            return ()
        if wanted == 1 and "、" in text[slice(*spans[0])]:
            return _known_among(reading, start, end)
        members = [member_at(text, reading.names, a, b, reading.document.id, _spatial(phrase)) for a, b in spans]
        found += [member for member in members if member is not None]
        if not wanted or len(found) >= wanted:
            break
    return tuple(found) if (len(found) == wanted if wanted else len(found) > 1) else ()


def _each_told(reading: Reading, phrase: Phrase, low: int, high: int) -> tuple[Member, ...]:
    """What opens each part of a definition: «“两强”，即：甲强，成为A、B；乙强，成为C», «“两个一批”，即打造一批甲，推广一批乙»."""
    parts = cut(reading.text, low, high, "；")
    if phrase.label.endswith("一批") and len(parts) == 1:
        parts = cut(reading.text, low, high, "，")
        parts = parts if all("一批" in reading.text[slice(*part)] for part in parts[: phrase.size]) else []
    elif any("，" not in reading.text[slice(*part)] for part in parts):
        return ()
    if len(parts) < phrase.size or phrase.size < _FEWEST:
        return ()
    starts = [_ITEM_MARK.match(reading.text, *part) for part in parts]
    parts = [(mark.end() if mark else start, end) for mark, (start, end) in zip(starts, parts, strict=True)]
    first = [cut(reading.text, *part, "，")[0] for part in parts[: phrase.size]]
    found = [member_at(reading.text, reading.names, *span, reading.document.id, _spatial(phrase)) for span in first]
    members = tuple(member for member in found if member is not None)
    return members if len(members) == phrase.size else ()


_PLACES = frozenset((*LEVELS, "Region"))
_MADE_UP = re.compile(rf"由(?P<parts>[^，。；]+?)(?:共同)?{any_of('verbs_of_making_up.txt')}")


def _made_up(reading: Reading, phrase: Phrase, low: int, high: int) -> tuple[Member, ...]:
    """The members of a part of a layout that places make up: «“一核”即由甲区、乙新城组成的核心区»."""
    match = _MADE_UP.match(reading.text, low, high)
    spans = _items(reading, *match.span("parts"), 0) if match is not None else []
    members = [member_at(reading.text, reading.names, *span, reading.document.id, True) for span in spans]
    placed = tuple(member for member in members if member is not None and member.description.entity.kind in _PLACES)
    if _spatial(phrase):
        return tuple(member for member in members if member is not None) if len(spans) > 1 else ()
    return placed if len(placed) > 1 and len(placed) * 2 > len(spans) else ()


def _known_among(reading: Reading, start: int, end: int) -> tuple[Member, ...]:
    """The places of a list that they are most items of: «一中心包括老城、涧西、洛龙三个城区和高新区»."""
    names = reading.names.within(start, end, "place")
    listed = reading.text.count("、", start, end) + 1
    return tuple(place_member(name) for name in names) if listed > 2 and len(names) * 2 >= listed else ()


def _each_described(reading: Reading, phrase: Phrase, low: int, high: int) -> tuple[Member, ...]:
    """The regions of a layout that are described one after the other: «两带：甲发展带，包括…；乙发展带，以…为主体»."""
    parts = cut(reading.text, low, high, "；")
    opening = [reading.names.within(start, end, "place")[:1] for start, end in parts]
    regions = [name for names in opening for name in names if name.entities[0].kind == "Region"]
    starts = [start for start, _ in parts]
    told = [name.start for name in regions] == starts and all(reading.text[name.end] == "，" for name in regions)
    return tuple(place_member(name) for name in regions) if told and len(regions) == phrase.size else ()


_DATED = re.compile(r"\s*(?:到|至)?20\d\d年(?:底|末)?")
_BECOMES = re.compile(r"打造成为|建设成为|打造成(?![渝都德绵])|建设成(?![渝都德绵])|打造为|建成为")
_SUMMED_UP = re.compile(rf"[{SEVERAL}\d]+个?{any_of('counted_places.txt')}[、和与及]")
_COUNTED_PLACES = re.compile(
    rf"(?:等|[{SEVERAL}\d])*(?:个)?(?:{any_of('region_heads.txt')}|[省市州地区县]*)|等?[{SEVERAL}][省市州区县]{any_of('shares_of_places.txt')}?{any_of('kinds_of_areas.txt')}|等?[{SEVERAL}\d]+个[\u4e00-\u9fff]{{2,12}}"
)


def _listed_places(reading: Reading, start: int, end: int) -> tuple[Member, ...]:
    """The members where the passage is a list of two or more places and nothing else: 甲、乙、丙3市."""
    names = reading.names.within(start, end, "place")
    if len(names) < 2 or names[0].start != start:
        return ()
    gaps = [reading.text[a.end : b.start] for a, b in pairwise(names)]
    if not all(gap in JOINTS or gap == "—" or _SUMMED_UP.fullmatch(gap) for gap in gaps):
        return ()
    if not _COUNTED_PLACES.fullmatch(reading.text, names[-1].end, end) and not set(gaps) - JOINTS:
        return ()
    return tuple(place_member(n) for n in names)


def _items(reading: Reading, start: int, end: int, wanted: int) -> list[tuple[int, int]]:
    spans = cut(reading.text, start, end, "、")
    if len(spans) < wanted or not wanted:
        last_start, last_end = spans[-1]
        parted = cut(reading.text, last_start, last_end, "和") if "和" in reading.text[last_start:last_end] else []
        parted = parted or cut(reading.text, last_start, last_end, "及与")
        if len(spans) - 1 + len(parted) == wanted or (not wanted and len(parted) == 2):
            return [*spans[:-1], *parted]
    listed = items(reading.text, start, end)
    return listed if len(listed) == wanted else spans


def _behind(reading: Reading, start: int, end: int) -> Iterator[Phrase]:
    """The phrases that begin behind an offset and before the end of a passage."""
    first = bisect_right(reading.phrases, start, key=lambda phrase: phrase.start)
    return takewhile(lambda phrase: phrase.start < end, islice(reading.phrases, first, None))


def _of_phrases(reading: Reading, phrase: Phrase, sentence: Sentence) -> Iterator[Group]:
    match = _DEFINES.match(reading.text, phrase.end, sentence.end)
    if match is None:
        yield from _of_places(reading, phrase, sentence)
        return
    if match["plain"] and not _spatial(phrase):
        return  # “三年全面提升”就是要用三年时间…
    stop = next(
        (p.start for p in _behind(reading, match.end(), sentence.end) if _DEFINES.match(reading.text, p.end)),
        sentence.end,
    )
    end = min(stop, sentence.end)
    while end > match.end() and reading.text[end - 1] in "。，； ":
        end -= 1
    low = match.end() + reading.text.startswith(_MEANS, match.end())  # “五中心”：指甲、乙…
    members = _phrase_members(reading, phrase, low, end)
    if members:
        entity = group_entity(phrase.label, members, reading.document.id)
        yield Group(entity, phrase.label, members, phrase.start, phrase.end, RULE)


def _of_places(reading: Reading, phrase: Phrase, sentence: Sentence) -> Iterator[Group]:
    """«“两翼”为泉州与漳州», «“三镇”为三河、山南、高刘»: as many places or short nouns as the phrase declares, up to the clause's end."""
    match = _IS.match(reading.text, phrase.end, sentence.end)
    if match is None:
        return
    end = next((i for i in range(match.end(), sentence.end) if reading.text[i] in "，。；："), sentence.end)
    names = reading.names.within(match.end(), end, "place")
    members = _listed_places(reading, match.end(), end) or tuple(
        place_member(n) for n in names[:1] if (n.start, n.end) == (match.end(), end)
    )
    spans = split(reading.text, match.end(), end, any_text, phrase.size) if not members and phrase.size > _PAIR else ()
    if spans and len(spans) == phrase.size and all(high - low <= _LONGEST_WORD for low, high in spans):
        found = [member_at(reading.text, reading.names, *span, reading.document.id, _spatial(phrase)) for span in spans]
        members = tuple(member for member in found if member is not None)
    if members and len(members) == phrase.size:
        entity = group_entity(phrase.label, members, reading.document.id)
        yield Group(entity, phrase.label, members, phrase.start, phrase.end, RULE)


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the groups that a definition gives.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("打造“两区一中心”，即甲先行区、乙示范区和丙贸易中心。")
    {'两区一中心': ['甲先行区', '乙示范区', '丙贸易中心']}
    >>> members("经济区即将扩大，“两核”是重点。")
    {}
    """
    for phrase in reading.phrases:
        sentence = reading.sentence_at(phrase.start)
        if sentence is not None and phrase.end <= sentence.end:
            yield from _of_phrases(reading, phrase, sentence)
    for named in defined_groups(reading.text, reading.names):
        entity = Entity("PlaceGroup", named.label, reading.document.id)
        members = tuple(place_member(n) for n in named.members)
        yield Group(entity, named.label, members, named.start, named.end, RULE)
