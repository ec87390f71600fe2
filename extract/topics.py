"""Topics: the places that a title or a heading speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.clauses import Subject, entities_of
from extract.grammar.pair_names import find_pairs
from extract.grammar.region_names import find_regions
from extract.names.found import outermost
from extract.names.name import Names
from extract.names.places import Home, find_places
from extract.values import Entity, Section

PARTNER_MARKS = ("与", "和", "同", "融入", "对接", "服务", "面向")
"""A place behind one of these is a partner of what the text speaks of."""


_ABOUT = "关于"


def places_in_title(title: str, home: Home, regions: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """The first place that a title speaks of; regions that only the text defines are among them.

    Of «甲省人民政府关于支持乙市…的意见» that is 乙市: what stands before 关于 only issues it.

    >>> from extract.names.places import find_home
    >>> title = "广东省人民政府关于支持中山加快发展的意见"
    >>> [place.key for place in places_in_title(title, find_home(title, []), {})]
    ['中山市']
    """
    _, _, about = title.rpartition(_ABOUT)
    return _first_places(about, home, regions) or _first_places(title, home, regions)


def _first_places(title: str, home: Home, regions: Mapping[str, Entity]) -> tuple[Entity, ...]:
    known = [(title.index(label), -len(label), entity) for label, entity in regions.items() if label in title]
    places = find_places(title, [], home)[0]
    pairs = find_pairs(title, [], places, home)
    found = outermost((*pairs, *places, *find_regions(title, [], (*places, *pairs))))
    named = [name for name in found if not title[: name.start].endswith(PARTNER_MARKS)]
    if known and (not named or min(known)[0] <= named[0].start):
        return (min(known)[2],)
    return entities_of(named[:1])


def section_topics(text: str, sections: Sequence[Section], names: Names, own: Subject | None) -> dict[int, Subject]:
    found: dict[int, Subject] = {}
    if own is not None:
        found[0] = own
    for section in sections[1:]:
        inside = names.within(section.heading_start, section.heading_end, "place", "pair")
        named = [name for name in inside if not text[: name.start].endswith(PARTNER_MARKS)]
        if named:
            found[section.ordinal] = Subject(entities_of(named), named[0].start, named[-1].end, "Inherited")
        elif section.parent in found:
            found[section.ordinal] = found[section.parent]
    return found
