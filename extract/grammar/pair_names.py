"""Pair names: one name made of the first characters of several places.

Pattern: 沈大, 沈抚, 京津冀辽, 川渝, only before 同城化, 一体化, “双核”, 合作, 走廊, 区域 and the like; a railway or motorway of that
name is a line, no pair.

Accepted: «推进沈抚同城化发展» in a text of Liaoning: 沈阳市 and 抚顺市.
Refused: «沈大高速公路»; «重大合作», where the characters name no places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extract.gazetteer import Place, gazetteer
from extract.names.name import Name, free_of
from extract.names.places import Home
from extract.names.resolving import places_of
from extract.wordlists import any_of

_BEHIND = re.compile(any_of("behind_pair_names.txt"))
_FURTHER = re.compile(any_of("further_behind_pair_names.txt"))
_ABROAD, _NEAR_ABROAD = frozenset("港澳台"), frozenset("港澳台深粤珠沪京闽厦")
"""港 is Hong Kong only beside its neighbours: 深港, but not 石衡沧港."""
_LISTED = "、和与"
"""A pair's name before one of these and another pair is one too: 宁镇扬、宁马滁两个同城化片区."""
_SHORTEST = 2
_GAP = 8
"""So many code points at most stand between a pair's name and one of these: 深中产业拓展走廊."""
_LEFT_EDGE = re.compile(
    rf"(?:^|[^\u4e00-\u9fff]|[的和与及在以对把将指即为是]|{any_of('verbs_before_pair_names.txt')})$"
)


@lru_cache(maxsize=1)
def _by_first_character() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in gazetteer().places:
        if place.entity.kind == "City":
            for char in dict.fromkeys([place.official_name[0], *place.abbreviation]):
                found.setdefault(char, []).append(place)
        elif place.entity.kind == "Province":
            for char in place.abbreviation:
                found.setdefault(char, []).append(place)
    return {char: tuple(places) for char, places in found.items()}


def spelled(label: str) -> bool:
    """Whether a label is made of first characters of cities and short names of provinces only.

    >>> spelled("宁杭滁"), spelled("沿江")
    (True, False)
    """
    return all(char in _by_first_character() for char in label)


def _bearer(char: str, named: Iterable[Place], home: Home) -> Place | None:
    """The one place that a character stands for: a place named in the text, else one of the text's own province."""
    bearers = _by_first_character().get(char, ())
    provinces = [place for place in bearers if place.entity.kind == "Province"]
    tests = (
        [place for place in bearers if place in named],
        [place for place in bearers if gazetteer().province_of(place) == home.province and place.entity.kind == "City"],
        provinces,
    )
    return next((passing[0] for passing in tests if len(passing) == 1), None)


def find_pairs(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name], home: Home) -> tuple[Name, ...]:
    """Return the pair names in a folded text, each with its places in order.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found by `find_places`; home, the
    text's own province, whose cities the characters may mean.

    >>> from extract.names.places import find_home, find_places
    >>> def members(text):
    ...     home = find_home(text, [])
    ...     pairs = find_pairs(text, [], find_places(text, [], home)[0], home)
    ...     return [[entity.key for entity in pair.entities] for pair in pairs]
    >>> members("辽宁省沈阳、抚顺：推进沈抚同城化发展，推进京津冀辽合作")
    [['沈阳市', '抚顺市'], ['北京市', '天津市', '河北省', '辽宁省']]
    >>> members("西安与银川联合，推动西银区域发展"), members("辽宁省沈大高速公路，重大合作")
    ([['西安市', '银川市']], [])
    """
    named = {place for name in places for place in places_of(name)}
    found: list[Name] = []
    ends = _ends(text)
    while ends:
        end = ends.pop(0)
        pair = _pair_before(text, end, named, home)
        if pair is None:
            continue
        start, bearers = pair
        if text[start - 1] in _LISTED and start > _SHORTEST:
            ends.insert(0, start - 1)
        inside = text[end] == "“" or all(
            _is_part(name, start, end) for name in places if name.end > start and name.start < end
        )
        if free_of(blocked, start, end) and inside:
            found.append(Name(start, end, "pair", tuple(place.entity for place in bearers)))
    return tuple(sorted(set(found), key=lambda name: (name.start, name.end)))


def _ends(text: str) -> list[int]:
    """Offsets at which a pair's name may end, each once, in order."""
    near = {match.start() for match in _BEHIND.finditer(text)}
    far = {match.start() - gap for match in _FURTHER.finditer(text) for gap in range(_GAP + 1)}
    return sorted(end for end in near | far if end > 1)


def _is_part(name: Name, start: int, end: int) -> bool:
    return start <= name.start and name.end <= end and name.end - name.start < end - start


def _pair_before(text: str, end: int, named: Iterable[Place], home: Home) -> tuple[int, list[Place]] | None:
    """Start and places of the pair name that ends at an offset, the longest that stands at a left edge."""
    for length in (5, 4, 3, 2):
        start = end - length
        if start < 0 or not _LEFT_EDGE.search(text[max(0, start - 2) : start]):
            continue
        bearers = [_bearer(char, named, home) for char in text[start:end]]
        known = [place for place in bearers if place is not None]
        if not set(text[start:end]).isdisjoint(_ABROAD) and not set(text[start:end]) <= _NEAR_ABROAD:
            continue
        if len(known) == length == len(set(known)):
            return start, known
    return None
