"""Targets: «X占Y比重力争达到30%», «X增长7.7%», «年均增速力争超过全国平均水平», «突破1万亿元», «新建X A个», «新增A家X».

Subject, indicator with its base, comparison, value and unit or a reference, hedge, year. Which words name the indicator, which values
stand under one comparison, how they are dealt out, is read by modules of their own; here they become targets of places.

Accepted: «到2025年,沈阳市制造业增加值占地区生产总值比重力争达到30%».
Refused: «去年实现生产总值6739亿元», achieved; «最高奖励500万元», paid; «提出17项任务», a count of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.clauses import Clause, Subject
from extract.findings import Finding
from extract.grammar.comparisons import Value
from extract.grammar.counted_objects import counts_itself
from extract.grammar.distributions import dealt
from extract.grammar.measured_nouns import is_bare
from extract.indicators import is_money, level_of
from extract.measured_values import LISTED, LastMeasured, Measured, measured_values
from extract.numerals import COUNTING
from extract.outlook.genre import Genre, genre_of
from extract.outlook.headings import Mode
from extract.outlook.outlook import outlook_of
from extract.outlook.times import Times
from extract.outlook.wanted import is_wanted
from extract.reading import Reading
from extract.respective_industries import dealt_industries
from extract.target_claims import Target, findings_of
from extract.target_subjects import reach_together, whose
from extract.tokens import has_class
from extract.tokens.denials import is_denied_quotation
from extract.values import Entity, Sentence
from extract.verbs_of_counts import counted_verb
from extract.wordlists import any_of, names_of

RULE = "targets"
_WORTH = re.compile(f"水平|同步|标准|增速|增幅|{any_of('measures_without_units.txt')}")
_NUMBER = re.compile(rf"\s*(?:（[{COUNTING}\d]{{1,3}}）|[{COUNTING}]{{1,3}}、|\d{{1,2}}(?:\.(?!\d)|、))\s*")
_A_COUNT = re.compile(r"\d+[\u4e00-\u9fff]")
"""«6章54条»: a count before a count is no indicator."""
_COUNTRY = Entity("Place", "中国")


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for a sentence: its reading, mode and times."""

    reading: Reading
    sentence: Sentence
    mode: Mode
    genre: Genre
    times: Times


_UNITS_OF_COURSE = frozenset(names_of("never_target_units.txt"))
_UNITS_OF_EVENTS = frozenset(names_of("units_of_events.txt"))
"""Units of such a kind in which many are counted: 培训40期, 免费手术2000例."""
_WITHOUT_UNIT = names_of("measures_without_units.txt")
_PLACES = (*names_of("region_heads.txt"), *names_of("kinds_of_areas.txt"))
_LASTING = ("寿命", "年限", "时间", "时长", "次数")


def _fits(context: _Context, label: str, value: Value) -> bool:
    """Whether a value can be a target's: not the length of a procedure, nor a count without a unit."""
    unit = value.amount.unit
    if _A_COUNT.fullmatch(label) or label.endswith("第"):
        return False
    if unit in {"亿", "万亿"} and not is_money(label):
        return False
    of_course = unit in _UNITS_OF_COURSE and not (unit in _UNITS_OF_EVENTS and value.amount.value > LISTED)
    if not unit or (of_course and not label.endswith(_LASTING)):
        return unit == "" and any(measure in label for measure in _WITHOUT_UNIT)
    if unit in {"元", "万元"} and context.mode == "plan" and context.genre == "plan" and "人均" not in label:
        return False
    return not (counts_itself(label, unit) and value.amount.value <= LISTED)


def _topic_noun(context: _Context) -> str:
    """What the paragraph speaks of, where one of its sentences opens with an industry: 石化产业…。产值突破1300亿元."""
    reading, tokens = context.reading, context.reading.tokens
    for ordinal in range(context.sentence.ordinal, -1, -1):
        sentence = reading.sentences[ordinal]
        first, last = tokens.within(sentence.start, sentence.end)
        end = first
        while end < last and (tokens.letters[end] in "INJKH" or tokens.word(end) == "新"):
            end += 1
        words = tokens.written(first, end)
        if words.endswith(("产业", "经济", "业")) and len(words) > 2:
            return words
        if "\n" in reading.text[reading.sentences[ordinal - 1].end : sentence.start] if ordinal else True:
            return ""
    return ""


def _full(context: _Context, label: str) -> str:
    """An indicator that only names a measure, with what the paragraph speaks of before it."""
    if not is_bare(level_of(label)):
        return label
    topic = _topic_noun(context)
    return topic + (label.removeprefix("产业") if topic.endswith("产业") else label)


def _without_kind(label: str, subject: Subject) -> str:
    """An indicator without the kind of its region: 片区进出口总额, said of 甲片区."""
    ends = [entity.key[-length:] for entity in subject.entities if entity.kind == "Region" for length in (4, 3, 2)]
    found = next((label.removeprefix(end) for end in ends if label.startswith(end) and label != end), label)
    return found.removeprefix("内") if found != label else label


def _hedge(context: _Context, clause: Clause, end: int) -> str:
    tokens = context.reading.tokens
    first, last = tokens.within(clause.start, end)
    while first > 0 and tokens.letters[first - 1] in "，TiU" and tokens.starts[first - 1] >= context.sentence.start:
        first -= 1
    said = [tokens.word(at) for at in range(first, last) if has_class(tokens.word(at), "hedging")]
    return "".join(dict.fromkeys(said))


def _without_number(reading: Reading, start: int, end: int) -> int:
    """Where a clause begins behind the number that it opens with: （一）地区生产总值增长7%."""
    number = _NUMBER.match(reading.text, start, end)
    return number.end() if number is not None else start


def _targets_of(context: _Context, clause: Clause, before: LastMeasured) -> Iterator[Target]:
    reading, sentence, tokens = context.reading, context.sentence, context.reading.tokens
    low = clause.subject.end if clause.own and clause.subject is not None else clause.start
    first, last = tokens.within(_without_number(reading, max(clause.start, low), clause.end), clause.end)
    for one in measured_values(tokens, first, last, before):
        position, end = tokens.starts[one.begin], tokens.ends[one.last - 1]
        value_at = tokens.starts[one.values[0].first] if one.values else end
        moment = context.times.at(sentence.ordinal, sentence.start, value_at)
        carried = not context.times.within(sentence.start, value_at)
        span = (clause.start, end)
        if not is_wanted(reading, sentence, span, context.mode, context.genre, moment, one.made, carried):
            continue
        subject = (
            None
            if is_denied_quotation(tokens, first, one.begin)
            else whose(reading, sentence, clause, one, context.times)
        )
        if (
            subject is None
            or _of_unknown_places(one)
            or subject.entities == (_COUNTRY,)
            or reach_together(reading, subject, one)
        ):
            continue
        labels = [_without_kind(_full(context, label), subject) for label in one.labels]
        hedge = _hedge(context, clause, end)
        part = max(sentence.start, reading.text.rfind("；", sentence.start, value_at))
        named = tuple(m.year for m in context.times.within(part, value_at) if m.kind in {"aim", "now"} and m.year)
        year_here = moment.year if moment is not None else None
        if not one.values:
            sign, words = (
                (one.reference[:2], one.reference[2:])
                if one.reference[1] == "="
                else (one.reference[:1], one.reference[1:])
            )
            for label in labels:
                yield Target(label, None, sign, words, subject, subject.entities, year_here, hedge, None, position, end)
        verb = counted_verb(one, labels)
        for label, entities, value, year in dealt(labels, subject.entities, one.values, named):
            if _fits(context, label, value):
                at = year or year_here
                yield Target(
                    label, value, value.sign, "", subject, entities, at, hedge, one.departure, position, end, verb
                )


def _of_unknown_places(one: Measured) -> bool:
    """Whether values are dealt out to places that have no name of their own: 甲【中心城区和乙新城】常住人口分别达到A、B."""
    *before, last = (label.endswith(_PLACES) for label in one.labels)
    sites = bool(one.values) and one.values[0].amount.unit in names_of("units_of_sites.txt")
    return len(one.values) > 1 and not sites and bool(before) and before[0] and not last


def _worth_reading(reading: Reading, first: int, last: int, sentence: Sentence) -> bool:
    if reading.tokens.letters.find("Q", first, last) >= 0:
        return True
    return _WORTH.search(reading.text, sentence.start, sentence.end) is not None


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the quantified targets of places.

    >>> from extract.pipeline import claims
    >>> claims("到2025年，沈阳市制造业增加值占地区生产总值比重力争达到30%。", "hasTarget")
    ['沈阳市 → 沈阳市·制造业增加值占地区生产总值比重>=30%·2025']
    >>> claims("沈阳市去年实现生产总值6739亿元，最高奖励500万元，提出17项任务。", "hasTarget")
    []
    """
    times, modes = outlook_of(reading)
    genre = genre_of(reading)
    for sentence, mode in zip(reading.sentences, modes, strict=True):
        first, last = reading.tokens.within(sentence.start, sentence.end)
        if not _worth_reading(reading, first, last, sentence):
            continue
        context = _Context(reading, sentence, mode, genre, times)
        stated = LastMeasured()
        for clause in reading.clauses[sentence.ordinal]:
            if clause.start in dealt_industries(reading):
                continue  # 甲钼钨、乙铝加工等主导产业营业收入均达到…
            for target in _targets_of(context, clause, stated):
                stated = LastMeasured(target.indicator, target.value.amount.unit if target.value is not None else "")
                yield from findings_of(reading, sentence, target, RULE)
