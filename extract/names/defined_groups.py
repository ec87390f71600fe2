"""Groups of places that a text names for its own use: «成都、德阳、眉山、资阳4市(以下统称成德眉资)», «“呼包鄂乌”是指甲、乙、丙、丁4市»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.grammar.unexpanded_phrases import number_of, parts_of
from extract.names.name import JOINTS, Name, Names, free_of
from extract.numerals import SEVERAL, SEVERAL_BELOW_TEN
from extract.scanning import before, occurrences, scan
from extract.values import Entity
from extract.wordlists import any_of

_COLLECTED = re.compile(r"(?:统称|合称|简称|并称)(?:为)?\s*“?(?P<label>[\u4e00-\u9fff]{2,8})”?(?=[），。])")
_INTRODUCTION = re.compile(rf"(?:[{SEVERAL}\d]+)?[省市州区县地]?\s*[（，]?\s*(?:以下|下文)?")
_MEANS = re.compile(r"“(?P<label>[\u4e00-\u9fff]{2,8})”\s*(?:是指|指的是|指|，?即|包括)")
_SPELLED_MEANS = re.compile(r"(?:^|(?<=[。，；\n]))(?P<label>[\u4e00-\u9fff]{2,6})(?:是指|指的是|指|即|包括)")


@dataclass(frozen=True, slots=True)
class DefinedGroup:
    """A group's label, its members' names and the passage that defines it."""

    label: str
    members: tuple[Name, ...]
    start: int
    end: int


_SHARE = re.compile(rf"{any_of('shares_of_places.txt')}*{any_of('kinds_of_areas.txt')}?")
_ROUND = "环沿"
_COUNTING = re.compile(rf"(?:[东南西北中]|[{_ROUND}][\u4e00-\u9fff]{{1,3}}?)(?P<number>[{SEVERAL_BELOW_TEN}])[县市区]$")
"""北三县（三河、大厂、香河）, 环太湖五市（…）: a direction or what they lie round, and a number."""
_INSIDE = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,6})（(?=[\u4e00-\u9fff])")


def _spelled(label: str, run: Sequence[Name], text: str) -> bool:
    """Whether a short name is made of one character of each place in turn: 延龙图 of 延吉、龙井、图们."""
    return len(label) == len(run) and all(
        char in text[name.start : name.end] or char in name.entities[0].key
        for char, name in zip(label, run, strict=True)
    )


def _run_from(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The places from the first on that are joined by 、 and 和."""
    run = list(names[:1])
    for name in names[1:]:
        if text[run[-1].end : name.start].strip() not in JOINTS:
            break
        run.append(name)
    return tuple(run)


def _in_parentheses(text: str, places: Names) -> Iterator[DefinedGroup]:
    """«延龙图（延吉、龙井、图们）»: the places behind a name that is spelled with a character of each."""
    for match in scan(before("（", text, 2, 6), _INSIDE, text):
        end = text.find("）", match.end())
        inside = places.within(match.end(), end, "place") if end > 0 else []
        run = _run_from(text, inside) if inside and inside[0].start == match.end() else ()
        label = match["label"][-len(run) :]
        counted = _COUNTING.search(match["label"])
        low = match.start("label")
        if (
            counted
            and counted.group()[0] not in _ROUND
            and any(name.end == low + counted.start("number") for name in places.within(low, match.end(), "place"))
        ):
            continue  # 皖北六市（…）: the six of 皖北
        if counted and number_of(counted["number"]) == len(run):
            label = counted.group()
        elif not _spelled(label, run, text):
            continue
        if len(run) > 1 and run[-1].end == end:
            yield DefinedGroup(label, run, match.end("label") - len(label), end)


def defined_groups(text: str, places: Names) -> Iterator[DefinedGroup]:
    """Yield the groups of places that a folded text defines by a list before or behind the name.

    Arguments: text, folded; places, the names of places in it.

    >>> from extract.names.places import find_home, find_places
    >>> def members(text):
    ...     places = Names(find_places(text, [], find_home(text, []))[0])
    ...     return {g.label: [n.entities[0].key for n in g.members] for g in defined_groups(text, places)}
    >>> members("推进成都、德阳、眉山、资阳4市（以下统称成德眉资）同城化发展")
    {'成德眉资': ['成都市', '德阳市', '眉山市', '资阳市']}
    >>> members("“呼包”是指呼和浩特、包头2市，成都“双核”指标。")
    {'呼包': ['呼和浩特市', '包头市']}
    >>> members("以延龙图（延吉、龙井、图们）为前沿，吉林省")
    {'延龙图': ['延吉市', '龙井市', '图们市']}
    >>> members("推动湘西两市（怀化、张家界）发展")
    {}
    """
    for match in _COLLECTED.finditer(text):
        run = _run_back(text, places.within(max(0, match.start() - 80), match.start(), "place"), match.start())
        if len(run) > 1:
            yield DefinedGroup(match["label"], run, run[0].start, match.end("label"))
    yield from _in_parentheses(text, places)
    means = {*before("指", text, 2, 7), *before("即", text, 2, 6), *before("包括", text, 2, 6)}
    for match in scan(sorted(means), _SPELLED_MEANS, text):
        behind = places.within(match.end(), min(len(text), match.end() + 80), "place")
        run = _run_from(text, behind) if behind and behind[0].start == match.end() else ()
        if len(run) > 1 and _spelled(match["label"], run, text):
            yield DefinedGroup(match["label"], run, match.start("label"), run[-1].end)
    for match in _MEANS.finditer(text):
        behind = places.within(match.end(), min(len(text), match.end() + 80), "place")
        run = _run_from(text, behind) if behind and behind[0].start == match.end() else ()
        if len(run) > 1 and not parts_of(match["label"]):
            yield DefinedGroup(match["label"], run, match.start("label") - 1, run[-1].end)


def _run_back(text: str, names: Sequence[Name], end: int) -> tuple[Name, ...]:
    run: list[Name] = []
    for name in reversed(names):
        between = text[name.end : run[-1].start] if run else ""
        if run and _SHARE.sub("", between, count=1).strip() not in JOINTS:
            break
        if not run and not _INTRODUCTION.fullmatch(text, name.end, end):
            break
        run.append(name)
    return tuple(reversed(run))


def find_defined_groups(text: str, blocked: Sequence[tuple[int, int]], places: Names, scope: str) -> tuple[Name, ...]:
    """Return every use of the groups that a folded text defines; scope is the id of its document."""
    return tuple(
        Name(start, end, "place", (Entity("PlaceGroup", group.label, scope),))
        for group in {group.label: group for group in defined_groups(text, places)}.values()
        for start, end in occurrences(group.label, text)
        if free_of(blocked, start, end)
    )
