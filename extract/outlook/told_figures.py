"""Figures of statistics: what news tells of a part of the year that is over, though an aim of another year stands before it.

Pattern: «到2025年，A达到…。1-7月，B达17924亿元，增长7.6%。», «…。7月份，该省实现C1806亿元，同比增长5.9%。»

Accepted as told: a month without a day, a span of months, a quarter or half of the year; 同比 and 环比; a figure that is no round one.
Refused: «8月20日，甲省发布方案，新建…», a day on which something is announced; «新增企业300家», a round figure.
"""

from __future__ import annotations

import re

from extract.outlook.exact_figures import is_exact
from extract.tokens import Tokens

_PART_OF_A_YEAR = re.compile(
    r"(?:\d{4}年|[今本当]年)?(?:前?\d+个?月份?|\d{1,2}[—~-]\d{1,2}月份?|[前第]?[一二三四]季度|上半年)"
)
_AGAINST_ANOTHER_YEAR = ("同比", "环比")


def tells_figures(tokens: Tokens, start: int, end: int, value: int) -> bool:
    """Whether a sentence tells what was reached in a part of a year.

    Arguments: tokens; start and end of the sentence; value, the offset behind the one that is asked for.

    >>> from extract.tokens import tokenize
    >>> told = lambda text: tells_figures(tokenize(text, []), 0, len(text), len(text))
    >>> told("7月份，货运量达2亿吨"), told("1-7月，零售额达9000亿元"), told("货运量同比增长8%"), told("实现增加值1806亿元")
    (True, True, True, True)
    >>> told("8月20日，甲省发布方案，新建园区20个"), told("新增企业300家")
    (False, False)
    """
    first, last = tokens.within(start, end)
    _, before = tokens.within(start, value)
    if any(_PART_OF_A_YEAR.fullmatch(tokens.word(at)) for at in range(first, before) if tokens.letters[at] == "T"):
        return True
    words = [tokens.word(at) for at in range(first, last) if tokens.letters[at] in "XQ"]
    return any(word in _AGAINST_ANOTHER_YEAR or is_exact(word) for word in words)
