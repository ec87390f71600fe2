"""Regions whose head is written once: «晋北、晋南、晋东南城镇圈», «广州、深圳都市圈», «宁镇扬、宁马滁两个同城化片区»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.grammar.pair_names import spelled
from extract.grammar.unexpanded_phrases import number_of
from extract.names.name import Name, free_of
from extract.names.region_words import is_general_name
from extract.numerals import SEVERAL_BELOW_TEN
from extract.values import Entity
from extract.wordlists import any_of
from extract.words import Word, tagged

_COUNT = re.compile(f"[{SEVERAL_BELOW_TEN}](?:个|大)")
_MARKS = "、和与及"
_CHAIN = range(2, 5)
_TIED = "、"


@dataclass(frozen=True, slots=True)
class _Around:
    """What may stand for a whole name before a shared head, each by the offset at which it ends."""

    short: Mapping[int, Name]
    """Pairs (宁镇扬) and parts of provinces (晋北)."""
    places: Mapping[int, Name]
    words: Mapping[int, Word]


def find_shared_heads(
    text: str, regions: Sequence[Name], short: Sequence[Name], places: Sequence[Name]
) -> tuple[Name, ...]:
    """Return the regions that are listed before another and share its head, and those whose head is counted.

    Arguments: text, folded; regions that were found, each of one entity; short, names that may stand for a whole one before a
    shared head: pairs (宁镇扬) and parts of provinces (晋北); places, which share a head with one of their own level. Offsets
    are code points.

    >>> part = Name(0, 2, "place", (Entity("Region", "晋北"),))
    >>> whole = Name(3, 8, "place", (Entity("Region", "晋南城镇圈"),))
    >>> [name.entities[0].key for name in find_shared_heads("晋北、晋南城镇圈", [whole], [part], [])]
    ['晋北城镇圈']
    >>> cities = [Name(0, 2, "place", (Entity("City", "广州市"),)), Name(3, 5, "place", (Entity("City", "深圳市"),))]
    >>> whole = Name(3, 8, "place", (Entity("Region", "深圳都市圈"),))
    >>> [name.entities[0].key for name in find_shared_heads("广州、深圳都市圈", [whole], [], cities)]
    ['广州都市圈']
    """
    around = _Around(
        {name.end: name for name in short},
        {name.end: name for name in places},
        {word.end: word for word in tagged(text)},
    )
    starts = {name.start: name for name in sorted((*places, *short), key=lambda name: name.end)}
    found = []
    for region in regions:
        first = starts.get(region.start)
        proper = first.end if first is not None else _proper_end(text, around.words, region)
        counted = _COUNT.match(text, proper, region.end)
        head = text[counted.end() if counted else proper : region.end]
        if not region.start < proper < region.end or not is_general_name(head):
            continue
        if counted:
            found.append(
                Name(region.start, region.end, "place", (Entity("Region", text[region.start : proper] + head),))
            )
        for start, end in _listed_before(text, region.start, around, first):
            found.append(Name(start, end, "place", (Entity("Region", text[start:end] + head),)))
    return tuple(found)


def _proper_end(text: str, edges: Collection[int], region: Name) -> int:
    """Where what is proper to a region's name ends: 宁杭滁 of 宁杭滁生态经济发展带."""
    ends = range(region.start + _CHAIN.start, min(region.end, region.start + _CHAIN.stop))
    return next((end for end in ends if end in edges and is_general_name(text[end : region.end])), region.start)


def _listed_before(text: str, start: int, around: _Around, first: Name | None) -> Iterator[tuple[int, int]]:
    """Spans of the short names joined by 、 and 和 before an offset, the last first."""
    kind = first.entities[0].kind if first is not None and len(first.entities) == 1 else ""
    while start and text[start - 1] in _MARKS:
        end = start - 1
        place, word = around.places.get(end), around.words.get(end)
        if end in around.short:
            start = around.short[end].start
        elif place is not None and place.entities[0].kind == kind and text[end] == _TIED:
            start = place.start
        elif place is None and word is not None and len(word.text) in _CHAIN and spelled(word.text):
            start = word.start
        else:
            return
        yield start, end


@lru_cache(maxsize=1)
def _counted_heads() -> re.Pattern[str]:
    item = r"[\u4e00-\u9fff]{2,4}"
    return re.compile(
        rf"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{{0,3}}[即为是括]|{any_of('verbs_before_regions.txt')})?"
        rf"(?P<listed>{item}(?:、{item})*[、和]{item})(?P<number>[{SEVERAL_BELOW_TEN}])(?:个|大|条)"
        rf"(?P<head>(?:{any_of('region_modifiers.txt')})*{any_of('region_heads.txt')})"
    )


def find_counted_heads(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """Return the regions that a count of their head sums up, each named with cities' characters.

    Arguments: text, folded; blocked, sorted spans that are not read. Offsets are code points.

    >>> [name.entities[0].key for name in find_counted_heads("四区即长晋、临运、忻朔、阳晋吕四个都市区", [])]
    ['长晋都市区', '临运都市区', '忻朔都市区', '阳晋吕都市区']
    >>> [name.entities[0].key for name in find_counted_heads("建设广深港、广珠澳两条科技创新走廊", [])]
    ['广深港科技创新走廊', '广珠澳科技创新走廊']
    >>> find_counted_heads("即钢铁、石化两个工业区", []), find_counted_heads("即长晋、临运三个都市区", [])
    ((), ())
    """
    found: list[Name] = []
    for match in _counted_heads().finditer(text):
        items = list(re.finditer(r"[^、和]+", match["listed"]))
        spelling = all(all(spelled(char) for char in item.group()) for item in items)
        if number_of(match["number"]) == len(items) and spelling and free_of(blocked, *match.span()):
            start = match.start("listed")
            found += [
                Name(
                    start + item.start(), start + item.end(), "place", (Entity("Region", item.group() + match["head"]),)
                )
                for item in items
            ]
    return tuple(found)
