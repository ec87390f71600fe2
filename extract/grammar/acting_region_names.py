"""Names of regions that their ends alone do not show, but that build or develop something: «【青峰药谷】聚焦…», «【围头湾】打造…».

Pattern: at the beginning of a clause nouns that open with a place or a name and end with 谷, 城, 湾, then a verb of building.

Accepted: «南康现代家居城着力打造A», and each other use of that name in the text.
Refused: «产业新城建设…», «老城建设…», whose words are all common; «青峰药谷的建设», which does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.clauses.strangers import has_proper_opening
from extract.gazetteer import gazetteer
from extract.names.name import free_of
from extract.names.region_page import Page, is_nominal
from extract.scanning import occurrences
from extract.wordlists import any_of, names_of

_LEAST = 3
"""Code points of a name, and of what stands in it behind a place: 南康|现代家居城, not 长沙|县城."""


@lru_cache(maxsize=1)
def _acting() -> re.Pattern[str]:
    verbs, adverbs = any_of("verbs_of_acting_places.txt"), any_of("adverbs_of_acting_places.txt")
    ends = any_of("ends_of_acting_regions.txt")
    return re.compile(
        rf"(?<![^，；。：\n ])(?P<name>[\u4e00-\u9fff]{{2,9}}?{ends})(?:{adverbs}){{0,2}}{verbs}(?![，、。；的])"
    )


def _is_named(page: Page, start: int, end: int) -> bool:
    """Whether a span is made of whole words, all nouns, the first of which is a name."""
    position, first = end, ""
    while position > start:
        word = page.word_before(position) or (page.words.get(position) if position == end else None)
        if word is None or (position < end and not is_nominal(word)):
            return False
        position, first = word.start, word.text
    if position != start:
        return False
    if page.proper.get(start + len(first)) == start or first in gazetteer().by_name:
        return end - start - len(first) >= _LEAST
    return has_proper_opening(first, page.text[start:end])


def acting_regions(page: Page, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the names of regions that act, wherever the text has them.

    Arguments: page; blocked, sorted spans that are not read.

    >>> from extract.names.region_page import page_of
    >>> def named(text):
    ...     return sorted({text[start:end] for start, end in acting_regions(page_of(text, []), [])})
    >>> named("青峰药谷聚焦新药，打造产业园；产业新城建设基地。"), named("老城建设提速，推进县城建设。")
    (['青峰药谷'], [])
    """
    labels = dict.fromkeys(
        match["name"]
        for match in _acting().finditer(page.text)
        if len(match["name"]) >= _LEAST
        and match["name"] not in names_of("region_heads.txt")
        and match.end("name") not in page.named
        and _is_named(page, *match.span("name"))
    )
    for label in labels:
        for start, end in occurrences(label, page.text):
            if free_of(blocked, start, end):
                yield start, end
