"""Zones that a text makes known by what stands beside their name: places in brackets, «以甲、乙为主体», sibling headings.

Pattern: «沿江制造带（甲、乙）», «西部转型区，以甲、乙为主体，…», «（一）沣东新城。… （二）空港新城。…».

Accepted: a noun phrase of Chinese characters alone that ends as zones do.
Refused: «支持重点区（甲、乙）», which opens with a verb; a single heading «（二）产业园区。», which may be any.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.item_marks import ITEM_MARK
from extract.names.name import JOINTS, Name, Names
from extract.names.region_page import is_nominal
from extract.names.region_uses import region_uses
from extract.names.region_words import head_of, is_general_name
from extract.wordlists import alternation, any_of, names_of, word_classes
from extract.words import tagged

_LABEL = r"[\u4e00-\u9fff]{4,14}"
_EDGE = r"(?:^|(?<=[。；：、，\n|]))[ —]*"
_BRACKETED = re.compile(rf"{_EDGE}(?P<label>{_LABEL})（(?P<held>[^（）\n]{{2,120}})）", re.MULTILINE)
_LAID_OUT = re.compile(
    rf"{_EDGE}(?P<label>{_LABEL})[，：]?以(?P<held>[^，。；\n]{{2,60}}?)等?为{any_of('parts_in_a_layout.txt')}",
    re.MULTILINE,
)
_MADE_UP = re.compile(rf"{any_of('verbs_of_making_up.txt')}的“(?P<label>{_LABEL})”")
"""«甲、乙组成的“某产业带”»."""
_CHOOSING = re.compile(
    rf"(?:^|(?<=[。；：，、\n）]))[ ]*(?P<label>[\u4e00-\u9fff]{{4,16}}?)(?:{alternation(word_classes()['choosing'])})(?![地区]区|区域|的)",
    re.MULTILINE,
)
"""«新材料产业园布局压延材、粉体材料»."""
_EVERY = names_of("not_one_zone.txt")
_HEADED = re.compile(rf"^[ ]*{ITEM_MARK}[ ]*(?P<label>{_LABEL})[。：]", re.MULTILINE)
_PARTED = JOINTS | {"；", "，"}
_SHORTEST = 4
_SIBLINGS, _ENDING = 2, 2
_NEVER_FIRST = ("v", "p", "d", "c", "u", "r", "m", "q")
"""Tags of words that open no noun phrase."""


def find_zones_beside_places(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> tuple[Name, ...]:
    """Return every use of the zones in a folded text that what stands beside them shows.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found so far.

    >>> from extract.names.places import find_home, find_places
    >>> def labels(text):
    ...     places = find_places(text, [], find_home(text, []))[0]
    ...     return sorted({name.entities[0].key for name in find_zones_beside_places(text, [], places)})
    >>> labels("江苏省：沿江临港制造带（张家港、常熟），支持重点区（吴江、相城）。")
    ['沿江临港制造带']
    >>> labels("临沂市：西部资源转型区，以费县、平邑县为主体，发展木业。")
    ['西部资源转型区']
    >>> labels("（一）沣东新城。发展会展。\\n（二）空港新城。发展物流。"), labels("（一）产业园区。发展会展。")
    (['沣东新城', '空港新城'], [])
    """
    known = Names(places)
    named = {text[name.start : name.end] for name in places}
    made_up = (match for match in _MADE_UP.finditer(text) if _is_zone(text, *match.span("label")))
    labels = {*_of_lists(text, known), *_of_headings(text), *_that_choose(text), *(match["label"] for match in made_up)}
    return region_uses(text, labels - named, blocked, places)


def _of_lists(text: str, known: Names) -> Iterator[str]:
    for match in (*_BRACKETED.finditer(text), *_LAID_OUT.finditer(text)):
        label = _without_verb(match["label"])
        low = match.end("label") - len(label)
        if (
            len(label) < _SHORTEST
            or not _is_zone(text, low, match.end("label"))
            or known.within(low, match.end("label"), "place")
        ):
            continue
        start, end = match.span("held")
        inside = known.within(start, end, "place")
        edges = [start, *(name.end for name in inside)]
        begins = [*(name.start for name in inside), end]
        between = [text[low:high].strip() for low, high in zip(edges, begins, strict=True)]
        listed = len(inside) > 1 and not between[0] and not between[-1]
        if listed and all(one in _PARTED for one in between[1:-1]):
            yield label


def _without_verb(label: str) -> str:
    """A label without the verb that the passage before a bracket opens with: 依托|瑞兴于经济振兴试验区."""
    verb = next((one for one in names_of("verbs_before_bracketed_zones.txt") if label.startswith(one)), "")
    return label.removeprefix(verb)


def _that_choose(text: str) -> Iterator[str]:
    """Zones that choose what they develop: «新材料产业园重点布局压延材»."""
    found: dict[str, None] = {}
    for match in _CHOOSING.finditer(text):
        label = match["label"]
        nominal = all(is_nominal(word) or len(word.text) == 1 for word in tagged(label))
        named = nominal and not label.startswith(_EVERY)
        if named and head_of(label) and _is_zone(text, *match.span("label")):
            found.setdefault(label)
    proper = {label[-_ENDING:] for label in found if not is_general_name(label)}
    yield from (label for label in found if label[-_ENDING:] in proper)  # 空港新城 beside 沣东新城


def _of_headings(text: str) -> Iterator[str]:
    """Headings of one kind that all name a zone: (一)沣东新城。… (二)空港新城。…"""
    siblings: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for match in _HEADED.finditer(text):
        if head_of(match["label"]) and _is_zone(text, *match.span("label")):
            siblings[match["label"][-_ENDING:]].setdefault(match["label"])
    for labels in siblings.values():
        if len(labels) >= _SIBLINGS and not all(is_general_name(label) for label in labels):
            yield from labels


def _is_zone(text: str, start: int, end: int) -> bool:
    """Whether a passage is a noun phrase that ends as zones do."""
    label = text[start:end]
    if not label.endswith((*names_of("zone_tails.txt"), *names_of("region_heads.txt"), *names_of("stretches.txt"))):
        return False
    first = tagged(label)[0]
    opens = is_nominal(first) or len(first.text) == 1
    return opens and not first.tag.startswith(_NEVER_FIRST) and label not in names_of("self_references.txt")
