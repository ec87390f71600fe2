"""The words that regions' names are made of: heads, and the general words before them."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.wordlists import Finder, alternation, canonical_names, names_of

GENERIC = re.compile(rf"(?:{alternation(names_of('region_modifiers.txt'))})*")
"""General words of a region's name and nothing else."""


@lru_cache(maxsize=1)
def region_heads() -> Finder:
    """Finds the heads of regions' names, the longest where several begin at one offset.

    >>> region_heads().find("沈阳临空经济区")
    [(2, 7, '临空经济区')]
    """
    return Finder(names_of("region_heads.txt"))


@lru_cache(maxsize=1)
def rivers() -> Finder:
    """Finds the rivers, lakes, mountains and coasts that the name of a region may begin with.

    >>> rivers().find("汉江生态经济带")
    [(0, 2, '汉江')]
    """
    return Finder(names_of("geography.txt"))


def head_of(label: str) -> str:
    """The longest head that a label ends with; empty where it ends with none.

    >>> head_of("沈阳现代化都市圈"), head_of("沈阳市")
    ('都市圈', '')
    """
    heads = names_of("region_heads.txt")
    return next((label[-n:] for n in range(len(label), 1, -1) if label[-n:] in heads), "")


def is_well_known(label: str) -> bool:
    """Whether a region is one that many texts name, which may be wider than any place: 长江经济带.

    >>> is_well_known("长江经济带"), is_well_known("胡台新城")
    (True, False)
    """
    return label in canonical_names("regions.tsv", "name", "other_names")


def lies_within_a_place(label: str) -> bool:
    """Whether a region is a zone in one place, whether or not many texts name it; not 长江经济带, of which a place is a part.

    >>> lies_within_a_place("雄安新区"), lies_within_a_place("胡台新城"), lies_within_a_place("长江经济带")
    (True, True, False)
    """
    return not is_well_known(label) or label.endswith(names_of("zones_within_a_place.txt"))


def is_general_name(label: str) -> bool:
    """Whether nothing in a label is proper to one region: 国家级开发区.

    >>> is_general_name("国家级开发区"), is_general_name("胡台新城")
    (True, False)
    """
    return GENERIC.fullmatch(label.removesuffix(head_of(label))) is not None
