"""Places that act for a wider region, named in brackets right behind them: 北京（京津冀）国际科技创新中心.

Accepted: «上海（长三角）», one name of 上海.
Refused: «上海（浦东）», whose bracket names no region that stands without a text; «长三角（上海）».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.names.name import Name
from extract.names.region_words import is_well_known

_OPENS, _CLOSES = "（", "）"
_ACTING = ("Province", "City")


def find_reaching_places(text: str, places: Sequence[Name]) -> tuple[list[Name], list[Name]]:
    """Return places with the region in the bracket behind them as one name each, and the names of those regions as held in them.

    Arguments: text, folded; places that are known, regions that stand in the lexicon among them.

    >>> from extract.values import Entity
    >>> city, region = Entity("Province", "上海市"), Entity("Region", "长三角")
    >>> known = [Name(0, 2, "place", (city,)), Name(3, 6, "place", (region,))]
    >>> names, _ = find_reaching_places("上海（长三角）创新中心", known)
    >>> [(one.start, one.end) for one in names]
    [(0, 7)]
    >>> find_reaching_places("长三角（上海）", [Name(0, 3, "place", (region,)), Name(4, 6, "place", (city,))])
    ([], [])
    """
    opening = {one.start: one for one in places if is_well_known(one.entities[0].key)}
    found, held = [], []
    for place in places:
        inner = opening.get(place.end + 1)
        if inner is None or place.entities[0].kind not in _ACTING or len(place.entities) > 1:
            continue
        if text[place.end] == _OPENS and text.startswith(_CLOSES, inner.end):
            found.append(replace(place, end=inner.end + 1))
            held.append(replace(inner, sort="held"))
    return found, held
