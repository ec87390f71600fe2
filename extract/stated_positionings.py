"""Positionings that a text states with the noun 定位: «甲的发展定位是A、B», «“A、B”是甲的四大发展定位», «赋予甲的“A”定位»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.findings import Claim, Coined, Finding
from extract.grammar.positionings import NOUN, bare, describe, items
from extract.groups import Group
from extract.item_marks import COUNTED_OFF
from extract.names.name import Name
from extract.noun_phrases import is_noun_phrase
from extract.numerals import SEVERAL_BELOW_TEN
from extract.reading import Reading
from extract.spans import cut, stripped
from extract.values import Sentence
from extract.wordlists import any_of

RULE = "positionings"
_NOUN = rf"(?:[一二两三四五六七八\d]+大)?{NOUN}"
_NOUNS = re.compile(r"定位|目标|愿景")
_SO_MANY = f"有?[{SEVERAL_BELOW_TEN}]个(?:方面)?："
_IS = re.compile(
    rf"的?{_NOUN}，?{any_of('before_what_is_stated.txt')}{{0,3}}(?:(?:是|为|：|包括)+(?:{_SO_MANY})?|{_SO_MANY})"
)
_THAT_IS = "即"
_COUNTED_OFF = re.compile(rf"{COUNTED_OFF}(?P<item>[^，。；：\n]{{2,60}})[；，。]?")
"""«一是A；二是B»."""
_OF = re.compile(rf"的(?P<named>[^，。；]{{0,40}}?){_NOUN}")
_AIMS = re.compile(r"(?P<listed>[^，。；：]{4,160}?)等?(?:已)?(?:成为|作为|是)$")
_ROLE_OF_PHRASE = re.compile(rf"(?:（[^（）]*）)?的?{_NOUN}")
_AIM = re.compile(f"的(?:[{SEVERAL_BELOW_TEN}]大)?(?:建设|发展|奋斗|战略)?(?:目标|愿景)(?:定位)?(?=[，。；]|$)")
_QUOTED = re.compile(r"“([^“”]{2,60})”$")


def _claims(reading: Reading, place: Name, start: int, end: int, low: int, high: int) -> Iterator[Finding]:
    """Claims for what the passage from start to end lists; the quote runs from low to high."""
    text = reading.text
    if text[start : start + 1] == "“" and text[end - 1 : end] == "”":
        start, end = start + 1, end - 1
    for one_start, one_end in items(text, start, end):
        described = describe(bare(text[one_start:one_end]))
        if described is not None:
            yield Coined(described, one_start, one_end)
            yield Claim(place.entities[0], "hasPositioning", described.entity, low, high, "Listed", RULE)


def _stated(reading: Reading, start: int, last: int) -> Iterator[tuple[int, int]]:
    """Spans of what is stated: «A、B», «一是A；二是B», «A，B», of which each is a role and nothing more."""
    text = reading.text
    counted = _COUNTED_OFF.match(text, start, last)
    while counted is not None:
        yield counted.span("item")
        start, counted = counted.end(), _COUNTED_OFF.match(text, counted.end(), last)
        if counted is None:
            return
    for part in cut(text, start, next((i for i in range(start, last) if text[i] in "。；\n"), last), "，"):
        span = stripped(text, *part)
        said = span[0] + text.startswith(_THAT_IS, span[0]), span[1]
        if part[0] != start and (describe(text[slice(*said)]) is None or not is_noun_phrase(reading, *said)):
            return
        yield said


def _of_place(reading: Reading, sentence: Sentence, place: Name) -> Iterator[Finding]:
    text = reading.text
    behind = _IS.match(text, place.end, sentence.end)
    if behind:
        for start, end in _stated(reading, behind.end(), sentence.end):
            yield from _claims(reading, place, start, end, place.start, end)
        return
    if _AIM.match(text, place.end, sentence.end):
        start = max(text.rfind(mark, sentence.start, place.start) + 1 for mark in "，。；：\n")
        before = _AIMS.match(text, max(start, sentence.start), place.start)
        if before:
            yield from _claims(reading, place, *before.span("listed"), before.start("listed"), place.end)
        return
    of = _OF.match(text, place.end, sentence.end)
    if of is None:
        return
    if of["named"]:
        yield from _claims(reading, place, *of.span("named"), place.start, of.end())
    elif text[place.start - 1 : place.start] == "是":
        before = _QUOTED.search(text, sentence.start, place.start - 1)
        if before:
            yield from _claims(reading, place, *before.span(), before.start(), of.end())


def _of_phrases(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """«赋予河北“三区一基地”（甲区、乙区、丙区、丁基地）功能定位»: what a phrase holds is what the place before it is to be."""
    for phrase in reading.phrases:
        group = groups.get(phrase.label)
        before = [
            n for n in reading.names.within(max(0, phrase.start - 12), phrase.start, "place") if n.end == phrase.start
        ]
        said = _ROLE_OF_PHRASE.match(reading.text, phrase.end)
        if group is None or not before or said is None:
            continue
        for member in group.members:
            if member.description.entity.kind in {"Center", "Positioning"}:
                low, high = min(before[0].start, member.start), max(said.end(), member.end)
                yield Claim(
                    before[0].entities[0], "hasPositioning", member.description.entity, low, high, "Listed", RULE
                )


def read(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Yield the positionings that the nouns 定位 and 目标 state of a place.

    >>> from extract.pipeline import claims
    >>> claims("宜宾的发展定位是区域性物流中心、开放新高地。", "hasPositioning")
    ['宜宾市 → 区域性物流中心', '宜宾市 → 开放新高地']
    >>> claims("“区域性物流中心、开放新高地”是宜宾的两大发展定位。", "hasPositioning")
    ['宜宾市 → 区域性物流中心', '宜宾市 → 开放新高地']
    >>> claims("国际物流中心、南向开放高地等成为宜宾的建设目标。", "hasPositioning")
    ['宜宾市 → 国际物流中心', '宜宾市 → 南向开放高地']
    >>> claims("这是宜宾“一区一中心”（国际合作区、区域物流中心）功能定位之一。", "hasPositioning")
    ['宜宾市 → 国际合作区', '宜宾市 → 区域物流中心']
    >>> claims("宜宾的定位概括起来就是：一是区域性物流中心；二是开放新高地。", "hasPositioning")
    ['宜宾市 → 区域性物流中心', '宜宾市 → 开放新高地']
    >>> claims("紧扣赋予宜宾的“南向开放枢纽门户”发展定位，宜宾的定位问题。", "hasPositioning")
    ['宜宾市 → 南向开放枢纽门户']
    """
    yield from _of_phrases(reading, groups)
    for sentence in reading.sentences:
        if _NOUNS.search(reading.text, sentence.start, sentence.end):
            for place in reading.names.within(sentence.start, sentence.end, "place", "self"):
                yield from _of_place(reading, sentence, place)
