"""Administrative places and regions of the lexicon in a text, each resolved by what stands round it or left unresolved.

A name of several places is decided by the name of an ancestor right before it, by the ancestors that the document
names, then by the document's own province. What remains undecided is reported, never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.gazetteer import Place, gazetteer
from extract.names.listed_between import listed_between
from extract.names.name import Name, free_of
from extract.names.place_matches import lexicon_matches, lexicon_regions
from extract.names.resolving import Candidate, Resolver, places_of
from extract.values import Entity, Unresolved
from extract.wordlists import alternation, names_of, word_classes

_JOINT = re.compile(r"[、和与及—·\s]")
_KNOWN_FOR = re.compile(r"[\u4e00-\u9fff]{1,6}、")
_AMONG_OTHERS = re.compile(
    rf"[^，。；：\n]{{3,30}}等[^，。；：、\n]{{0,6}}(?:{alternation(word_classes()['industry_closings'])})"
)
"""A list of what places are known for closes with its kind."""
_IN_TITLE = 5
"""So much does a place in a title count."""
_SURE = 4
"""Mentions of a province from which on it may be a text's own among many others."""


@dataclass(frozen=True, slots=True)
class Home:
    """The place that a text is about, as far as the text shows: a province, and a city or county in it."""

    province: Place | None = None
    city: Place | None = None


def _occurrences(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[list[Candidate], list[Name]]:
    """Names of the gazetteer with all their bearers, and regions of the lexicon."""
    by_name, regions = gazetteer().by_name, lexicon_regions()
    candidates, found = [], []
    for start, end, word in lexicon_matches(text):
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


def find_home(text: str, titles: Iterable[str], declared: str = "") -> Home:
    """Return the place that a text is about.

    Arguments: text, folded; titles, of the document itself and of documents it names, which count most; declared, the
    province's name from a side file, which decides.

    >>> find_home("沈阳、大连率先发展。", []).province.official_name
    '辽宁省'
    """
    votes: Counter[str] = Counter()
    cities: Counter[str] = Counter()
    for passage, weight in [(text, 1), *((title, _IN_TITLE) for title in titles)]:
        for _, _, word in lexicon_matches(passage):
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
    return Home(province, _own_city(inside))


def _own_city(votes: Mapping[str, int]) -> Place | None:
    """The city or county that most mentions are of; a city's counties speak for it where a title names it, or the text does often.

    Arguments: votes, how often a text names each of a province's cities and counties, by their codes.
    """
    total, spoken_for = sum(votes.values()), Counter(votes)
    for code, count in votes.items():
        above = gazetteer().parent(gazetteer().by_code[code])
        if above is not None and above.code in votes:
            spoken_for[above.code] += count
    for counts in (votes, spoken_for):
        best = min(counts, key=lambda code: (-counts[code], code), default=None)
        if best is not None and counts[best] * 2 > total and (counts is votes or votes[best] >= _IN_TITLE):
            return gazetteer().by_code[best]
    return None


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
    resolver = Resolver(text, candidates, home.province, home.city)
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
