"""Places that a text counts instead of naming them again: 三地, 两市 for a list of as many places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.gazetteer import gazetteer
from extract.grammar.unexpanded_phrases import number_of
from extract.names.name import Name, free_of
from extract.numerals import SEVERAL_BELOW_TEN
from extract.scanning import offsets, scan
from extract.wordlists import any_of

_NUMBER = re.compile(f"[{SEVERAL_BELOW_TEN}]")
_COUNTED = re.compile(
    rf"(?<![\u4e00-\u9fff“][、和与及])(?:(?<![\u4e00-\u9fff“])|(?<=[，。；：、推动由使让把将对在为促进持指]))(?P<number>[{SEVERAL_BELOW_TEN}])"
    rf"{any_of('counted_places.txt')}(?![场级委政长县区的间个者面点次种]|之间)"
)
_JOINT = {"、", "和", "与", "及", "以及", "同"}
_REACH = 400
"""So many code points at most lie between a list and what counts it."""


def find_counted_references(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> tuple[Name, ...]:
    """Return where a folded text counts the places of a list before, each with the places of the nearest such list, before it
    if there is one.

    Arguments: text, folded; blocked, sorted spans that are not read; places, the names found so far, in order.

    >>> from extract.names.places import find_home, find_places
    >>> text = "支持广安市、南充市和达州市试点。三地将围绕两个方面改革。"
    >>> found = find_counted_references(text, [], find_places(text, [], find_home(text, []))[0])
    >>> [[entity.key for entity in name.entities] for name in found]
    [['广安市', '南充市', '达州市']]

    A region whose name is a chain of as many places is meant, unless the sentence itself lists others: 三地 behind 京津冀.
    """
    places = sorted(places, key=lambda name: name.start)
    ordered = [name for name in places if len(name.entities) == 1]
    matches = list(scan(offsets(_NUMBER, text), _COUNTED, text))
    lists = [run for run in _lists(text, ordered) if len(run) > 1] if matches else []
    starts = [run[0].start for run in lists]
    found = []
    for match in matches:
        near = lists[bisect_left(starts, match.start() - 2 * _REACH) : bisect_left(starts, match.end() + _REACH)]
        fitting = [run for run in near if len(run) == number_of(match["number"])]
        before = [run for run in fitting if 0 <= match.start() - run[-1].end <= _REACH]
        behind = [run for run in fitting if run[0].start - match.end() >= 0]
        chain = _chain_before(text, places, match)
        if chain is not None and not (before and text.find("。", before[-1][-1].end, match.start()) < 0):
            chosen = [chain]
        else:
            chosen = next(iter([*before[-1:], *behind]), [])
        if chosen and free_of(blocked, *match.span()):
            entities = tuple(name.entities[0] for name in chosen)
            found.append(Name(match.start(), match.end(), "pair", entities))
    return tuple(found)


@lru_cache(maxsize=1)
def _characters() -> frozenset[str]:
    return frozenset(character for place in gazetteer().places for character in place.abbreviation)


def _chain_before(text: str, places: Sequence[Name], match: re.Match[str]) -> Name | None:
    """The nearest region before whose name is a chain of as many places as are counted: 京津冀 for 三地."""
    known, counted = _characters(), number_of(match["number"])
    for name in reversed(places[: bisect_left(places, match.start(), key=lambda name: name.start)]):
        written = text[name.start : name.end]
        if len(written) == counted and name.entities[0].kind == "Region" and known.issuperset(written):
            return name
    return None


def _lists(text: str, places: Sequence[Name]) -> Iterator[list[Name]]:
    """The lists of places joined by 、 and 和; of 成都市温江区 the inner place is listed."""
    run: list[Name] = []
    for name in places:
        between = text[run[-1].end : name.start] if run else None
        if run and between == "" and _holds(run[-1], name):
            run = [*run[:-1], name]
        elif between in _JOINT:
            run = [*run, name]
        else:
            if run:
                yield run
            run = [name]
    if run:
        yield run


def _holds(wide: Name, inner: Name) -> bool:
    known = gazetteer()
    above, below = known.official(wide.entities[0].name), known.official(inner.entities[0].name)
    return any(known.contains(one, other) for one in above for other in below)
