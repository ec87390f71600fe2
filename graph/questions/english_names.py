"""The Chinese names that English words may stand for: regional financial center is 区域性金融中心, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product

from extract.gazetteer import gazetteer
from extract.tables import read_rows
from extract.wordlists import split
from graph.questions.catalogue import WORDS
from graph.things import latin_names

Span = tuple[int, int]

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_EMPTY = frozenset({"a", "an", "and", "of", "the"})
"""Words of a name that its Chinese has no character for."""
_TURNED = "of"
"""What stands before it comes last in Chinese: base of manufacturing is 制造基地."""
_LONGEST_ROW = 3
"""Words of the longest row of the table."""
_LONGEST_NAME = 8
_FORMS = 200
"""Most Chinese forms that one run of words is tried in."""


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, ...]]:
    """English words → the Chinese that they may stand for; provinces and cities by pinyin too."""
    found: dict[str, tuple[str, ...]] = {}
    for place in gazetteer().places:
        if place.entity.kind != "County":
            for name in latin_names(place.official_name):
                found[name] = (*found.get(name, ()), place.short_names[0], place.official_name)
    rows = read_rows(WORDS / "english_words.tsv", ("english", "chinese"))
    return found | {cells[0]: split(cells[1]) for _, cells in rows}


def _chinese(words: Sequence[str]) -> tuple[str, ...]:
    """Return what a row of the table says of some words, singular or plural, American or British."""
    said = " ".join(words).casefold()
    singular = said[:-3] + "y" if said.endswith("ies") else said.removesuffix("s")
    center = re.sub(r"centre\b", "center", singular)
    return next((_table()[form] for form in (said, singular, center) if form in _table()), ())


def chinese_of(word: str) -> tuple[str, ...]:
    """Return the Chinese that an English word of the table may stand for.

    >>> chinese_of("coastal"), chinese_of("xyz")
    (('沿海',), ())
    """
    return _chinese((word,))


def chinese_in_order(text: str) -> list[tuple[str, ...]]:
    """Return what each English word of a text may stand for in Chinese, or itself; words that a row of the table joins stand together.

    >>> chinese_in_order("zero-carbon parks of xyz")
    [('零碳',), ('园区', '公园'), ('xyz',)]
    """
    words = [match[0] for match in _WORD.finditer(text)]
    found: list[tuple[str, ...]] = []
    while words:
        many = next((n for n in range(min(_LONGEST_ROW, len(words)), 0, -1) if _chinese(words[:n])), 1)
        if many > 1 or words[0].casefold() not in _EMPTY:
            found.append(_chinese(words[:many]) or (words[0],))
        words = words[many:]
    return found


def _forms(words: Sequence[str]) -> Iterator[str]:
    """Yield the Chinese forms of a run of words, in the order of the words."""
    if not words:
        yield ""
    elif words[0].casefold() in _EMPTY:
        yield from _forms(words[1:])
    for many in range(min(_LONGEST_ROW, len(words)), 0, -1):
        if heads := _chinese(words[:many]):
            yield from (head + rest for rest in _forms(words[many:]) for head in heads)


def _turned(words: Sequence[str]) -> Iterator[str]:
    """Yield the forms of a run of words around each `of`: what it is of comes first."""
    for place, word in enumerate(words):
        if word.casefold() == _TURNED:
            after, before = list(_forms(words[place + 1 :])), list(_forms(words[:place]))
            yield from (first + last for first, last in product(after, before))


def english_names(text: str) -> dict[str, list[Span]]:
    """Return the Chinese names that runs of English words in a text may stand for, each with the spans of its words.

    >>> "区域性金融中心" in english_names("Who wants to be a regional financial center?")
    True
    >>> "先进制造基地" in english_names("Which city is a base of advanced manufacturing?")
    True
    >>> english_names("沈阳有哪些任务")
    {}
    """
    words = list(_WORD.finditer(text))
    found: dict[str, list[Span]] = {}
    for first in range(len(words)):
        for last in range(first, min(first + _LONGEST_NAME, len(words))):
            if last > first and text[words[last - 1].end() : words[last].start()].strip():
                break
            run = [word[0] for word in words[first : last + 1]]
            if {run[0].casefold(), run[-1].casefold()} & _EMPTY:
                continue
            for name in islice((*_forms(run), *_turned(run)), _FORMS):
                found.setdefault(name, []).append((words[first].start(), words[last].end()))
    return found
