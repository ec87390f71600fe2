"""Words by which a text names its own place: 全省, 我市."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.names.name import Name, free_of
from extract.names.places import Home
from extract.wordlists import Finder, table


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder(table("self_references.tsv", "word", "level"))


def find_self_references(text: str, blocked: Sequence[tuple[int, int]], home: Home) -> tuple[Name, ...]:
    """Return the self-references in a folded text whose place is known.

    Arguments: text, folded; blocked, sorted spans that are not read; home, the text's own place.

    >>> from extract.names.places import find_home
    >>> text = "辽宁省：在全省、我市推广"
    >>> [name.entities[0].key for name in find_self_references(text, [], find_home(text, []))]
    ['辽宁省']
    """
    found = []
    for start, end, word in _finder().find(text):
        level = table("self_references.tsv", "word", "level")[word][0]
        place = home.province if level == "Province" else home.city or home.province
        if place is None or (level == "City" and not place.official_name.endswith("市")):
            continue
        if free_of(blocked, start, end):
            found.append(Name(start, end, "self", (place.entity,)))
    return tuple(found)
