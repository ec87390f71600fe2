"""Places that a verb of becoming speaks of though they do not stand right before it.

Pattern: «以甲为核心打造A», «甲被省里确定为A».

Accepted: «以沈阳为核心打造都市圈», the core of what is made; «沈阳被国务院确定为A», whom another makes something.
Refused: «沈阳由专家确定为A», which no 被 hands on.
"""

from __future__ import annotations

import re

from extract.clauses import PlaceList, listed_places
from extract.names.name import Names
from extract.tokens import Tokens

_CORE = re.compile(r"g(?P<places>P(?:[、h—x]?P)*)p[NHKJ][，AU]*$")
_CHOSEN, _BY = re.compile(r"(?P<places>P(?:[、h]P)*)(?P<by>g)[NPOJKHE]{0,5}A*$"), "被"


def places_apart(tokens: Tokens, names: Names, first: int, verb: int) -> PlaceList | None:
    """Return the places of a verb that stand apart from it; None where there are none.

    Arguments: tokens; names; first token of the clause; verb, of becoming.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def told(text, verb):
    ...     row = prepare(Document("a", text))
    ...     at = [row.tokens.word(i) for i in range(len(row.tokens.letters))].index(verb)
    ...     found = places_apart(row.tokens, row.names, 0, at)
    ...     return found and found.names[0].entities[0].key
    >>> told("以沈阳为核心打造城市圈。", "打造"), told("沈阳被国务院确定为枢纽。", "确定为"), told("沈阳由专家确定为枢纽。", "确定为")
    ('沈阳市', '沈阳市', None)
    """
    return _core_places(tokens, names, first, verb) or _chosen_places(tokens, names, first, verb)


def _core_places(tokens: Tokens, names: Names, first: int, verb: int) -> PlaceList | None:
    """«以甲为核心打造…»: the place that what is made has for its core."""
    match = _CORE.search(tokens.letters[first:verb])
    return listed_places(tokens, names, first + match.start("places"), verb) if match else None


def _chosen_places(tokens: Tokens, names: Names, first: int, verb: int) -> PlaceList | None:
    """«甲县被省里确定为…»: the places that another makes something."""
    match = _CHOSEN.search(tokens.letters[first:verb])
    chosen = match is not None and tokens.word(first + match.start("by")) == _BY
    return listed_places(tokens, names, first + match.start("places"), verb) if match and chosen else None
