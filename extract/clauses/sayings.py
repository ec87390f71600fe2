"""Who opens a clause for a place: meetings, offices and texts that say what it tells, governments that shall do it.

Pattern: «会议指出», «省政府提出», «报告提出甲市…», «甲市人民政府和乙县人民政府应当…».
"""

from __future__ import annotations

import re

from extract.clauses.place_lists import PlaceList
from extract.names.name import Names
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_DENYING = "未不没"
"""First characters of the adverbs with which a meeting says nothing: 会议未提出."""
_TOLD = re.compile("(?:[ENO]|r[XA]?)VP")
_REACH = 12


def meets(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a meeting of no name says what follows («会议指出»), not one that did not.

    Arguments: tokens; at, the token at which the clause opens; last, the one behind it.

    >>> from extract.tokens import tokenize
    >>> [meets(row, 0, len(row.letters)) for row in (tokenize("会议指出", ()), tokenize("会议未提出", ()))]
    [True, False]
    """
    verb = at + 1 + (tokens.letters[at + 1 : at + 2] == "A" and tokens.word(at + 1)[0] not in _DENYING)
    return tokens.word(at) in names_of("meetings.txt") and verb < last and has_class(tokens.word(verb), "saying")


def says(tokens: Tokens, at: int, last: int) -> bool:
    """Whether an office that opens a clause says something, or is one whose clause tells of its place: 省委, 市政府.

    >>> from extract.tokens import tokenize
    >>> [says(row, 0, len(row.letters)) for row in (tokenize("商务局提出目标", ()), tokenize("商务局完成目标", ()))]
    [True, False]
    """
    return any(
        tokens.letters[index] in "VBGLNY" and has_class(tokens.word(index), "saying")
        for index in range(at + 1, min(last, at + _REACH))
    ) or tokens.word(at).endswith(("政府", "省委", "市委", "党委"))


def reported(tokens: Tokens, at: int) -> int | None:
    """The token of the place that a text of no name, or somebody, says shall do something: «报告提出【甲市】…»; None where there is none.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> [reported(prepare(Document("a", who + "提出沈阳要发展产业。")).tokens, 0) for who in ("报告", "企业", "他曾")]
    [2, None, 3]
    """
    told = _TOLD.match(tokens.letters, at)
    if told is None or not has_class(tokens.word(told.end() - 2), "saying"):
        return None
    by_somebody = tokens.letters[at] == "r" and tokens.word(at) in names_of("somebody.txt")
    return told.end() - 1 if by_somebody or tokens.word(at) in names_of("texts_that_say.txt") else None


_GOVERNMENTS = re.compile(r"O(?:[、h]O)*(?=U)")
_SHALL = "应当"


def governed_places(tokens: Tokens, names: Names, at: int, last: int) -> PlaceList | None:
    """The places whose governments a clause opens with that shall do something: «甲市人民政府和乙县人民政府应当…»; None for others.

    Arguments: tokens; names; at, the token at which the clause opens; last, the one behind it.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def governed(text):
    ...     row = prepare(Document("a", text))
    ...     found = governed_places(row.tokens, row.names, 0, len(row.tokens.letters))
    ...     return found and [name.entities[0].key for name in found.names]
    >>> governed("沈阳市人民政府和大连市人民政府应当发展产业。"), governed("沈阳市商务局应当发展产业。")
    (['沈阳市', '大连市'], None)
    >>> governed("沈阳市人民政府、大连金普新区管委会应当发展产业。")
    ['沈阳市', '大连金普新区']
    """
    match = _GOVERNMENTS.match(tokens.letters, at, last)
    if match is None or tokens.word(match.end()) != _SHALL:
        return None
    offices = [index for index in range(at, match.end()) if tokens.letters[index] == "O"]
    if not all(tokens.word(index).endswith(names_of("ruling_bodies.txt")) for index in offices):
        return None
    held = [names.within(tokens.starts[index], tokens.ends[index], "held") for index in offices]
    if not all(held):
        return None
    return PlaceList(tuple(found[-1] for found in held), at, match.end())
