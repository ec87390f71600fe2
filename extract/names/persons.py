"""Persons whose name is a place's: «芜湖市市长宁波，拟任市委书记» speaks of no city of Ningbo.

Accepted: a short name right behind the title of an office, and before a comma or a verb of what persons do.
Refused: «省委书记赴宁波», «市长宁波之行», whose name is that of the place.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.wordlists import any_of

_NAMED = re.compile(
    rf"{any_of('titles_of_persons.txt')}(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?={any_of('behind_a_person.txt')})"
)


@lru_cache(maxsize=8)
def persons_in(text: str) -> frozenset[str]:
    """The names of persons in a text that its titles of offices show; kept for the last few texts.

    Arguments: text, folded.

    >>> sorted(persons_in("芜湖市市长宁波，拟任市委书记。省委书记赴沈阳调研。"))
    ['宁波']
    """
    return frozenset(match["name"] for match in _NAMED.finditer(text))
