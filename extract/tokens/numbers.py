"""Numbers and times of a text, each as one span: 3.5万亿元, 两成, 百分之三十, 到2025年底, “十四五”末.

A number is read up to its unit; a year, a month, a plan period is a time. What a number is worth is read elsewhere, where a rule needs
it; here it is only one token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.wordlists import alternation, names_of

_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_WORDED = r"[一二两三四五六七八九十百千零〇]+"
_TIME = (
    r"(?:20|19)\d\d(?:年|(?=[—~-](?:20|19)\d\d年))(?:\d{1,2}月(?:份|\d{1,2}日)?)?(?:底|末|初|前|之前)?|\d{1,2}月\d{1,2}日|\d{1,2}月(?:份|底|末)?"
    r"|“?十[一二三四五六]五”?(?:时期|期间|期末|末)?|(?:今|明|去|上|当|本)年(?:底|末|初|内)?|全年|年内|年底|年末|届时"
    r"|(?:今后|未来)(?:的)?[一二三四五六七八九十\d]+年|本世纪中叶|\d+年(?:内|左右|以上|时间)?"
)


def _number_pattern() -> re.Pattern[str]:
    units = alternation(names_of("units.txt"))
    scale = r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?"
    ranged = rf"{_DIGITS}(?:[—~～-]{_DIGITS})?"
    share = rf"[百千万]分之(?:{_WORDED}(?:点{_WORDED})?|{_DIGITS})"
    return re.compile(
        rf"(?P<time>{_TIME})|(?P<share>{share})|(?P<count>[两三四五六七八九十]大(?=[^\W\d_]))"
        rf"|(?P<quantity>{ranged}{scale}(?:余|多)?(?:{units})|{_WORDED}(?:万亿|亿|万)?(?:余|多)?(?:{units})(?!面))"
        rf"|(?P<bare>{ranged}{scale})"
    )


_NUMBERS = _number_pattern()
_LETTERS = {"time": "T", "share": "Q", "count": "Q", "quantity": "Q", "bare": "m"}


def number_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and letter (Q, T, m) of each number and time.

    Arguments: text, folded. Offsets are code points.

    >>> text = "到2025年，占比达百分之三十，产值3.5万亿元，增长5%，新建20个。"
    >>> [(text[start:end], letter) for start, end, letter in number_spans(text)]
    [('2025年', 'T'), ('百分之三十', 'Q'), ('3.5万亿元', 'Q'), ('5%', 'Q'), ('20个', 'Q')]
    """
    for match in _NUMBERS.finditer(text):
        yield match.start(), match.end(), _LETTERS[match.lastgroup or "bare"]
