"""Wanted: whether a value of a clause is to be reached, by the mode of its sentence, the time that governs it and words of aim."""

from __future__ import annotations

import re

from extract.grammar.achievements import is_achieved
from extract.grammar.payments import is_paid
from extract.outlook.genre import Genre
from extract.outlook.headings import Mode
from extract.outlook.moments import Moment
from extract.outlook.told_figures import tells_figures
from extract.reading import Reading
from extract.tokens import Tokens
from extract.values import Sentence
from extract.wordlists import any_of, names_of

_AHEAD = frozenset(("aim", "span"))
_NOUNS_OF_AIM = frozenset(names_of("nouns_of_aim.txt"))
_FINISHED = re.compile(rf"{any_of('states_of_finished_projects.txt')}(?=[，、的]|预计|可)")
_HOW_LONG = re.compile(r"\d{1,2}(?:年|个月|天)")
_WON = frozenset(names_of("aims_told_as_done.txt"))
_OPENS = frozenset("，；。：PTAEOr、")


def says_aim(tokens: Tokens, first: int, last: int, telling: bool = False) -> bool:
    """Whether a word of aim stands among tokens; one that may be a noun or a duty (计划, 要) only where it opens its clause.

    Arguments: tokens; first of them and the one behind the last; telling, whether the passage tells what was done, so that what it
    expects (预计) or won (争取资金) is no aim.

    >>> from extract.tokens import tokenize
    >>> told = lambda text: says_aim(row := tokenize(text, []), 0, len(row.letters))
    >>> told("力争达到30%"), told("实施行动计划"), told("今年，计划新建")
    (True, False, True)
    >>> says_aim(row := tokenize("预计投入5350亿元", []), 0, len(row.letters), telling=True)
    False
    """
    for index in range(first, last):
        if tokens.letters[index] == "U":
            opens = index == 0 or tokens.letters[index - 1] in _OPENS
            if (opens or tokens.word(index) not in _NOUNS_OF_AIM) and not (telling and tokens.word(index) in _WON):
                return True
    return False


def _sums(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a clause sums up what has been (累计), which only a word of aim or a year to come turns to what shall be."""
    return any(tokens.word(at) == "累计" for at in range(first, last))


def _opens_now(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether a sentence opens with a word of what is there: «目前，甲区集聚9家企业，…»."""
    first, last = tokens.within(sentence.start, sentence.end)
    return last - first > 1 and tokens.letters[first : first + 2] == "X，"


def _last_moment(tokens: Tokens, first: int, last: int) -> int:
    """The last token that names a time, not only how long something takes (5年过渡期); -1 where there is none."""
    found = (at for at in range(last - 1, first - 1, -1) if tokens.letters[at] == "T")
    return next((at for at in found if _HOW_LONG.fullmatch(tokens.word(at)) is None), -1)


def is_wanted(
    reading: Reading,
    sentence: Sentence,
    clause: tuple[int, int],
    mode: Mode,
    genre: Genre,
    moment: Moment | None,
    made: bool,
    carried: bool,
) -> bool:
    """Whether a value is to be reached.

    Arguments: reading; sentence and clause (start and the offset behind the value) that hold it; mode of the sentence; genre of the
    text; moment that governs it; made, whether a verb of making governs what is counted; carried, whether the moment is named in an
    earlier sentence.
    """
    tokens, (start, end) = reading.tokens, clause
    if moment is not None and moment.kind == "past":
        return False
    if is_achieved(tokens, start, end) or is_paid(reading.text, start, end):
        return False
    named_at = _last_moment(tokens, *tokens.within(sentence.start, end))
    timed = named_at >= 0
    dated = timed and moment is not None and moment.kind == "aim"  # 近日，甲省印发方案，明确到2027年…
    if _opens_now(tokens, sentence) and not dated and not says_aim(tokens, *tokens.within(start, end)):
        return False
    if genre == "other" and _FINISHED.search(reading.text, sentence.start, end):
        return False
    ahead = moment is not None and moment.kind in _AHEAD
    aimed = says_aim(tokens, *tokens.within(sentence.start, end), telling=genre == "report" and mode == "tale")
    if mode == "goal":
        return True
    if mode in {"law", "review"}:
        return ahead and moment is not None and moment.year is not None and (aimed or mode == "law")
    if mode == "plan":
        return genre == "report" or ahead or aimed or made or moment is not None
    named = ahead and moment is not None and (moment.kind == "aim" or timed)
    if (
        timed
        and moment is not None
        and moment.kind == "now"
        and tokens.letters.find("U", named_at, tokens.within(start, end)[1]) >= 0
    ):
        return True  # 今年利用率应不低于90%, 投资计划完成800亿元，增长6%
    if not timed and is_achieved(tokens, sentence.start, start):
        return aimed  # 已集聚9家企业，产能250万辆
    if carried and not aimed and tells_figures(tokens, sentence.start, sentence.end, end):
        return False
    return aimed or (named and (dated or not _sums(tokens, *tokens.within(start, end))))
