"""Places that a text points back at by their kind (该市, 该县, 该省) or as where something is (这里, 当地).

Accepted: «保定市…。近年来，该市…», the city that the text named last with its kind, else the last of that kind; «苏州…。当地
要…», the one place that its sentence or the one before has named.
Refused: «该市场», whose word goes on; «应该市», which parts elsewhere; «该县» where no county was named; «甲、乙…。这里…», of two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.names.name import Name, free_of
from extract.wordlists import any_of, names_of

_POINTED = re.compile(rf"(?<!应)该(?P<kind>{any_of('kinds_of_divisions.txt')})(?![域级场属情内外政集中直兴议])")
_LEVELS = ("Province", "City", "County", "Region")
_HERE = re.compile(rf"(?<=[，。“\n]){any_of('pointing_at_a_place.txt')}(?![的之])")
"""«苏州…。近年来，【当地】打造A», not «带动当地就业», which may be anywhere."""
_SENTENCE = re.compile("[。！？\n]")
_FAR = 120
"""Code points back to the sentence before, at most."""


def find_pointed_places(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> tuple[Name, ...]:
    """Return where a text points back at the place of a kind that it named last.

    Arguments: text, folded; blocked, sorted spans that are not read; places, the names found so far.

    >>> from extract.values import Entity
    >>> city = Name(0, 3, "place", (Entity("City", "保定市"),))
    >>> found = find_pointed_places("保定市发展快。该市场大，该市扩大开放。", [], [city])
    >>> [(name.start, name.end, name.entities[0].key) for name in found]
    [(12, 14, '保定市')]
    """
    found: list[Name] = []
    known: dict[tuple[str, str, bool], Name] = {}
    position = 0
    for match in _POINTED.finditer(text):
        while position < len(places) and places[position].end <= match.start():
            known |= _as_bearer(text, places[position])
            position += 1
        ways = ((level, match["kind"], whole) for level in ("City", "") for whole in (True, False))
        meant = next((known[way] for way in ways if way in known), None)
        if meant is not None and free_of(blocked, *match.span()):
            found.append(Name(*match.span(), "self", meant.entities))
    return (*found, *_here(text, blocked, places))


def _here(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> Iterator[Name]:
    """«苏州…。近年来，【当地】…»: where a word points at the one place that its sentence or the one before has named."""
    starts = [name.start for name in places]
    for match in _HERE.finditer(text):
        low = max(match.start() - _FAR, 0)
        ends = [mark.end() for mark in _SENTENCE.finditer(text, low, match.start())]
        since = ends[-2] if len(ends) > 1 else low
        near = places[bisect_left(starts, since) : bisect_left(starts, match.start())]
        meant = {name.entities for name in near}
        partner = bool(near) and text.endswith(names_of("partner_marks.txt"), 0, near[0].start)  # 融入京津冀，…
        if len(meant) == 1 and not partner and near[0].entities[0].kind in _LEVELS and free_of(blocked, *match.span()):
            yield Name(*match.span(), "self", near[0].entities)


def _as_bearer(text: str, name: Name) -> dict[tuple[str, str, bool], Name]:
    """The ways in which a text may point back at a place: by level, kind, and whether it was named with its kind."""
    one = name.entities[0]
    if len(name.entities) > 1 or one.kind not in _LEVELS:
        return {}
    kinds = [kind for kind in names_of("kinds_of_divisions.txt") if one.name.endswith(kind)]
    whole = {kind: text.endswith(kind, name.start, name.end) for kind in kinds}
    levels = ("City", "") if one.kind == "City" else ("",)
    return {(level, kind, told): name for level in levels for kind in kinds for told in {whole[kind], False}}
