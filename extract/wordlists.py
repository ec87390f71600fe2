"""The lexicon's word lists, read once: what the grammar knows by heart is data that a researcher can edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.tables import LEXICON, read_names, read_rows


def alternation(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first.

    >>> alternation(["经济", "经济区"])
    '经济区|经济'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def split(cell: str) -> tuple[str, ...]:
    """The words of a cell, which stand between bars.

    >>> split("甲|乙"), split("")
    (('甲', '乙'), ())
    """
    return tuple(cell.split("|")) if cell else ()


@cache
def names_of(file: str) -> tuple[str, ...]:
    """The words of a one-column list, in its order.

    >>> "都市圈" in names_of("region_heads.txt")
    True
    """
    return read_names(LEXICON / file)


def any_of(*files: str) -> str:
    """A group of a regular expression that matches any word of one-column lists, the longest first.

    >>> re.findall(any_of("plan_heads.txt"), "甲方案和乙规划纲要")
    ['方案', '规划纲要']
    """
    return f"(?:{alternation(word for file in files for word in names_of(file))})"


def behind_any_of(file: str) -> str:
    """A group of a regular expression that stands right behind any word of a one-column list.

    >>> re.search(behind_any_of("verbs_before_regions.txt") + "都市圈", "推动都市圈发展").span()
    (2, 5)
    """
    return f"(?:{'|'.join(f'(?<={re.escape(word)})' for word in names_of(file))})"


@lru_cache(maxsize=16)
def table(file: str, *head: str) -> Mapping[str, tuple[str, ...]]:
    """First column → the other columns of a table.

    >>> table("positioning_heads.tsv", "head", "class")["枢纽"]
    ('Center',)
    """
    return MappingProxyType({cells[0]: tuple(cells[1:]) for _, cells in read_rows(LEXICON / file, head)})


@lru_cache(maxsize=8)
def canonical_names(file: str, *head: str) -> Mapping[str, str]:
    """Every name in the first two columns of a table → the name in its first column.

    >>> canonical_names("regions.tsv", "name", "other_names")["长江三角洲"]
    '长三角'
    """
    rows = table(file, *head)
    return MappingProxyType({other: name for name, cells in rows.items() for other in (name, *split(cells[0]))})


@lru_cache(maxsize=1)
def word_classes() -> Mapping[str, frozenset[str]]:
    """The lists of `word_classes`, one file a class: name of the file → its words.

    >>> "壮大" in word_classes()["developing"]
    True
    """
    files = sorted((LEXICON / "word_classes").glob("*.txt"))
    return MappingProxyType({path.stem: frozenset(read_names(path)) for path in files})


class Finder:
    """Finds the words of a list in a text: the leftmost first, of those the longest, none overlapping."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted(set(words)))
        self._automaton = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and word of each match.

        >>> Finder(["辽宁", "辽宁省"]).find("在辽宁省。")
        [(1, 4, '辽宁省')]
        """
        return [(start, end, self.words[index]) for index, start, end in self._automaton.find_matches_as_indexes(text)]
