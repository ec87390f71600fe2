"""Names of the lexicon in a text, as far as its words show that they stand there whole: what each may mean is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.gazetteer import gazetteer
from extract.names.persons import persons_in
from extract.wordlists import Finder, canonical_names, names_of
from extract.words import boundaries, is_known, stands_whole

_PASSAGE = re.compile(r"[^。\n]+")
"""No name goes on beyond one of these; what begins within a name that was given up is looked for no further."""
_WIDER = ("地区", "区域")
_COMPASS = names_of("points_of_the_compass.txt")
_BEFORE_COMPASS = tuple(
    "向往朝偏市城区县圈带群湾部川粤皖苏浙鲁豫鄂湘桂滇黔陕晋冀辽吉黑闽赣琼蒙甘青宁新藏渝沪京津东西南北"
)
"""A point of the compass behind one of these is a direction or a part of a province: 向西南, 川东北."""
_LONGEST_WORD = 6
_BEFORE_ANY_PLACE = ("中国", "中共", "首都", "武警")


@lru_cache(maxsize=1)
def lexicon_regions() -> dict[str, str]:
    """The regions of the lexicon by every name that they go by, each with the name that it has here."""
    names = dict(canonical_names("regions.tsv", "name", "other_names"))
    return {
        **{name + wider: to for name, to in names.items() for wider in _WIDER if not name.endswith(_WIDER)},
        **names,
    }


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder([*gazetteer().by_name, *lexicon_regions(), *names_of("look_alikes.txt")])


@lru_cache(maxsize=8)
def lexicon_matches(text: str) -> tuple[tuple[int, int, str], ...]:
    """Names of the lexicon in a text; a short name that runs into another word is given up for what begins within it.

    Kept for the last few texts, since a text's home and its places are both read from them. Arguments: text, folded. Returns start,
    end (code points) and word of each.

    >>> [word for _, _, word in lexicon_matches("沈阳市和大连，长江经济带")]
    ['沈阳市', '大连', '长江经济带']
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
        return not directed and (len(word) > 2 or word not in lexicon_regions() or start in edges)
    official = gazetteer().official(word)
    if official and (official[0].entity.kind != "County" or not _cuts_word(text, edges, start)):
        return True
    if not official and (_is_street(text, edges, end) or word in persons_in(text)):
        return False
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


def _is_street(text: str, edges: frozenset[int], end: int) -> bool:
    """Whether a short name goes on as that of a street: 长沙街, not 长沙街道."""
    return any(text.startswith(street, end) and end + len(street) in edges for street in names_of("streets.txt"))


def _follows_a_place(text: str, start: int) -> bool:
    return any(text[start - length : start] in gazetteer().by_name for length in (2, 3, 4) if start >= length)
