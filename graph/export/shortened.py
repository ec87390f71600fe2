"""Texts made short for a place that has no room for the whole: never so that a figure looks like another one."""

from __future__ import annotations

import re

from extract.numerals import COUNTING

_MORE = "……"
_CLAUSE_ENDS = "，。；：、！？"
_FIGURE = re.compile(
    rf"(?:约|超|近|第)?[0-9０-９{COUNTING}百千万亿两零〇.,．，%％‰±~～+\-—]*[0-9０-９{COUNTING}百千万亿%％][^，。；：、！？\s]{{0,6}}$"
)
"""A figure at the end of what is kept, with what may be its unit."""


def shortened(text: str, longest: int) -> str:
    """Return a text, or its beginning with «……» where it is longer: ended behind a clause, or at least before a figure that is not whole.

    Arguments: text; longest, the characters that are kept at the most.

    >>> shortened("规模以上工业增加值增速达到15%，继续提高", 15)
    '规模以上工业增加值增速达到……'
    >>> shortened("到2025年，大连市建成区域性金融中心", 10), shortened("沈阳，大连", 10)
    ('到2025年，……', '沈阳，大连')
    """
    if len(text) <= longest:
        return text
    kept = text[:longest]
    clause = max(kept.rfind(mark) for mark in _CLAUSE_ENDS) + 1
    if clause * 2 >= longest and not (kept[clause - 2 : clause - 1].isdigit() and text[clause : clause + 1].isdigit()):
        return kept[:clause] + _MORE
    return (_FIGURE.sub("", kept) or kept) + _MORE
