"""Subjects of a clause that are no place: what is said of them is said of none."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_OTHER = re.compile(
    r"(?:[NJIHmYQtWVrKqPhe]|（P）|“[^”]{1,9}”){0,7}?(?P<end>E)(?:（P）)?(?=(?:[AU]|Fu)*[XBDLVYgpi]|U[NJ]{1,3}[VX]?[GV])"
)
"""«三家企业建设…», «某某（甲市）公司预计产值达…»."""
_SOME_OF_THEM = re.compile(r"Q[NKHJ]{0,2}(?:（[^）]*）)?(?=[AUX]*[BG])")
"""«9个县获评…»: places that are only counted."""
_COUNTED_ZONES = re.compile(r"Q[NJYIKA]{0,6}H(?=[AUX]*[BDLV])")
"""«10家示范区加速打造，聚焦…»."""
_ZONES_OF_A_RANK = re.compile(r"JH[NHK]?(?=[AUX]*[VG]|[AUX]+[BDL])")
"""«国家高新区集聚了…»: all zones of a rank."""
_UNNAMED_ZONE = re.compile(r"[NJYIK]{1,7}H(?=[AUX]*B(?![，、；AL]|$))")
"""«某旅游先行区成为…»: what ends as a region does, and has no name that is known."""
_SETTLEMENT = re.compile(r"N{1,2}(?:[、h]N{1,2})*(?=[AUX]*[BDLGp])")
"""«某某镇打造…»: what is smaller than a county acts, and is no place that is known."""
_UNITS = frozenset("县市区乡镇村州")
_THAT = ("该", "这")
EVERY = "各全每本该"
"""First characters of what means each of a kind, and no one by its name."""
_MAKING_GOES = re.compile("B[VBGXF]")
_POINTED = re.compile(r"r[NJIYFE]{1,4}(?=[AUXVp])")
"""«该快线开通后…»: what was told of before, and is no place."""
_SHORT = 2
"""A town's name has more characters than its kind."""


def other_subject(tokens: Tokens, at: int, last: int) -> re.Match[str] | None:
    """What a clause opens with that is no place and acts: a firm, a body, a town, a zone without a name, places only counted.

    Arguments: tokens; at, the token at which it opens; last, the one behind the clause.

    >>> from extract.tokens import tokenize
    >>> def opens(text):
    ...     row = tokenize(text, ())
    ...     found = other_subject(row, 0, len(row.letters))
    ...     return found and row.written(*found.span())
    >>> opens("10家国家自主创新示范区加速打造")
    '10家国家自主创新示范区'
    >>> opens("三家企业建设基地"), opens("深沪镇发展纺织业"), opens("9个县获评示范县"), opens("城镇发展迅速")
    ('三家企业', '深沪镇', '9个县', None)
    >>> from extract.pipeline import claims
    >>> claims("宜昌市：某酵母（宜昌）公司预计产值达9亿元。", "hasTarget")
    []
    """
    some = _SOME_OF_THEM.match(tokens.letters, at, last)
    if some is not None and any(tokens.word(index)[-1] in _UNITS for index in range(at, some.end())):
        return some
    town = _SETTLEMENT.match(tokens.letters, at, last)
    if town is not None and _is_settlement(tokens, at, town.end()):
        return town
    zones = _COUNTED_ZONES.match(tokens.letters, at, last) or _unnamed_zone(tokens, at, last)
    if zones is None and tokens.word(at) in names_of("ranks_of_roles.txt"):
        zones = _ZONES_OF_A_RANK.match(tokens.letters, at, last)
    pointed = _POINTED.match(tokens.letters, at, last)
    if pointed is not None and tokens.word(at) in _THAT and not tokens.written(*pointed.span()).endswith(_areas()):
        return pointed
    return _OTHER.match(tokens.letters, at, last) or zones


def _unnamed_zone(tokens: Tokens, at: int, last: int) -> re.Match[str] | None:
    """A zone without a name that acts; not «宜居地【建设】取得新进展», which tells how its making goes."""
    zone = _UNNAMED_ZONE.match(tokens.letters, at, last)
    if zone is None or _MAKING_GOES.match(tokens.letters, zone.end()) is None:
        return zone
    return None if any(has_class(tokens.word(zone.end()), kind) for kind in ("standing", "coming_about")) else zone


@lru_cache(maxsize=1)
def _areas() -> tuple[str, ...]:
    return (*names_of("region_heads.txt"), *names_of("kinds_of_areas.txt"), *_UNITS)


def _is_settlement(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what opens a clause names a town or village by its shape: 深沪镇, 白塔|乡, not 城镇, 示范村, 各镇."""
    low = last - 1 if len(tokens.word(last - 1)) > _SHORT or last - 1 == first else last - 2
    name = tokens.written(low, last)
    known = name in names_of("kinds_of_settlements.txt") or name[0] in EVERY
    return len(name) > _SHORT and name.endswith(names_of("settlements.txt")) and not known


_THING = re.compile("[AUTh]*(?:[NJIYHKmQt]|“[^”]{1,4}”)*[NKHY”][AUh]*(?=B)")


def tells_what_a_thing_is(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a clause says what something is that is no place, of which the next may say more: «产业体系是基础，是支撑».

    Arguments: tokens; first token of the clause and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> [tells_what_a_thing_is(row, 0, len(row.letters)) for row in (tokenize(one, ()) for one in ("产业体系是基础", "建设基础", "是基础"))]
    [True, False, False]
    """
    thing = _THING.match(tokens.letters, first, last)
    return thing is not None and has_class(tokens.word(thing.end()), "being")
