"""Words by which a text names its own place: 全省, 我市."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from extract.names.name import Name, free_of
from extract.names.places import Home
from extract.values import Entity
from extract.wordlists import Finder, alternation, behind_any_of, names_of

_LONGER = ("域", "场", "级", "情", "内外", "政")
"""What makes such a word part of another: 全市场, 全区域."""


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder(names_of("self_references.txt"))


def find_self_references(text: str, blocked: Sequence[tuple[int, int]], home: Home) -> tuple[Name, ...]:
    """Return the self-references in a folded text whose place is known: its city or county, else its province.

    Arguments: text, folded; blocked, sorted spans that are not read; home, the text's own place.

    >>> from extract.names.places import find_home
    >>> text = "辽宁省：在全省、我市推广"
    >>> [name.entities[0].key for name in find_self_references(text, [], find_home(text, []))]
    ['辽宁省']
    """
    found = []
    for start, end, word in _finder().find(text):
        place = next(
            (p for p in (home.city, home.province) if p is not None and p.official_name.endswith(word[-1])), None
        )
        if place is not None and not text.startswith(_LONGER, end) and free_of(blocked, start, end):
            found.append(Name(start, end, "self", (place.entity,)))
    return tuple(found)


def level_of_own_place(text: str) -> str:
    """The level that a text speaks of as its own most often, by its last character; empty where it speaks of none.

    Arguments: text, folded.

    >>> level_of_own_place("我市实施…，全市新增就业2万人，居全省前列。"), level_of_own_place("新增就业2万人。")
    ('市', '')
    """
    counts = Counter(word[-1] for _, end, word in _finder().find(text) if not text.startswith(_LONGER, end))
    return counts.most_common(1)[0][0] if counts else ""


_KINDS = names_of("kinds_of_regions.txt")
"""Kinds of region that may stand for the whole name."""
_WHOLE, _SHORT = "自由贸易试验区", "自贸试验区"
"""The kind that is nearly always called by its short form."""
_BEFORE_BARE = rf"(?:(?<![\u4e00-\u9fff“])|(?<=[在对全本该把将使让为])|{behind_any_of('verbs_before_regions.txt')})"


def find_bare_regions(
    text: str, blocked: Sequence[tuple[int, int]], own: Sequence[Entity], places: Sequence[Name]
) -> tuple[Name, ...]:
    """Return where a text calls a region by its kind alone: 都市圈 for 南京都市圈.

    Arguments: text, folded; blocked, sorted spans that are not read; own, what the text is about; places, the names found so
    far, of which the last before with that kind is meant, else what the text is about.

    >>> own = [Entity("Region", "南京都市圈")]
    >>> [(n.start, n.end) for n in find_bare_regions("到2025年，都市圈经济总量突破6万亿元，南京都市圈扩大。", [], own, [])]
    [(7, 10)]
    """
    known = [Name(-1, -1, "self", (entity,)) for entity in own]
    regions = [name for name in [*known, *places] if name.entities[0].kind == "Region"]
    found = []
    bearers = defaultdict(list)
    for name in regions:
        bearers[_kind_of(name.entities[0].key)].append(name)
    bearers.pop("", None)
    for match in re.finditer(rf"{_BEFORE_BARE}(?:{alternation(bearers)})", text) if bearers else ():
        bearing = bearers[match.group()]
        position = bisect_left(bearing, match.start(), key=attrgetter("start"))
        if position and free_of(blocked, *match.span()):
            found.append(Name(*match.span(), "self", bearing[position - 1].entities))
    return tuple(found)


def _kind_of(key: str) -> str:
    """The general word that a region's name ends with; empty where it has none that may stand for it."""
    short = key.removesuffix(_WHOLE) + _SHORT if key.endswith(_WHOLE) else key
    return next((kind for kind in _KINDS if short.endswith(kind) and short != kind), "")
