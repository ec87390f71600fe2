"""Administrative places and regions of the lexicon in a text, each resolved by what stands round it or left unresolved.

A name of several places is decided by the name of an ancestor right before it, by the ancestors that the document
names, then by the document's own province. What remains undecided is reported, never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.gazetteer import Place, gazetteer
from extract.names.listed_between import listed_between
from extract.names.name import Name, free_of
from extract.names.resolving import Candidate, Resolver, places_of
from extract.values import Entity, Unresolved
from extract.wordlists import Finder, alternation, canonical_names, names_of, word_classes
from extract.words import boundaries, is_known, stands_whole

_PASSAGE = re.compile(r"[^。\n]+")
"""No name goes on beyond one of these; what begins within a name that was given up is looked for no further."""
_JOINT = re.compile(r"[、和与及—·\s]")
_KNOWN_FOR = re.compile(r"[\u4e00-\u9fff]{1,6}、")
_AMONG_OTHERS = re.compile(
    rf"[^，。；：\n]{{3,30}}等[^，。；：、\n]{{0,6}}(?:{alternation(word_classes()['industry_closings'])})"
)
"""A list of what places are known for closes with its kind."""
_WIDER = ("地区", "区域")
_COMPASS = names_of("points_of_the_compass.txt")
_BEFORE_COMPASS = tuple(
    "向往朝偏市城区县圈带群湾部川粤皖苏浙鲁豫鄂湘桂滇黔陕晋冀辽吉黑闽赣琼蒙甘青宁新藏渝沪京津东西南北"
)
"""A point of the compass behind one of these is a direction or a part of a province: 向西南, 川东北."""
_LONGEST_WORD = 6
_BEFORE_ANY_PLACE = ("中国", "中共", "首都", "武警")


_SURE = 4
"""Mentions of a province from which on it may be a text's own among many others."""


@dataclass(frozen=True, slots=True)
class Home:
    """The place that a text is about, as far as the text shows: a province, and a city or county in it."""

    province: Place | None = None
    city: Place | None = None


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    names = dict(canonical_names("regions.tsv", "name", "other_names"))
    return {**{name + wider: to for name, to in names.items() for wider in _WIDER}, **names}


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder([*gazetteer().by_name, *_regions(), *names_of("look_alikes.txt")])


def _occurrences(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[list[Candidate], list[Name]]:
    """Names of the gazetteer with all their bearers, and regions of the lexicon."""
    by_name, regions = gazetteer().by_name, _regions()
    candidates, found = [], []
    for start, end, word in _matches(text):
        if not free_of(blocked, start, end):
            continue
        if word in regions:
            found.append(Name(start, end, "place", (Entity("Region", regions[word]),)))
        elif word in by_name and not _part_of_another_name(text, end):
            candidates.append(Candidate(start, end, word, by_name[word]))
    return candidates, found


def _part_of_another_name(text: str, end: int) -> bool:
    """Whether what follows makes a place's name another one: 沈阳大学, but not 沈阳大学城."""
    after = names_of("still_a_place_before.txt")
    return text.startswith(names_of("not_a_place_before.txt"), end) and not text.startswith(after, end)


@lru_cache(maxsize=8)
def _matches(text: str) -> tuple[tuple[int, int, str], ...]:
    """Names of the lexicon in a text; a short name that runs into another word is given up for what begins within it.

    Kept for the last few texts, since a text's home and its places are both read from them.
    """
    return tuple(_whole_matches(text))


def _whole_matches(text: str) -> Iterator[tuple[int, int, str]]:
    edges = boundaries(text)
    for passage in _PASSAGE.finditer(text):
        position = passage.start()
        while position < passage.end():
            again = passage.end()
            for start, end, word in _finder().find(text[position : passage.end()]):
                start, end = start + position, end + position
                if _runs_on(text, edges, start, end, word):
                    end, word = end - 1, word[:-1]
                if _is_whole(text, edges, start, end, word):
                    yield start, end, word
                else:
                    again = start + 1
                    break
            position = again


def _runs_on(text: str, edges: frozenset[int], start: int, end: int, word: str) -> bool:
    """Whether a district's last character begins the next word: 西安|区域 holds no 西安区, but 长沙|县委 is that of 长沙县."""
    goes_on = text.startswith(names_of("begun_by_a_district.txt"), end - 1) and {start, end - 1} <= edges
    return goes_on and end not in edges and word[:-1] in gazetteer().by_name


def _is_whole(text: str, edges: frozenset[int], start: int, end: int, word: str) -> bool:
    bearers = gazetteer().by_name.get(word, ())
    if not bearers:
        behind_place = start > 0 and (text[start - 1] in _BEFORE_COMPASS or _follows_a_place(text, start))
        directed = behind_place and word.startswith(_COMPASS) and text[end : end + 1] != "、"
        return not directed and (len(word) > 2 or word not in _regions() or start in edges)
    official = gazetteer().official(word)
    if official and (official[0].entity.kind != "County" or not _cuts_word(text, edges, start)):
        return True
    if not official and _is_feature(text, edges, end) and all(place.entity.kind == "County" for place in bearers):
        return False
    if stands_whole(edges, start, end):
        return True
    return text.startswith(_BEFORE_ANY_PLACE, max(0, start - 2)) or _follows_a_place(text, start)


def _cuts_word(text: str, edges: frozenset[int], start: int) -> bool:
    """Whether a name begins within a word of the language: 顺应|城市 holds no 应城市."""
    if start in edges:
        return False
    low = next((offset for offset in range(start - 1, start - _LONGEST_WORD, -1) if offset in edges), start)
    high = next((offset for offset in range(start + 1, start + _LONGEST_WORD) if offset in edges), start)
    return is_known(text[low:high])


def _is_feature(text: str, edges: frozenset[int], end: int) -> bool:
    """Whether a short name goes on as that of a mountain or a lake: 龙岗山, 丹江口水库."""
    features = names_of("natural_features.txt")
    return any(text.startswith(feature, end) and end + len(feature) in edges for feature in features)


def _follows_a_place(text: str, start: int) -> bool:
    return any(text[start - length : start] in gazetteer().by_name for length in (2, 3, 4) if start >= length)


def find_home(text: str, titles: Iterable[str], declared: str = "") -> Home:
    """Return the place that a text is about.

    Arguments: text, folded; titles, of the document itself and of documents it names, which count most; declared, the
    province's name from a side file, which decides.

    >>> find_home("沈阳、大连率先发展。", []).province.official_name
    '辽宁省'
    """
    votes: Counter[str] = Counter()
    cities: Counter[str] = Counter()
    for passage, weight in [(text, 1), *((title, 5) for title in titles)]:
        for _, _, word in _matches(passage):
            bearers = gazetteer().by_name.get(word, ())
            sure = [place for place in bearers if gazetteer().standing(word, place) == "alone"]
            if sure and (len(bearers) == 1 or sure[0].entity.kind == "Province"):
                votes[gazetteer().province_of(sure[0]).code] += weight
                if sure[0].entity.kind != "Province":
                    cities[sure[0].code] += weight
    chosen = next(iter(gazetteer().by_name.get(declared, ())), None)
    if chosen is None and votes:
        code, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
        rest = max((other for key, other in votes.items() if key != code), default=0)
        leads = count * 2 > votes.total() or count >= max(_SURE, 3 * rest)
        chosen = gazetteer().by_code[code] if leads else None
    if chosen is None:
        return Home()
    province = gazetteer().province_of(chosen)
    inside = {code: n for code, n in cities.items() if gazetteer().province_of(gazetteer().by_code[code]) == province}
    best = min(inside, key=lambda code: (-inside[code], code), default=None)
    city = gazetteer().by_code[best] if best and inside[best] * 2 > sum(inside.values()) else None
    return Home(province, city)


def find_places(
    text: str, blocked: Sequence[tuple[int, int]], home: Home
) -> tuple[tuple[Name, ...], tuple[Unresolved, ...]]:
    """Return the places and lexicon regions in a folded text, and the names that remain undecided.

    Arguments: text, folded; blocked, sorted spans that are not read (titles, page furniture); home, see `find_home`.
    Offsets are code points.

    >>> def keys(text):
    ...     names, open_names = find_places(text, [], find_home(text, []))
    ...     return [name.entities[0].key for name in names], [name.name for name in open_names]
    >>> keys("支持大连、朝阳等市，辽宁省扩大连接。")
    (['大连市', '朝阳市', '辽宁省'], [])
    >>> keys("支持琼海、东方、澄迈发展，推广东方、澄迈的做法。")[0]
    ['琼海市', '东方市', '澄迈县', '澄迈县']
    >>> keys("在鼓楼区开展试点。")
    ([], ['鼓楼区'])
    """
    candidates, found = _occurrences(text, blocked)
    resolver = Resolver(text, candidates, home.province)
    first, _ = _decided(text, candidates, resolver)
    resolver.knowing(place for name in first for place in places_of(name))
    decided, undecided = _decided(text, candidates, resolver)
    known = sorted([*found, *decided], key=lambda name: name.start)
    return tuple(sorted([*known, *listed_between(text, known)], key=lambda name: name.start)), tuple(undecided)


def _decided(text: str, candidates: Sequence[Candidate], resolver: Resolver) -> tuple[list[Name], list[Unresolved]]:
    """The candidates that one place bears here, and those that several may bear."""
    found: list[Name] = []
    undecided: list[Unresolved] = []
    before: Name | None = None
    for position, item in enumerate(candidates):
        following = candidates[position + 1] if position + 1 < len(candidates) else None
        enumerated = (before is not None and _listed(text, before.end, item.start)) or (
            following is not None
            and _listed(text, item.end, following.start)
            and any(gazetteer().standing(following.word, place) == "alone" for place in following.bearers)
        )
        decided = resolver.decide(item, before, enumerated)
        if len(decided) == 1:
            before = Name(item.start, item.end, "place", (decided[0].entity,))
            found.append(before)
        elif decided:
            undecided.append(
                Unresolved(item.word, item.start, item.end, tuple(sorted(place.entity for place in decided)))
            )
    return found, undecided


def _listed(text: str, end: int, start: int) -> bool:
    """Whether a place is listed behind another: 安岳、眉山, or with what each is known for: 安岳【柠檬】、眉山【晚橘】等产业."""
    if start - end == 1:
        return _JOINT.match(text[end]) is not None
    return _KNOWN_FOR.fullmatch(text, end, start) is not None and _AMONG_OTHERS.match(text, start) is not None
