"""Distributions: several subjects and as many values in one clause.

Pattern: «甲、乙和丙分别达到30%、20%和10%», «甲和乙双双突破万亿», «到2025年、2030年分别达到A、B». Counts on both sides
must agree; 分别 may be absent. A measure or a word that several names share is written once.

Accepted: three indicators and three values, in order; two indicators that share one value.
Refused: three indicators and two values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.grammar.comparisons import Value
from extract.grammar.measured_nouns import Noun, is_bare, parts_before
from extract.numerals import SEVERAL, UP_TO_TEN
from extract.tokens import Tokens, has_class
from extract.values import Entity
from extract.wordlists import alternation, names_of, table, word_classes

_FIELDS = ("领域", "行业", "环节", "方面", "新增", "处理")
"""Ends of what only says where an indicator is measured."""
_COUNTED = re.compile(rf"等(?:[{UP_TO_TEN}\d]+)[项个]?指标(?:的)?")
_KINDS_COUNTED = re.compile(rf"等?(?:\d{{1,2}}|[二{SEVERAL}]{{1,2}})[个大](?:产业链|产业|行业|领域|板块)(?=.)")
"""«A、B、C【等4个产业】营业收入»."""
_BASE = re.compile(r"(?:单位|万元)(?:国内|地区)?(?:生产总值|GDP|工业增加值)")
"""What indicators are relative to, written once before the first of them: 单位地区生产总值用水量、能耗."""
_SHORTEST = 3
_PAIR = 2
_MEASURES = frozenset(names_of("ends_of_measures.txt"))
_RATIOS = ("比率", "比值", "比例", "比重", "占比")
"""Measures of one thing against another: 社会物流总费用与GDP比率."""


_AS_ONE = ("及", "与")
"""What joins two parts of one thing that is measured: 新能源电池及电池材料产业产值."""


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    measures = alternation(word_classes()["measures"])
    return re.compile(rf"(?:年均|年平均)?(?:{measures}|增长|下降)$")


def indicators_of(tokens: Tokens, noun: Noun, count: int, dealt_out: bool) -> tuple[str, ...]:
    """The indicators that one noun phrase joins.

    Arguments: tokens; noun, the phrase before the values; count, how many values there are; dealt_out, whether the text says that
    they are dealt out (分别, 均).

    >>> from extract.grammar.measured_nouns import noun_before
    >>> from extract.tokens import tokenize
    >>> def told(text, count, dealt_out):
    ...     tokens = tokenize(text, [])
    ...     return indicators_of(tokens, noun_before(tokens, 0, len(tokens.letters)), count, dealt_out)
    >>> told("实际利用外资和外贸进出口总额年均增速", 1, False)
    ('实际利用外资年均增速', '外贸进出口总额年均增速')
    >>> told("城镇和农村居民人均可支配收入", 2, True)
    ('城镇居民人均可支配收入', '农村居民人均可支配收入')
    >>> told("人参、食用菌全产业链产值", 2, True)
    ('人参全产业链产值', '食用菌全产业链产值')
    >>> told("冷水鱼总产量和经济总产值", 2, True), told("大数据及相关产业收入", 1, False)
    (('冷水鱼总产量', '冷水鱼经济总产值'), ('大数据及相关产业收入',))
    >>> told("技能提升和员工培训", 1, False), told("制造业增加值占地区生产总值比重", 1, False)
    (('技能提升和员工培训',), ('制造业增加值占地区生产总值比重',))
    """
    spans = list(parts_before(tokens, noun))
    words = [tokens.written(first, last) for first, last in spans]
    if len(spans) < 2:
        return _two_in_one(noun.words) if dealt_out and count == _PAIR else (noun.words,)
    words[-1] = noun.words[len(tokens.written(noun.first, spans[-1][0])) :] or words[-1]
    shared = dealt_out or count > 1
    if not shared and len(words) == 2 and words[1].startswith(names_of("openings_of_the_rest.txt")):
        return (noun.words,)
    if not shared and (tokens.word(spans[-1][0] - 1) in _AS_ONE or _sums_up(tokens, spans[-1])):
        return (noun.words,)
    if not shared and _KINDS_COUNTED.search(words[-1]):
        return (noun.words,)
    words = [_KINDS_COUNTED.sub("", _COUNTED.sub("", part)) for part in words]
    tail = _tail().search(words[-1])
    if not shared:
        plain = (
            tail is None
            or tail.group() in _RATIOS
            or any(len(part) < _SHORTEST or part.endswith(_FIELDS) for part in words)
        )
        sums = names_of("ends_of_sums.txt")
        alike = all(part[-1] == words[0][-1] and part[-1] in _MEASURES for part in words)
        if all(len(part) > _SHORTEST for part in words) and (alike or all(part.endswith(sums) for part in words)):
            return tuple(words)
        listed = tokens.letters[spans[-1][0] - 1] == "、"
        apart = listed and (_stands_alone(tokens, spans[-2]) or has_class(tokens.word(spans[-1][0]), "making"))
        return (words[-1] if apart else noun.words,) if plain else _tailed(words, tail)
    first, last = spans[-1]
    if last - first > 1:
        own = len(tokens.word(first))
        words[:-1] = [
            part + words[-1][own if own < 2 * len(part) else len(part) :]
            if to - at == 1 and len(part) < _SHORTEST
            else part
            for part, (at, to) in zip(words, spans, strict=False)
            if to != last
        ]
    words = _modified(tokens, spans, words)
    base = _BASE.match(words[0])
    if base is not None:
        words = [part if part.startswith(base.group()) else base.group() + part for part in words]
    return _tailed(words, tail)


def _sums_up(tokens: Tokens, last: tuple[int, int]) -> bool:
    """«集成电路、智能装备等新兴产业产值»: what closes a list of examples is measured, all of it."""
    opened = tokens.letters.find("e", *last)
    return opened >= 0 and opened + 1 < last[1] and tokens.letters[opened + 1] not in "Qm"


def _two_in_one(words: str) -> tuple[str, ...]:
    """«城乡居民收入» that two values are dealt out to: 城镇居民收入, 农村居民收入."""
    pairs = table("two_in_one_word.tsv", "word", "first", "second")
    for word, pair in pairs.items():
        if words.startswith(word):
            return tuple(one + words.removeprefix(word) for one in pair)
    return (words,)


def _modified(tokens: Tokens, spans: Sequence[tuple[int, int]], words: list[str]) -> list[str]:
    """Bare measures behind one that says what it measures have that too: 冷水鱼总产量和【冷水鱼】经济总产值."""
    first, last = spans[0]
    if last - first < 2 or not (is_bare(tokens.word(last - 1)) or tokens.word(last - 1)[-1] in _MEASURES):
        return words
    modifier = tokens.written(first, last - 1).removesuffix("总")
    return [words[0], *(modifier + part if is_bare(part) else part for part in words[1:])]


def _tailed(words: Sequence[str], tail: re.Match[str] | None) -> tuple[str, ...]:
    """The words, each with the measure that only the last has, unless it ends as one by itself: 牌匾安装率."""
    if tail is None:
        return tuple(words)
    whole = [part[-1] in _MEASURES and len(part) > _SHORTEST for part in words]
    return tuple(
        part if named or _tail().search(part) else part + tail.group() for part, named in zip(words, whole, strict=True)
    )


def _stands_alone(tokens: Tokens, span: tuple[int, int]) -> bool:
    """Whether a part before 、 is a thing of its own: verb-led, or said to be so (体系基本建成、产业规模达5000亿元)."""
    first, last = span
    verbs = "BDLG"
    return (
        tokens.letters[first] in verbs or tokens.letters[last - 1] in verbs or has_class(tokens.word(first), "making")
    )


def dealt(
    labels: Sequence[str], places: tuple[Entity, ...], values: Sequence[Value], years: Sequence[int]
) -> Iterator[tuple[str, tuple[Entity, ...], Value, int | None]]:
    """Indicator, places, value and year: values are dealt out to the years, else to the indicators, else to the places.

    Arguments: labels of the indicators; places; values of one comparison; years, where the sentence names as many as values.

    >>> from extract.amounts import Amount
    >>> from decimal import Decimal
    >>> one, two = (Value(Amount(Decimal(number), "%"), "=", 0, 1) for number in (1, 2))
    >>> [(label, value.amount.value) for label, _, value, _ in dealt(["甲", "乙"], (), [one, two], ())]
    [('甲', Decimal('1')), ('乙', Decimal('2'))]
    >>> list(dealt(["甲", "乙", "丙"], (), [one, two], ()))
    []
    """
    count = len(values)
    if count == 1:
        for label in labels:
            yield label, places, values[0], None
    elif len(years) == count and len(labels) == 1:
        for value, year in zip(values, years, strict=True):
            yield labels[0], places, value, year
    elif len(labels) == count and len(places) != count:
        for label, value in zip(labels, values, strict=True):
            yield label, places, value, None
    elif len(labels) == 1 and len(places) == count:
        for place, value in zip(places, values, strict=True):
            yield labels[0], (place,), value, None
