"""Comparisons: «达到A», «不低于A», «A以上», «控制在A以内», «A和B», «由A提高到B左右», «增长A—B».

The sign of a value is said before it (超过 >, 不超过 <=, 达到 >=), behind it (以上 >=, 左右 ≈), or both; without a word it is =. Of a range
the lower end counts, the upper one under <=. The left number of «由A提高到B» is where things stand.

Accepted: «由20%提高到30%左右» is ≈30% from 20.
Refused: «三个» and «一批», numbers in words that count no measured unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from extract.amounts import Amount, amount_of
from extract.tokens import Tokens, has_class
from extract.value_spans import of_one_kind, value_spans
from extract.wordlists import names_of, table

_OPENING = frozenset("由从")
_SHARES = frozenset(("分别", "均", "都", "双双", "各"))
_COMPARING = frozenset(("为", "过"))
"""Words that compare where a value stands right behind them: 增速为5%, 营业收入过千亿元."""
_STEADY = frozenset(("稳定", "动态"))
_MEASURED_AGAINST = frozenset(("基础上", "相比"))
_WITH = frozenset(("与", "同", "和"))
_REACH = 5
"""Tokens before a departing value within which 由 stands."""
_BASED = "基于"
"""控制在【基于】…的1.3倍."""
_NOT = "不"
"""下降【不】少于40%: what opens so bounds by how much something falls."""
_DOUBLING = "翻"


@dataclass(frozen=True, slots=True)
class Value:
    """An amount with its sign; first and last, its tokens with the comparison behind it."""

    amount: Amount
    sign: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Run:
    """Values under one comparison.

    `first` is the token from which the words of comparison stand, behind what is measured; `values` begin at `value` and end before
    `last`; `growth` is the verb that says by how much something changes; `level` whether a verb leads to the value itself (达到);
    `shared` whether the text says that values are dealt out; `departure`, the value of 由A.
    """

    first: int
    value: int
    last: int
    values: tuple[Value, ...]
    growth: str
    level: bool
    shared: bool
    departure: Decimal | None


@lru_cache(maxsize=2)
def _signs(place: str) -> Mapping[str, str]:
    rows = table("comparisons.tsv", "word", "sign", "place")
    return {word: sign for word, (sign, where) in rows.items() if where == place}


_PAIR = 2
_ROUND = frozenset("百千")
_BEHIND_A_QUOTATION = frozenset(("", *"t，；。U"))
"""What may stand behind what is quoted as a sentence, and not as a name: “优良率达到85%”【的】目标."""


def is_figure(written: str) -> bool:
    """Whether a number is written in digits, or in words with a magnitude, round (百个) or as a share: «三个» is none.

    >>> [is_figure(one) for one in ("30家", "三十万亩", "两成", "三个", "一批", "千亿级", "百个")]
    [True, True, True, False, False, True, True]
    """
    round_count = written[0] in _ROUND and written[1:] in names_of("units_of_round_counts.txt")
    return any(char.isdigit() or char in "万亿成半番" for char in written) or "分之" in written or round_count


def _behind(tokens: Tokens, first: int, last: int, before: str) -> Iterator[Value]:
    """The values of a run of tokens, each with its own sign or that of the word before all of them."""
    index = first
    while index < last:
        end = index + 1 + (index + 1 < last and tokens.letters[index + 1] == "C")
        amount = amount_of(tokens.word(index))
        if amount is not None and is_figure(tokens.word(index)):
            after = _signs("behind").get(tokens.word(end - 1), "") if end > index + 1 else ">=" if amount.vague else ""
            after = after or (">=" if amount.high is not None and before in {"=", ""} else "")
            sign = ">" if before == ">" and after == ">=" else after or before or "="
            yield Value(amount, sign, index, end)
        index = end + (end < last)


def _signed_alike(tokens: Tokens, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Values of which only the last says its comparison, each with that: «分别增长4.5%、5.5%左右»."""
    last = values[-1] if values else None
    if last is None or len(values) < _PAIR or last.last == last.first + 1:
        return values
    return tuple(replace(one, sign=last.sign) if one.last == one.first + 1 else one for one in values)


def _skips(tokens: Tokens, index: int, low: int, led: bool) -> int:
    """How many tokens before an index belong to the comparison without saying its sign: adverbs, words of aim, «比2020年»."""
    letter, word = tokens.letters[index], tokens.word(index)
    adverb = letter == "A" and (len(word) > 1 or has_class(word, "adverbs")) and not has_class(word, "making")
    if (
        adverb
        or letter in "Uu"
        or word in _SHARES
        or (led and word in _STEADY)
        or (letter == "X" and has_class(word, "reckoning"))
    ):
        return 1
    if letter == "i" and word in {"到", "至", "在"} and index > low and tokens.letters[index - 1] == "G":
        return 1
    if word == "在" and tokens.letters.startswith("QC", index + 1):
        return 1  # 失业率在4.5%以内
    if letter == "T" and index > low and tokens.word(index - 1) in {"比", "较"}:
        return 2
    if letter == "t":  # 控制在基于…的1.3倍以内
        based = next(
            (at for at in range(index - 1, max(low, index - 2 * _REACH) - 1, -1) if tokens.word(at) == _BASED), None
        )
        return index - based + 1 if based is not None and tokens.letters[based - 1] == "G" and based > low else 0
    if word in _MEASURED_AGAINST and led:
        before = range(index - 1, max(low, index - _REACH) - 1, -1)
        placed = next((at for at in before if tokens.letters[at] == "i" or tokens.word(at) in _WITH), None)
        return index - placed + 1 if placed is not None and placed > low else 0
    return 0


def _led(tokens: Tokens, low: int, value: int) -> tuple[int, str, str, bool, bool]:
    """What leads to a value: first token of the comparison, sign, verb of growth, whether a level is named, whether dealt out."""
    signs: list[str] = []
    growth, level, shared, index = "", False, False, value
    before = _signs("before")
    while index > low:
        word = tokens.word(index - 1)
        growing = has_class(word, "growing")
        if (tokens.letters[index - 1] in "Gc" or word in _COMPARING) and word in before:
            if growth and not growing:
                break
            signs.append(before[word])
            growth = growth or (word if growing and not level else "")
            level = level or (not growing and tokens.letters[index - 1] == "G" and word[0] != _NOT)
            index -= 1
        elif width := _skips(tokens, index - 1, low, bool(signs) or tokens.word(value).startswith(_DOUBLING)):
            shared = shared or word in _SHARES
            level = level or word in {"到", "至", "在"}
            index -= width
        else:
            break
    if not signs and value > low and tokens.letters[value - 1] in "VN":
        signs.append(before.get(tokens.word(value - 1)[-1], ""))  # 管理率达, which the cutter left whole
    sign = next((one for one in signs if one not in {">=", ""}), ">=" if ">=" in signs else "")
    return index, sign, growth, level, shared


def _departure(tokens: Tokens, low: int, first: int) -> tuple[int, Decimal] | None:
    """First token of «由A» that ends right before a comparison, and the value of A."""
    if first <= low or tokens.letters[first - 1] not in "Qm":
        return None
    amount = amount_of(tokens.word(first - 1))
    opened = next(
        (at for at in range(first - 2, max(low, first - _REACH) - 1, -1) if tokens.word(at) in _OPENING), None
    )
    return (opened, amount.value) if amount is not None and opened is not None else None


def runs(tokens: Tokens, first: int, last: int) -> Iterator[Run]:
    """Yield the values of a passage, in order, with what is said of their comparison.

    Arguments: tokens; first of the passage and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> def told(text):
    ...     tokens = tokenize(text, [])
    ...     found = list(runs(tokens, 0, len(tokens.letters)))
    ...     return [(v.sign, str(v.amount.value), v.amount.unit, r.growth, r.departure) for r in found for v in r.values]
    >>> told("占比由20%提高到30%左右"), told("总额分别超过3亿元和5亿元"), told("失业率控制在5%以内")
    ([('≈', '30', '%', '', Decimal('20'))], [('>', '3', '亿元', '', None), ('>', '5', '亿元', '', None)], [('<=', '5', '%', '', None)])
    >>> told("失业率在4.5%以内")
    [('<=', '4.5', '%', '', None)]
    >>> told("增加值增长5%—6%"), told("建设三个中心、一批项目")
    ([('>=', '5', '%', '增长', None)], [])
    """
    low = first
    for span in value_spans(tokens, first, last):
        start, end = span[0], _without_level(tokens, *of_one_kind(tokens, *span))
        if _is_quoted(tokens, first, start):
            continue
        following = _led(tokens, end, _next_value(tokens, end, last))
        if following[1] and following[0] == end and _departure(tokens, low, end) is not None:
            continue
        led, sign, growth, level, shared = _led(tokens, low, start)
        values = _signed_alike(tokens, tuple(_behind(tokens, start, end, sign)))
        if not values:
            low = end
            continue
        departed = _departure(tokens, low, led) if level else None
        yield Run(
            departed[0] if departed else led,
            start,
            end,
            values,
            growth,
            level,
            shared,
            departed[1] if departed else None,
        )
        low = end


def _without_level(tokens: Tokens, start: int, end: int) -> int:
    """The end of listed values without one that says how large what follows is: «不少于1家、百亿级企业…»."""
    names_next = tokens.word(end - 1).endswith("级") and tokens.letters[end : end + 1] in tuple("NEHIYKJ")
    return end - 2 if names_next and end - start > _PAIR else end


def _is_quoted(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a number stands within quotation marks, part of a name: “15分钟生活圈”, not “优良率达到85%”."""
    letters = tokens.letters
    closing = letters.find("”", index)
    if closing >= 0 and letters[closing + 1 : closing + 2] in _BEHIND_A_QUOTATION:
        first = max(first, letters.rfind("，", first, index) + 1, letters.rfind("G", first, index) + 1)
    return tokens.is_quoted(first, index)


def _next_value(tokens: Tokens, first: int, last: int) -> int:
    found = tokens.letters.find("Q", first, last)
    return found if found >= 0 else first
