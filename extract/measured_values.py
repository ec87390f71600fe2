"""What the values of a clause measure: each run of numbers with the nouns that name its indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from extract.grammar.comparisons import Run, Value, runs
from extract.grammar.counted_objects import counts_itself, noun_behind, served_before, served_behind, with_shared_head
from extract.grammar.distributions import indicators_of
from extract.grammar.measured_nouns import Noun, noun_before
from extract.grammar.references import references
from extract.indicators import grown_of, level_of
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_APART = re.compile("[，；。、]|hQ")
_ENDS = frozenset("，；。：、h（）n”")
LISTED = 30
"""So many tasks at most a text lists itself; 200项重点项目 are none of them."""
_PORT = "港"
_EPITHETS = ("亿级", "亿元级")
"""«打造千亿级产业集群» says of what size a thing shall be, and sets no value."""
_WEAK = frozenset("LU")
"""Letters of verbs that make only what is a project: 推进15个片区更新项目."""


_OF_THEM, _SHARE, _GOAL = "其中", "%", "目标"
_YEARLY = ("年均", "年平均")


class LastMeasured(NamedTuple):
    """The indicator that was named last, and the unit of its value."""

    label: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of values measures: labels, whether a verb of making governs it, the first token of its noun, its place.

    `verb` is the verb of making that governs it, in a list the one before its first item; `quoted`, the token at which its own
    verb begins, -1 without one.
    """

    labels: tuple[str, ...]
    made: bool
    first: int
    place: int
    values: tuple[Value, ...]
    last: int
    departure: Decimal | None = None
    reference: str = ""
    shared: bool = False
    verb: str = ""
    quoted: int = -1

    @property
    def begin(self) -> int:
        """The token from which it is quoted: that of its verb, else of its noun."""
        return self.quoted if 0 <= self.quoted < self.first else self.first


def _made_behind(tokens: Tokens, low: int, run: Run, last: int) -> Noun | None:
    """The noun behind a number that a verb of making governs, with that verb."""
    verb = next((at for at in range(run.value - 1, low - 1, -1) if is_making(tokens, at)), None)
    if verb is None or tokens.letters[run.last : run.last + 1] == "t":
        return None
    noun = noun_behind(tokens, run.last, last)
    if noun is None:
        return None
    weak = tokens.letters[verb] in _WEAK and not noun.words.endswith(names_of("project_heads.txt"))
    return None if weak else replace(noun, made=tokens.word(verb), verb=verb)


def is_making(tokens: Tokens, index: int) -> bool:
    return tokens.letters[index] == "L" or has_class(tokens.word(index), "making")


def _modifies(tokens: Tokens, run: Run, last: int) -> bool:
    """Whether a value belongs to the name of what is counted: «5亿元以上项目100个», «地区生产总值超过300亿元的县达到12个»."""
    stop = next((at for at in range(run.last, last) if _APART.match(tokens.letters, at)), last)
    another = next(
        (at for at in range(run.last, stop) if tokens.letters[at] == "Q" and not tokens.is_quoted(run.last, at)),
        -1,
    )
    return (
        another > run.last and tokens.letters[run.last] not in "hXA" and tokens.word(run.last) not in {"增长", "下降"}
    )


def _is_size(tokens: Tokens, run: Run, last: int) -> bool:
    """Whether a value says of what size a thing shall be: 更多【千亿元级】、万亿元级产业集群; not «规模达到千亿级、企业达到100家»."""
    if not tokens.word(run.value).endswith(_EPITHETS) or run.level or tokens.letters[run.value - 1] == "G":
        return False
    if run.last < last and tokens.letters[run.last] == "、":
        return tokens.word(run.last + 1).endswith(_EPITHETS)
    return run.last < last and tokens.letters[run.last] not in _ENDS


def measured_values(tokens: Tokens, first: int, last: int, before: LastMeasured) -> Iterator[Measured]:
    """What the values of a clause measure, in order; `before`, the indicator named last."""
    low, chain, (label, unit) = first, "", before
    for run in runs(tokens, first, last):
        if run.value < low or _modifies(tokens, run, last) or _is_size(tokens, run, last):
            continue
        noun = noun_before(tokens, _opening(tokens, low, run.first), run.first)
        noun = noun or served_before(tokens, low, run.first)
        ends = run.last >= last or tokens.letters[run.last] in _ENDS or _is_goal(tokens, first, run.last, last)
        found: Measured | None = None
        if noun is not None and ends:
            found = _named(tokens, noun, run, label)
        elif not ends and (noun is None or is_making(tokens, noun.last - 1) or _is_field(tokens, noun, run)):
            found = _counted(tokens, low, run, last, chain)
        elif noun is None and label and _says_more(tokens, first, run, LastMeasured(label, unit)):
            of = grown_of(label) if run.growth else level_of(label)
            labels: tuple[str, ...] = (
                of + ("年均" if run.growth == "增长" and _is_yearly(tokens, run) else "") + run.growth,
            )
            found = Measured(labels, False, run.first, -1, run.values, run.last, run.departure)
        if found is not None:
            states = run.level or bool(run.growth) or found.labels[-1].endswith(names_of("bare_measures.txt"))
            in_list = bool(chain) and not states and low < run.first and tokens.letters[low] in "、h"
            found = replace(found, verb=found.verb or (chain if in_list else ""))
            chain = found.verb if states else found.verb or chain
            label, unit = found.labels[-1], found.values[-1].amount.unit
            yield found
        low = found.last if found is not None else run.last
    for one in references(tokens, first, last):
        high = one.first
        while high > first and tokens.letters[high - 1] in "UA":
            high -= 1
        noun = noun_before(tokens, low if low < high else first, high)
        low = one.last
        if noun is not None:
            labels = indicators_of(tokens, noun, 1, False)
            growth = tokens.word(one.first - 1) if has_class(tokens.word(one.first - 1), "growing") else ""
            yield Measured(
                labels, False, noun.first, noun.place, (), one.last, None, one.sign + one.words, bool(growth)
            )


def _is_goal(tokens: Tokens, first: int, index: int, last: int) -> bool:
    """«提出到2025年产业规模达5000亿元【的目标】»: what closes a value as one to be reached, by a time that is named."""
    closed = index + 1 < last and tokens.letters[index] == "t" and tokens.word(index + 1) == _GOAL
    return closed and tokens.letters.find("T", first, index) >= 0


def _says_more(tokens: Tokens, first: int, run: Run, before: LastMeasured) -> bool:
    """Whether a value without a noun is one more of what was measured last: «…，【其中甲市不低于400万亩】», of a part in the same unit.

    «留珠率达到65%；技工院校达到2.3万人（技师学院达到1万人）» is none: what was a share does not reach so many people.
    """
    signed, same = run.values[0].sign != "=", _measure_of(run.values[-1].amount.unit) == _measure_of(before.unit)
    if before.unit == _SHARE and not same and level_of(before.label) == before.label:
        return False
    alone = all(tokens.letters[at] in "TAUhi，" for at in range(first, run.first))
    of_a_part = first > 0 and (tokens.letters[first - 1] == "P" or tokens.word(first) == _OF_THEM)
    if of_a_part and alone:
        return signed and same
    return run.level or bool(run.growth)


def _measure_of(unit: str) -> str:
    """What a unit counts, whatever its scale: 元 of 亿元 and 万亿元, 亩 of 万亩."""
    return unit.lstrip("百千万亿") or unit


def _opening(tokens: Tokens, low: int, high: int) -> int:
    """The token from which on a noun before a value may begin: behind a comma, or a quotation mark that is not closed yet."""
    comma, quote = (tokens.letters.rfind(mark, low, high) for mark in "，“")
    closed = tokens.letters.find("”", quote, high)
    if quote >= 0 and closed < 0:
        return max(low, comma + 1, quote + 1)
    return low if quote < comma < closed else max(low, comma + 1)  # 形成“1+3，N”体系5个


def _is_field(tokens: Tokens, noun: Noun, run: Run) -> bool:
    """«在新材料领域突破100项技术»: the noun before the verb is where something is done, not what is measured."""
    return tokens.letters[noun.last - 1] == "K" and is_making(tokens, run.value - 1)


def _named(tokens: Tokens, noun: Noun, run: Run, label: str) -> Measured:
    """What is measured by the noun before a value; a port's has the place that it is called by."""
    if noun.words.startswith(_PORT) and noun.first > 0 and tokens.letters[noun.first - 1] == "P":
        noun = replace(noun, words=tokens.word(noun.first - 1) + noun.words)
    if noun.words.startswith("占") and label:
        noun = replace(noun, words=level_of(label) + noun.words)
        labels: tuple[str, ...] = (noun.words,)
    else:
        labels = indicators_of(tokens, noun, len(run.values), run.shared)
    yearly = "年均" if run.growth and _is_yearly(tokens, run) and not run.growth.startswith("年均") else ""
    labels = tuple(one + yearly + run.growth if run.growth else one for one in labels)
    return Measured(
        labels=labels,
        made=bool(noun.made),
        first=noun.first,
        place=noun.place,
        values=run.values,
        last=run.last,
        departure=run.departure,
        shared=run.shared,
        verb=noun.made,
        quoted=noun.verb,
    )


def _is_yearly(tokens: Tokens, run: Run) -> bool:
    return any(tokens.word(at) in _YEARLY for at in range(run.first, run.value))


def _counted(tokens: Tokens, low: int, run: Run, last: int, chain: str) -> Measured | None:
    """What is counted by the noun behind a number."""
    noun = served_behind(tokens, run.first, run.last, last) or _made_behind(tokens, low, run, last)
    listed = low < run.value and tokens.letters[low] in "、h" and low + 1 >= run.first
    if noun is None and chain and listed:
        noun = noun_behind(tokens, run.last, last)
    if noun is None or len(run.values) > 1:
        return None
    tail = _noun_behind_last(tokens, noun, last)
    words = with_shared_head(noun.words, tail) if tail else noun.words
    value = run.values[0]
    if _is_named_so(tokens.word(run.value), words):
        return None
    if counts_itself(words, value.amount.unit) and value.amount.value <= LISTED:
        return None
    if is_making(tokens, run.value - 1) and value.sign == ">":  # 突破100项技术, which does not say more than
        value = replace(value, sign=">=" if value.last > value.first + 1 else "=")
    return Measured((words,), True, run.first, -1, (value,), noun.last, verb=noun.made, quoted=noun.verb)


def _is_named_so(figure: str, words: str) -> bool:
    """Whether a figure in words is part of what a programme is called: 实施【百家】企业培育工程."""
    return not any(char.isdigit() for char in figure) and words.endswith((*names_of("counted_by_the_text.txt"), "工程"))


def _noun_behind_last(tokens: Tokens, noun: Noun, last: int) -> str:
    """The noun behind the last number of a list of counted nouns; empty where no number follows."""
    stop = next((at for at in range(noun.last, last) if tokens.letters[at] in "，；。"), last)
    at = tokens.letters.rfind("Q", noun.last, stop)
    at -= at > noun.last and tokens.letters[at - 1] == "Q"  # 3个【千亿级】产业集群
    following = noun_behind(tokens, at + 1, stop) if at >= 0 else None
    return following.words if following is not None else ""
