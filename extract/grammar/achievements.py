"""Achieved: what tells of the past is neither target nor task.

Pattern: 上半年, 去年, 截至, 已, 近三年, 了. Words that stand before values to be reached as well (同比, 累计) do not tell.

Accepted as achieved: «去年实现生产总值6739亿元», «已建成基地».
Refused: «同比增长7%左右», «已提出到2025年超过9000亿元», where 已 belongs to the saying.
"""

from __future__ import annotations

import re

from extract.tokens import Tokens, has_class
from extract.wordlists import any_of

_OVER = re.compile(rf"{any_of('past_times.txt')}|以来|\d[—~-]\d{{1,2}}月|前\d+个?月")


def is_done(tokens: Tokens, index: int) -> bool:
    """Whether a token says that something has been done."""
    letter, word = tokens.letters[index], tokens.word(index)
    if letter == "T":
        return _OVER.search(word) is not None
    if letter != "X" or has_class(word, "reckoning"):
        return False
    behind = tokens.word(index + 1) if index + 1 < len(tokens.letters) else ""
    return not has_class(behind, "deciding")


def is_achieved(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a passage tells of the past.

    Arguments: tokens; start and end of the passage, in code points.

    >>> from extract.tokens import tokenize
    >>> told = lambda text: is_achieved(tokenize(text, []), 0, len(text))
    >>> told("去年实现生产总值6739亿元"), told("已建成基地")
    (True, True)
    >>> told("同比增长7%左右"), told("已提出到2025年超过9000亿元")
    (False, False)
    """
    first, last = tokens.within(start, end)
    return any(tokens.letters[index] in "XT" and is_done(tokens, index) for index in range(first, last))
