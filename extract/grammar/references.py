"""References: «超过全国平均水平», «高于全省平均增速», «与经济增长同步»: a comparison without a number.

Accepted: «增速力争超过全国平均水平», > 全国平均水平.
Refused: «达到国家标准的企业», where the standard only describes; «提高管理水平», which compares with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.tokens import Tokens
from extract.wordlists import names_of, table

_COMPARED = re.compile("(?=(?P<compared>[Gc][NJPTYVAGmlXIK]{1,7}(?=$|[，。；、）n])))")
"""Also within another: 收入增长|高于经济增长."""
_TOGETHER = re.compile("[hp][NJPYVGI]{1,5}?[AJ]{0,2}G(?=$|[，。；、）n])")
_EQUAL = frozenset(("与", "同", "和"))
_KEPT_UP = "同步"


@dataclass(frozen=True, slots=True)
class Reference:
    """What something is compared with; first token of the comparison, the one behind the last, sign and words."""

    first: int
    last: int
    sign: str
    words: str


@lru_cache(maxsize=1)
def _heads() -> tuple[str, ...]:
    return names_of("reference_heads.txt")


@lru_cache(maxsize=1)
def _scopes() -> tuple[str, ...]:
    return names_of("reference_scopes.txt")


def references(tokens: Tokens, first: int, last: int) -> Iterator[Reference]:
    """Yield the comparisons of a passage that name no number.

    Arguments: tokens; first of the passage and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> def told(text):
    ...     tokens = tokenize(text, [])
    ...     return [(one.sign, one.words) for one in references(tokens, 0, len(tokens.letters))]
    >>> told("增速力争超过全国平均水平"), told("居民收入增长与经济增长同步")
    ([('>', '全国平均水平')], [('=', '经济增长')])
    >>> told("居民收入增长高于经济增长")
    [('>', '经济增长')]
    >>> told("达到国家标准的企业"), told("提高管理水平")
    ([], [])
    """
    signs = table("comparisons.tsv", "word", "sign", "place")
    for match in tokens.find(_COMPARED, first, last):
        start, end = match.span("compared")
        words = tokens.written(start + 1, end)
        row = signs.get(tokens.word(start))
        if row is not None and words.endswith(_heads()) and words.startswith(_scopes()):
            yield Reference(start, end, row[0], words)
    for match in tokens.find(_TOGETHER, first, last):
        start, end = match.span()
        if tokens.word(end - 1) == _KEPT_UP and tokens.word(start) in _EQUAL:
            words = tokens.written(start + 1, end - 1).removesuffix("基本").removesuffix("保持")
            yield Reference(start, end, "=", words)
