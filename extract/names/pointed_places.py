"""Places that a text points back at by their kind: 该市, 该县, 该省.

Accepted: «保定市…。近年来，该市…», the city that the text named last with its kind, else the last of that kind.
Refused: «该市场», whose word goes on; «应该市», which parts elsewhere; «该县» where no county was named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.names.name import Name, free_of

_POINTED = re.compile("(?<!应)该(?P<kind>自治区|自治县|新区|[省市县区州旗])(?![域级场属情内外政集中直兴议])")
_KINDS = ("Province", "City", "County", "Region")


def find_pointed_places(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> tuple[Name, ...]:
    """Return where a text points back at the place of a kind that it named last.

    Arguments: text, folded; blocked, sorted spans that are not read; places, the names found so far.

    >>> from extract.values import Entity
    >>> city = Name(0, 3, "place", (Entity("City", "保定市"),))
    >>> found = find_pointed_places("保定市发展快。该市场大，该市扩大开放。", [], [city])
    >>> [(name.start, name.end, name.entities[0].key) for name in found]
    [(12, 14, '保定市')]
    """
    found = []
    for match in _POINTED.finditer(text):
        bearers = [name for name in places if name.end <= match.start() and _is_one(name, match["kind"])]
        cities = [name for name in bearers if name.entities[0].kind == "City"] or bearers
        whole = [name for name in cities if text.endswith(match["kind"], name.start, name.end)]
        if bearers and free_of(blocked, *match.span()):
            found.append(Name(*match.span(), "self", (whole or cities)[-1].entities))
    return tuple(found)


def _is_one(name: Name, kind: str) -> bool:
    """Whether a name is that of one place of a kind."""
    one = name.entities[0]
    return len(name.entities) == 1 and one.kind in _KINDS and one.name.endswith(kind)
