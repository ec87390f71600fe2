"""Mode of a sentence: whether its paragraph sets goals, plans, looks back, lays down law, or only tells.

Headings decide first, and «目标是：…» to the end of its paragraph. Where they leave it open, a paragraph of a work report is a plan if
its clauses lead with verbs and nothing in it is said to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.item_marks import COUNTED_OFF
from extract.outlook.exact_figures import is_exact
from extract.outlook.genre import genre_of
from extract.outlook.headings import Mode, headed_mode
from extract.outlook.led_clauses import done_and_results, led_and_clauses, tells_of_itself, topics_tell
from extract.outlook.stated_goals import opens_goals
from extract.outlook.times import Times, sets_aims
from extract.reading import Reading
from extract.values import Sentence
from extract.wordlists import any_of, names_of

_LEAST_LED = 0.4
"""Share of a paragraph's clauses that lead with a verb from which on it is a plan."""
_LEAST_RUN, _LEAST_LED_AMONG_PLANS, _LED_OF_A_RUN = 3, 0.3, 0.45
"""Of so many paragraphs or more that plan on the whole one may lead with fewer verbs."""
_LED_AMONG_TALES = 0.2
"""A paragraph among others of which so few clauses lead with a verb tells, as they do."""
_CLAUSES_FOR_A_RESULT, _CLAUSES_FOR_THE_PAST, _CLAUSES_FOR_A_WORD = 16, 12, 6
"""A paragraph with a word of the past, or of results, in so many clauses tells; it plans nothing."""
_ANNOUNCED = re.compile("[TA，]*P?[TA]*U")
"""«甲市还将…», «下一步，要…»."""
_RESULTS = 4
"""So many words of them at least a run of paragraphs has that tells."""
_LEAST_EXACT, _FIGURES_FOR_AN_EXACT = 5, 3
"""So many exact figures, one in so many figures, are no plan's."""
_ITEM = re.compile(COUNTED_OFF)
_LOOKING_BACK = re.compile(any_of("looking_back.txt"))
_CHARGED = re.compile(rf"（{any_of('roles_of_offices.txt')}：")
_FIRST = 40
"""Code points at the head of a paragraph within which it says that it looks back."""


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
    >>> told("2026年吉林省政府工作报告\\n\\n刚刚过去的2025年，粮食产量达到900亿斤。新建充电桩2万个。")[1:]
    ('review', 'review')
    """
    genre = genre_of(reading)
    before: Mode = "plan" if genre == "plan" else "law" if genre == "law" else "tale"
    stated = _before_reviews(reading, list(_stated(reading, times, genre)), genre, times)
    found: list[Mode] = []
    announced = False
    for said, run in groupby(stated, key=lambda pair: pair[1]):
        paragraphs = [paragraph for paragraph, _ in run]
        around = _on_the_whole(reading, paragraphs) if genre == "report" else None
        told = genre == "report" and said is None and _tell_of_results(reading, paragraphs)
        for paragraph in paragraphs:
            planned = found[-1:] == ["plan"]
            counted_off = genre == "report" and (
                _counts_off(reading, paragraph, times, planned) or _is_charged(reading, paragraph)
            )
            open_mode: Mode = _by_verbs(reading, paragraph, around) if genre == "report" else before
            mode = said or ("plan" if counted_off else open_mode)
            if mode == "plan" and (genre == "other" or told):
                mode = "tale"
            elif genre == "other" and said is None:
                announced = _announces(reading, paragraph, announced)
                mode = "plan" if announced else mode
            found.extend(_with_goals(reading, paragraph, mode))
    return tuple(found)


def _stated(reading: Reading, times: Times, genre: str) -> Iterator[tuple[Sequence[Sentence], Mode | None]]:
    """Each paragraph with the mode that headings, and what it opens with, state; None where they leave it open."""
    state: Mode | None = None
    section, ahead = -1, False
    for paragraph in _paragraphs(reading):
        if paragraph[0].section != section:
            section = paragraph[0].section
            headed = headed_mode(reading, section, ahead, genre == "report")
            state = headed or (state if section and genre == "report" else None)
        if genre == "report" and _looks_back(reading, paragraph, times):
            state = "review"
        elif state == "review" and _turns(reading, paragraph, times):
            state = None
        ahead = state != "review" and (ahead or _looks_ahead(reading, paragraph, times))
        yield paragraph, state


def _before_reviews(
    reading: Reading, stated: list[tuple[Sequence[Sentence], Mode | None]], genre: str, times: Times
) -> list[tuple[Sequence[Sentence], Mode | None]]:
    """The paragraphs with their modes; what a report leaves open before it looks back is part of its review.

    A report tells what was done first, and plans then; what names this year or one to come plans wherever it stands, and so
    does what follows the goals that it sets, though it may close with a look back.
    """
    goals = (at for at, (one, _) in enumerate(stated) if opens_goals(reading.text, one[0].start, one[-1].end))
    before = stated[: next(goals, len(stated))]
    last = max((at for at, (_, mode) in enumerate(before) if mode == "review"), default=-1)
    opened = all(mode in (None, "review") for _, mode in stated[:last])
    if genre != "report" or not opened:
        return stated
    return [
        (paragraph, "review" if at < last and not _is_ahead(paragraph, times) else mode)
        for at, (paragraph, mode) in enumerate(stated)
    ]


def _is_ahead(paragraph: Sequence[Sentence], times: Times) -> bool:
    return any(moment.kind in {"now", "aim"} for moment in times.within(paragraph[0].start, paragraph[-1].end))


def _tell_of_results(reading: Reading, paragraphs: Sequence[Sequence[Sentence]]) -> bool:
    """Whether paragraphs of a report that no heading dates tell of what was reached.

    Most open with how something went, one clause in so many says that it is done, or one figure in three is exact: 新增就业48.81万人,
    where a plan rounds.
    """
    if topics_tell(reading, paragraphs):
        return True
    done = sum(sum(done_and_results(reading, paragraph)) for paragraph in paragraphs)
    clauses = sum(led_and_clauses(reading, paragraph)[1] for paragraph in paragraphs)
    if done >= _RESULTS and done * _CLAUSES_FOR_A_RESULT > clauses:
        return True
    tokens = reading.tokens
    first, last = tokens.within(paragraphs[0][0].start, paragraphs[-1][-1].end)
    figures = [is_exact(tokens.word(index)) for index in range(first, last) if tokens.letters[index] == "Q"]
    return sum(figures) >= _LEAST_EXACT and sum(figures) * _FIGURES_FOR_AN_EXACT > len(figures)


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


def _looks_ahead(reading: Reading, paragraph: Sequence[Sentence], times: Times) -> bool:
    """Whether a paragraph opens with a time to come and speaks of aims: «未来五年，…努力实现以下8个方面主要目标»."""
    start, end = paragraph[0].start, paragraph[-1].end
    opening = times.within(start, min(end, start + _FIRST))
    return sets_aims(reading.text, start, end, opening)


def _looks_back(reading: Reading, paragraph: Sequence[Sentence], times: Times) -> bool:
    """Whether a paragraph opens with a time that is over (过去一年, 五年来), or calls itself a review."""
    start = paragraph[0].start
    opening = times.within(start, min(paragraph[0].end, start + _FIRST))
    told = _LOOKING_BACK.search(reading.text, start, start + _FIRST)
    return bool(opening and opening[0].kind == "past") or told is not None


def _turns(reading: Reading, paragraph: Sequence[Sentence], times: Times) -> bool:
    """Whether a paragraph turns from what was to what shall be: it names the text's own year or one to come."""
    moments = times.within(paragraph[0].start, paragraph[0].end)
    return bool(moments) and moments[0].kind in {"now", "aim", "span"}


def _on_the_whole(reading: Reading, run: Sequence[Sequence[Sentence]]) -> Mode | None:
    """Whether verbs lead a run of paragraphs, so that it plans, or so few of its clauses that it tells; None between the two."""
    if len(run) < _LEAST_RUN:
        return None
    counts = [led_and_clauses(reading, one) for one in run]
    led, clauses = sum(one for one, _ in counts), sum(one for _, one in counts)
    if led < _LED_AMONG_TALES * clauses:
        return "tale"
    return "plan" if led >= _LED_OF_A_RUN * clauses and not _is_done(reading, run, clauses) else None


def _by_verbs(reading: Reading, paragraph: Sequence[Sentence], around: Mode | None) -> Mode:
    """Whether verbs lead a paragraph and nothing in it is done; one with fewer of them plans too where those round it do.

    An item that opens with what has come about tells: «四是改革攻坚深化拓展。…».

    Arguments: around, what the paragraphs of its run do on the whole.
    """
    item = _ITEM.match(reading.text, paragraph[0].start, paragraph[0].end)
    if item is not None and tells_of_itself(reading.tokens, item.end(), paragraph[0].end):
        return "tale"
    led, clauses = led_and_clauses(reading, paragraph)
    if clauses and led >= _LEAST_LED * clauses and not _is_done(reading, [paragraph], clauses):
        return "tale" if around == "tale" else "plan"
    return "plan" if around == "plan" and led >= _LEAST_LED_AMONG_PLANS * clauses else "tale"


def _counts_off(reading: Reading, paragraph: Sequence[Sentence], times: Times, planned: bool) -> bool:
    """Whether a paragraph counts off what shall be done this year, or goes on doing so: «今年办好15件实事。一是…。二是…。».

    Arguments: planned, whether the paragraph before it plans.
    """
    item = next((at for at, one in enumerate(paragraph) if _ITEM.match(reading.text, one.start, one.end)), None)
    if item is None:
        return False
    before = paragraph[:item]
    ahead = any(moment.kind in {"now", "aim"} for one in before for moment in times.within(one.start, one.end))
    _, clauses = led_and_clauses(reading, paragraph)
    return (ahead or (planned and not before)) and not _is_done(reading, [paragraph], clauses)


def _is_charged(reading: Reading, paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph says who shall do what it names: «实施防护工程1500公里（牵头单位：交通厅）»."""
    return _CHARGED.search(reading.text, paragraph[0].start, paragraph[-1].end) is not None


def _announces(reading: Reading, paragraph: Sequence[Sentence], before: bool) -> bool:
    """Whether a paragraph of news says first what shall be done, and goes on with verbs: «甲市还将推动项目落地。新建…，投资增长12%».

    Arguments: before, whether the paragraph before it does, with which one goes on that opens with 同时 and the like.
    """
    first, last = reading.tokens.within(paragraph[0].start, paragraph[0].end)
    goes_on = before and reading.text.startswith(names_of("behind_an_announcement.txt"), paragraph[0].start)
    led, clauses = led_and_clauses(reading, paragraph)
    plans = len(paragraph) > 1 or goes_on
    if not plans or led < _LEAST_LED * clauses or _is_done(reading, [paragraph], clauses):
        return False
    letters = reading.tokens.letters[first:last]
    return goes_on or (_ANNOUNCED.match(letters) is not None and "X" not in letters)


def _is_done(reading: Reading, paragraphs: Sequence[Sequence[Sentence]], clauses: int) -> bool:
    counts = [done_and_results(reading, one) for one in paragraphs]
    past, results = sum(one for one, _ in counts), sum(one for _, one in counts)
    return past * _CLAUSES_FOR_THE_PAST + results * _CLAUSES_FOR_A_WORD > clauses


def _with_goals(reading: Reading, paragraph: Sequence[Sentence], mode: Mode) -> Iterator[Mode]:
    now = mode
    for sentence in paragraph:
        if mode not in {"law", "review"} and opens_goals(reading.text, sentence.start, sentence.end):
            now = "goal"
        yield now
