"""Parts of provinces: 皖北, 粤东, 川南地区, named by the province's short name and points of the compass.

The short names that begin other words (京东, 新中国, 云南) are not among them, nor is what the gazetteer knows under the same
name (湘西, 渝中).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.gazetteer import gazetteer
from extract.names.name import Name, free_of
from extract.values import Entity
from extract.words import boundaries

_PART = re.compile(
    r"(?P<part>[冀晋辽吉浙皖闽赣鲁豫鄂湘粤桂渝川滇黔陕陇蒙苏甘](?:[东西南北]{1,4}|(?<=[冀浙闽赣鲁豫鄂湘桂滇黔蒙川吉])中[东西南北]?))"
    r"(?P<wider>地区|区域|片区)?(?![部向侧翼麓岸站门路坡方客瓜昌宁京海])"
)


def find_province_parts(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """Return the parts of provinces in a folded text, each a region.

    Arguments: text, folded; blocked, sorted spans that are not read. Offsets are code points.

    >>> [name.entities[0].key for name in find_province_parts("支持皖北地区承接产业，川南、川东北、湘西和江苏南部发展", [])]
    ['皖北', '川南', '川东北']
    """
    return tuple(
        Name(match.start(), match.end(), "place", (Entity("Region", match["part"]),))
        for match in _standing(text)
        if free_of(blocked, *match.span())
    )


def _standing(text: str) -> Iterator[re.Match[str]]:
    """Matches that are words of their own and no place of the gazetteer."""
    edges: frozenset[int] | None = None
    for match in _PART.finditer(text):
        if match["part"] in gazetteer().by_name:
            continue
        edges = boundaries(text) if edges is None else edges
        if match.start() in edges and (match["wider"] or match.end() in edges):
            yield match


def is_province_part(name: str) -> bool:
    """Whether a name is that of a part of a province.

    >>> is_province_part("黔中"), is_province_part("贵阳")
    (True, False)
    """
    return _PART.fullmatch(name) is not None
