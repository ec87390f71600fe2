"""A place named right before one that it holds: «济南市莱芜区», «河北雄安新区» speak of the inner one.

The name of the inner place then begins with the outer one, which is named in passing only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.gazetteer import gazetteer
from extract.names.name import Name
from extract.names.resolving import places_of


def within_their_places(names: Iterable[Name]) -> Iterator[Name]:
    """Yield the names, those of inner places begun where the places that hold them begin, which become `held`.

    Arguments: names in order, none within another.

    >>> from extract.names.places import find_home, find_places
    >>> text = "支持济南市莱芜区发展"
    >>> names = find_places(text, [], find_home(text, []))[0]
    >>> [(text[name.start : name.end], name.sort) for name in within_their_places(names)]
    [('济南市', 'held'), ('济南市莱芜区', 'place')]
    """
    start: int | None = None
    ordered = list(names)
    for position, name in enumerate(ordered):
        following = ordered[position + 1] if position + 1 < len(ordered) else None
        first = name.start if start is None else start
        if following is not None and name.end == following.start and _holds(name, following):
            start = first
            yield replace(name, sort="held")
        else:
            start = None
            yield replace(name, start=first)


def _holds(outer: Name, inner: Name) -> bool:
    """Whether the first is the second's place by the gazetteer, or a place before a region of one name."""
    if not {outer.sort, inner.sort} <= {"place"} or len(outer.entities) != 1 or len(inner.entities) != 1:
        return False
    above = places_of(outer)
    if inner.entities[0].kind == "Region":
        return bool(above) and inner.entities[0].key.endswith("区")
    return any(gazetteer().contains(one, other) for one in above for other in places_of(inner))
