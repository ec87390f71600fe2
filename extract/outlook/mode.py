"""Mode of a sentence: whether its paragraph sets goals, plans, looks back, lays down law, or only tells.

Headings decide first, and «目标是：…» to the end of its paragraph. Where they leave it open, a paragraph of a work report is a plan if
its clauses lead with verbs and nothing in it is said to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal

from extract.outlook.genre import genre_of
from extract.outlook.times import Times
from extract.reading import Reading
from extract.tokens import has_class
from extract.values import Sentence
from extract.wordlists import alternation, names_of

Mode = Literal["goal", "plan", "review", "law", "tale"]
_GOAL = re.compile(r"(?:目标|指标)(?:任务)?(?:建议)?(?:是|为|：|如下|包括)")
_GOAL_HEADING = re.compile(r"目标|指标")
_LEAST_LED = 0.4
"""Share of a paragraph's clauses that lead with a verb from which on it is a plan."""
_CLAUSE_OPENS = frozenset("，；。：\n）")
_VERBS = frozenset("BDLVGY")
_BEFORE_VERB = frozenset("AUTPJ")
_FIRST = 40
"""Code points at the head of a paragraph within which it says that it looks back."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return tuple(re.compile(alternation(names_of(file))) for file in ("review_headings.txt", "plan_headings.txt"))  # type: ignore[return-value]


def modes(reading: Reading, times: Times) -> tuple[Mode, ...]:
    """Return the mode of each sentence of a text.

    >>> from extract.outlook.times import times_of
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def told(text):
    ...     reading = prepare(Document("a", text))
    ...     return modes(reading, times_of(reading))
    >>> told("2026年吉林省政府工作报告\\n\\n加快建设充电设施，新建充电桩2万个。深入实施强基行动。")[1:]
    ('plan', 'plan')
    >>> told("2026年吉林省政府工作报告\\n\\n一年来，粮食产量达到900亿斤。新建充电桩2万个。")[1:]
    ('review', 'review')
    """
    genre = genre_of(reading)
    found: list[Mode] = []
    before: Mode = "plan" if genre == "plan" else "law" if genre == "law" else "tale"
    state: Mode | None = None
    section = -1
    for paragraph in _paragraphs(reading):
        if paragraph[0].section != section:
            section = paragraph[0].section
            headed = _headed(reading, section)
            state = headed or (state if section and genre == "report" else None)
        if genre == "report" and _looks_back(reading, paragraph, times):
            state = "review"
        elif state == "review" and _turns(reading, paragraph, times):
            state = None
        mode = state or (_by_verbs(reading, paragraph) if genre in {"report", "other"} else before)
        if genre == "other" and mode == "plan":
            mode = "tale"
        found.extend(_with_goals(reading, paragraph, mode))
    return tuple(found)


def _paragraphs(reading: Reading) -> Iterator[Sequence[Sentence]]:
    """The sentences of each line of a text."""
    line = 0
    keys: list[int] = []
    last = 0
    for sentence in reading.sentences:
        line += reading.text.count("\n", last, sentence.start)
        last = sentence.start
        keys.append(line)
    numbered = zip(keys, reading.sentences, strict=True)
    for _, group in groupby(numbered, key=lambda pair: (pair[0], pair[1].section)):
        yield [sentence for _, sentence in group]


def _headed(reading: Reading, section: int) -> Mode | None:
    """The mode that the headings above a section tell, the innermost first."""
    review, plan = _patterns()
    ordinal: int | None = section
    while ordinal:
        heading = reading.sections[ordinal].heading
        if _GOAL_HEADING.search(heading) and not review.search(heading):
            return "goal" if ordinal == section else "plan"
        if plan.search(heading) and not review.search(heading):
            return "plan"
        if review.search(heading):
            return "review"
        ordinal = reading.sections[ordinal].parent
    return None


def _looks_back(reading: Reading, paragraph: Sequence[Sentence], times: Times) -> bool:
    """Whether a paragraph opens with a time that is over (过去一年, 五年来), or calls itself a review."""
    start = paragraph[0].start
    opening = times.within(start, min(paragraph[0].end, start + _FIRST))
    return bool(opening and opening[0].kind == "past") or reading.text.find("回顾", start, start + _FIRST) >= 0


def _turns(reading: Reading, paragraph: Sequence[Sentence], times: Times) -> bool:
    """Whether a paragraph turns from what was to what shall be: it names the text's own year or one to come."""
    moments = times.within(paragraph[0].start, paragraph[0].end)
    return bool(moments) and moments[0].kind in {"now", "aim", "span"}


def _by_verbs(reading: Reading, paragraph: Sequence[Sentence]) -> Mode:
    tokens = reading.tokens
    first, last = tokens.within(paragraph[0].start, paragraph[-1].end)
    letters = tokens.letters
    done = sum(
        letters[index] == "X" and not has_class(tokens.word(index), "reckoning")
        for index in range(first, last)
        if letters[index] == "X"
    )
    led = clauses = 0
    for index in range(first, last):
        if index == first or tokens.word(index - 1) in _CLAUSE_OPENS:
            clauses += 1
            here = index
            while here < last and letters[here] in _BEFORE_VERB:
                here += 1
            led += here < last and (letters[here] in _VERBS or has_class(tokens.word(here), "making"))
    return "plan" if clauses and led >= _LEAST_LED * clauses and done * 12 <= clauses else "tale"


def _with_goals(reading: Reading, paragraph: Sequence[Sentence], mode: Mode) -> Iterator[Mode]:
    now = mode
    for sentence in paragraph:
        text = reading.text[sentence.start : sentence.end]
        if mode not in {"law", "review"} and ("目标" in text or "指标" in text) and _GOAL.search(text):
            now = "goal"
        yield now
