"""Payments: a number that is a subsidy, a price, a fine, a condition, a share of capital or the size of one thing is no target.

Pattern: 最高…万元, 奖励, 补助, 罚款, 总投资, 占地面积, 得分.

Accepted as paid: «最高给予500万元奖励».
Refused: «旅游收入突破500亿元».
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.wordlists import alternation, names_of


@lru_cache(maxsize=1)
def _paid() -> re.Pattern[str]:
    return re.compile(alternation(names_of("paid.txt")))


def is_paid(text: str, start: int, end: int) -> bool:
    """Whether a number of a clause is a payment, a condition or the size of one thing.

    Arguments: text, folded; start and end of the clause, in code points.

    >>> is_paid("最高给予500万元奖励", 0, 11)
    True
    >>> is_paid("旅游收入突破500亿元", 0, 11)
    False
    """
    return _paid().search(text, start, end) is not None
