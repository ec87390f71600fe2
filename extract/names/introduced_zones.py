"""Zones that a text introduces for itself: «中新广州知识城（以下简称知识城）», «本条例所称生态涵养区，包括…»."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.names.name import Name, free_of
from extract.names.region_page import Page, page_of
from extract.scanning import occurrences
from extract.values import Entity
from extract.wordlists import any_of, names_of

_CALLED = re.compile(r"（以下(?:简称|称)为?“?(?P<name>[\u4e00-\u9fff]{2,12})”?）")
_LAW = rf"本{any_of('laws.txt')}"
_MEANT = re.compile(rf"{_LAW}所称的?“?(?P<name>[\u4e00-\u9fff]{{2,16}}?)”?(?={any_of('defining_marks.txt')})")
_APPLIES = re.compile(rf"适用于?{_LAW}|{_LAW}(?:所称|适用)|如下决定")
_LONGEST = 30
_OFTEN = 5
"""How often a text names a zone that it is about, where its title does not."""
_NOMINAL = ("n", "b", "j", "nz", "ns")


@dataclass(frozen=True, slots=True)
class IntroducedZones:
    """All uses of the zones that a text introduces, and the one that the text is about, None where it is about none."""

    names: tuple[Name, ...]
    own: Entity | None


@dataclass(frozen=True, slots=True)
class _Zone:
    """A zone with its names and the span at which the text introduces it."""

    entity: Entity
    labels: tuple[str, ...]
    start: int
    end: int


def find_introduced_zones(
    text: str, title: tuple[int, int], blocked: Sequence[tuple[int, int]], places: Sequence[Name]
) -> IntroducedZones:
    """Return the zones that a folded text gives a short name to, or that its law says what it means by.

    Arguments: text, folded; title, span of the text's own title; blocked, sorted spans that are not read; places, names found.

    >>> text = "知识城条例\\n本条例适用于中新知识城（以下简称知识城）的建设。知识城发展产业。"
    >>> found = find_introduced_zones(text, (0, 5), [], [])
    >>> found.own, [text[name.start : name.end] for name in found.names]
    (Entity(kind='Region', key='中新知识城', scope=''), ['中新知识城', '知识城', '知识城', '知识城', '知识城'])
    >>> find_introduced_zones("市管理委员会（以下简称管委会）负责。", (0, 0), [], []).names
    ()
    """
    if "（以下" not in text and "所称" not in text:
        return IntroducedZones((), None)
    page = page_of(text, places)
    zones: dict[str, _Zone] = {}
    for zone in (*_called(page, title, blocked, places), *_of_law(text, blocked)):
        if not any(label in known.labels for label in zone.labels for known in zones.values()):
            zones[zone.labels[0]] = zone
    names = [name for zone in zones.values() for name in _uses(page, zone, blocked, places)]
    own = next((zone.entity for zone in zones.values() if _is_own(text, title, zone)), None)
    return IntroducedZones(tuple(names), own)


def _is_zone(label: str) -> bool:
    return label.endswith(names_of("zone_tails.txt")) and label not in names_of("self_references.txt")


def _called(
    page: Page, title: tuple[int, int], blocked: Sequence[tuple[int, int]], places: Sequence[Name]
) -> Iterator[_Zone]:
    """Zones behind which the text puts a short name in brackets."""
    known = {name.end: name for name in sorted(places, key=lambda name: -name.start)}
    for match in _CALLED.finditer(page.text):
        alias, end = match["name"], match.start()
        if not _is_zone(alias) or page.text[end - 1] != alias[-1] or not free_of(blocked, end - 1, end):
            continue
        start = _first(page, title, end, alias)
        place = known.get(end)
        if place is not None and place.start <= start and len(place.entities) == 1:
            yield _Zone(place.entities[0], (page.text[place.start : end], alias), place.start, end)
        elif end - start > len(alias) and _holds_all(page.text[start:end], alias):
            label = page.text[start:end]
            yield _Zone(Entity("Region", label), (label, alias), start, end)


def _holds_all(label: str, alias: str) -> bool:
    """Whether the characters of a short name stand in the long one, in order."""
    rest = iter(label)
    return all(character in rest for character in alias)


def _first(page: Page, title: tuple[int, int], end: int, alias: str) -> int:
    """Where the name begins that ends at an offset: with the longest words that the title has too, else with the first noun.

    What the short name repeats of it belongs to it, whatever its words are.
    """
    own, starts = page.text[slice(*title)], [end]
    position = end - len(alias) if page.text.endswith(alias, 0, end) else end
    while end - position < _LONGEST:
        word = page.word_before(position)
        if word is None:
            break
        position = word.start
        starts.append(position)
    titled = [start for start in starts if start < end and page.text[start:end] in own]
    return min(titled or starts)


def _of_law(text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[_Zone]:
    """Zones of which a law says what it means by them."""
    for match in _MEANT.finditer(text):
        label = match["name"]
        if _is_zone(label) and free_of(blocked, *match.span("name")):
            yield _Zone(Entity("Region", label), (label,), *match.span("name"))


def _uses(page: Page, zone: _Zone, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> Iterator[Name]:
    """Where the text names a zone, by its long name anywhere, by its short one where no noun before makes it another's."""
    spans = sorted((name.start, name.end) for name in places)
    for label in zone.labels:
        for start, end in occurrences(label, page.text):
            if not free_of(blocked, start, end) or _within(spans, start, end):
                continue
            whole = len(zone.labels) > 1 and label == zone.labels[0]
            before = page.words.get(start)
            if whole or before is None or not before.tag.startswith(_NOMINAL):
                yield Name(start, end, "place", (zone.entity,))


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span lies in a longer one of the sorted spans."""
    index = bisect_right(spans, (start, end + _LONGEST)) - 1
    near = spans[max(0, bisect_left(spans, (start - _LONGEST, 0))) : index + 1]
    return any(low <= start and end <= high and high - low > end - start for low, high in near)


def _is_own(text: str, title: tuple[int, int], zone: _Zone) -> bool:
    """Whether a text is about a zone: its title names it, or its law applies there, or it speaks of it again and again."""
    if any(label in text[slice(*title)] for label in zone.labels):
        return True
    sentence = text[max(0, text.rfind("\n", 0, zone.start)) : zone.end + 2 * _LONGEST]
    return _APPLIES.search(sentence) is not None and text.count(zone.labels[-1]) >= _OFTEN
