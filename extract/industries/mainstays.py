"""What somebody takes for the main thing: «以A、B为主», «以A、B为特色».

Accepted: a list behind 以 that 为主 or 为 with a word for what industries are to a place follows (`taken_for_industries.txt`).
Refused: «以A、B为抓手», which says how something is done, and «以A为重点» where it goes on (以煤炭为重点整治…).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.industries.lexicon import ends_in_goods
from extract.industries.phrases import holds_industry
from extract.industries.series import Series
from extract.tokens import Tokens
from extract.wordlists import names_of

_BY = "以"
_FOR = "为"
_WHERE_TO_BEGIN = "为重点"
_LONGEST = 3
"""Tokens of 为主攻方向, at most."""


@lru_cache(maxsize=1)
def _said() -> frozenset[str]:
    words = names_of("taken_for_industries.txt")
    return frozenset((*words, *(_FOR + word for word in words)))


def may_take(words: Sequence[str]) -> bool:
    """Whether words have what a phrase of this pattern cannot do without.

    >>> may_take(["以", "羊绒", "为主"]), may_take(["以", "羊绒", "为", "荣"])
    (True, False)
    """
    return _BY in words and not _said().isdisjoint(words)


def is_mainstay(row: Tokens, series: Series) -> bool:
    """Whether somebody takes a list for the main thing, and most of it is of industries or goods.

    >>> from extract.industries.series import series_of
    >>> from extract.tokens import tokenize
    >>> def told(text: str) -> list[bool]:
    ...     row = tokenize(text, [])
    ...     return [is_mainstay(row, one) for one in series_of(row, 0, len(row.letters))]
    >>> told("以羊绒、紧固件为主"), told("以山地、丘陵为主"), told("以羊绒、紧固件为抓手")
    ([True], [False], [False, False])
    """
    verb, end = series.governor, series.end
    if verb < 0 or row.word(verb) != _BY or end >= len(row.letters) or not row.word(end).startswith(_FOR):
        return False
    begun = row.written(end, min(end + 2, len(row.letters))) == _WHERE_TO_BEGIN
    said = (
        _closes(row, end + 2)
        if begun
        else any(
            row.written(end, last).removeprefix(_FOR) in names_of("taken_for_industries.txt")
            for last in range(end + 1, min(end + _LONGEST, len(row.letters)) + 1)
        )
    )
    return said and sum(_sounds(row, *item) for item in series.items) * 2 > len(series.items)


def _closes(row: Tokens, at: int) -> bool:
    """«以A、B为重点。»: nothing goes on behind it."""
    return at >= len(row.letters) or row.letters[at] in "。；n"


def _sounds(row: Tokens, first: int, last: int) -> bool:
    return holds_industry(row, first, last) or ends_in_goods(row.written(first, last))
