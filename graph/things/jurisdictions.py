"""Whose a document is: the nation's, or that of a province, a city or a county."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from extract.gazetteer import Place, gazetteer
from extract.wordlists import any_of, canonical_names
from graph.rdf import Language, entity_iri

Level: TypeAlias = Literal["national", "province", "city", "county", ""]
"""The level of a body or a document, widest first; empty where it is not known."""

_OF_CLASS: MappingProxyType[str, Level] = MappingProxyType({"Province": "province", "City": "city", "County": "county"})
LEVELS: tuple[Level, ...] = ("national", *_OF_CLASS.values())
LEVEL_NAMES: MappingProxyType[Level, dict[Language, str]] = MappingProxyType(
    {level: {"zh": chinese, "en": level} for level, chinese in zip(LEVELS, ("国家", "省", "市", "县"), strict=True)}
)
"""What a level is called."""
_PARTY = re.compile("中共|中国共产党")
"""What stands before the place in the name of a committee of the Party."""
_LONGEST = 12


class Jurisdiction(NamedTuple):
    """A level, and the IRI of the place that has it; the nation has none."""

    level: Level = ""
    place: str = ""


UNKNOWN = Jurisdiction()


class Named(NamedTuple):
    """What a title names: its class, its label, its IRI."""

    kind: str
    label: str
    iri: str


@lru_cache(maxsize=4096)
def of_body(name: str) -> Jurisdiction:
    """Return whose a body is by its full name: a place's, as the gazetteer has it, or the nation's.

    >>> of_body("国务院办公厅").level, of_body("辽宁省发展和改革委员会").level, of_body("中共大连市委").level
    ('national', 'province', 'city')
    >>> of_body("上海市浦东新区人民政府").place[-4:], of_body("新华社记者")
    ('浦东新区', Jurisdiction(level='', place=''))
    """
    bare = _PARTY.sub("", name, count=1) if _PARTY.match(name) else name
    place, rest = _place_before(bare, None)
    if place is None:
        return Jurisdiction("national") if name.startswith(_national()) else UNKNOWN
    while rest:
        narrower, rest = _place_before(rest, place)
        if narrower is None:
            break
        place = narrower
    return Jurisdiction(_OF_CLASS[place.entity.kind], entity_iri(place.entity))


def _place_before(name: str, within: Place | None) -> tuple[Place | None, str]:
    """Return the place whose official name a name begins with, the longest one, and what follows."""
    for length in range(min(_LONGEST, len(name)), 1, -1):
        for place in gazetteer().official(name[:length]):
            if within is None or gazetteer().contains(within, place):
                return place, name[length:]
    return None, ""


@lru_cache(maxsize=1)
def _national() -> tuple[str, ...]:
    return tuple(canonical_names("organizations.tsv", "name", "other_names"))


@lru_cache(maxsize=1)
def _official_title() -> re.Pattern[str]:
    return re.compile(rf".*{any_of('plan_heads.txt', 'document_heads.txt')}(?:（[^（）]{{1,16}}）)?")


def of_document(bodies: Iterable[str], title: str, named: Iterable[Named]) -> Jurisdiction:
    """Return whose a document is: of the bodies that issued or published it, else of the first thing that its title names.

    Arguments: bodies, by their full names; title, folded; named, what the title names, in its order. A title that is none of an
    official document, as those of news, decides nothing.

    >>> city = Named("City", "大连市", "urn:dalian")
    >>> of_document(["辽宁省人民政府"], "", [city]).level, of_document([], "某市政府工作报告", [city])
    ('province', Jurisdiction(level='city', place='urn:dalian'))
    >>> of_document([], "大连加快振兴", [city])
    Jurisdiction(level='', place='')
    """
    of_bodies = [found for body in bodies if (found := of_body(body)).level]
    if of_bodies:
        return min(of_bodies, key=lambda found: (LEVELS.index(found.level), found.place))
    if _official_title().fullmatch(title):
        for thing in named:
            level = _OF_CLASS.get(thing.kind, "")
            found = Jurisdiction(level, thing.iri) if level else of_body(thing.label)
            if found.level:
                return found
    return UNKNOWN
