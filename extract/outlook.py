"""Whether a passage speaks of what shall be, and by which year."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.clauses import Clause
from extract.grammar.achievements import is_achieved, is_future, is_paid
from extract.reading import Reading
from extract.values import Sentence

YEAR = re.compile(
    r"(?<![年月])(?:到|至)(?P<by>20\d\d)年|(?<!截至)(?<!截止)(?<!截至到)(?P<end>20\d\d)年(?:\d{1,2}月)?(?:底|末|前|之前|年底)"
    r"|(?<![到至由从月])(?P<shall>20\d\d)年(?=[^，。；]{0,16}(?:将|力争|争取|预计|确保))|(?<=力争|争取|确保|预计|计划)在?(?P<aim>20\d\d)年"
    r"|“?(?P<plan>十[一二三四五六])五”?(?:时期|期间|期末|末)|今后[一二三五十\d]+年|未来[一二三五十\d]+年|届时"
)
"""A year or a period by which something is to be reached."""
_PLAIN_YEAR = re.compile(r"(?<=[，；。：])(20\d\d)年")
"""A year that opens a clause; it is an aim's where the text names it as one elsewhere (到2025年)."""
_PLAN_ENDS = {"十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
"""The last year of each five-year plan."""
_REPORTED = re.compile(
    r"(?<![到至])20\d\d年末(?=常住|户籍|总人口|人口)|截至|截止|20\d\d年(?:\d+月)?至20\d\d年|由20\d\d年|年以来|今年以来|去年|近年来|近[一二两三四五六七八九十\d]+年|连续\d+个?[年月]"
)
_AHEAD = re.compile(r"(?:到|至)20\d\d年|力争|争取|目标|预期")
_AIM_OPENS = re.compile(r"[^，。；：]{0,12}?(?:到|至)20\d\d年")
_OTHER_TIME = re.compile(r"20\d\d年|目前|迄今|另悉|据|当前|现有|今年|达产")
"""What makes a sentence speak of another time than the aim before it."""
_GOAL = re.compile(r"目标|预期|指标")
_PLANNED = re.compile(r"任务|重点工作|工作安排|主要工作|工作重点|举措|措施")
_REVIEW = re.compile(r"回顾|成就|成效|总结|现状|基础|背景|过去")
_HEDGED = re.compile(r"力争|争取|确保|目标|预期|不低于|不少于|不超过|控制在|将|要")


def year_of(match: re.Match[str]) -> int | None:
    """The year that a match of `YEAR` names; None for 今后五年.

    >>> [year_of(YEAR.search(text)) for text in ("到2025年", "“十四五”末", "今后五年")]
    [2025, 2025, None]
    """
    if match["plan"]:
        return _PLAN_ENDS[match["plan"]]
    named = match["by"] or match["end"] or match["shall"] or match["aim"]
    return int(named) if named else None


@lru_cache(maxsize=8)
def _aims(text: str) -> frozenset[int]:
    """The years by which a text wants something: 到2025年."""
    return frozenset(int(match["by"]) for match in YEAR.finditer(text) if match["by"])


def target_year(reading: Reading, sentence: Sentence, position: int, before: int | None) -> int | None:
    """The year by which a passage's aim is to be reached: its sentence's, an earlier one's, its heading's.

    Arguments: reading; sentence; position, offset before which the sentence may name the year; before, the year that an
    earlier sentence of the section named last.
    """
    found = [*YEAR.finditer(reading.text, sentence.start, position)]
    years = {match.start(): year for match in found if (year := year_of(match))}
    plain = [*_PLAIN_YEAR.finditer(reading.text, sentence.start, position)]
    aims = _aims(reading.text) if plain else frozenset()
    years |= {
        match.start(): year
        for match in plain
        if (year := int(match.group(1))) >= reading.year and year in aims | {reading.year}
    }
    if years:
        return years[max(years)]
    if before is not None:
        return before
    ordinal: int | None = sentence.section
    while ordinal:
        section = reading.sections[ordinal]
        match = re.search(r"(20\d\d)年", section.heading)
        if match:
            return int(match.group(1))
        ordinal = section.parent
    return None


def headings_of(reading: Reading, sentence: Sentence) -> str:
    """The headings of the sections that hold a sentence, the innermost first."""
    found, ordinal = [], sentence.section
    while ordinal:
        section = reading.sections[ordinal]
        found.append(section.heading)
        ordinal = section.parent or 0
    return " ".join(found)


def follows_an_aim(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence right before one in its paragraph opens with the year of an aim: «到2025年，…。年交易额突破…»."""
    if not sentence.ordinal:
        return False
    before = reading.sentences[sentence.ordinal - 1]
    beside = before.section == sentence.section and "\n" not in reading.text[before.end : sentence.start]
    apart = _OTHER_TIME.search(reading.text, sentence.start, sentence.end)
    return beside and not apart and _AIM_OPENS.match(reading.text, before.start, before.end) is not None


def is_wanted(reading: Reading, sentence: Sentence, clause: Clause, headings: str) -> bool:
    """Whether a clause speaks of what shall be rather than of what is, was or is paid; headings, see `headings_of`."""
    text = reading.text
    if is_achieved(text, clause.start, clause.end) or is_paid(text, clause.start, clause.end):
        return False
    if _REPORTED.search(text, sentence.start, clause.end) and not _AHEAD.search(text, clause.start, clause.end):
        return False
    dated = YEAR.search(text, sentence.start, clause.end) is not None or follows_an_aim(reading, sentence)
    if _REVIEW.search(headings) or (is_achieved(text, sentence.start, clause.start) and not dated):
        return False
    if _GOAL.search(headings + text[sentence.start : clause.start]) or _PLANNED.search(headings) or dated:
        return True
    return _HEDGED.search(text, sentence.start, clause.end) is not None and is_future(text, clause.start, clause.end)
