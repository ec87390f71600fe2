"""Regions whose head is written once: «晋北、晋南、晋东南城镇圈», «宁镇扬、宁马滁两个同城化片区»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.grammar.pair_names import spelled
from extract.grammar.region_names import GENERIC
from extract.names.name import Name
from extract.values import Entity
from extract.wordlists import names_of

_COUNT = re.compile(r"[两三四五六七八九]个|[两三四五六七八九]大")
_LONGEST = 6
_TOKEN = re.compile(r"[、，：；“（和与及即指为是](?P<name>[\u4e00-\u9fff]{2,4})$")
_MARK = re.compile(r"[、和与及]")


def find_shared_heads(
    text: str, regions: Sequence[Name], short: Sequence[Name], places: Sequence[Name]
) -> tuple[Name, ...]:
    """Return the regions that are listed before another and share its head, and those whose head is counted.

    Arguments: text, folded; regions that were found, each of one entity; short, names that may stand for a whole one before a
    shared head: pairs (宁镇扬) and parts of provinces (晋北); places, which need no head. Offsets are code points.

    >>> part = Name(0, 2, "place", (Entity("Region", "晋北"),))
    >>> whole = Name(3, 8, "place", (Entity("Region", "晋南城镇圈"),))
    >>> [name.entities[0].key for name in find_shared_heads("晋北、晋南城镇圈", [whole], [part], [])]
    ['晋北城镇圈']
    """
    by_end = {name.end: name for name in short}
    starts = {name.start: name for name in sorted(short, key=lambda name: name.end)}
    named = {(name.start, name.end) for name in places}
    found = []
    for region in regions:
        first = starts.get(region.start)
        proper = first.end if first is not None else _spelled_end(text, region)
        tail = text[proper : region.end]
        counted = _COUNT.match(tail)
        head = tail[counted.end() :] if counted else tail
        if not region.start < proper < region.end or not _is_head(head):
            continue
        if counted:
            label = text[region.start : proper] + head
            found.append(Name(region.start, region.end, "place", (Entity("Region", label),)))
        for start, end in _listed_before(text, region.start, by_end):
            if (start, end) not in named:
                found.append(Name(start, end, "place", (Entity("Region", text[start:end] + head),)))
    return tuple(found)


def _is_head(tail: str) -> bool:
    """Whether a region's name without what is proper to it is general: 生态经济发展带, not 中游城市群."""
    heads = (head for head in names_of("region_heads.txt") if tail.endswith(head))
    return any(GENERIC.fullmatch(tail.removesuffix(head)) for head in heads)


def _spelled_end(text: str, region: Name) -> int:
    """Where the characters of cities that a region's name begins with end: 宁杭滁 of 宁杭滁生态经济发展带."""
    for length in (4, 3, 2):
        if spelled(text[region.start : region.start + length]) and not spelled(text[region.start + length]):
            return region.start + length
    return region.start


def _listed_before(text: str, start: int, by_end: dict[int, Name]) -> Iterator[tuple[int, int]]:
    """Spans of the short names joined by 、 and 和 before an offset, the last first."""
    while _MARK.fullmatch(text[start - 1 : start]):
        end = start - 1
        token = _TOKEN.search(text, max(0, end - _LONGEST), end)
        if end in by_end:
            start = by_end[end].start
        elif token is not None and spelled(token["name"]):
            start = token.start("name")
        else:
            return
        yield start, end
