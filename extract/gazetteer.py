"""The provinces, cities and counties of China: names, codes, containment, coordinates.

Background knowledge from lexicon/places.tsv (see lexicon/LICENCES.md). It says which places may bear a name and
whether that name needs support from the text; which of them a text means is decided by the grammar.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from extract.former_names import FormerName, former_names
from extract.tables import LEXICON, LexiconError, read_names, read_rows
from extract.values import Entity

Standing = Literal["alone", "context", "never"]
"""What a name needs to be read as a place.

`alone`: nothing. `context`: support elsewhere in the document (an ancestor of the place named, its official name, an
enumeration of places). `never`: a short name is never read without its suffix (和平 is peace, 和平区 a district); an
official name that is a common word (城区) is read only right after the name of a place above.
"""

LEVELS = ("Province", "City", "County")
HEAD = ("code", "level", "official_name", "short_names", "abbreviation", "parent_code", "longitude", "latitude")


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division of China.

    The entity's key is the official name, followed by ``_`` and the code where several of its kind bear that name.
    """

    entity: Entity
    code: str
    """Six digits, GB/T 2260: 210000, 210100, 210102."""
    official_name: str
    short_names: tuple[str, ...]
    """The usual one first: 延边, 延边州."""
    abbreviation: str
    """Characters of which each stands for the place within combined names only, the usual one first: 川蜀."""
    parent_code: str
    """Empty for a province."""
    longitude: float | None
    latitude: float | None
    """Degrees; None where unknown."""


class Gazetteer:
    """All places, found by code and by name; see `gazetteer`."""

    def __init__(
        self,
        places: Iterable[Place],
        standings: Mapping[str, Standing],
        former: Mapping[str, Sequence[FormerName]] = MappingProxyType({}),
    ) -> None:
        """Index the places; `standings` holds the names that differ from their level's rule, `former` those borne once, by code."""
        self.places = tuple(sorted(places, key=lambda place: place.code))
        self.by_code: Mapping[str, Place] = MappingProxyType({place.code: place for place in self.places})
        self._standings = standings
        self._former = frozenset(one.name for names in former.values() for one in names)
        by_name: dict[str, list[Place]] = defaultdict(list)
        children: dict[str, list[Place]] = defaultdict(list)
        for place in sorted(self.places, key=lambda place: (LEVELS.index(place.entity.kind), place.code)):
            children[place.parent_code].append(place)
            for name in dict.fromkeys((place.official_name, *place.short_names)):
                if name == place.official_name or self.standing(name, place) != "never":
                    by_name[name].append(place)
        for code, name in [(code, name) for code, names in former.items() for one in names for name in one.names]:
            if name not in by_name:  # who bears a name today is meant by it
                by_name[name].append(self.by_code[code])
        self.by_name: Mapping[str, tuple[Place, ...]] = MappingProxyType(
            {name: tuple(bearers) for name, bearers in by_name.items()}
        )
        """Name → its bearers, provinces before cities before counties, then by code.

        Holds every official name, the short names but those that are never read without their suffix, and the names that places
        bore once and no place bears today.
        """
        self._children = {code: tuple(below) for code, below in children.items()}

    def official(self, name: str) -> tuple[Place, ...]:
        """Places whose official name this is.

        >>> [place.code for place in gazetteer().official("沈阳市")], gazetteer().official("沈阳")
        (['210100'], ())
        """
        return tuple(place for place in self.by_name.get(name, ()) if place.official_name == name)

    def parent(self, place: Place) -> Place | None:
        """The division that directly holds the place; None for a province.

        >>> gazetteer().parent(gazetteer().by_code["210100"]).official_name
        '辽宁省'
        """
        return self.by_code.get(place.parent_code)

    def children(self, place: Place) -> tuple[Place, ...]:
        """The divisions directly below the place, by code; counties of a province without a city included."""
        return self._children.get(place.code, ())

    def province_of(self, place: Place) -> Place:
        """The province that holds the place, or the place itself if it is one.

        >>> gazetteer().province_of(gazetteer().by_code["220104"]).official_name
        '吉林省'
        """
        above = self.parent(place)
        return place if above is None else self.province_of(above)

    def contains(self, ancestor: Place, place: Place) -> bool:
        """Whether the first holds the second at any depth; no place contains itself.

        >>> shenyang, liaoning = gazetteer().by_name["沈阳"][0], gazetteer().by_name["辽宁"][0]
        >>> gazetteer().contains(liaoning, shenyang), gazetteer().contains(shenyang, liaoning)
        (True, False)
        """
        above = self.parent(place)
        return above is not None and (above == ancestor or self.contains(ancestor, above))

    def standing(self, name: str, place: Place) -> Standing:
        """What this name needs to be read as this place.

        A county never goes by the short name of its own city or province (长沙县 in 长沙市). Official names stand
        alone unless they are common words (城区) or one character and 县 (蠡县), and so do names that only leave out a people (恭城县).

        >>> places = {place.official_name: place for place in gazetteer().places}
        >>> def standing(name, official): return gazetteer().standing(name, places[official])
        >>> standing("沈阳", "沈阳市"), standing("昌图", "昌图县"), standing("台安", "台安县")
        ('alone', 'alone', 'context')
        >>> standing("和平", "和平区"), standing("和平区", "和平区"), standing("城区", "城区")
        ('never', 'alone', 'never')
        >>> standing("长沙", "长沙县"), standing("蠡县", "蠡县")
        ('never', 'context')
        """
        if name == place.official_name:
            return self._standings.get(name, "context" if len(name) == 2 else "alone")
        whole = name[-1] == place.official_name[-1] or name in self._former
        if place.entity.kind != "County" or (whole and len(name) > 2):
            return self._standings.get(name, "alone")
        above = self.parent(place)
        while above is not None:
            if name in above.short_names:
                return "never"
            above = self.parent(above)
        return self._standings.get(name, "context")


def read_places(path: Path) -> tuple[Place, ...]:
    """The places of a tab-separated file with the columns of places.tsv.

    Raises LexiconError, naming file and line, where a code, level, name, parent or coordinate is not as it must be.
    """
    rows = list(read_rows(path, HEAD))
    bearers = Counter((cells[1], cells[2]) for _, cells in rows)
    codes: set[str] = {cells[0] for _, cells in rows}
    seen: set[str] = set()
    places = []
    for number, cells in rows:
        try:
            place = _read_place(cells, bearers[cells[1], cells[2]] > 1)
        except ValueError as error:
            raise LexiconError(path, number, str(error)) from error
        if place.code in seen:
            raise LexiconError(path, number, f"code {place.code} stands twice")
        if (place.parent_code not in codes) if place.parent_code else place.entity.kind != "Province":
            raise LexiconError(path, number, f"parent {place.parent_code or 'missing'} is no code of this file")
        seen.add(place.code)
        places.append(place)
    return tuple(places)


def _read_place(cells: list[str], shared: bool) -> Place:
    """The place of one row; raises ValueError with the reason."""
    code, level, official_name, short_names, abbreviation, parent_code, longitude, latitude = cells
    if not (len(code) == 6 and code.isascii() and code.isdigit()):
        raise ValueError(f"a code has six digits, not {code!r}")
    if level not in LEVELS:
        raise ValueError(f"the level is one of {', '.join(LEVELS)}, not {level!r}")
    if len(official_name) < 2:
        raise ValueError("the official name is missing")
    names = tuple(short_names.split("|")) if short_names else ()
    if any(len(name) < 2 for name in names):
        raise ValueError(f"a short name has two characters or more: {short_names!r}")
    if parent_code and (level == "Province" or parent_code >= code):
        raise ValueError(f"{parent_code} cannot be the parent of {level} {code}")
    key = f"{official_name}_{code}" if shared else official_name
    return Place(
        Entity(level, key),
        code,
        official_name,
        names,
        abbreviation,
        parent_code,
        float(longitude) if longitude else None,
        float(latitude) if latitude else None,
    )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of the lexicon, read once.

    >>> def bearers(name):
    ...     places = gazetteer().by_name[name]
    ...     return [(place.official_name, gazetteer().province_of(place).official_name) for place in places]
    >>> bearers("朝阳")
    [('朝阳市', '辽宁省'), ('朝阳区', '北京市'), ('朝阳区', '吉林省')]
    >>> [place.entity.key for place in gazetteer().by_name["鼓楼区"]][:2]
    ['鼓楼区_320106', '鼓楼区_320302']
    >>> [place.official_name for place in gazetteer().by_name["吉林"]]
    ['吉林省', '吉林市']
    >>> [place.official_name for name in ("襄樊", "萧山市") for place in gazetteer().by_name[name]]
    ['襄阳市', '萧山区']
    >>> [place.official_name for place in gazetteer().by_name["海南"]]
    ['海南省', '海南藏族自治州', '海南区']
    """
    standings: dict[str, Standing] = {}
    standings.update(dict.fromkeys(read_names(LEXICON / "may_stand_alone.txt"), "alone"))
    standings.update(dict.fromkeys(read_names(LEXICON / "needs_context.txt"), "context"))
    standings.update(dict.fromkeys(read_names(LEXICON / "never_alone.txt"), "never"))
    return Gazetteer(read_places(LEXICON / "places.tsv"), MappingProxyType(standings), former_names())
