"""Which of its bearers a place's name means in one document: decided by its ancestors, its neighbours and the text's own
province, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.gazetteer import LEVELS, Place, gazetteer
from extract.names.name import Name
from extract.wordlists import names_of
from extract.words import tagged

_SUPPORTING = ("支持", "推动", "鼓励")
_BEGINNING = names_of("behind_a_supported_place.txt")
_LONGER = names_of("behind_a_county_as_a_word.txt")
_SEVERAL = 5
"""A text that names so many counties of a province speaks of its counties, also by their short names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place's name in the text with all its bearers; offsets are code points."""

    start: int
    end: int
    word: str
    bearers: tuple[Place, ...]


class Resolver:
    """Decides which of its bearers a name means in one document."""

    def __init__(self, text: str, candidates: Sequence[Candidate], province: Place | None, city: Place | None) -> None:
        self._text = text
        self._province = province
        self._city = city
        self._official = {item.word for item in candidates if any(p.official_name == item.word for p in item.bearers)}
        self._named: set[str] = set()
        self._dense: frozenset[str] = frozenset()
        for item in candidates:
            alone = [p for p in item.bearers if gazetteer().standing(item.word, p) == "alone"]
            if len(alone) == 1 or (alone and alone[0].entity.kind == "Province"):
                self._named.add(alone[0].code)

    def _ancestor_named(self, place: Place) -> bool:
        above = gazetteer().parent(place)
        return above is not None and (above.code in self._named or self._ancestor_named(above))

    def _supported(self, item: Candidate, place: Place, before: Name | None, enumerated: bool) -> bool:
        standing = gazetteer().standing(item.word, place)
        held = before is not None and any(
            gazetteer().contains(parent, place) for parent in places_of(before) if before.end == item.start
        )
        if standing == "never":
            whole = item.word == place.official_name and not self._text.startswith(_LONGER, item.end)
            return whole and (held or (enumerated and self._beside_its_own(place, before)))
        if standing == "alone" or held:
            return True
        if gazetteer().province_of(place).code in self._dense or self._addressed(item, place):
            return True
        if self._province is not None and gazetteer().parent(place) == self._province:
            return True
        known = self._ancestor_named(place) or gazetteer().province_of(place) == self._province
        named = place.official_name in self._official and item.word != place.official_name
        own = self._city is not None and gazetteer().parent(place) == self._city
        return known and (enumerated or named or _only_names(item.word, place) or (own and _is_name(item.word)))

    def _beside_its_own(self, place: Place, before: Name | None) -> bool:
        """Whether a text that names a district's city lists it, or lists it behind another of its city (沛县、丰县) or county."""
        above = gazetteer().parent(place)
        named = above is not None and above.entity.kind == "City" and above.code in self._named
        around = gazetteer().province_of if place.official_name.endswith("县") else gazetteer().parent
        return named or (before is not None and any(around(one) == around(place) for one in places_of(before)))

    def _addressed(self, item: Candidate, place: Place) -> bool:
        """Whether the text supports a place of its own province in something: 支持白银建成…."""
        supported = self._text.endswith(_SUPPORTING, 0, item.start) and self._text.startswith(_BEGINNING, item.end)
        return supported and gazetteer().province_of(place) == self._province

    def knowing(self, decided: Iterable[Place]) -> None:
        """Take in what a first pass decided: a province with several counties in the text is one whose counties it lists."""
        counties = Counter(
            gazetteer().province_of(place).code for place in set(decided) if place.entity.kind == "County"
        )
        self._dense = frozenset(code for code, number in counties.items() if number >= _SEVERAL)

    def _namesake(self, item: Candidate, before: Name | None, supported: Sequence[Place]) -> Place | None:
        """The city of a province's name where it is listed behind a city beside it: 长春、吉林."""
        listed = before is not None and self._text[item.start - 1 : item.start] in {"、", "和", "与"}
        beside = [gazetteer().parent(place) for place in places_of(before)] if before is not None and listed else []
        cities = (place for place in supported[1:] if place.entity.kind == "City")
        return next((place for place in cities if gazetteer().parent(place) in beside), None)

    def _at_home(self, supported: Sequence[Place]) -> Place | None:
        """The city of another province's name in a text of the city's own, which does not name that one in full: 海南 in Qinghai."""
        wide, cities = supported[0], (place for place in supported[1:] if place.entity.kind == "City")
        if wide == self._province or wide.official_name in self._official:
            return None
        return next((place for place in cities if gazetteer().parent(place) == self._province), None)

    def decide(self, item: Candidate, before: Name | None, enumerated: bool) -> tuple[Place, ...]:
        """The bearers that remain; one where the name is decided, none where it is no place here."""
        supported = [place for place in item.bearers if self._supported(item, place, before, enumerated)]
        if before is not None and before.end == item.start:
            held = [p for p in supported if any(gazetteer().contains(parent, p) for parent in places_of(before))]
            supported = held or supported
        if len(supported) < 2:
            return tuple(supported)
        if supported[0].entity.kind == "Province":
            return (self._namesake(item, before, supported) or self._at_home(supported) or supported[0],)
        for test in (
            lambda place: place.official_name in self._official and item.word != place.official_name,
            lambda place: item.word in place.short_names and place.code in self._named and place.entity.kind == "City",
            self._ancestor_named,
            lambda place: gazetteer().province_of(place) == self._province,
        ):
            passing = [place for place in supported if test(place)]
            if passing:
                supported = passing
            if len(supported) == 1:
                break
        top = min(LEVELS.index(place.entity.kind) for place in supported)
        highest = [place for place in supported if LEVELS.index(place.entity.kind) == top]
        related = len({gazetteer().province_of(place).code for place in supported}) == 1
        return tuple(highest) if related else tuple(supported)


@lru_cache(maxsize=4096)
def _only_names(word: str, place: Place) -> bool:
    """Whether the language has a word only as the name of one county: 漾濞, 焉耆; a district's is that of much else (江汉)."""
    words = tagged(word)
    alone = len(gazetteer().by_name[word]) == 1 and not place.official_name.endswith("区")
    return alone and len(words) == 1 and words[0].tag in {"", "ns"}


@lru_cache(maxsize=4096)
def _is_name(word: str) -> bool:
    """Whether a word that one place bears is a noun, as the county of a text's own city is, though persons may bear it too: 桓台, 法库."""
    words = tagged(word)
    noun = len(words) == 1 and (not words[0].tag or words[0].tag.startswith("n"))
    return len(gazetteer().by_name[word]) == 1 and noun


def places_of(name: Name) -> list[Place]:
    """The gazetteer's places that a name refers to."""
    return [p for entity in name.entities for p in gazetteer().official(entity.name) if p.entity == entity]
