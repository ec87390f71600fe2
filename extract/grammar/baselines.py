"""Baselines: «由A%提高到B%左右», «从A增加到B», «稳定在70%», «保持在…以上».

The left number is where things stand, the right one is the target.

Accepted: «由20%提高到30%», baseline 20, target 30.
Refused: «由甲县到乙县», which has no numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RISE = re.compile(
    rf"(?:由|从)(?:目前的?|现有的?|20\d\d年(?:底|末)?的?|人均)?(?P<baseline>{NUMBER})(?P<unit>[^\d，。；、]{{0,6}}?)"
    r"(?=(?:逐步|力争|稳步)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压减|降|升|增)(?:到|至))"
)


@dataclass(frozen=True, slots=True)
class Baseline:
    """A number from which a target departs; offsets are code points."""

    value: Decimal
    start: int
    end: int


def decimal_of(number: str) -> Decimal:
    """The value of a number as written.

    >>> decimal_of("1,200.5")
    Decimal('1200.5')
    """
    return Decimal(number.replace(",", ""))


def baseline(text: str, start: int, end: int) -> Baseline | None:
    """The baseline in a passage of folded text, if it has one.

    >>> baseline("占比由20%提高到30%左右", 0, 13).value, baseline("由甲县到乙县", 0, 6)
    (Decimal('20'), None)
    """
    match = _RISE.search(text, start, end)
    return Baseline(decimal_of(match["baseline"]), *match.span()) if match else None
