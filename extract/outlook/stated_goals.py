"""Whether a sentence opens goals, which then go on to the end of its paragraph.

Pattern: «主要目标是：», «预期目标如下», «明确了具体目标。包括甲增长5%», «甲局将争取实现三大目标。一是…».

Accepted: what is said to be a goal, and a number of goals that shall be reached.
Refused: «圆满实现三大目标», which have been.
"""

from __future__ import annotations

import re

from extract.numerals import SEVERAL
from extract.wordlists import any_of

_GOALS = re.compile(
    r"(?:目标|指标)(?:任务)?(?:建议)?，?(?:是|为|：|如下|包括)"
    rf"|{any_of('before_numbers_of_goals.txt')}[^，。；\n]{{0,4}}实现[{SEVERAL}\d]+[大个项](?:主要)?目标(?=[：。])"
)

_GOALS_NAMED_BEFORE = re.compile(r"(?<=目标。)(?:主要|具体)?包括")
"""«明确了具体目标。包括甲增长5%»."""


def opens_goals(text: str, start: int, end: int) -> bool:
    """Whether a passage opens goals.

    Arguments: text, folded; start and end of the passage, in code points.

    >>> opens_goals("主要目标是：", 0, 6), opens_goals("将争取实现三大目标。", 0, 10), opens_goals("圆满实现三大目标。", 0, 9)
    (True, True, False)
    >>> opens_goals("明确了目标。包括甲增长5%。", 6, 14)
    True
    """
    return any(one.search(text, start, end) is not None for one in (_GOALS, _GOALS_NAMED_BEFORE))
