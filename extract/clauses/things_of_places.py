"""Things of places: what opens a clause with the name of a place, and is something in it that acts or becomes something itself.

Accepted: «日照港是A», «甲市乙公司建设A», «甲市某高新区是A», of which nothing is said of the place.
Refused: «甲市港口城市成为A», whose noun leaves the place what is spoken of.
"""

from __future__ import annotations

import re

from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_BODY = re.compile(r"[NJIHKYm“”]{0,5}E(?=[AU]*[XBDLVYgp])")
_NOUN = re.compile(r"J?[NIK]{1,3}(?:[、h]P?J?[NIK]{1,3})*(?=[AU]*B(?![，、；lt]|$))")
_WORK = re.compile(r"[NJIVYKHm“”]{1,8}[HEN]A*(?P<state>[VNYX]{1,2})")
"""«甲区域新能源基地建成投产»."""
_ZONE = re.compile(r"[NJVY]{1,2}(?P<zone>H)(?=[AUX]*(?P<verb>B))")


def belongs_to_another(tokens: Tokens, behind: int, last: int) -> bool:
    """Whether the place in a clause only says where a body is that acts: «甲市乙公司建设A».

    Arguments: tokens; behind, the token behind the place; last, the one behind the clause.

    >>> from extract.tokens import tokenize
    >>> [belongs_to_another(row, 0, len(row.letters)) for row in (tokenize("公司建设基地", ()), tokenize("建设基地", ()))]
    [True, False]
    """
    return _BODY.match(tokens.letters, behind, last) is not None


def is_of_place(tokens: Tokens, behind: int, last: int) -> bool:
    """«日照港是A», «云湖数据中心成为A»: what becomes something is something of the place, with a noun of its own, not the place.

    Arguments: tokens; behind, the token behind the place; last, the one behind the clause.

    >>> from extract.tokens import tokenize
    >>> rows = [tokenize(text, ()) for text in ("数据中心机房成为基地", "新站高新区是基地", "成为基地")]
    >>> [is_of_place(row, 0, len(row.letters)) for row in rows]
    [True, True, False]
    """
    zone = _ZONE.match(tokens.letters, behind, last)
    if zone is not None and has_class(tokens.word(zone.start("verb")), "being"):
        return tokens.word(zone.start("zone")) in names_of("administered_zones.txt")
    noun = _NOUN.match(tokens.letters, behind, last)
    if noun is None:
        return False
    return not any(
        tokens.word(index).endswith(names_of("ends_that_leave_a_place.txt")) for index in range(behind, noun.end())
    )


def tells_of_a_work(tokens: Tokens, behind: int, last: int) -> bool:
    """«甲沉陷区新能源基地建成投产»: a clause that tells how far something in a place is built, of which the next says nothing.

    Arguments: tokens; behind, the token behind the place; last, the one behind the clause.

    >>> from extract.tokens import tokenize
    >>> rows = [tokenize(text, ()) for text in ("沉陷区新能源基地建成投产", "新能源产业加快发展")]
    >>> [tells_of_a_work(row, 0, len(row.letters)) for row in rows]
    [True, False]
    """
    work = _WORK.fullmatch(tokens.letters, behind, last)
    return work is not None and tokens.written(*work.span("state")).endswith(names_of("states_of_works.txt"))
