"""Zones that a text knows as the parts of another: «产业园由化工新材料片区、八所港区和感城海洋装备片区组成».

Every part of the list ends as parts of zones do and has a name of its own; later uses of these names are the same zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.names.name import Name
from extract.names.region_uses import region_uses
from extract.names.region_words import is_general_name
from extract.numerals import SEVERAL
from extract.spans import cut
from extract.wordlists import any_of

_MADE_UP = re.compile(
    rf"由(?P<listed>[^，。；：\n]{{8,90}}?)(?:等[^，。；、]{{0,8}})?{any_of('verbs_of_making_up.txt')}"
)
_SUMMED_UP = rf"(?:等[^，。；、]{{0,8}})?(?:[{SEVERAL}]{{1,2}}|\d{{1,2}})个"
_HELD = re.compile(
    rf"(?:划?分为|{any_of('holding.txt')})(?P<listed>[^，。；：\n]{{8,90}}?)(?={_SUMMED_UP}|[，。；：\n]|$)"
)
_JOINTS = "、和及与"
_PART = re.compile(rf"(?!\d|[{SEVERAL}]+[个大]|[各本])[\u4e00-\u9fff]{{2,10}}{any_of('parts_of_zones.txt')}")
_FEWEST = 2


def find_constituent_zones(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """Return all uses of the zones that a folded text names as the parts of another, in order.

    Arguments: text, folded; blocked, sorted spans that are not read. Offsets are code points.

    >>> text = "产业园由新材料片区、八所港区和感城装备片区组成。八所港区发展航运。"
    >>> [text[name.start : name.end] for name in find_constituent_zones(text, [])]
    ['新材料片区', '八所港区', '感城装备片区', '八所港区']
    >>> text = "试验区涵盖大连片区、营口片区两个片区。"
    >>> [text[name.start : name.end] for name in find_constituent_zones(text, [])]
    ['大连片区', '营口片区']
    >>> find_constituent_zones("委员会由有关部门和园区组成。", []), find_constituent_zones("产业园由三个片区和港区组成。", [])
    ((), ())
    """
    labels = {label for start, end in _lists(text) for label in _parts(text, start, end)}
    return tuple(sorted(region_uses(text, labels, blocked, ()), key=lambda name: (name.start, -name.end)))


def _lists(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_MADE_UP, _HELD):
        for match in pattern.finditer(text):
            yield match.span("listed")


def _parts(text: str, start: int, end: int) -> list[str]:
    """The names of the parts that a passage lists; none where any item of it is something else."""
    labels = [text[low:high].strip() for low, high in cut(text, start, end, _JOINTS)]
    named = all(_PART.fullmatch(label) and not is_general_name(label) for label in labels)
    return labels if named and len(labels) >= _FEWEST else []
