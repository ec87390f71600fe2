"""Declared counts: in what number a text counts its areas and tasks.

Pattern: «等7个方面», «17项重点任务», «六大提升行动», «“五大行动”», «“五个推进”重点任务», «三个维度».

Accepted: «等16个方面», an open list of areas; «四大专项行动», as many tasks as listed.
Refused: «21个重点领域专项规划», where the noun goes on; «三个方面原因», which counts what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.grammar.unexpanded_phrases import number_of
from extract.numerals import UP_TO_TEN
from extract.reading import Reading
from extract.wordlists import alternation, any_of, names_of, table

_NUMBER = rf"(?:\d{{1,3}}|[{UP_TO_TEN}]{{1,3}})"
_GAP = r"[\u4e00-\u9fff]{0,6}?"
"""What may stand between a count and its noun: 17项【重点改革】任务."""
_NEVER_FIRST = "方面"
"""The one noun that no longer noun begins with."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count of areas or tasks; offsets are code points, quotation marks and 等 included."""

    kind: str
    """`TaskArea` or `KeyTask`."""
    declared: int
    """0 where the text names no number."""
    exact: bool
    """Whether the list before it is whole, not closed by 等."""
    noun: str
    """What is counted, with what stands before it: 提升行动."""
    named: bool
    """Whether each of what is counted has a name of its own: 行动, 工程."""
    label: str
    """The number with what it counts, without 等 and quotation marks: 17项重点任务."""
    start: int
    end: int


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, tuple[str, ...]]:
    return table("task_counts.tsv", "noun", "class", "items")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    areas = alternation(noun for noun, cells in _nouns().items() if cells[0] == "TaskArea")
    tasks = alternation(noun for noun, cells in _nouns().items() if cells[0] == "KeyTask")
    nouns = alternation(_nouns())
    modifiers = any_of("modifiers_of_counted_tasks.txt")
    counted = rf"[个大项类]?{modifiers}?(?P<area>{areas})|[个大项条类张](?P<noun>{_GAP}(?P<task>{tasks}))"
    counted += rf"|[个大][\u4e00-\u9fff]{{2,6}}”(?P<quoted>{modifiers}?(?:{tasks}))"
    closed = rf"(?P<etc>等)?(?:共|的|这|“)?(?P<number>{_NUMBER})(?:{counted})(?:(?<={_NEVER_FIRST})|(?!日|{nouns}))”?"
    return re.compile(rf"{closed}|(?P<open>等)(?:一批|一系列|多项|多个|若干)?{modifiers}*任务(?=[，。；]|$)")


@lru_cache(maxsize=1)
def _found() -> re.Pattern[str]:
    return re.compile(rf"的?(?:主要|突出|典型|具体)?(?:{alternation(names_of('findings.txt'))})")


def declared_counts(reading: Reading, start: int, end: int) -> Iterator[Count]:
    """Yield the counts of areas and tasks in a passage.

    Arguments: reading; start and end of the passage in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def counts(text):
    ...     found = declared_counts(prepare(Document("a", text)), 0, len(text))
    ...     return [(one.kind, one.declared, one.exact, one.noun) for one in found]
    >>> counts("在产业、科技等16个方面部署，实施四大专项行动。")
    [('TaskArea', 16, False, '方面'), ('KeyTask', 4, True, '专项行动')]
    >>> counts("编制21个重点领域专项规划，有三个方面原因。")
    []
    """
    for match in _pattern().finditer(reading.text, start, end):
        noun = match["area"] or match["noun"] or match["quoted"] or "任务"
        goes_on = noun != _NEVER_FIRST and _goes_on(reading, match.end(), end)
        if goes_on or _found().match(reading.text, match.end(), end):
            continue
        kind = "TaskArea" if match["area"] else "KeyTask"
        declared = number_of(match["number"]) if match["number"] else 0
        named = bool(match["task"]) and _nouns()[match["task"]][1] == "named"
        label = reading.text[match.start("number") : match.end()].strip("”") if match["number"] else ""
        yield Count(kind, declared, not (match["etc"] or match["open"]), noun, named, label, *match.span())


def _goes_on(reading: Reading, position: int, end: int) -> bool:
    """Whether the noun of a count is the first part of a longer one: 重点领域【专项规划】."""
    if position >= end:
        return False
    index = reading.tokens.first(position)
    if index == len(reading.tokens.letters) or reading.tokens.starts[index] != position:
        return False
    return reading.tokens.letters[index] in "NHEI" and reading.tokens.word(index) not in names_of(
        "task_list_openers.txt"
    )
