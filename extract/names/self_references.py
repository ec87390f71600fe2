"""Words by which a text names its own place: 全省, 我市."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.names.name import Name, free_of
from extract.names.places import Home
from extract.wordlists import Finder, names_of

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
