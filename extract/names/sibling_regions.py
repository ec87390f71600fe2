"""Regions told by their neighbours in a list: «秦汉新城、沣东新城、沣西新城», where one is known and the others end as it does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from extract.names.name import Name
from extract.names.region_uses import region_uses
from extract.names.region_words import head_of
from extract.numerals import SEVERAL_BELOW_TEN
from extract.wordlists import any_of, names_of

_OPENS = r"(?<=[、：（])"
_ENDS = f"(?=[、，。；）]|[和与及等为是]|[{SEVERAL_BELOW_TEN}]个|以及|建设)"
_LONGEST = 8
_JOINING = ("、", "和", "与", "及")
_ITEM = rf"(?P<item>[\u4e00-\u9fff]{{1,{_LONGEST}}}?"
_NOT_IN_IT = re.compile(rf"[和与及等的]|{any_of('verbs_before_regions.txt', 'not_in_region_names.txt')}")


def find_sibling_regions(text: str, blocked: Sequence[tuple[int, int]], regions: Sequence[Name]) -> tuple[Name, ...]:
    """Return what stands in a list beside a region and ends with the same head.

    Arguments: text, folded; blocked, sorted spans that are not read; regions that were found, each of one entity. Kinds of area
    that are more often what a place is to become (示范区) tell nothing of their neighbours. Offsets are code points.

    >>> from extract.values import Entity
    >>> known = Name(0, 4, "place", (Entity("Region", "秦汉新城"),))
    >>> [name.entities[0].key for name in find_sibling_regions("秦汉新城、沣东新城、沣西新城等。", [], [known])]
    ['沣东新城', '沣西新城']
    >>> find_sibling_regions("秦汉新城、推动新城发展。", [], [known])
    ()
    """
    taken = {(name.start, name.end) for name in regions}
    labels: set[str] = set()
    for region in regions:
        head = head_of(text[region.start : region.end])
        if head and head not in names_of("role_region_heads.txt"):
            labels |= {text[slice(*span)] for span in _beside(text, region, head, taken)}
    return region_uses(text, labels, blocked, regions)


def _beside(text: str, region: Name, head: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The items listed right before and right behind a region, as far as they end with its head and are no known region."""
    position = region.end
    while (
        text.startswith(_JOINING, position)
        and (match := _behind(head).match(text, position))
        and match.span("item") not in taken
        and not _NOT_IN_IT.search(match["item"])
    ):
        yield match.span("item")
        position = match.end("item")
    position = region.start
    low = position - _LONGEST - len(head) - 2
    while (
        text.endswith(_JOINING, 0, position)
        and (match := _before(head).search(text, max(0, low), position))
        and match.span("item") not in taken
        and not _NOT_IN_IT.search(match["item"])
    ):
        yield match.span("item")
        position = match.start("item")
        low = position - _LONGEST - len(head) - 2


@lru_cache(maxsize=128)
def _before(head: str) -> re.Pattern[str]:
    """Matches an item with a head that stands right before a region."""
    return re.compile(rf"{_OPENS}{_ITEM}{head})[{''.join(_JOINING)}]$")


@lru_cache(maxsize=128)
def _behind(head: str) -> re.Pattern[str]:
    """Matches an item with a head that stands right behind a region."""
    return re.compile(rf"[{''.join(_JOINING)}]{_ITEM}{head}){_ENDS}")
