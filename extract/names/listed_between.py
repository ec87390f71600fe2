"""Places whose short names are common words, told by the list that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.gazetteer import Place, gazetteer
from extract.names.name import Name
from extract.names.resolving import places_of

_ONE_BETWEEN = re.compile(r"、(?P<name>[\u4e00-\u9fff]{2,3})[、和]")


def listed_between(text: str, found: Sequence[Name]) -> Iterator[Name]:
    """Yield the names that are read nowhere alone, each between two places of its province in a list: 琼海、东方、澄迈.

    Arguments: text, folded; found, names of places in order.

    >>> from extract.names.places import find_home, find_places
    >>> def between(text):
    ...     return [name.entities[0].key for name in find_places(text, [], find_home(text, []))[0]]
    >>> between("支持琼海、东方、澄迈发展。"), between("支持琼海、东方文化发展。")
    (['琼海市', '东方市', '澄迈县'], ['琼海市'])
    """
    for left, right in pairwise(found):
        gap = _ONE_BETWEEN.fullmatch(text, left.end, right.start)
        if gap is None:
            continue
        provinces = [{gazetteer().province_of(place).code for place in places_of(name)} for name in (left, right)]
        bearers = [
            place
            for place in _of_short_name().get(gap["name"], ())
            if all(gazetteer().province_of(place).code in codes for codes in provinces)
        ]
        if len(bearers) == 1:
            yield Name(*gap.span("name"), "place", (bearers[0].entity,))


@lru_cache(maxsize=1)
def _of_short_name() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for place in gazetteer().places:
        for name in place.short_names:
            found[name] = (*found.get(name, ()), place)
    return found
