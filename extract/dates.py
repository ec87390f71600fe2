"""Days as texts write them: 2022年3月23日, 2022-03-23, 二〇二二年三月二十三日."""

from __future__ import annotations

import re
from datetime import date

from extract.numerals import BELOW_TEN, COUNTING

DAY = (
    r"(?:(?:19|20)\d\d\x20?(?:年|-|/|\.)\x20?\d{1,2}\x20?(?:月|-|/|\.)\x20?\d{1,2}\x20?日?(?!\d)"
    f"|[一二][〇○零OＯ{BELOW_TEN}]{{3}}年[元正{COUNTING}]{{1,2}}月[{COUNTING}]{{1,3}}日)"
)
"""A pattern of a day, with the year."""
_PARTS = re.compile(r"[年月日\x20/.-]+")
_DIGITS = {char: value for value, char in enumerate(f"〇{BELOW_TEN}")} | dict.fromkeys("○零OＯ", 0)
_FIRST = "元正"


def day(written: str) -> date | None:
    """Return the day that a passage matched by `DAY` names; None where there is no such day.

    >>> day("2022年3月23日"), day("二〇二四年六月十八日"), day("2022.02.30")
    (datetime.date(2022, 3, 23), datetime.date(2024, 6, 18), None)
    """
    year, month, of_month = (part for part in _PARTS.split(written.strip()) if part)
    try:
        if year.isdigit() and year.isascii():
            return date(int(year), int(month), int(of_month))
        digits = "".join(str(_DIGITS[char]) for char in year)
        return date(int(digits), _counted(month), _counted(of_month))
    except ValueError:
        return None


def _counted(written: str) -> int:
    """A number up to 99 in characters: 二十三; 元月 and 正月 are the first."""
    if written in _FIRST:
        return 1
    tens, ten, units = written.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + sum(_DIGITS.get(char, 0) for char in units[-1:])
