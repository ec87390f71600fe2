"""The words of a noun phrase that may name an industry, without what says how large it is or what is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.industries.lexicon import known_name
from extract.tokens import Tokens, has_class

Tail = Literal["", "closing", "field", "tail", "role", "firm", "counter"]
_OF_LETTER: dict[str, Tail] = {"H": "role", "E": "firm", "K": "counter"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The core of a noun phrase, as tokens, and what follows it in the phrase.

    Arguments: start and end of the core; tail, the kind of the word behind it; scaled, whether a word of scale stood before.
    """

    start: int
    end: int
    tail: Tail
    scaled: bool


def tail_of(row: Tokens, index: int) -> Tail:
    """What kind of word that may follow an industry's name a token is; empty for one that may not.

    >>> from extract.tokens import tokenize
    >>> [tail_of(tokenize(word, []), 0) for word in ("产业链", "领域", "竞争力", "高地", "企业", "菱镁")]
    ['closing', 'field', 'tail', 'role', 'firm', '']
    """
    word = row.word(index)
    if has_class(word, "industry_closings"):
        return "closing"
    if has_class(word, "industry_fields"):
        return "field"
    if has_class(word, "industry_tails"):
        return "tail"
    return _OF_LETTER.get(row.letters[index], "")


def phrase_of(row: Tokens, first: int, last: int) -> Phrase:
    """The part of a noun phrase that may name an industry.

    The word 产业 belongs to the name if it is the first that may follow it, a group or chain of industries does not.

    >>> from extract.tokens import tokenize
    >>> def core(text: str) -> tuple[str, str]:
    ...     row = tokenize(text, [])
    ...     found = phrase_of(row, 0, len(row.letters))
    ...     return row.written(found.start, found.end), found.tail
    >>> core("世界级菱镁产业基地"), core("汽车产业链"), core("氢能应用场景"), core("智能农机")
    (('菱镁产业', 'closing'), ('汽车', 'closing'), ('氢能', 'tail'), ('智能农机', ''))
    """
    start = first
    while start < last - 1 and has_class(row.word(start), "scale_modifiers"):
        start += 1
    for index in range(start + 1, last):
        tail = tail_of(row, index)
        if row.letters[index - 1] == "h":
            continue
        if tail and not (tail != "closing" and known_name(row.written(start, index + 1))):
            named = tail == "closing" and row.word(index) in ("产业", "行业")
            return Phrase(start, index + named, tail, start > first)
    return Phrase(start, last, "", start > first)
