"""Own places: of which place a text speaks whose title does not say so.

Pattern: the place that it names first and most often, the only one that it names, what it calls 全省.

Accepted: «对照省第十次党代会确定的任务…浙江», a speech that names one province.
Refused: a text that names two cities once each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.names.name import Name, Names
from extract.numerals import COUNTING
from extract.values import Entity, Section
from extract.wordlists import any_of

_PLAN_SECTIONS = 3
_OFTEN = 3


def spoken_of_most(places: Sequence[Name]) -> tuple[Entity, ...]:
    """Return the place that a text without a telling title names first and most often, or more than twice as often as any other.

    Arguments: places named in the text, in order. Empty where no place stands out.

    >>> shenyang, dalian = (Name(0, 2, "place", (Entity("City", key),)) for key in ("沈阳市", "大连市"))
    >>> [one.key for one in spoken_of_most([shenyang, dalian, shenyang, shenyang])], spoken_of_most([shenyang, dalian])
    (['沈阳市'], ())
    """
    counted = Counter(name.entities for name in places).most_common(2)
    if not counted or counted[0][1] < _OFTEN:
        return ()
    (most, times), *others = counted
    dominates = not others or times > 2 * others[0][1]
    if not dominates and others[0][1] == times and others[0][0] == places[0].entities:
        most = others[0][0]
    return most if len(most) == 1 and (dominates or most == places[0].entities) else ()


_OWN = re.compile(f"(?:{any_of('self_references.txt')}|(?P<kind>[省市])(?:委|政府|第[{COUNTING}]+次党代会))")


def spoken_of_alone(text: str, places: Sequence[Name]) -> tuple[Entity, ...]:
    """Return the province or city that alone a text names, where it speaks as of its own: «要对照省第十次党代会确定的任务，建设A».

    Arguments: text, folded; places named in it. Empty where it names several, or nothing of its own.

    >>> place = [Name(14, 16, "place", (Entity("Province", "浙江省"),))]
    >>> [one.key for one in spoken_of_alone("按照省第十次党代会的部署，建设浙江。", place)], spoken_of_alone("按照部署，建设浙江。", place)
    (['浙江省'], ())
    """
    named = {entity for name in places for entity in name.entities}
    only = next(iter(named), None)
    if len(named) != 1 or only is None or only.kind not in {"Province", "City"}:
        return ()
    own = any(only.key.endswith(match["kind"] or match.group()[-1]) for match in _OWN.finditer(text))
    return (only,) if own else ()


def home_of_plan(sections: Sequence[Section], names: Names) -> tuple[Entity, ...]:
    """Return the place that a text with numbered sections calls its own (全省); empty where it has few or calls none so.

    Arguments: sections; names of the text.

    >>> own = Names([Name(0, 2, "self", (Entity("Province", "辽宁省"),))])
    >>> whole = Section(0, None, "", "", 0, 9, 0, 0)
    >>> [one.key for one in home_of_plan([whole] * 4, own)], home_of_plan([whole], own)
    (['辽宁省'], ())
    """
    own = names.within(0, sections[0].end, "self") if len(sections) > _PLAN_SECTIONS else []
    return own[0].entities if own else ()
