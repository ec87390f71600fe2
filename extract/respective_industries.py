"""Industries that a clause deals out to places one to one, by their order.

Pattern: «甲（A、B）、乙（C）», «甲、乙、丙（三个组团）（分别）以A、B、C为主导», «甲A、乙B、丙C错位布局», «甲A、乙B等主导产业…»,
«甲A、乙B成为…», «打造甲A、乙B与C等产业集群», «甲A、乙B等向千亿级迈进», «甲A、B齐头并进».

Accepted: «甲区、乙区分别以伞具、石材为特色», each its own, and of three places or more also without 分别.
Refused: «甲区、乙区以伞具、石材为特色», both of both; «甲区、乙区分别以伞具、石材、拖鞋为特色», whose counts are not equal;
«甲大学、乙大学等», which are no industries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.clauses import Clause
from extract.developed_lists import moves_on
from extract.findings import Claim, Coined, Finding
from extract.industries import describe_industry
from extract.industries.lexicon import ends_in_goods, ends_like_one, known_name, stem
from extract.industries.phrases import holds_industry
from extract.reading import Reading
from extract.spans import cut
from extract.tokens import Tokens, has_class
from extract.values import Entity
from extract.wordlists import alternation, any_of, names_of, word_classes

RULE = "respective_industries"
_OWN = r"[INYJVD]{1,5}(?:h[INYJVD]{1,4})?"
_PAIRS = re.compile(rf"P{_OWN}(?:[、h]P{_OWN}){{1,15}}(?P<behind>e[NJKIQqm]{{0,3}})?")
_LEAD = re.compile(r"[AUXL]*[LBDV](?=P)")
"""«打造甲A、乙B等产业集群»: the verb that opens such a list."""
_PAIR = re.compile(rf"P(?P<of>{_OWN})")
_OF_ONE = re.compile(r"[AUT]*P(?P<of>[INYJVDFA]{1,5}(?:[、h][INYJVDFA]{1,5}){1,8})")
_IN_BRACKETS = re.compile(r"P（(?P<of>[INYJVDFA]{1,5}(?:、[INYJVDFA]{1,5}){0,8})）")
_PART = re.compile(r"[INYJVDFA]+")
_BY = "以"
_TAKEN_FOR = re.compile(
    rf"(?P<listed>[^，。；：以为]{{2,80}})为{any_of('taken_for_industries.txt')}(?![\u4e00-\u9fff]*[^，。；])"
)
_BEFORE_TAKING = re.compile(
    rf"(?:(?:等?[两二三四五六七八九十\d]+个?[\u4e00-\u9fff]{{1,3}}|等地)?(?:{alternation(word_classes()['dealing_out'])})?)$"
)
"""Behind the last place of a list, before what they take for something: 三个组团|分别."""
_FEWEST, _SHORTEST = 2, 2
_SEVERAL = 3
"""So many places and industries are dealt out also where no 分别 says so; of two each has both."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """An industry with the place that it falls to; spans are code points."""

    place: Entity
    industry: Entity
    start: int
    end: int
    """Of the industry's words."""


def _as_industry(written: str) -> Entity:
    return Entity("Industry", known_name(written) or written)


def _sounds_like_one(row: Tokens, first: int, last: int) -> bool:
    """Whether a phrase holds an industry of the lexicon, or ends as they do."""
    ends = ends_like_one(row.word(last - 1)) or ends_in_goods(row.written(first, last))
    return ends or holds_industry(row, first, last)


def _paired(reading: Reading, clause: Clause) -> list[Dealt] | None:
    """«甲A、乙B、丙C错位布局»: each place right before its own."""
    row = reading.tokens
    first, last = row.within(clause.start, clause.end)
    lead = _LEAD.match(row.letters, first, last)
    match = _PAIRS.match(row.letters, first if lead is None else lead.end(), last)
    if match is None:
        return None
    owned = [(one.start(), one.span("of")) for one in row.find(_PAIR, match.start(), match.end())]
    spans = [(place, part.span()) for place, own in owned for part in row.find(_PART, *own)]
    place, (low, high) = spans[-1]
    said = _closing_phrase(row, low, high)
    closed = match["behind"] is not None and any(
        has_class(row.word(at), "industry_closings") or row.word(at).endswith("产业")
        for at in range(*match.span("behind"))
    )
    spans[-1] = place, (low, high if said is None else said)
    sounding = sum(_sounds_like_one(row, *one) for _, one in spans)
    become = row.letters.startswith("B", match.end()) and sounding * 2 > len(spans)
    grow = moves_on(row, match.end()) and sounding * 2 > len(spans)
    if not sounding or (said is None and not closed and not become and not grow):
        return None
    return _dealt(reading, spans)


def _dealt(reading: Reading, spans: list[tuple[int, tuple[int, int]]]) -> list[Dealt] | None:
    """Places, by their tokens, each with the tokens of its industry; None where one is no single place."""
    row = reading.tokens
    found: list[Dealt] = []
    for place, (start, end) in spans:
        name = reading.names.at(row.starts[place], row.ends[place], "place", "self")
        if name is None or len(name.entities) > 1:
            return None
        found.append(
            Dealt(name.entities[0], _as_industry(row.written(start, end)), row.starts[start], row.ends[end - 1])
        )
    return found


def _bracketed(reading: Reading, clause: Clause) -> list[Dealt] | None:
    """«甲区（A、B）、乙区（C）»: places each with its own in brackets."""
    row = reading.tokens
    first, last = row.within(clause.start, clause.end)
    matches = list(row.find(_IN_BRACKETS, first, last)) if row.letters.find("P（", first, last) >= 0 else []
    spans = [(match.start(), part.span()) for match in matches for part in row.find(_PART, *match.span("of"))]
    sounding = sum(_sounds_like_one(row, *span) for _, span in spans)
    return None if len(matches) < _FEWEST or sounding * 2 <= len(spans) else _dealt(reading, spans)


def _closing_phrase(row: Tokens, low: int, high: int) -> int | None:
    """The token at which the phrase begins that closes a passage: 错位布局, 齐头并进; None where there is none."""
    phrases = names_of("behind_paired_industries.txt")
    return next((at for at in range(low + 1, high) if row.written(at, high) in phrases), None)


def _taken(reading: Reading, clause: Clause) -> list[Dealt] | None:
    """«甲、乙分别以A、B为主导»: as many lists as places, dealt out in their order; what is no known place gets nothing."""
    text = reading.text
    at = text.find(_BY, clause.start, clause.end)
    match = _TAKEN_FOR.match(text, at + 1, clause.end) if at > clause.start else None
    if match is None:
        return None
    taking = _lists_of(text, clause.start, _end_of_places(text, clause.start, at))
    listed = _lists_of(text, *match.span("listed"))
    count = max((len(one) for one in taking if len(one) in map(len, listed)), default=0)
    said = any(word in text[clause.start : at] for word in word_classes()["dealing_out"])
    if count < (_FEWEST if said else _SEVERAL):
        return None
    places = [_place(reading, *one) for one in next(one for one in taking if len(one) == count)]
    items = next(one for one in listed if len(one) == count)
    return [
        Dealt(place, _as_industry(text[low:high]), low, high)
        for place, item in zip(places, items, strict=True)
        if place is not None
        for low, high in _parts(text, *item)
    ]


def _lists_of(text: str, start: int, end: int) -> list[list[tuple[int, int]]]:
    """The ways to read a list: its items between 、, and with the last one parted at 和 (永和 is a place)."""
    items = list(cut(text, start, end, "、"))
    parted = list(cut(text, *items[-1], "和"))
    return [items, [*items[:-1], *parted]] if len(parted) == _FEWEST else [items]


def _end_of_places(text: str, start: int, end: int) -> int:
    said = _BEFORE_TAKING.search(text, start, end)
    return said.start() if said is not None else end


def _place(reading: Reading, start: int, end: int) -> Entity | None:
    """The place that an item of a list ends with; None for what is no known one."""
    names = [one for one in reading.names.within(start, end, "place", "pair", "self") if one.end == end]
    return names[0].entities[0] if names and len(names[0].entities) == 1 else None


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The industries of one place: 科技研发|与|会展."""
    parts = [one for mark in "与和" for one in cut(text, start, end, mark) if len(cut(text, start, end, mark)) > 1]
    return parts if parts and all(high - low >= _SHORTEST for low, high in parts) else [(start, end)]


def _all_of_one(reading: Reading, clause: Clause) -> list[Dealt] | None:
    """«甲A、B、C齐头并进»: a place right before all that it has."""
    row = reading.tokens
    first, last = row.within(clause.start, clause.end)
    match = _OF_ONE.fullmatch(row.letters, first, last)
    if match is None:
        return None
    parts = [one.span() for one in row.find(_PART, *match.span("of"))]
    low, high = parts[-1]
    said = _closing_phrase(row, low, high)
    if said is None:
        return None
    spans = [*parts[:-1], (low, said)]
    place = match.start("of") - 1
    name = reading.names.at(row.starts[place], row.ends[place], "place", "self")
    if name is None or len(name.entities) > 1 or not any(_sounds_like_one(row, *one) for one in spans):
        return None
    return [
        Dealt(name.entities[0], _as_industry(row.written(start, end)), row.starts[start], row.ends[end - 1])
        for start, end in spans
    ]


@lru_cache(maxsize=1)
def dealt_industries(reading: Reading) -> Mapping[int, tuple[Dealt, ...]]:
    """What the clauses of a text deal out, by where they begin; kept for the text read last.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def dealt(text):
    ...     found = dealt_industries(prepare(Document("a", text)))
    ...     return [(one.place.key, one.industry.key) for clause in found.values() for one in clause]
    >>> dealt("嘉兴光伏、衢州氟硅材料错位布局。"), dealt("嘉兴、湖州分别以光伏和电池为主导。")
    ([('嘉兴市', '光伏产业'), ('衢州市', '氟硅材料')], [('嘉兴市', '光伏产业'), ('湖州市', '电池')])
    >>> dealt("昆山铜加工、陶瓷齐头并进。")
    [('昆山市', '铜加工产业'), ('昆山市', '陶瓷产业')]
    >>> dealt("嘉兴、湖州以光伏、电池、软件为主导。"), dealt("嘉兴大学、湖州学院等高校。")
    ([], [])
    """
    found: dict[int, tuple[Dealt, ...]] = {}
    for clauses in reading.clauses:
        for clause in clauses:
            ways = (_taken, _paired, _all_of_one, _bracketed)
            dealt = next((told for way in ways if (told := way(reading, clause)) is not None), None)
            if dealt is not None:
                found[clause.start] = tuple(dealt)
    return found


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the industries that clauses deal out to places.

    >>> from extract.pipeline import claims
    >>> claims("嘉兴、湖州分别以光伏、电池为主导。", "concernsIndustry")
    ['嘉兴市 → 光伏产业', '湖州市 → 电池']
    """
    fullest = {stem(one.name.entities[0].key): one.name.entities[0] for one in reading.industries}
    for dealt in dealt_industries(reading).values():
        for one in dealt:
            industry = fullest.get(stem(one.industry.key), one.industry)
            yield Coined(describe_industry(industry, (reading.text[one.start : one.end],)), one.start, one.end)
            yield Claim(one.place, "concernsIndustry", industry, one.start, one.end, "Stated", RULE)
