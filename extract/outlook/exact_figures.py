"""Figures that are no round ones: what was reached is told to the last digit, what is planned is rounded."""

from __future__ import annotations

import re
from functools import lru_cache

_DIGITS_OF_A_ROUND_FIGURE = 3
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


@lru_cache(maxsize=4096)
def is_exact(figure: str) -> bool:
    """Whether a figure is no round one: four digits that count, or three of which the last is neither 0 nor 5.

    >>> [is_exact(one) for one in ("48.81万人", "501件", "1200亿元", "7.5%", "一百个")]
    [True, True, False, False, False]
    """
    found = _FIGURE.search(figure.replace(",", ""))
    digits = found.group().replace(".", "").strip("0") if found is not None else ""
    return len(digits) > _DIGITS_OF_A_ROUND_FIGURE or (len(digits) == _DIGITS_OF_A_ROUND_FIGURE and digits[-1] != "5")
