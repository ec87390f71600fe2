"""Regions that a text makes known by saying which places they hold: «某某枢纽包括上海…、江苏…»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.grammar.unexpanded_phrases import number_of
from extract.names.name import Name, Names
from extract.names.region_page import is_proper, page_of
from extract.names.region_uses import region_uses
from extract.numerals import SEVERAL
from extract.spans import cut, stripped
from extract.wordlists import any_of, names_of

_REGION = r"(?:^|[。；，\n]|即|指)\x20*(?P<region>[\u4e00-\u9fffA-Za-z0-9—]{4,16}?)"
_HOLDS = (
    rf"(?:规划)?(?:范围|区域)?(?:主要)?(?:(?:。|(?<=[区带圈群])，)?{any_of('holding.txt')}"
    rf"|(?P<of>[，。]?由(?=[^。]{{4,80}}{any_of('verbs_of_making_up.txt')})))"
)
_DEFINITION = re.compile(_REGION + _HOLDS, re.MULTILINE)
_SHORTEST, _LONGEST = 4, 20
STRETCHES = names_of("stretches.txt")
"""Further last words of stretches of land, where a phrase counts them: “三走廊”."""
_NO_REGION = re.compile(
    rf"{any_of('not_a_region_at_its_end.txt')}$|^{any_of('not_a_region_at_its_start.txt')}"
    r"|\d|[将已可能]|举办|召开|实现|提供"
)


def find_defined_regions(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> tuple[Name, ...]:
    """Return every use of the names that a folded text defines by a list of at least three places.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found so far.

    >>> from extract.names.places import find_home, find_places
    >>> def labels(text):
    ...     places = find_places(text, [], find_home(text, []))[0]
    ...     return [name.entities[0].key for name in find_defined_regions(text, [], places)]
    >>> labels("某某开放枢纽包括上海市、苏州市、嘉兴市。")
    ['某某开放枢纽']
    >>> labels("参会代表包括上海市、苏州市、嘉兴市的企业。")
    []
    """
    known = Names(places)
    labels = set()
    for match in _DEFINITION.finditer(text):
        stop = text.find("。", match.end())
        inside = known.within(match.end(), len(text) if stop < 0 else stop, "place")
        listed = len(inside) >= (2 if match["of"] else 3) and inside[0].start - match.end() <= 2
        if listed and not _says_more(known, *match.span("region")) and not _NO_REGION.search(match["region"]):
            labels.add(match["region"])
    return region_uses(text, labels, blocked, places)


def _says_more(known: Names, start: int, end: int) -> bool:
    """Whether a passage says something of a place, and names no region: 甲新区地处乙省."""
    named = known.within(start, end, "place")
    opens = bool(named) and named[0].start == start and named[0].entities[0].kind == "Region"
    return opens or (bool(named) and named[-1].end == end)


_FEWEST = 2
_PHRASE = re.compile(
    rf"(?:“[^“”\n]{{2,12}}”|[{SEVERAL}]大[\u4e00-\u9fff]{{2,6}}，?)(?:{any_of('defining_words.txt')}|即|为(?!一体)|是)：?(?P<listed>[^。；，\n]{{4,120}})"
)
_LABEL = re.compile(
    rf"^[ 【“]*(?P<count>[多两二三四五六七八九十])(?:条|个|大)?(?P<noun>{any_of('counted_stretches.txt')})[】” ]*(?:：|——)"
    r"(?P<listed>[^。；，\n]{4,160})",
    re.MULTILINE,
)
"""A line of a layout: «四区：晋北山地旅游区、…»."""


def find_phrase_regions(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> tuple[Name, ...]:
    """Return every use of the stretches of land that a folded text lists behind a numbered phrase.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found so far, which need no list.

    >>> text = "“三走廊”包括：甲先进制造走廊、乙临空产业走廊、丙科创走廊。甲先进制造走廊串联三市。"
    >>> [text[name.start : name.end] for name in find_phrase_regions(text, [], [])]
    ['甲先进制造走廊', '乙临空产业走廊', '丙科创走廊', '甲先进制造走廊']
    >>> text = "两区：晋北山地旅游区、乌江生态区。\\n两区：综合改革示范区、经济先行区。"
    >>> [text[name.start : name.end] for name in find_phrase_regions(text, [], [])]
    ['晋北山地旅游区', '乌江生态区']
    """
    ends = (*STRETCHES, *names_of("region_heads.txt"))
    labels = set()
    for match in _PHRASE.finditer(text):
        labels |= {
            text[start:end] for start, end in _parts(text, *match.span("listed")) if text[start:end].endswith(ends)
        }
    labels |= {text[start:end] for match in _LABEL.finditer(text) for start, end in _labelled(text, match, places)}
    labels = {label for label in labels if _SHORTEST <= len(label) <= _LONGEST}
    known = {text[name.start : name.end] for name in places}
    uses = region_uses(text, labels - known, blocked, places)
    return tuple(sorted(uses, key=lambda name: (name.start, name.end)))


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [stripped(text, *span) for wide in cut(text, start, end, "、") for span in cut(text, *wide, "和")]


def _labelled(text: str, match: re.Match[str], places: Sequence[Name]) -> list[tuple[int, int]]:
    """The stretches of land that a line of a layout lists: as many as it counts, most of them named after a place or a river."""
    parts = _parts(text, *match.span("listed"))
    declared = number_of(match["count"])
    whole = all(text.endswith((match["noun"], *STRETCHES), *part) for part in parts)
    if len(parts) < _FEWEST or (declared and declared != len(parts)) or not whole:
        return []
    page = page_of(text, places)
    opening = {*page.proper.values(), *(word.start for word in page.words.values() if is_proper(word))}
    return parts if sum(start in opening for start, _ in parts) * 2 > len(parts) else []
