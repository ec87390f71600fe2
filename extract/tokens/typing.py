"""From a text to its typed tokens: names, numbers and times as one token each, jieba's words for the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.names.name import Name
from extract.tokens.alphabet import letter_of
from extract.tokens.cutting import heads, recut
from extract.tokens.numbers import number_spans
from extract.tokens.row import Tokens
from extract.words import tagged, tags_of, texts_of

_LETTER_OF_SORT = {"place": "P", "pair": "P", "self": "P", "organization": "O", "industry": "I"}
_AND_OTHERS = "地"
"""What sums up a list of places: 甲、乙等|地."""
_SHORTEST_GUESS = 2
"""Characters of what the cutter takes for a verb, beyond which the head of a region is one: 综试区."""
Span = tuple[int, int, str]
_NONE: Span = (sys.maxsize, sys.maxsize, "")
"""Behind the last span."""


def _named(names: Iterable[Name]) -> Iterator[Span]:
    """The outermost names, each with its letter; a place before a body's name at the same offset gives way to it."""
    end = 0
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        letter = _LETTER_OF_SORT.get(name.sort)
        if letter is not None and name.start >= end:
            yield name.start, name.end, letter
            end = name.end


def _joined(wider: list[Span], others: Iterable[Span]) -> list[Span]:
    """The spans of both, without those of the second that touch one of the first."""
    taken = sorted(wider)
    found = list(taken)
    position = 0
    for span in others:
        while position < len(taken) and taken[position][1] <= span[0]:
            position += 1
        if position == len(taken) or taken[position][0] >= span[1]:
            found.append(span)
    return sorted(found)


def tokenize(text: str, names: Iterable[Name], titles: Iterable[tuple[int, int]] = ()) -> Tokens:
    """Return the typed tokens of a text.

    Arguments: text, folded; names found in it; titles, sorted spans of 《…》, each of which is one token.

    >>> from extract.values import Entity
    >>> row = tokenize("沈阳力争建成2个航空高地，增长5%左右。", [Name(0, 2, "place", (Entity("City", "沈阳市"),))])
    >>> [row.word(i) + row.letters[i] for i in range(len(row.letters))]
    ['沈阳P', '力争U', '建成B', '2个Q', '航空N', '高地H', '，，', '增长G', '5%Q', '左右C', '。。']
    """
    spans = _joined([(start, end, "Z") for start, end in titles], _named(names))
    spans = _joined(spans, number_spans(text))
    starts, ends, letters, words = zip(*_typed(text, spans), strict=True) if text else ((), (), (), ())
    return Tokens(text, starts, ends, "".join(letters), words)


def _typed(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, letter and characters of each span, and of the words between them."""
    waiting = iter(spans)
    low, high, sort = next(waiting, _NONE)
    behind, before = 0, ""
    words = recut(tagged(text))
    for (start, end, word, _), letter in zip(words, map(_letter, texts_of(words), tags_of(words)), strict=True):
        while low < end:
            if behind < low and start < low:
                cut_off = max(start, behind)
                yield cut_off, low, letter_of(text[cut_off:low], "n"), text[cut_off:low]
            yield low, high, sort, text[low:high]
            behind, before = high, sort
            low, high, sort = next(waiting, _NONE)
        if start >= behind:
            before = "q" if word == _AND_OTHERS and before == "e" else letter
            yield start, end, before, word
            behind = end
        elif end > behind:
            rest = text[behind:end]
            before = "H" if rest in heads() else letter_of(rest, "n")
            yield behind, end, before, rest
            behind = end


@lru_cache(maxsize=65536)
def _letter(word: str, tag: str) -> str:
    """The class letter of a whole word; a noun that heads roles has one of its own."""
    letter = letter_of(word, tag)
    guessed = letter == "Y" and len(word) > _SHORTEST_GUESS
    return "H" if (letter in "NK" or guessed) and word in heads() else letter
