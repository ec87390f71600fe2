"""Positionings that a text states with the noun 定位: «甲的发展定位是A、B», «“A、B”是甲的四大发展定位», «赋予甲的“A”定位»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.findings import Claim, Coined, Finding
from extract.grammar.positionings import bare, describe, items
from extract.names.name import Name
from extract.reading import Reading
from extract.values import Sentence

RULE = "positionings"
_NOUN = r"(?:[一二两三四五六七八\d]+大)?(?:发展|战略|功能|总体|城市|区域)*定位"
_IS = re.compile(rf"的?{_NOUN}(?:是|为|：|主要是|包括)+")
_OF = re.compile(rf"的(?P<named>[^，。；]{{0,40}}?){_NOUN}")
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


def _of_place(reading: Reading, sentence: Sentence, place: Name) -> Iterator[Finding]:
    text = reading.text
    behind = _IS.match(text, place.end, sentence.end)
    if behind:
        end = next((i for i in range(behind.end(), sentence.end) if text[i] in "，。；\n"), sentence.end)
        yield from _claims(reading, place, behind.end(), end, place.start, end)
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


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the positionings that the noun 定位 states of a place.

    >>> from extract.pipeline import claims
    >>> claims("宜宾的发展定位是区域性物流中心、开放新高地。", "hasPositioning")
    ['宜宾市 → 区域性物流中心', '宜宾市 → 开放新高地']
    >>> claims("“区域性物流中心、开放新高地”是宜宾的两大发展定位。", "hasPositioning")
    ['宜宾市 → 区域性物流中心', '宜宾市 → 开放新高地']
    >>> claims("紧扣赋予宜宾的“南向开放枢纽门户”发展定位，宜宾的定位问题。", "hasPositioning")
    ['宜宾市 → 南向开放枢纽门户']
    """
    for sentence in reading.sentences:
        if "定位" in reading.text[sentence.start : sentence.end]:
            for place in reading.names.within(sentence.start, sentence.end, "place", "self"):
                yield from _of_place(reading, sentence, place)
