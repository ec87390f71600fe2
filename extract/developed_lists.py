"""Lists of industries that a report or a plan develops in a clause without a subject, and which are of its own place.

Pattern: «巩固A、B两个超千亿集群», «推动A、B、C向千亿级迈进», «做大A、B产业规模», «支持A业、B业发展», «围绕A、B、C等十大领域».

Accepted: a list of two or more, most of them industries of the lexicon, governed by the verb that opens its clause.
Refused: «推动家政、养老加快转型», «围绕养老、家政等领域», of what is done with industries; the same lists in news.
"""

from __future__ import annotations

import re

from extract.clauses import Clause
from extract.grammar.unexpanded_phrases import counted_by
from extract.industries import Industry
from extract.industries.phrases import holds_industry
from extract.industries.series import Series
from extract.outlook.genre import genre_of
from extract.reading import Reading
from extract.tokens import Tokens, has_class

_FEWEST, _SEVERAL = 2, 3
_OF_OTHER_THINGS = frozenset(("tail role", "tail firm", "tail counter"))
"""What is true of a phrase that goes on as something else: 工业|大县, 物流|企业."""
_MOVING = re.compile(r"[AUX]*(?P<toward>p)[^，；。：n]{1,8}?(?P<verb>[VBG])")
_TOWARD = ("向", "朝", "朝着")
_OPENING = re.compile(r"[xm—，“AUXh]*")
_GROWING = re.compile(r"[AU]*D")
_ENDS = re.compile(r"[，；。：）”n]|\Z|h[pVBDLG]")


def is_developed_at_home(reading: Reading, clause: Clause, industry: Industry, path: str) -> bool:
    """Whether an industry stands in a list that a report or a plan of a place develops, without saying of whom it speaks.

    Arguments: reading; clause; industry of it; path, on which its place was found (`subject_paths.path_of`).

    >>> from extract.pipeline import claims
    >>> report = "晋江市2022年政府工作报告\\n一、工作安排\\n"
    >>> claims(report + "推动鞋服、纺织向千亿级迈进。", "concernsIndustry")
    ['晋江市 → 鞋服产业', '晋江市 → 纺织产业']
    >>> claims(report + "加强鞋服、纺织统计。", "concernsIndustry")
    []
    """
    if path not in ("topic", "heading"):
        return False
    series = industry.candidate.series
    row = reading.tokens
    return (
        len(series.items) >= _FEWEST
        and _OF_OTHER_THINGS.isdisjoint(industry.candidate.features)
        and any(low <= industry.candidate.phrase.start < high for low, high in series.items)
        and _opens(row, clause, series)
        and _are_mostly_known(row, series)
        and _goes_on(row, series)
        and genre_of(reading) in ("report", "plan")
    )


def _opens(row: Tokens, clause: Clause, series: Series) -> bool:
    """Whether the verb that governs a list opens its clause, or the list itself does."""
    first = row.first(clause.start)
    opened = _OPENING.match(row.letters, first)
    at = opened.end() if opened is not None else first
    return at == (series.governor if series.governor >= first else series.items[0][0])


def _are_mostly_known(row: Tokens, series: Series) -> bool:
    return sum(holds_industry(row, *item) for item in series.items) * 2 > len(series.items)


def _goes_on(row: Tokens, series: Series) -> bool:
    """Whether what stands around a list says that it is of industries which grow."""
    first, last = series.closing
    counted = first + row.letters.startswith("e", first)
    size = counted_by(row.word(counted)) if counted < last else 0
    kind = any(has_class(row.word(at), "industry_closings") for at in range(first, last))
    field = any(has_class(row.word(at), "industry_fields") for at in range(first, last))
    if size >= _FEWEST and (kind or (field and size >= _SEVERAL)):
        return True
    verb = row.word(series.governor) if series.governor >= 0 else ""
    if moves_on(row, series.end):
        return True
    if has_class(verb, "letting"):
        return _GROWING.match(row.letters, series.end) is not None
    developed = has_class(verb, "developing") or has_class(verb, "choosing")
    return developed and _ENDS.match(row.letters, series.end) is not None


def moves_on(row: Tokens, end: int) -> bool:
    """Whether what stands behind a list says that it grows to a size: 向千亿级迈进."""
    moving = _MOVING.match(row.letters, end)
    return (
        moving is not None
        and row.word(moving.start("toward")) in _TOWARD
        and has_class(row.word(moving.start("verb")), "advancing_to")
    )
