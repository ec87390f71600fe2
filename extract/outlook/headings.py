"""What the headings above a sentence say of it: whether its section sets goals, plans, or looks back."""

from __future__ import annotations

import re
from typing import Literal

from extract.grammar.state_headings import tells_a_state
from extract.outlook.times import AIMS, with_those_above
from extract.reading import Reading
from extract.tokens.verb_openings import opening_verb
from extract.wordlists import any_of

Mode = Literal["goal", "plan", "review", "law", "tale"]


_REVIEW, _PLAN, _RESULT = (
    re.compile(any_of(file)) for file in ("review_headings.txt", "plan_headings.txt", "results_in_headings.txt")
)


_TASKS = "任务"


def _fulfils(heading: str) -> bool:
    """Whether a heading speaks of tasks that are, or were, fulfilled: 聚力落实国家重大战略任务, not 2026年主要任务."""
    return opening_verb().match(heading) is not None and set(_PLAN.findall(heading)) == {_TASKS}


def headed_mode(reading: Reading, section: int, ahead: bool, report: bool) -> Mode | None:
    """The mode that the headings above a section tell, the innermost first; None where they tell none.

    Arguments: reading; ordinal of the section; ahead, whether the text looked ahead before it; report, whether it is a work report, of
    which a heading that tells a state («…，生活品质稳步提高») looks back where nothing before it looks ahead.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def told(heading):
    ...     return headed_mode(prepare(Document("a", f"（一）{heading}\\n新建充电桩2万个。")), 1, False, True)
    >>> told("2025年工作回顾"), told("办好民生实事，生活品质稳步提高"), told("主要目标"), told("办好民生实事")
    ('review', 'review', 'goal', None)
    >>> told("2026年重点任务"), told("落实国家战略任务")
    ('plan', None)
    """
    for ordinal in with_those_above(reading.sections, section):
        one = reading.sections[ordinal]
        heading, over = one.heading, _REVIEW.search(one.heading) is not None
        if AIMS.search(heading) and not over:
            return "goal" if ordinal == section else "plan"
        if _PLAN.search(heading) and not over and not _fulfils(heading):
            return "plan"
        if over:
            return "review"
        stated = report and one.number and tells_a_state(reading.tokens, one.heading_start, one.heading_end)
        if _RESULT.search(heading) or stated:
            headings = (reading.sections[at].heading for at in with_those_above(reading.sections, section))
            under_aims = any(_PLAN.search(one) or AIMS.search(one) for one in headings if not _REVIEW.search(one))
            return "plan" if ahead or under_aims else "review"
    return None
