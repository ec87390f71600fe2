"""Words of aim: 力争, 计划, 将 and the like, which say that something shall be reached."""

from __future__ import annotations

from extract.tokens import Tokens
from extract.wordlists import names_of

_NOUNS_OF_AIM = frozenset(names_of("nouns_of_aim.txt"))
_OPENS = frozenset("，；。：PTAEOr、")


def says_aim(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a word of aim stands among tokens; one that may be a noun or a duty (计划, 要) only where it opens its clause.

    >>> from extract.tokens import tokenize
    >>> told = lambda text: says_aim(row := tokenize(text, []), 0, len(row.letters))
    >>> told("力争达到30%"), told("实施行动计划"), told("今年，计划新建")
    (True, False, True)
    """
    for index in range(first, last):
        if tokens.letters[index] == "U":
            opens = index == 0 or tokens.letters[index - 1] in _OPENS
            if opens or tokens.word(index) not in _NOUNS_OF_AIM:
                return True
    return False
