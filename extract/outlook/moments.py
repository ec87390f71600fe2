"""Moments: what a word of time says, seen from the year of the text (到2025年, 今年, “十五五”末, 去年, 近五年来)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extract.wordlists import any_of

Kind = Literal["aim", "now", "span", "past"]
"""A year to come; the text's own year; a period without a last year of its own; what is over."""
PLAN_ENDS = {"十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
"""The last year of each five-year plan."""
_MIDDLE_OF_THE_CENTURY = 2050
_YEAR = re.compile(r"((?:20|19)\d\d)(年?)(.*)")
_PLAN = re.compile(r"“?(十[一二三四五六])五”?(.*)")
_PART_OVER = re.compile(r"以来|上半年|季度|前\d|\d[—~-]\d{1,2}月")
_OVER = re.compile(any_of("past_times.txt"))
_THIS = re.compile(any_of("within_this_year.txt"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of a text; `year` is None where it names none."""

    kind: Kind
    year: int | None


def moment_of(word: str, year: int, aims: frozenset[int]) -> Moment | None:
    """What a word of time says; None where it says nothing that a target could be set for (3月, 两年内).

    Arguments: word, a token of class T; year of the text, 0 where it is not known; aims, the years that the text wants to
    reach (到2025年).

    >>> [moment_of(one, 2026, frozenset()) for one in ("2030年底", "2025年", "“十五五”末")]
    [Moment(kind='aim', year=2030), Moment(kind='past', year=2025), Moment(kind='aim', year=2030)]
    >>> [moment_of("“十四五”期间", year, frozenset()) for year in (2023, 2025)]
    [Moment(kind='span', year=None), Moment(kind='past', year=2025)]
    >>> [moment_of(one, 2026, frozenset()) for one in ("今年", "今年以来", "“十五五”时期", "3月")]
    [Moment(kind='now', year=2026), Moment(kind='past', year=2026), Moment(kind='span', year=None), None]
    """
    if match := _YEAR.match(word):
        return _of_year(int(match[1]), match[3], year, aims)
    if match := _PLAN.match(word):
        return _of_plan(PLAN_ENDS[match[1]], match[2], year)
    if _OVER.match(word):
        return Moment("past", None)
    if _THIS.match(word):
        return Moment("past" if _PART_OVER.search(word) else "now", year or None)
    if word.startswith("明年"):
        return Moment("aim", year + 1 if year else None)
    if word.startswith(("今后", "未来")):
        return Moment("span", None)
    return Moment("aim", _MIDDLE_OF_THE_CENTURY) if word == "本世纪中叶" else None


def _of_year(named: int, behind: str, year: int, aims: frozenset[int]) -> Moment:
    if _PART_OVER.search(behind) and named <= (year or named):
        return Moment("past", named)
    if year:
        over, bounded = named < year, behind.endswith(("前", "底", "末"))
        return Moment("past" if over else "aim" if named > year or bounded else "now", named)
    return Moment("aim" if named >= min(aims, default=named + 1) else "past", named)


def _of_plan(end: int, behind: str, year: int) -> Moment | None:
    if end < year or behind.endswith("以来"):
        return Moment("past", end)
    if behind.endswith("末"):
        return Moment("aim", end)
    if not behind.endswith(("时期", "期间", "期")):
        return None
    return Moment("past", end) if end == year else Moment("span", None)  # told in the last year of the plan
