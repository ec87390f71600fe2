"""The words of a noun phrase that may name an industry, without what says how large it is or what is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extract.industries.lexicon import ends_like_one, known_name
from extract.tokens import Tokens, has_class
from extract.wordlists import table

_CUTTING = ("role", "body")
"""Tails that end a name even where another item follows."""
Tail = Literal["", "closing", "field", "tail", "body", "role", "firm", "counter"]
_GOVERNING = "VLBD"
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
    >>> [tail_of(tokenize(word, []), 0) for word in ("产业链", "领域", "竞争力", "部门", "高地", "企业")]
    ['closing', 'field', 'tail', 'body', 'role', 'firm']
    """
    word = row.word(index)
    if has_class(word, "industry_closings"):
        return "closing"
    if has_class(word, "industry_fields"):
        return "field"
    if has_class(word, "industry_bodies"):
        return "body"
    if has_class(word, "industry_tails"):
        return "tail"
    return _OF_LETTER.get(row.letters[index]) or ("role" if _ends_as_role(word) else "")


@lru_cache(maxsize=8192)
def _ends_as_role(word: str) -> bool:
    """Whether a word that the cutter kept whole ends in the head of a role: 产业基地, 贸易中心."""
    heads = table("positioning_heads.tsv", "head", "class")
    return any(word[-length:] in heads for length in range(2, len(word)))


def holds_industry(row: Tokens, first: int, last: int) -> bool:
    """Whether the lexicon knows a phrase or a word of it as an industry.

    >>> from extract.tokens import tokenize
    >>> [holds_industry(row, 0, len(row.letters)) for row in (tokenize("机器人", []), tokenize("山地", []))]
    [True, False]
    """
    return "I" in row.letters[first:last] or known_name(row.written(first, last)) is not None


def phrase_of(row: Tokens, first: int, last: int, inner: bool = False) -> Phrase:
    """The part of a noun phrase that may name an industry.

    The word 产业 belongs to the name if it is the first that may follow it, a group or chain of industries does not.

    Arguments: row; first token of the phrase and the one behind its last; inner, whether another item or 等 follows, so that all
    but a closing noun or the head of a role belongs to the name (北斗规模应用、新能源).

    >>> from extract.tokens import tokenize
    >>> def core(text: str) -> tuple[str, str]:
    ...     row = tokenize(text, [])
    ...     found = phrase_of(row, 0, len(row.letters))
    ...     return row.written(found.start, found.end), found.tail
    >>> core("世界级菱镁产业基地"), core("汽车产业链"), core("氢能应用场景"), core("智能农机")
    (('菱镁', 'closing'), ('汽车', 'closing'), ('氢能', 'tail'), ('智能农机', ''))
    """
    if last - first > 1 and row.letters[first] in _GOVERNING and row.letters[first + 1] == "I":
        first += 1  # 加强农业全产业链: the verb governs the industry
    end, tail = _end(row, first, last, inner)
    while end - first > 1 and row.letters[end - 2 : end] == "IJ" and not ends_like_one(row.word(end - 1)):
        end -= 1  # 服务业平稳趋好: what stands behind says how the industry does
    start = next((i + 1 for i in range(end - 2, first - 1, -1) if has_class(row.word(i), "scale_modifiers")), first)
    return Phrase(start, end, tail, start > first)


def _end(row: Tokens, first: int, last: int, inner: bool) -> tuple[int, Tail]:
    for index in range(first + 1, last):
        if row.letters[index - 1] == "h" or has_class(row.word(index - 1), "scale_modifiers"):
            continue
        tail = tail_of(row, index)
        if tail == "closing":
            return index + (row.word(index) in ("产业", "行业")), tail
        whole = index - first == 1 and row.letters[first] == "I"
        if tail and (tail in _CUTTING or whole or not inner) and known_name(row.written(first, index + 1)) is None:
            return index, tail
    return last, ""
