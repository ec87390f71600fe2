"""Places that are listed: «沈阳、大连和鞍山等市», «黄冈-鄂州-黄石», «甲、乙两地»."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.clauses.values import Subject, entities_of
from extract.names.name import Name, Names
from extract.names.region_words import is_well_known
from extract.tokens import Tokens, has_class
from extract.values import Grade
from extract.wordlists import names_of

_LIST = re.compile(r"P(?:[、h—x]?P)*")
_TAIL = re.compile(r"e?[Qm][NKHq]{0,2}(?![的NH])|e[NKHqIJ]{1,4}(?=[AUX]*B)|e[NKHqI]{0,2}|N(?=[、，])|")
"""What sums up a list of places: 等地, 等13市, 两市, 三省."""
_DASHES = frozenset("—-~－–·―")
_UNITS = frozenset("市地省县区州盟城")


class PlaceList(NamedTuple):
    """Names of a list of places, its first token, and the one behind it and what sums it up."""

    names: tuple[Name, ...]
    first: int
    behind: int

    def subject(self, grade: Grade = "Stated") -> Subject:
        """The places as a subject."""
        return Subject(entities_of(self.names), self.names[0].start, self.names[-1].end, grade)


def listed_places(tokens: Tokens, names: Names, first: int, last: int) -> PlaceList | None:
    """The list of places that begins at a token; None where that is none.

    Arguments: tokens; names of the text; first and last, tokens: where the list begins, and the one it ends before.
    """
    match = _LIST.match(tokens.letters, first, last)
    if match is None:
        return None
    found: list[Name] = []
    stop = match.end()
    for index in range(first, match.end()):
        letter = tokens.letters[index]
        if letter == "P":
            name = names.at(tokens.starts[index], tokens.ends[index], "place", "pair", "self")
            if name is None:
                stop = index
                break
            if found and found[-1].end == name.start and found[-1].entities != name.entities:
                if len(found) > 1 and is_well_known(name.entities[0].key):
                    stop = index  # 宜昌、岳阳【长江中游】航运枢纽
                    break
                side_by_side = found[-1].entities[0].kind == name.entities[0].kind == "City"  # 赣州吉安
                if not side_by_side:
                    found.pop()  # 辽宁沈阳: the wider place only says where the narrower lies
            found.append(name)
        elif letter == "x" and tokens.word(index) not in _DASHES:
            stop = index
            break
    if not found:
        return None
    stop = _behind_zones(tokens, stop, last)
    tail = _TAIL.match(tokens.letters, stop, last)
    behind = tail.end() if tail else stop
    if behind > stop and tokens.letters[stop] in "Qm" and tokens.word(behind - 1)[-1:] not in _UNITS:
        behind = stop
    return PlaceList(tuple(found), first, behind)


def _behind_zones(tokens: Tokens, index: int, last: int) -> int:
    """The token behind the zones that a list goes on with and has no names for: 甲县、乙区、【高新区】."""
    zones = names_of("administered_zones.txt")
    while index + 1 < last and tokens.letters[index] in "、h" and tokens.word(index + 1) in zones:
        index += 2
    return index


def _is_adverb(word: str) -> bool:
    """Whether a word between places and their verb only says how they act, whatever the dictionary takes it for."""
    return has_class(word, "adverbs") or has_class(word, "together")


def list_before(tokens: Tokens, names: Names, low: int, index: int) -> PlaceList | None:
    """The list of places that ends right before a token, but for adverbs; None where there is none.

    Arguments: tokens; names; low, the first token that it may begin with; index, of the verb behind it.
    """
    end = index
    while end > low and (tokens.letters[end - 1] in "AU" or _is_adverb(tokens.word(end - 1))):
        end -= 1
    for gap in range(4):
        position = end - 1 - gap
        if position < low or (gap and tokens.letters[position + 1] not in "NeKQmqH"):
            return None
        if tokens.letters[position] == "P":
            break
    else:
        return None
    first = position
    while first - 1 >= low and (
        tokens.letters[first - 1] == "P"
        or (first - 2 >= low and re.match(r"P[、h—x]", tokens.letters[first - 2 : first]))
    ):
        first -= 1 if tokens.letters[first - 1] == "P" else 2
    if first > low and tokens.word(first - 1) in names_of("beside_a_partner.txt"):
        return None
    found = listed_places(tokens, names, first, index)
    return found if found is not None and found.behind >= end else None
