"""Where values stand that one comparison governs: «3亿元和5亿元», «2家、50亿元至100亿元企业5家»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.tokens import Tokens

_PAIR = 2
_RUN = re.compile("QC?(?:[、h]QC?)*")
_SIZED = "级"
"""2个【千亿级】产业集群, whose size belongs to what is counted."""


def value_spans(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of values under one comparison, in order; none begins with the size of what is counted.

    Arguments: tokens; first of the passage and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> def told(text):
    ...     tokens = tokenize(text, [])
    ...     return [tokens.written(*span) for span in value_spans(tokens, 0, len(tokens.letters))]
    >>> told("总额超过3亿元和5亿元"), told("培育2个千亿级、3个百亿级集群")
    (['3亿元和5亿元'], ['2个', '3个'])
    """
    match = _RUN.search(tokens.letters, first, last)
    while match is not None:
        start, end = match.span()
        sized = start > first and tokens.letters[start - 1] == "Q" and tokens.word(start).endswith(_SIZED)
        if not sized:
            yield start, end
        match = _RUN.search(tokens.letters, start + 1 if sized else end, last)


def of_one_kind(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The span of listed values up to one that measures what follows: «2家、【50亿元至100亿元企业】5家».

    Arguments: tokens; start and end of the span, as tokens.
    """
    if tokens.letters[end : end + 1] not in tuple("NEHIYKJi") or end - start <= _PAIR:
        return start, end
    money = [tokens.word(index).endswith("元") for index in range(start, end) if tokens.letters[index] == "Q"]
    first = next((index for index in range(start, end) if tokens.letters[index] in "、h"), end)
    return (start, first) if len(set(money)) > 1 and not money[0] else (start, end)
