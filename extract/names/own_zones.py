"""Zones of the text's own city that it calls by their kind alone: «洛龙区、高新区发展智能装备» in a text of 洛阳 speaks of 洛阳高新区.

Accepted: the kind alone where a clause opens with it, where it is let act, or where it is listed beside a place.
Refused: «国家高新区», «各高新区», which are kinds of zone; a text that is about no single city.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.names.name import JOINTS, Name, free_of
from extract.names.places import Home
from extract.values import Entity
from extract.wordlists import alternation, any_of, word_classes
from extract.words import tagged

_ZONE = re.compile(
    rf"(?:(?<=[，。；：、\n（ ])|(?<=[和与及])|(?P<let>{alternation(word_classes()['letting'])}))(?P<zone>{any_of('zones_of_a_city.txt')})"
)
_LEVELS = tuple(word_classes()["scoping"])
"""How a role opens that is said of a zone right before it: 推进高新区【国家】级…基地建设."""
_REACH = 8
_ACTS = ("v", "d", "p")
"""First letters of the tags of words with which what a zone does may begin."""


def find_own_zones(
    text: str, blocked: Sequence[tuple[int, int]], home: Home, places: Sequence[Name]
) -> tuple[Name, ...]:
    """Return the zones that a text of one city calls by their kind alone, named after that city.

    Arguments: text, folded; blocked, sorted spans that are not read; home, the text's own place; places found, in order.

    >>> from extract.names.places import find_home, find_places
    >>> def keys(text):
    ...     home = find_home(text, [])
    ...     return [name.entities[0].key for name in find_own_zones(text, [], home, find_places(text, [], home)[0])]
    >>> keys("洛阳市：洛阳洛龙区、高新区发展智能装备。经开区聚焦农机。"), keys("洛阳市推进高新区、国家高新区建设。")
    (['洛阳高新区', '洛阳经开区'], [])
    >>> keys("洛阳市支持高新区建设科技园，推进经开区国家示范基地建设。")
    ['洛阳高新区', '洛阳经开区']
    """
    if home.city is None:
        return ()
    starts, ends = {name.start for name in places}, {name.end for name in places}
    short = home.city.short_names[0] if home.city.short_names else home.city.official_name
    found = []
    for match in _ZONE.finditer(text):
        start, end = match.span("zone")
        before, behind = text[start - 1 : start], text[end : end + 1]
        listed = (before in JOINTS and start - 1 in ends) or (behind in JOINTS and end + 1 in starts)
        opens = before not in JOINTS and (_acts(text, end) or (match["let"] and text.startswith(_LEVELS, end)))
        if (listed or opens) and free_of(blocked, start, end):
            found.append(Name(start, end, "place", (Entity("Region", short + match["zone"]),)))
    return tuple(found)


def _acts(text: str, end: int) -> bool:
    """Whether a word that opens what somebody does stands at an offset."""
    following = tagged(text[end : end + _REACH])
    return bool(following) and following[0].tag.startswith(_ACTS)
