"""The alphabet of word classes: one letter a token, given by a word list, else by jieba's dictionary tag.

The lists stand in `extract/lexicon/word_classes`, one file a class. A word of several lists has the letter of the first in
the order below; that it is in another too is asked with `has_class`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from extract.numerals import UP_TO_TEN
from extract.wordlists import names_of, word_classes

LETTERS: Mapping[str, str] = {
    "P": "place, region, or several places by one name",
    "O": "public body",
    "I": "industry of the lexicon",
    "Z": "title 《…》",
    "W": "quoted phrase “…”",
    "Q": "number with its unit",
    "m": "bare number",
    "T": "time",
    "B": "verb of becoming or making (打造, 获批, 是)",
    "D": "verb of developing (壮大, 培育)",
    "L": "verb that lets another act (支持, 推动)",
    "G": "verb of measuring (达到, 增长)",
    "U": "word of aim (力争, 将, 要)",
    "X": "word of the past (已, 累计, 去年)",
    "V": "other verb",
    "Y": "word that is verb or noun (合作, 创新)",
    "A": "adverb",
    "J": "word that describes a noun (重要, 国际)",
    "N": "noun",
    "H": "noun that heads a role or a region (中心, 高地, 都市圈)",
    "E": "noun of a firm, project, person or meeting",
    "K": "noun that a list is counted in (任务, 领域)",
    "F": "fixed phrase",
    "p": "preposition (围绕, 按照)",
    "i": "preposition of place or time (在, 于)",
    "g": "preposition that hands on an object (把, 由)",
    "c": "comparison before a value (超, 约)",
    "C": "comparison behind a value (以上, 左右)",
    "h": "word that joins a list (和, 以及)",
    "t": "的",
    "e": "等",
    "l": "localizer (上, 中, 以来)",
    "r": "pronoun (其, 该)",
    "q": "measure word (个, 批)",
    "u": "particle",
    "x": "other mark",
    "n": "line end",
}
"""Letter → what a token of that class is; a punctuation mark of `MARKS` stands for itself."""
_LONGEST_NUMERAL_GUESS = 2
_NUMERAL = re.compile(rf"[\d{UP_TO_TEN}百千万亿零〇半数几多余若首第双每各诸]")
MARKS = "、，；：。（）“”《》！？—"
"""Marks that are their own letter."""
_LISTS = {
    "past": "X", "aiming": "U", "handling": "g", "placing": "i", "becoming": "B", "developing": "D",
    "measuring": "G", "letting": "L", "comparing": "c", "bounding": "C", "linking": "h", "firms": "E", "counters": "K",
    "prepositions": "p", "modifiers": "J", "adverbs": "A", "idioms": "F", "directions": "l", "measures": "N",
    "nouns": "N",
}  # fmt: skip
"""Word list → letter, in the order in which the first decides."""
_TAGS = {
    "n": "N", "s": "N", "t": "T", "v": "V", "a": "J", "b": "J", "z": "J", "d": "A", "p": "p", "c": "h", "r": "r",
    "f": "l", "m": "m", "q": "q", "u": "u", "y": "u", "e": "u", "o": "u", "i": "F", "l": "N", "j": "N", "x": "x",
    "k": "N", "h": "N", "g": "N",
}  # fmt: skip
"""First character of jieba's tag → letter, for a word that no list has."""


@lru_cache(maxsize=1)
def listed_letters() -> Mapping[str, str]:
    """Word → letter for every word of the lists."""
    found = {"的": "t", "等": "e", "\n": "n", " ": "x"}
    found.update({mark: mark for mark in MARKS})
    for name, letter in _LISTS.items():
        for word in sorted(word_classes()[name]):
            found.setdefault(word, letter)
    return found


def has_class(word: str, name: str) -> bool:
    """Whether a word is in a list, whatever its letter.

    Arguments: word; name of a file of `extract/lexicon/word_classes` without its suffix.

    >>> has_class("聚焦", "developing"), has_class("聚焦", "prepositions"), has_class("沈阳", "developing")
    (True, True, False)
    """
    return word in word_classes()[name]


@lru_cache(maxsize=65536)
def letter_of(word: str, tag: str) -> str:
    """The class letter of a word.

    Arguments: word; tag, jieba's, of which the first characters decide for a word of no list.

    >>> letter_of("力争", "v"), letter_of("航空", "n"), letter_of("合作", "vn"), letter_of("、", "x"), letter_of("儿童医院", "n")
    ('U', 'N', 'Y', '、', 'E')
    """
    known = listed_letters().get(word)
    if known is not None:
        return known
    if word.endswith(names_of("ends_of_firms.txt")):
        return "E"
    if tag in {"vn", "an"}:
        return "Y"
    if tag == "m" and len(word) > _LONGEST_NUMERAL_GUESS and _NUMERAL.search(word) is None:
        return "N"  # what the cutter guesses to be a number: 绿美点
    return "N" if tag == "eng" else _TAGS.get(tag[:1], "N")
