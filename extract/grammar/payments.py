"""Payments: a number that is a subsidy, a price, a fine, a condition, a share of capital or the size of one thing is no target.

Pattern: 最高…万元, 奖励, 补助, 罚款, 总投资, 占地面积, 得分.

Accepted as paid: «最高给予500万元奖励».
Refused: «旅游收入突破500亿元».
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.wordlists import alternation, any_of, names_of

_MODIFIES = re.compile(r"[超达过在]*[\d.]+[万千百]*亿?元(?:以上|以下)?的?[\u4e00-\u9fff]{0,6}?(?:项目|企业)")
"""«总投资超10亿元项目50个»: the sum says of what size those are that are counted."""
_SHARES = re.compile(rf"[\u4e00-\u9fff]{{0,8}}{any_of('ends_of_shares.txt')}")
"""«融资担保业务比重»: the share of what is paid is none."""
_NOT_PAID = re.compile(any_of("not_paid.txt"))


@lru_cache(maxsize=1)
def _paid() -> re.Pattern[str]:
    return re.compile(alternation(names_of("paid.txt")))


def is_paid(text: str, start: int, end: int) -> bool:
    """Whether a number of a clause is a payment, a condition or the size of one thing.

    Arguments: text, folded; start and end of the clause, in code points.

    >>> is_paid("最高给予500万元奖励", 0, 11)
    True
    >>> is_paid("旅游收入突破500亿元", 0, 11), is_paid("融资担保业务比重达到80%", 0, 13)
    (False, False)
    """
    held = [match.span() for match in _NOT_PAID.finditer(text, start, end)]
    return any(
        not (_MODIFIES.match(text, one.end(), end) or _SHARES.match(text, one.end(), end))
        and not any(low <= one.start() and one.end() <= high for low, high in held)
        for one in _paid().finditer(text, start, end)
    )
