"""Government bodies in a text, by their full names: 省政府 in a text of Liaoning is 辽宁省人民政府."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from extract.gazetteer import LEVELS, gazetteer
from extract.names.name import Name, free_of
from extract.names.places import Home
from extract.numerals import SEVERAL_BELOW_TEN
from extract.values import Entity
from extract.wordlists import Finder, any_of, canonical_names, names_of, table

_LEVELS = ("自治区", "省", "市", "区", "县")
_PART = re.compile(r"办公厅|办公室|[\u4e00-\u9fff]{2,6}(?:水利委员会|管理局|监管局|分局)")
"""What makes a national body's name that of a part of it: 水利部长江水利委员会."""
_BEFORE_HALLS = "，。；：、（\n 和与及由经"
"""What stands before a department that is the home province's without saying so; not 各地教育厅."""
_NOT_AFTER = "城都区各"
_NOT_BEFORE = names_of("not_an_organization_before.txt")
_BODIES = ("organizations.tsv", "name", "other_names")


_TOGETHER = re.compile(f"(?:[{SEVERAL_BELOW_TEN}]{any_of('counted_places.txt')})?")
_SHORTEST = 3
_GOVERNMENT = "人民政府"


@lru_cache(maxsize=1)
def _departments() -> Mapping[str, str]:
    rows = table("departments.tsv", "name", "full_name")
    return {name: cells[0] or name for name, cells in rows.items()}


@lru_cache(maxsize=1)
def _finder() -> Finder:
    national = canonical_names(*_BODIES)
    leveled = [level + department for level in _LEVELS for department in _departments()]
    return Finder([*national, *leveled, *_halls()])


@lru_cache(maxsize=1)
def _halls() -> frozenset[str]:
    """Departments that only provinces have, and so are the province's without saying so: 商务厅."""
    return frozenset(name for name in _departments() if name.endswith("厅") and not name.endswith("办公厅"))


def _behind(text: str, start: int) -> str:
    """The longest department name that begins at an offset; empty where there is none."""
    for length in range(12, 0, -1):
        if text[start : start + length] in _departments():
            return text[start : start + length]
    return ""


def organization_name(place: str, department: str) -> str:
    """The full name of a place's office.

    >>> organization_name("辽宁省", "政府"), organization_name("辽宁省", "发展改革委"), organization_name("大连市", "委")
    ('辽宁省人民政府', '辽宁省发展和改革委员会', '中共大连市委')
    """
    if department.startswith("委"):
        return f"中共{place}{department}"
    return place + _departments().get(department, department)


@lru_cache(maxsize=1024)
def short_names(full: str) -> tuple[str, ...]:
    """The shorter names that a place's body goes by, each with its place; of a government only those that leave out a people.

    >>> short_names("辽宁省发展和改革委员会"), short_names("辽宁省财政厅")
    (('辽宁省发展和改革委', '辽宁省发展改革委', '辽宁省发展改革委员会', '辽宁省发改委'), ())
    >>> short_names("湘西土家族苗族自治州人民政府")
    ('湘西州人民政府', '湘西自治州人民政府')
    """
    ends = [department for department in _departments().values() if full.endswith(department)]
    longest = max(ends, key=len, default="")
    place = full.removesuffix(longest) if longest else ""
    whole = [longest] if longest.startswith(_GOVERNMENT) else [longest, *_shorter(longest)]
    names = [name + department for name in (place, *_without_people(place)) for department in whole]
    return tuple(name for name in names if name != full) if place else ()


def _shorter(department: str) -> list[str]:
    return sorted(name for name, whole in _departments().items() if whole == department != name)


def _without_people(place: str) -> list[str]:
    """The names of an autonomous place that leave out its people: 德宏州 for 德宏傣族景颇族自治州."""
    official = [one for one in gazetteer().by_name.get(place, ()) if one.official_name == place]
    return [name for one in official for name in one.short_names if "自治" in place and name[-1] == place[-1]]


def find_organizations(
    text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name], home: Home
) -> tuple[Name, ...]:
    """Return the government bodies in a folded text; a place inside their names belongs to them.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found by `find_places` and
    `find_regions`; home, whose government is meant by 省政府, 市政府.

    >>> from extract.names.places import find_home, find_places
    >>> def keys(text):
    ...     home = find_home(text, [])
    ...     return [n.entities[0].key for n in find_organizations(text, [], find_places(text, [], home)[0], home)]
    >>> keys("辽宁省政府、省财政厅和国家发改委印发")
    ['辽宁省人民政府', '辽宁省财政厅', '国家发展和改革委员会']
    >>> keys("教育部门负责，城市委托管理")
    []
    """
    found: dict[int, Name] = {}
    for place in places:
        department = _behind(text, place.end)
        if not department and text[place.end : place.end + 1] in _LEVELS:
            continue
        end = place.end + len(department)
        if department and len(place.entities) == 1 and not text.startswith(_NOT_BEFORE, end):
            key = organization_name(place.entities[0].name, department)
            found[place.start] = Name(place.start, end, "organization", (Entity("Organization", key),))
    taken = [(name.start, name.end) for name in found.values()]
    national = canonical_names(*_BODIES)
    for start, end, word in _finder().find(text):
        if not free_of(blocked, start, end) or not free_of(taken, start, end):
            continue
        if word in _halls() and start and text[start - 1] not in _BEFORE_HALLS:
            continue
        if text.startswith(("门",), end) or (start and text[start - 1] in _NOT_AFTER and word not in national):
            continue
        key = national.get(word) or _local(word, home)
        part = _PART.match(text, end) if word in national else None
        if key and part:
            key, end = key + part.group(), part.end()
        if key:
            found[start] = Name(start, end, "organization", (Entity("Organization", key),))
    for name in list(found.values()):
        _add_shared(text, name, found)
    found |= {name.start: name for name in _of_several(text, places) if name.start not in found}
    return tuple(found[start] for start in sorted(found))


def _of_several(text: str, places: Sequence[Name]) -> Iterator[Name]:
    """The offices of places that share what is written once: 甘肃、青海两省人民政府, 重庆市、四川省人民政府办公厅."""
    ordered = sorted((place for place in places if place.sort == "place"), key=lambda place: place.start)
    for first, second in pairwise(ordered):
        counted = _TOGETHER.match(text, second.end) if text[first.end : second.start] in {"、", "和", "与"} else None
        department = _behind(text, counted.end()) if counted else ""
        kinds = {first.entities[0].kind, second.entities[0].kind}
        if len(department) < _SHORTEST or len(kinds) > 1 or not kinds <= set(LEVELS):
            continue
        for place, end in ((first, first.end), (second, counted.end() + len(department) if counted else second.end)):
            key = organization_name(place.entities[0].name, department)
            yield Name(place.start, end, "organization", (Entity("Organization", key),))


def _add_shared(text: str, name: Name, found: dict[int, Name]) -> None:
    """Departments listed behind an office of the same place, which is written once: 省财政厅、交通运输厅."""
    key = name.entities[0].key
    place = next(
        (
            key.removesuffix(full)
            for full in sorted(_departments().values(), key=len, reverse=True)
            if key.endswith(full)
        ),
        "",
    )
    end = name.end
    while place and text[end : end + 1] in {"、", "和"} and end + 1 not in found:
        department = _behind(text, end + 1)
        if len(department) < 3:
            return
        entity = Entity("Organization", organization_name(place, department))
        found[end + 1] = Name(end + 1, end + 1 + len(department), "organization", (entity,))
        end = found[end + 1].end


def _local(word: str, home: Home) -> str:
    """Full name of 省政府, 市财政局 in a text about a place; empty where that place is not known."""
    if word in _halls():
        return organization_name(home.province.official_name, word) if home.province is not None else ""
    level = next(level for level in _LEVELS if word.startswith(level))
    department = word.removeprefix(level)
    if level in {"省", "自治区"} or (
        level == "市" and home.province is not None and home.province.official_name.endswith("市")
    ):
        place = home.province
    else:
        place = home.city
        if level in {"区", "县"} and (place is None or place.entity.kind != "County"):
            return ""
        if level == "市" and place is not None and place.entity.kind == "County" and "市" not in place.official_name:
            place = gazetteer().parent(place)
    return organization_name(place.official_name, department) if place is not None else ""
