"""Measured industries: what a report of a place tells of the size of an industry, without saying of whom it speaks.

Pattern: «集成电路产业规模增长超20%», «数字经济核心产业增加值预计增长10%», «农产品加工业营收超1万亿元».

Accepted: an industry that opens its clause, what is measured of it, and how it went, in a report of a place.
Refused: «高耗能制造业增加值占比下降0.5个百分点», which goes down; «粮食播种面积增长», which measures land; the same in news.
"""

from __future__ import annotations

import re

from extract.clauses import Clause
from extract.industries import Industry
from extract.outlook.genre import genre_of
from extract.reading import Reading
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_OPENING = re.compile(r"[AUXThx—、，]*(?:J?C)?")
"""规模以上 and what else stands before an industry of which all is measured."""
_GOES = re.compile(r"[AUXJTcx]*N?[AUX]*[GVcQ]")
_NUMBERED = "第"
_REACH = 5
"""Tokens behind an industry within which its measure stands."""


def is_measured_at_home(reading: Reading, clause: Clause, industry: Industry, path: str) -> bool:
    """Whether a clause of a report tells how large an industry of the place is that the report is about.

    Arguments: reading; clause; industry of it; path, on which its place was found (`subject_paths.path_of`).

    >>> from extract.pipeline import claims
    >>> report = "2026年湖南省政府工作报告\\n一、过去一年工作\\n" + "经济平稳运行，城乡面貌一新，民生持续改善。" * 9
    >>> claims(report + "农产品加工业营收超1万亿元。", "concernsIndustry")
    ['湖南省 → 农产品加工业']
    >>> claims(report + "高耗能制造业增加值下降0.5个百分点。", "concernsIndustry")
    []
    """
    if path not in ("topic", "heading") or genre_of(reading) != "report":
        return False
    row, series = reading.tokens, industry.candidate.series
    first, last = row.within(clause.start, clause.end)
    opened = _OPENING.match(row.letters, first, last)
    of_statistics = row.word(industry.candidate.phrase.start).startswith(_NUMBERED)  # 第三产业
    if opened is None or opened.end() != series.items[0][0] or of_statistics:
        return False
    behind = industry.candidate.phrase.end if len(series.items) == 1 else series.items[-1][0] + 1
    return _is_measured(row, behind, last)


def _is_measured(row: Tokens, behind: int, last: int) -> bool:
    """Whether a measure and a verb of measuring stand behind an industry, and none of going down."""
    less = names_of("declines.txt")
    if any(row.word(at) in less or has_class(row.word(at), "reducing") for at in range(behind, last)):
        return False
    measures = names_of("measures_of_industries.txt")
    near = range(behind, min(behind + _REACH, last))
    measure = next((at for at in near if row.word(at).endswith(measures)), None)
    return measure is not None and _GOES.match(row.letters, measure + 1, last) is not None
