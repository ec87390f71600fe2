"""The zone that a title speaks of by its kind alone: «关于促进综合保税区高水平开放的意见», «关于支持临港地区发展的意见»."""

from __future__ import annotations

from collections.abc import Sequence

from extract.names.name import Name, free_of
from extract.scanning import occurrences
from extract.values import Entity
from extract.wordlists import names_of
from extract.words import tagged

_SUBJECT_MARK = "关于"
_LEAST = 3
"""How often a text names what it is about."""
_SHORTEST, _LONGEST = 4, 16
_DESCRIBING = ("n", "b", "a", "j", "s", "nz", "vn")
"""Tags of words that may stand before the head of a zone's name."""
_NEVER = frozenset(names_of("never_in_zone_names.txt"))


def find_titled_zone(
    text: str, title: tuple[int, int], blocked: Sequence[tuple[int, int]], places: Sequence[Name]
) -> tuple[Name, ...]:
    """Return every use of the zone that a title speaks of behind 关于, where no place's name stands there.

    Arguments: text, folded; title, span of the text's own title; blocked, sorted spans that are not read; places, names found.

    >>> text = "关于促进综合保税区开放的意见\\n综合保税区是平台。建设综合保税区。"
    >>> {name.entities[0].key for name in find_titled_zone(text, (0, 14), [], [])}
    {'综合保税区'}
    """
    mark = text.rfind(_SUBJECT_MARK, *title)
    if mark < 0 or any(mark < name.start < title[1] for name in places):
        return ()
    label = _zone(text[mark + len(_SUBJECT_MARK) : title[1]].replace("\n", ""))
    if not label or text.count(label) < _LEAST:
        return ()
    return tuple(
        Name(start, end, "place", (Entity("Region", label),))
        for start, end in occurrences(label, text)
        if free_of(blocked, start, end)
    )


def _zone(title: str) -> str:
    """The first noun phrase of a title that ends with the head of a region; empty where there is none."""
    heads = (*names_of("region_heads.txt"), "地区")
    start = 0
    for low, high, word, tag in tagged(title):
        if not tag.startswith(_DESCRIBING) or word in _NEVER:
            start = high
        label = title[start:high]
        if label.endswith(heads) and _SHORTEST <= len(label) <= _LONGEST and low >= start and label not in _NEVER:
            return label
    return ""
