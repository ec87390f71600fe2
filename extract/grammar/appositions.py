"""Appositions: a noun beside a place's name that says what the place is.

Pattern: «A（甲、乙）», «甲（A）、乙（B）», «甲国家A», «A甲», «“A”甲», «甲这一A», «A——甲», «“一副”即甲A».
Whether the noun is a role is decided by a table of weights.

Accepted: «国家历史文化名城沈阳», «世界小商品之都（义乌）», «向海开放的重要门户——北海».
Refused: «沈阳国家大学科技园», a region by name; «重点任务——沈阳», whose noun names no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.clauses import PlaceList, listed_places
from extract.grammar.role_heads import head_of
from extract.grammar.unexpanded_phrases import counted_by
from extract.names.name import Names
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_IN_BRACKETS = re.compile(r"(?P<object>[JN][JNIHYAFtu]{0,7}[NH])（(?P<places>P(?:[、h]P)*)）(?![PNHIEYJ])")
"""«世界小商品之都（义乌）», «国家级试点城市（成都、绵阳）»."""
_APPOSED = re.compile(r"P(?P<object>[JN][JNIHYA]{0,6}H)(?![NHY]*[HP])")
_MEANT = re.compile(r"”V(?P<places>P)(?P<object>J?[NJI]{0,3}H)$")
"""«“一副”即洛阳副中心»."""
_EPITHET = re.compile(r"(?<![NJIHYFAt“imQ])(?P<object>[NJY][NJIYFAt]{0,5}[NH])(?P<place>P)(?![NHJYPEt])")
"""«革命圣地延安», «国家历史文化名城沈阳»."""
_QUOTED_EPITHET = re.compile(r"“(?P<object>[NJIHYAmDF]{1,6})”(?P<place>P)(?![NHJYPEt])")
"""«“柑橘之乡”黄岩»."""
_EACH_ITS_OWN = re.compile(r"P（[PNJIHYAVFD]{2,8}[NH]）(?:[、h，]P（[PNJIHYAVFD]{2,8}[NH]）)+")
_ITS_OWN = re.compile(r"(?P<place>P)（(?P<object>[^（）]+)）")
"""«绵阳（科技转化前沿）、宜宾（动力电池之都）»: each of several places with its role in brackets."""
_THIS = re.compile(r"P(?P<this>[rmqQ]{1,3})(?P<object>[JNIHYAVt“”]{0,10}[NH]”?)(?![NHt])")
"""«珠三角这一核心区», «雄安这座未来之城»."""
_COUNTED = re.compile(r"(?P<places>P(?:[、h]P)+)(?P<size>Q)(?P<object>(?=[^，。]{2})[JNIYHV]{0,6}H)(?![NHEK])")
"""«洛阳、南阳两个副中心城市», of which something may be said: 两个副中心城市的作用."""
_DASHED = re.compile(
    r"[AUXL]*(?:[VG](?=[^t]+——))?(?P<object>[^，；：。BLG—]{1,14}[HN])(?P<mark>——)(?P<places>P(?:[、h]P)*)(?=[AUBVLX]|$)"
)
"""«东北亚的重要门户——大连，…»."""
_WHO = "者"
"""«甲区新时代城市【建设者】之家»."""
_FIRST_OF_ALL = "首"
"""What opens so is one of several, built in a place: 首个国家区域医疗中心."""


class Apposition(NamedTuple):
    """A passage beside a place's name, by tokens: one that marks it, its first and the one behind its last, and the places."""

    mark: int
    first: int
    last: int
    places: PlaceList


def appositions(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[Apposition]:
    """Yield the appositions of a clause: those before a place's name, then those behind one.

    Arguments: tokens; names; first token of the clause and the one behind its last.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def found(text):
    ...     row = prepare(Document("a", text))
    ...     every = appositions(row.tokens, row.names, 0, len(row.tokens.letters) - 1)
    ...     return [(row.tokens.written(one.first, one.last), one.places.names[0].entities[0].key) for one in every]
    >>> found("走进国家历史文化名城沈阳。"), found("向海开放的重要门户——北海。")
    ([('国家历史文化名城', '沈阳市')], [('向海开放的重要门户', '北海市')])
    >>> found("沈阳这一核心区率先发展。"), found("“一副”即洛阳副中心。")
    ([('核心区', '沈阳市')], [('副中心', '洛阳市')])
    >>> found("重点任务——沈阳，沈阳国家大学科技园。")
    []
    """
    yield from _before_names(tokens, names, first, last)
    yield from _behind_names(tokens, names, first, last)


def _before_names(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[Apposition]:
    for match in tokens.find(_IN_BRACKETS, first, last):
        places = listed_places(tokens, names, match.start("places"), match.end("places"))
        if places is not None and places.behind >= match.end("places"):
            yield Apposition(match.start("places"), *match.span("object"), places)
    for match in (*tokens.find(_EPITHET, first, last), *tokens.find(_QUOTED_EPITHET, first, last)):
        places = listed_places(tokens, names, match.start("place"), match.end())
        called = tokens.written(*match.span("object")).endswith(names_of("heads_of_epithets.txt"))
        if places is not None and called and _are_administrative(places):
            yield Apposition(match.start("object"), *match.span("object"), places)
    dashed = _DASHED.match(tokens.letters, first, last)
    if dashed is not None and (places := listed_places(tokens, names, dashed.start("places"), last)) is not None:
        yield Apposition(dashed.start("mark"), *dashed.span("object"), places)


def _behind_names(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[Apposition]:
    for match in tokens.find(_APPOSED, first, last):
        places = listed_places(tokens, names, match.start(), match.start("object"))
        becomes = match.start() > first and has_class(tokens.word(match.start() - 1), "firmly_becoming")
        if places is not None and places.names[0].sort == "self" and tokens.letters[match.start() - 1] == "B":
            continue  # 支持某城打造【全省】重要基地
        if tokens.letters.startswith("P：", max(match.start() - 2, 0)):
            continue  # 建德市：【杭州】西部先进制造业基地
        opens = match.start("object")
        # 综合性国家科学中心, whose reach stands behind another word
        described = tokens.letters[opens] == "J" and not tokens.word(opens).startswith(_FIRST_OF_ALL)
        scoped = any(has_class(tokens.word(at), "scoping") for at in range(opens, opens + 1 + described))
        goes_on = match.end() < len(tokens.letters) and tokens.word(match.end()).endswith(_WHO)
        if places is not None and scoped and not becomes and not goes_on and _are_administrative(places):
            end = match.end("object")
            end -= tokens.letters[end - 2] == "H" and has_class(
                tokens.word(end - 1), "standing_for"
            )  # 中心城市【龙头】带动
            yield Apposition(match.start(), opens, end, places)
    meant = _MEANT.search(tokens.letters[first:last])
    if meant is not None and (places := listed_places(tokens, names, first + meant.start("places"), last)) is not None:
        yield Apposition(first + meant.start("places"), first + meant.start("object"), last, places)
    for match in tokens.find(_COUNTED, first, last):
        places = listed_places(tokens, names, match.start("places"), match.end("places"))
        agrees = places is not None and counted_by(tokens.word(match.start("size"))) == len(places.names)
        if places is not None and agrees and head_of(tokens.written(*match.span("object"))) == "word":
            yield Apposition(match.start("size"), *match.span("object"), places)
    for every in tokens.find(_EACH_ITS_OWN, first, last):
        for match in tokens.find(_ITS_OWN, *every.span()):
            places = listed_places(tokens, names, match.start("place"), match.start("object") - 1)
            if places is not None and head_of(tokens.written(*match.span("object"))) == "word":
                yield Apposition(match.start("place"), *match.span("object"), places)
    for match in tokens.find(_THIS, first, last):
        places = listed_places(tokens, names, match.start(), match.start("this"))
        if places is not None and tokens.word(match.start("this"))[0] == "这":
            yield Apposition(match.start(), *match.span("object"), places)


def _are_administrative(places: PlaceList) -> bool:
    return all(name.entities[0].kind != "Region" for name in places.names)
