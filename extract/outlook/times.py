"""Times: the moment that governs an offset of a text, by its sentence, an earlier one of the paragraph, or the section.

A moment is carried along the sentences of its paragraph, and along the items of a list that it opens, until another is named. The
year that a work report speaks of holds where nothing else is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.item_marks import ITEM_MARK
from extract.numerals import FIVE_YEAR_PLAN
from extract.outlook.genre import genre_of
from extract.outlook.moments import Moment, moment_of
from extract.reading import Reading
from extract.scanning import offsets, scan
from extract.tokens import Tokens, has_class
from extract.values import Section, Sentence
from extract.wordlists import any_of, names_of

_AIM = re.compile(
    r"(?<!截)(?:到|争)(20\d\d)年(?!的)|目标[是为：]?(20\d\d)年(?!的)|(?<!截至)(20\d[05])年(?:力争)?(?:达到|突破)(?!了)"
)
"""Years that a text wants to reach; without 到 such as end a plan: 产量2030年达到."""
_AIMING = re.compile("[到争目2]")
"""With which character these begin."""
_PROGRAMME = re.compile(
    rf"(?<!截至)(20\d\d)年(?!的|以来)[^。；\d]{{0,24}}?{any_of('aims_behind_a_year.txt')}(?!到?20\d\d年)"
)
"""A year whose tasks or aims news tells of: 安排2022年重点工作任务; not 2015年，甲省提出力争到2020年…."""
_PLANNED_YEAR = re.compile(r"(?<![较比于自从\d])(20\d\d)年(?!的|以来|度|[—~])")
_TOWARDS = names_of("before_years_to_reach.txt")
_BEHIND_OPENING = "，。；：、（\n—“【"
_ITEM = re.compile(rf"\s*{ITEM_MARK}")
_HEADING_YEAR = re.compile(rf"20\d\d年|{FIVE_YEAR_PLAN}(?:时期|期间|期末|末)")
_AHEAD = ("span", "aim")
_THIS_YEAR = Moment("now", None)
AIMS = re.compile("目标|指标")
"""Words of a heading or a passage that speaks of aims."""
_MEASURED_AGAINST = ("基础上", "相比", "基数上")
_OPENS_LIST = ("：", "如下", "目标")
_WHOLE_YEAR = "全年"


@dataclass(frozen=True, slots=True)
class Times:
    """Offsets of the moments that a text names, in order, and the moment that each sentence takes from before it."""

    offsets: tuple[int, ...]
    moments: tuple[Moment, ...]
    carried: tuple[Moment | None, ...]

    def within(self, start: int, end: int) -> tuple[Moment, ...]:
        """The moments that a passage names, in order."""
        return self.moments[bisect_left(self.offsets, start) : bisect_left(self.offsets, end)]

    def at(self, sentence: int, start: int, position: int) -> Moment | None:
        """The moment that governs an offset: the last one named before it in its sentence, else the one carried along.

        Arguments: ordinal of the sentence; its start; position, the offset.
        """
        named = self.within(start, position)
        return named[-1] if named else self.carried[sentence]


def _named(tokens: Tokens, year: int, aims: frozenset[int]) -> tuple[tuple[int, Moment], ...]:
    """The moments of a text that govern what follows: those that open a clause, or stand behind 到, 力争 and the like.

    «比2020年», «由2020年的» compare; «2024年度» and what stands inside a noun phrase governs nothing.
    """
    found: list[tuple[int, Moment]] = []
    index = tokens.letters.find("T")
    while index >= 0:
        moment = moment_of(tokens.word(index), year, aims)
        before = _word_before(tokens, index)
        if moment is not None and moment.kind == "span" and index and tokens.word(index - 1) == " ":
            moment = None  # an indented «“十二五”期间» may be long over
        opens = before in _BEHIND_OPENING or tokens.letters[index - 1] in "TPUA" or has_class(before, "linking")
        towards = before.endswith(_TOWARDS) and tokens.letters[index - 1 : index] != "p"  # 基于2020年
        reaches = tokens.letters[index + 1 : index + 2] == "G" and tokens.letters[index - 1] == "N"  # 产量2030年达到
        if _is_base(tokens, index):
            moment = None
        compares = has_class(before, "prepositions") or before in {"由", "以"}
        if tokens.word(index) == _WHOLE_YEAR and found and _is_told_of(tokens, *found[-1], index):
            moment = found[-1][1]
        if moment is not None and moment.kind == "past" and before == "【" and not year:
            moment = Moment("aim", moment.year)  # a heading of a sheet: 【2025年】
        if moment is not None and (opens or towards or reaches or (moment.kind == "aim" and not compares)):
            found.append((tokens.starts[index], moment))
        index = tokens.letters.find("T", index + 1)
    return tuple(found)


def _is_told_of(tokens: Tokens, named: int, moment: Moment, index: int) -> bool:
    """Whether a year that is over, named earlier in the sentence, is the one of a 全年: 2022年，…，预计全年达到8.7万亿元."""
    over = moment.kind == "past" and moment.year is not None
    return over and not any(mark in tokens.text[named : tokens.starts[index]] for mark in "。\n")


def _is_base(tokens: Tokens, index: int) -> bool:
    """Whether a time is what something is measured against: 在2015年【基础上】, 与2015年【相比】."""
    behind = index + 1 + (tokens.letters[index + 1 : index + 2] == "t")
    return behind < len(tokens.letters) and tokens.word(behind) in _MEASURED_AGAINST


def _word_before(tokens: Tokens, index: int) -> str:
    """The word before a token, behind what indents it; a line end where there is none."""
    while index > 0 and tokens.word(index - 1) == " ":
        index -= 1
    return tokens.word(index - 1) if index else "\n"


def times_of(reading: Reading) -> Times:
    """Return the times of a text.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> text = "2026年安徽省政府工作报告\\n\\n到2030年，粮食产量达到900亿斤。森林覆盖率达到40%。\\n今年要稳就业。新增就业50万人。"
    >>> reading = prepare(Document("a", text))
    >>> times = times_of(reading)
    >>> [(one := times.at(s.ordinal, s.start, s.end)) and one.year for s in reading.sentences]
    [2026, 2030, 2030, 2026, 2026]
    """
    found = scan(offsets(_AIMING, reading.text), _AIM, reading.text)
    aims = frozenset(int(match[match.lastindex or 1]) for match in found)
    years = frozenset() if reading.year else frozenset(int(match[1]) for match in _PROGRAMME.finditer(reading.text))
    aims = aims if reading.year else aims | years | _under_aims(reading)
    programme = min(years) if len(years) == 1 else 0
    named = _named(reading.tokens, reading.year, aims)
    moments = (replace(one, year=programme) if one == _THIS_YEAR and programme else one for _, one in named)
    times = Times(tuple(offset for offset, _ in named), tuple(moments), ())
    return Times(times.offsets, times.moments, tuple(_carried(reading, times, aims, programme)))


def _under_aims(reading: Reading) -> frozenset[int]:
    """The years named under a heading of aims: «一、工作目标⏎2026年，产值达到…», but not «较2020年» nor what a sentence tells as done."""
    headed = {section.ordinal for section in reading.sections if AIMS.search(section.heading)}
    letters = reading.tokens.letters
    planned = (one for one in reading.sentences if one.section in headed)
    told = ((one, reading.tokens.within(one.start, one.end)) for one in planned)
    spans = [(one.start, one.end) for one, (first, last) in told if "X" not in letters[first:last]]
    return frozenset(int(match[1]) for span in spans for match in _PLANNED_YEAR.finditer(reading.text, *span))


def _carried(reading: Reading, times: Times, aims: frozenset[int], programme: int) -> list[Moment | None]:
    """The moment that each sentence takes from before it; programme, the year whose tasks news tells of, 0 for none."""
    found: list[Moment | None] = []
    unsaid = Moment("now", programme) if programme and genre_of(reading) == "other" else None
    base = now = _base(reading, reading.sections[0], aims) or unsaid
    section, last, opened = 0, 0, False
    period: _Period | None = None
    for sentence in reading.sentences:
        fresh = "\n" in reading.text[last : sentence.start]
        if sentence.section != section:
            section, opened = sentence.section, False
            period = period.within(reading.sections, section) if period is not None else None
            base = _base(reading, reading.sections[section], aims, period.moment if period is not None else None)
            base = now = base or unsaid
        elif fresh and not (opened or _ITEM.match(reading.text, sentence.start)):
            now = base
        found.append(now)
        moments = times.within(sentence.start, sentence.end)
        if moments:
            now = moments[-1]
            base = now if now.kind == "now" else base
            period = _period(reading, sentence, moments, fresh, period)
            opened = reading.text[sentence.start : sentence.end].rstrip("。").endswith(_OPENS_LIST)
        last = sentence.end
    return found


@dataclass(frozen=True, slots=True)
class _Period:
    """A period that the sections behind a sentence speak of, the section of that sentence, and the first one behind it."""

    moment: Moment
    setter: int
    first: int = 0

    def within(self, sections: Sequence[Section], section: int) -> _Period | None:
        """The period as it holds for a section; None for one that is no part of what it was set for.

        That is the section of the sentence, or, where the text as a whole said it, those that are numbered as the first one is.
        """
        first = self.first or section
        above = list(with_those_above(sections, section))
        style = _style(sections[first])
        held = self.setter in above if self.setter else any(_style(sections[one]) == style for one in above)
        return _Period(self.moment, self.setter, first) if held else None


def with_those_above(sections: Sequence[Section], section: int) -> Iterator[int]:
    """Yield a section and those that hold it, the innermost first, without the text as a whole; all by their ordinals."""
    ordinal: int | None = section
    while ordinal:
        yield ordinal
        ordinal = sections[ordinal].parent


def _style(section: Section) -> str:
    """How a heading is numbered: 一、 and （一） are two styles."""
    return "（" if section.number.startswith(("（", "(")) else "" if not section.number else "、"


def _period(
    reading: Reading, sentence: Sentence, moments: Sequence[Moment], fresh: bool, period: _Period | None
) -> _Period | None:
    """The period that a sentence sets: «未来五年，…实现以下目标», until the text's own year is named."""
    if any(moment.kind == "now" for moment in moments):
        return None
    spans = fresh and moments[0].kind == "span"
    aims = spans and sets_aims(reading.text, sentence.start, sentence.end, moments)
    return _Period(moments[0], sentence.section) if aims else period


def sets_aims(text: str, start: int, end: int, moments: Sequence[Moment]) -> bool:
    """Whether a passage opens with a time to come and speaks of aims: «未来五年，…努力实现以下8个方面主要目标».

    Arguments: text, folded; start and end of the passage; moments that it opens with.

    >>> text = "未来五年，实现以下目标"
    >>> sets_aims(text, 0, len(text), [Moment("span", None)]), sets_aims(text, 0, len(text), [])
    (True, False)
    """
    ahead = bool(moments) and moments[0].kind in _AHEAD
    return ahead and AIMS.search(text, start, end) is not None


def _base(reading: Reading, section: Section, aims: frozenset[int], period: Moment | None = None) -> Moment | None:
    """The moment of a section: its heading's, else that of the one above, else the period set for it; a report's own year last."""
    for ordinal in with_those_above(reading.sections, section.ordinal):
        named = _HEADING_YEAR.findall(reading.sections[ordinal].heading)
        if named:
            return moment_of(named[-1], reading.year, aims)
    if period is not None:
        return period
    return Moment("now", reading.year) if genre_of(reading) == "report" and reading.year else None
