"""Numbered phrases: “五大安全”, “三篇大文章”, “双核”, “一圈一带两区”, “一主、两副、多点”, with the size that they declare.

Pattern: quotation marks round numerals, each with its counted word. Members are never invented: a phrase has those that
the text gives it elsewhere (`phrase_lists`, `definitions`, `nested_phrases`) or none. Its numeral is no target.

Accepted: “五大安全”, size 5; “一枢纽四中心”, size 5.
Refused: “十四五” and “1+3”, which count nothing; “一带一路” and “多点”, whose size is not declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.numerals import BELOW_TEN, SEVERAL, UP_TO_TEN
from extract.wordlists import alternation, any_of, names_of

_NUMERALS = {char: value for value, char in enumerate(BELOW_TEN, 1)} | {"两": 2, "双": 2, "十": 10, "廿": 20}
_QUOTED = re.compile(r"“([^“”\n]{2,24})”")
_BARE = re.compile(rf"(?<![\u4e00-\u9fff])([{UP_TO_TEN}双][\u4e00-\u9fff]{{1,2}}){{2,4}}(?=格局|布局|发展格局|空间)")
_NAMED = re.compile(
    rf"(?<!第)(?P<label>[{SEVERAL}]{{1,2}}大[\u4e00-\u9fff]{{0,6}}?{any_of('nouns_of_numbered_phrases.txt')})(?=（|：|，?(?:{any_of('defining_words.txt')}|即(?!将)))"
)
"""A numbered phrase without quotation marks that the text goes on to list: 六大重点工程，包括…."""
_COUNTED = rf"[^{UP_TO_TEN}双多\d、，和]"
_PART = re.compile(
    rf"(?P<number>[{UP_TO_TEN}双]+|\d+|多)(?P<counted>个一批?|{_COUNTED}{{1,2}}合一|{_COUNTED}{{1,6}})[、，和]?"
)
_MOTTO = re.compile(r"(?<=[、，])[\u4e00-\u9fff]{2,6}")
"""What a layout goes on with behind its parts: “两圈四区、网络发展”."""
_POINTER = "这"
_OPENS_CLAUSE = r"(?:^|(?<=[\n。；，、]))"
_TOLD = rf"：|由|即(?!将)|是(?!否)|{any_of('holding.txt')}"
"""What stands behind a part of a layout that is told of."""
_NO_COUNT = frozenset(names_of("never_numbered_phrases.txt"))
_NOT_COUNTED = re.compile(rf"{any_of('never_counted.txt')}|化$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A numbered phrase in quotation marks; its span includes them, its label does not."""

    start: int
    end: int
    label: str
    parts: tuple[tuple[int, str], ...]
    """Number and counted word of each part: (1, 圈), (1, 带), (2, 区); the number is 0 for 多."""

    @property
    def size(self) -> int:
        """The number of members that the phrase declares; 0 where it declares none."""
        return 0 if any(number == 0 for number, _ in self.parts) else sum(number for number, _ in self.parts)


def number_of(numeral: str) -> int:
    """Value of a numeral up to 99; 0 for 多.

    >>> number_of("十七"), number_of("两"), number_of("24"), number_of("多")
    (17, 2, 24, 0)
    """
    if numeral.isdecimal():
        return int(numeral)
    if numeral == "多":
        return 0
    tens, ten, ones = numeral.rpartition("十") if "十" in numeral else ("", "", numeral)
    value = sum(_NUMERALS.get(char, 0) for char in ones)
    return value + (10 * (_NUMERALS.get(tens, 1) if tens else 1) if ten else 0)


_OPENING_NUMERAL = re.compile(r"\d+|[一两二三四五六七八九十]+")


def counted_by(word: str) -> int:
    """How many a word that opens with a numeral counts; 0 for another.

    >>> counted_by("两个"), counted_by("12座城市"), counted_by("十一大产业"), counted_by("多个")
    (2, 12, 11, 0)
    """
    numeral = _OPENING_NUMERAL.match(word)
    return number_of(numeral.group()) if numeral else 0


def parts_of(label: str) -> tuple[tuple[int, str], ...]:
    """Numbers and counted words of a phrase; empty where it is no numbered phrase.

    >>> parts_of("一圈一带两区"), parts_of("五大安全"), parts_of("十四五"), parts_of("1+3"), parts_of("数字辽宁")
    (((1, '圈'), (1, '带'), (2, '区')), ((5, '大安全'),), (), (), ())
    >>> parts_of("新两翼"), parts_of("新城"), parts_of("两岸共同家园"), parts_of("四个一批")
    (((2, '翼'),), (), (), ((4, '个一批'),))
    >>> parts_of("两圈四区、网络发展"), parts_of("四算合一")
    (((2, '圈'), (4, '区')), ((4, '算合一'),))
    """
    if label in _NO_COUNT or label.startswith(names_of("words_with_a_numeral.txt")):
        return ()
    found: list[tuple[int, str]] = []
    position = len(label) - len(label.removeprefix("新"))
    while position < len(label):
        match = _PART.match(label, position)
        if match is None and len(found) > 1 and _MOTTO.fullmatch(label, position):
            break
        if match is None or _NOT_COUNTED.match(match.group("counted")):
            return ()
        found.append((number_of(match.group("number")), match.group("counted")))
        position = match.end()
    return tuple(found)


def phrases(text: str) -> tuple[Phrase, ...]:
    """Return the numbered phrases in a folded text, in order.

    Arguments: text, folded. Offsets are code points.

    >>> [(phrase.label, phrase.size) for phrase in phrases("维护“五大安全”，构建“一圈一带两区”，“十四五”")]
    [('五大安全', 5), ('一圈一带两区', 4)]
    >>> [phrase.label for phrase in phrases("构建“双核一轴”。\\n双核：哈尔滨、长春。")]
    ['双核一轴', '双核']
    """
    found = []
    for match in _QUOTED.finditer(text):
        parts = parts_of(match.group(1))
        if parts:
            found.append(Phrase(match.start(), match.end(), match.group(1), parts))
    for match in _NAMED.finditer(text):
        parts = parts_of(match["label"])
        if parts:
            found.append(Phrase(match.start("label"), match.end("label"), match["label"], parts))
    for match in _BARE.finditer(text):
        parts = parts_of(match.group())
        if len(parts) > 1:
            found.append(Phrase(match.start(), match.end(), match.group(), parts))
    found += _parts_told_of(text, found)
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def with_pointer(text: str, phrase: Phrase) -> Phrase:
    """Return a phrase with the word before it that points back at its list: 甲、乙【这“两翼”】.

    Arguments: text, folded; phrase, in it.

    >>> text = "沈阳、大连这“两翼”"
    >>> [text[one.start : one.end] for one in (with_pointer(text, phrase) for phrase in phrases(text))]
    ['这“两翼”']
    """
    return replace(phrase, start=phrase.start - text.endswith(_POINTER, 0, phrase.start))


def _parts_told_of(text: str, found: Sequence[Phrase]) -> Iterator[Phrase]:
    """The parts of layouts that the text goes on to tell of without quotation marks: “双核一轴”…。双核：甲、乙。"""
    parts = {
        match["number"] + match["counted"]: (number_of(match["number"]), match["counted"])
        for phrase in found
        if len(phrase.parts) > 1
        for match in _PART.finditer(phrase.label)
    }
    taken = {phrase.start for phrase in found}
    for match in re.finditer(rf"{_OPENS_CLAUSE}(?:{alternation(parts)})(?={_TOLD})", text) if parts else ():
        if match.start() not in taken:
            yield Phrase(*match.span(), match.group(), (parts[match.group()],))
