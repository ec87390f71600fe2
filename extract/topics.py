"""Topics: the places that a title or a heading speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.clauses import Subject, entities_of, listed_places, opening
from extract.gazetteer import LEVELS
from extract.grammar.pair_names import find_pairs
from extract.grammar.region_names import find_regions
from extract.names.found import outermost
from extract.names.name import Names
from extract.names.places import Home, find_places
from extract.names.region_words import is_well_known
from extract.spans import cut
from extract.tokens import Tokens
from extract.values import Entity, Section
from extract.wordlists import names_of

PARTNER_MARKS = names_of("partner_marks.txt")
"""A place behind one of these is a partner of what the text speaks of."""


_ABOUT = "关于"
_ONLY_WHEN = re.compile(r"“?十[二三四五六七八]五”?(?:时期)?|20\d\d(?:[—-]20\d\d)?年?")
"""What stands between a province and the zone in it that a plan is for."""


def places_in_title(title: str, home: Home, regions: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """The first place that a title speaks of; regions that only the text defines are among them.

    Of «甲省人民政府关于支持乙市…的意见» that is 乙市: what stands before 关于 only issues it.

    >>> from extract.names.places import find_home
    >>> title = "广东省人民政府关于支持中山加快发展的意见"
    >>> [place.key for place in places_in_title(title, find_home(title, []), {})]
    ['中山市']
    >>> title = "湖南省“十五五”长株潭都市圈发展规划"
    >>> [place.key for place in places_in_title(title, find_home(title, []), {})]
    ['长株潭都市圈']
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
    adjoining = len(named) > 1 and named[0].end == named[1].start
    if adjoining or (len(named) > 1 and _ONLY_WHEN.fullmatch(title, named[0].end, named[1].start)):
        wider, zone = named[0].entities[0], named[1].entities[0]
        if (
            wider.kind in LEVELS
            and zone.kind == "Region"
            and (not is_well_known(zone.key) or title[: named[1].end].endswith(names_of("zones_within_a_place.txt")))
        ):
            return named[1].entities  # 甲省“十五五”乙都市圈发展规划, 甲省乙开发区行动方案
    return entities_of(named[:1])


_DONE_FOR = re.compile(
    r"[^P]*P(?:[、h—x]?P)*(?:“[^”]*”[NJVYFHBDA]{0,4}|[NJF]{0,2}[BDYF]*)(?:e[JNHK]{1,4})?(?P<reached>[GVBALDF]{0,3}[JAN]{1,3})?$"
)
"""«加快建设甲都市圈», «推进甲、乙一体化发展», «开创甲地区崛起新局面»: what a heading says shall be done for places."""


def section_topics(
    tokens: Tokens, sections: Sequence[Section], names: Names, own: Subject | None
) -> dict[int, Subject]:
    """The places that each section speaks of: its heading's, else those of the section above.

    A place within what a heading says shall be made (打造东北亚开放合作枢纽) is no topic; one that it opens with, lets act, or
    ends with is.
    """
    found: dict[int, Subject] = {}
    nationwide = own is None or own.entities[0].kind == "Place"
    if own is not None:
        found[0] = own
    for section in sections[1:]:
        named = _named(tokens, names, section.heading_start, section.heading_end, nationwide)
        if named is not None:
            found[section.ordinal] = named
        elif section.parent in found:
            found[section.ordinal] = found[section.parent]
    return found


def _named(tokens: Tokens, names: Names, start: int, end: int, nationwide: bool) -> Subject | None:
    for low, high in cut(tokens.text, start, end, "，：； "):
        first, last = tokens.within(low, high)
        how = opening(tokens, names, first, last)
        if how.places is not None and how.manner != "owner":
            return how.places.subject("Inherited")
        at = tokens.letters.find("P", first, last)
        if (
            at >= 0
            and _is_done_for(tokens, first, last, nationwide)
            and not tokens.text[: tokens.starts[at]].endswith(PARTNER_MARKS)
        ):
            places = listed_places(tokens, names, at, last)
            return places.subject("Inherited") if places is not None else None
    return None


def _is_done_for(tokens: Tokens, first: int, last: int, nationwide: bool) -> bool:
    """Whether a heading says what shall be done for places; that something new is reached says so only in a text of the country."""
    done = _DONE_FOR.match(tokens.letters[first:last])
    reached = done is not None and nationwide and tokens.word(last - 1).endswith(names_of("new_states.txt"))
    return done is not None and (not done["reached"] or reached)
