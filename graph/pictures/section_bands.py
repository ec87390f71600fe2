"""Things by the outline of the documents that speak of them: a band for each section, in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.pictures.whole_network import SectionPlace


@dataclass(frozen=True, slots=True)
class Band:
    """The things of which a section speaks first; of no section, those that no text places."""

    section: SectionPlace | None
    things: tuple[str, ...]


def section_bands(things: Iterable[str], sections: Mapping[str, SectionPlace]) -> tuple[Band, ...]:
    """Return the bands of things, document by document.

    Arguments: things, IRIs in the order in which they stand in a band; sections, thing to its section. Things of no
    section come last.

    >>> place = SectionPlace("plan", 1, "一、总体要求", "urn:section")
    >>> [band.things for band in section_bands(["urn:b", "urn:a", "urn:c"], {"urn:a": place, "urn:c": place})]
    [('urn:a', 'urn:c'), ('urn:b',)]
    """
    held: dict[SectionPlace | None, list[str]] = defaultdict(list)
    for thing in things:
        held[sections.get(thing)].append(thing)
    placed = sorted(one for one in held if one is not None)
    return tuple(Band(one, tuple(held[one])) for one in [*placed, *([None] if None in held else [])])
