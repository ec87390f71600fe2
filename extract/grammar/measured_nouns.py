"""Measured nouns: the noun phrase before a value, whole and no more: «加快X增长A», «全市X达到A», «新建X A».

What leads to it is taken off: times, words of aim, adverbs before a verb, verbs of making (新建和改造), the place that it is said of. A
verb of making stays where only a bare measure would be left (完成投资).

Accepted: «力争今年全市新建改造高标准农田80万亩», of which 高标准农田 is measured.
Refused: «着力推进80%», before which no noun stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.tokens import Tokens, has_class
from extract.wordlists import any_of, names_of

_SKIPPED = frozenset("，：；hnx—）t")
_LED = frozenset("BDLGVAUTPQi")
"""What an adverb leads: a verb, or where something is done (优先在县城新建)."""
_NO_END = frozenset("BLpuUgi，：；hT")
_INNER = frozenset(("把", "将", "让", "使", "为", "被"))
_SUMMED_UP = names_of("ends_of_counted_places.txt")
_MARKED = re.compile(r"(?:[①-⑳*※]|\[\d{1,2}\]|〔\d{1,2}〕)+$")
"""A note's mark behind a name."""
_TRAILING = re.compile(r"(?<=[\u4e00-\u9fff）]{2})[达超约近至]$")
"""A comparison that the cutter left on the last word: 管理率达."""
_COUNTED = re.compile(rf"[两二三四五六七八九]{any_of('counted_places.txt')}")
_SHORTEST, _LONGEST = 2, 40
_YEAR = re.compile(r"20\d\d年|届时")
_TOWARDS = names_of("before_years_to_reach.txt")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase that is measured: first token, the one behind its last, its words; `made`, the verb of making before it.

    `place` is the token of a place that it is said of, -1 where none stands before it; `verb` that of the verb, -1 without one.
    """

    first: int
    last: int
    words: str
    made: str
    place: int
    verb: int = -1


@lru_cache(maxsize=1)
def _bare() -> frozenset[str]:
    return frozenset(names_of("bare_measures.txt"))


def is_bare(words: str) -> bool:
    """Whether words name a measure but not what is measured (产值, 占比).

    >>> is_bare("产值"), is_bare("石化产业产值")
    (True, False)
    """
    return words in _bare() or has_class(words, "measures")


def _opening(tokens: Tokens, index: int, low: int, high: int, made: str) -> int:
    """How many tokens at an index open the clause without belonging to the noun phrase; verbs of making are asked apart."""
    letters, word = tokens.letters, tokens.word(index)
    letter = letters[index]
    behind = letters[index + 1] if index + 1 < high else ""
    if letter in _SKIPPED or letter in "TUrX" or (word in {"全", "本"} and behind == "P"):
        return 1
    if letter == "A":
        listed = has_class(word, "adverbs")
        leads = (listed and behind in _LED) or (index + 1 < high and has_class(tokens.word(index + 1), "making"))
        if leads or (not made and has_class(word, "leading")):
            return 1
    if index == low and has_class(word, "saying"):
        return 1  # 提出地区生产总值增长5%
    if letter == "i" and behind in "TP":
        return 1
    if letter in "gp" and behind == "T":
        return 2
    if letter in "pi":
        within = range(index + 1, min(high, index + 7))
        stop = next((at for at in within if letters[at] == "l" and not tokens.is_quoted(index, at)), None)
        if stop is None and letter == "i" and index > low:
            making = (at for at in within[:-1] if has_class(tokens.word(at), "making"))
            return next(making, index) - index
        return stop - index + 1 if stop is not None else 0
    return _condition(tokens, index, low, high)


def _condition(tokens: Tokens, index: int, low: int, high: int) -> int:
    """How many tokens open a clause as the condition that a value holds under: 正常年景【下】粮食产量."""
    behind = next((at for at in range(index + 1, min(index + 4, high)) if tokens.word(at) == "下"), index)
    plain = not tokens.letters[index:behind].strip("AJN")
    opens = index == low or tokens.letters[index - 1] in "UT，"
    return behind + 1 - index if opens and behind > index and plain else 0


def _places(tokens: Tokens, index: int, high: int) -> int:
    """How many tokens list places, 等城市 and 两市 included: «甲、乙等“2+26”重点城市城区»; 0 where none are listed."""
    if not (tokens.letters[index] in "Pe" or _COUNTED.fullmatch(tokens.word(index))):
        return 0
    end = index + (tokens.letters[index] == "P")
    while end + 1 < high and tokens.letters[end] in "、h" and tokens.letters[end + 1] == "P":
        end += 2
    if end < high and tokens.letters[end] == "e":
        stops = [at for at in range(end + 1, high) if tokens.word(at).endswith(_SUMMED_UP)]
        end = stops[-1] + 1 if stops else end + 1
    if end < high and _COUNTED.fullmatch(tokens.word(end)):
        end += 1
    return end - index + (end < high and tokens.letters[end] == "t")


def _verb(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    return tokens.letters[index] in "BDL" or has_class(word, "making")


def noun_before(tokens: Tokens, low: int, high: int) -> Noun | None:
    """The noun phrase between two tokens that ends right before the second; None where none stands there.

    Arguments: tokens; low, the first that may belong to it; high, the first of the comparison behind it.

    >>> from extract.tokens import tokenize
    >>> def told(text):
    ...     tokens = tokenize(text, [])
    ...     noun = noun_before(tokens, 0, len(tokens.letters))
    ...     return noun and (noun.words, noun.made)
    >>> told("非常规天然气产量2030年")
    ('非常规天然气产量', '')
    >>> told("正常年景下粮食产量"), told("优先在边境村新建各类棚室")
    (('粮食产量', ''), ('棚室', '新建各类'))
    >>> told("力争今年新建改造高标准农田"), told("着力推进"), told("完成投资"), told("规模以上工业增加值")
    (('高标准农田', '新建改造'), None, ('完成投资', '完成'), ('规模以上工业增加值', ''))
    """
    high = _before_time(tokens, low, high)
    index, made, place, verbs = low, "", -1, low
    timed = tokens.letters.rfind("T", low, high)
    if timed > low and not has_class(tokens.word(timed - 1), "prepositions"):
        index = timed
    while index < high:
        if not made and (width := _places(tokens, index, high)):
            place = index if tokens.letters[index] == "P" else place
            index += width
        elif width := _opening(tokens, index, low, high, made):
            index += width
        elif (tokens.letters[index] == "、" and made and index + 1 < high and _verb(tokens, index + 1)) or (
            tokens.letters[index] == "、" and not made and index == low
        ):
            index += 1
        elif _verb(tokens, index):
            verbs = index if not made else verbs
            made = tokens.word(index)
            index += 1
        else:
            break
    if index >= high or _only_reaches(tokens, index, high):
        return None
    words = _cleaned(tokens, index, high)
    made = tokens.written(verbs, index).rstrip("、和") if made else ""
    if made and (is_bare(words) or len(words) < _SHORTEST or tokens.letters[index:high] == "V"):
        index = verbs
        words = _cleaned(tokens, index, high)
    verb = verbs if made and index > verbs else -1
    return Noun(index, high, words, made, place, verb) if _is_noun(tokens, index, high, words) else None


def _only_reaches(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a passage opens with a verb of measuring that describes no noun: 达到目标, not 达到标准的卫生院占比."""
    reaches = tokens.letters[first] == "G" and tokens.word(first) != "占"
    return reaches and "t" not in tokens.letters[first:last]


def _before_time(tokens: Tokens, low: int, high: int) -> int:
    """The token behind a noun whose year stands behind it: «天然气产量【2030年】达到», «产量【到2030年】达到», not «相比2020年»."""
    before = high - 1
    if before <= low or _YEAR.match(tokens.word(before)) is None:
        return high
    if tokens.letters[before - 1] not in "ip":
        return before
    return before - 1 if tokens.word(before - 1).endswith(_TOWARDS) and before - 1 > low else high


def _cleaned(tokens: Tokens, first: int, last: int) -> str:
    aimed = last - first > 2 and tokens.letters[last - 2] == "U" and tokens.letters[last - 1] in "VG"
    words = _MARKED.sub("", tokens.written(first, last - 2 * aimed).strip())  # 投资【计划完成】500亿元
    return _MARKED.sub("", _TRAILING.sub("", words)).removesuffix("的").strip()


def _is_noun(tokens: Tokens, first: int, last: int, words: str) -> bool:
    inner = tokens.letters[first:last]
    quotes = words.count("“") == words.count("”") and words.count("（") == words.count("）")
    apart = any(mark in inner for mark in "，：；。n《Z") or " " in words
    handed = any(tokens.word(at) in _INNER for at in range(first, last) if tokens.letters[at] in "gpUi")
    return (
        len(words) >= _SHORTEST
        and max(map(len, words.split("、"))) <= _LONGEST
        and quotes
        and not apart
        and not handed
        and not words.endswith("好")
        and inner[-1] not in _NO_END
        and not words.isascii()
    ) or words.isupper()


def parts_before(tokens: Tokens, noun: Noun) -> Iterator[tuple[int, int]]:
    """The spans of tokens of a noun phrase that 、 and 和 part, outside quotation marks and brackets, in order."""
    first, depth = noun.first, 0
    for index in range(noun.first, noun.last):
        letter = tokens.letters[index]
        depth += (letter in "“（") - (letter in "”）")
        counted = letter == "h" and tokens.letters[index + 1 : index + 2] in ("m", "Q")  # 名木和五百年以上的古树
        if letter in "、h" and depth == 0 and index > first and not counted:
            yield first, index
            first = index + 1
    yield first, noun.last
