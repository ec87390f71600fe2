"""The words of a text as the reader of regions' names sees them: which may stand inside a name, which make it proper."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.gazetteer import gazetteer
from extract.grammar.pair_names import spelled
from extract.names.name import Name
from extract.names.region_words import GENERIC, rivers
from extract.numerals import COUNTING
from extract.wordlists import names_of, table
from extract.words import Word, is_known, tagged

_CHAIN = range(6, 1, -1)
"""So many cities' characters make a chain: 沈大, 哈大齐绥."""
_ALL = 2
"""Of a chain of so many characters each must be a city's, of a longer one all but one."""
_GENERAL = range(5, 1, -1)
_TAKEN_APART = range(2, 4)
"""So many characters of a name are looked for that the cutter took apart: 净月."""
_REACH = 16
_WAYS = "东西南北中"
_FUNCTION_WORDS = ("c", "p", "u", "r", "x", "y", "q")
_PARTICLES = (*_FUNCTION_WORDS, "m")
_NO_PIECES = (*_FUNCTION_WORDS, "f", "v", "d")
"""Tags of single characters that are words in their sentence, and no piece of a name."""
_NOMINAL = ("n", "b", "j", "f", "s", "l", "a", "vn", "eng")
_PROPER = ("ns", "nr", "nz", "j")
_LONGEST_WORD = 6
_JOINING = frozenset("和与及")
_GOVERNING = frozenset("把将对向在以")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MOUTH = "口"
"""黄河口国家公园."""


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """A province's abbreviation with points of the compass: 辽西, 辽中南, 闽西南."""
    short = "".join(
        sorted({char for place in gazetteer().places for char in place.abbreviation if not place.parent_code})
    )
    return re.compile(rf"[{short}][{_WAYS}]{{1,2}}(?![{_WAYS}])(?!方|站|路|门|侧)")


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """Verbs of policy that also stand as nouns, and then end what stands before them, unless a name is made of them."""
    verbs = table("commitments.tsv", "verb", "commitment")
    return frozenset(verb for verb in verbs if verb not in names_of("region_modifiers.txt"))


@dataclass(frozen=True, slots=True)
class Page:
    """A folded text with its words and with what a region's name may begin with, by the offset at which each ends."""

    text: str
    words: Mapping[int, Word]
    proper: Mapping[int, int]
    """End → start of the places, pairs, parts of provinces and rivers."""
    behind: Mapping[int, int]
    """Start → end of the same, the longest."""
    named: Collection[int]
    """Ends of the places and regions that have a name already."""

    def word_over(self, position: int) -> Word | None:
        """The word that an offset lies within; None where one ends."""
        if position in self.words:
            return None
        ends = range(position + 1, position + _LONGEST_WORD)
        return next((self.words[end] for end in ends if end in self.words), None)

    def general_before(self, position: int) -> Word | None:
        """The general word that ends at an offset, also where the cutter took it apart: 同|城."""
        for length in _GENERAL:
            start = position - length
            if start in self.words and self.text[start:position] in names_of("region_modifiers.txt"):
                return Word(start, position, self.text[start:position], "n")
        return None

    def taken_apart_before(self, position: int) -> Word | None:
        """What ends at an offset and is no word, but single characters right behind a place: 长春|净·月|高新区."""
        for length in _TAKEN_APART:
            start = position - length
            pieces = [self.words.get(end) for end in range(start + 1, position + 1)]
            if start in self.proper and all(piece is not None and _is_piece(piece) for piece in pieces):
                return Word(start, position, self.text[start:position], "nz")
        return None

    def word_before(self, position: int) -> Word | None:
        """The word that ends at an offset if it may stand inside a name; a place is one word."""
        start = self.proper.get(position)
        if start is not None:
            return Word(start, position, self.text[start:position], "ns")
        word = self.words.get(position)
        if word is not None and _opens_with_preposition(word):
            word = Word(word.start + 1, position, word.text[1:], word.tag)
        if word is None or len(word.text) == 1 or not is_nominal(word):
            whole = self.general_before(position) or self.taken_apart_before(position)
            return whole or (word if word is not None and is_nominal(word) else None)
        return word


def page_of(text: str, places: Iterable[Name]) -> Page:
    """The page of a folded text with the names of places found so far.

    >>> page = page_of("京津冀同城商务区", [])
    >>> page.word_before(5).text, page.word_over(1).text
    ('同城', '京津冀')
    """
    named = [(name.start, name.end) for name in places]
    parts = [match.span() for match in _part().finditer(text)]
    natural = [(start, end + text.startswith(_MOUTH, end)) for start, end, _ in rivers().find(text)]
    proper = {end: start for start, end in sorted([*named, *parts, *natural], reverse=True)}
    behind = {start: end for end, start in sorted(proper.items())}
    return Page(text, {word.end: word for word in tagged(text)}, proper, behind, frozenset(end for _, end in named))


def _opens_with_preposition(word: Word) -> bool:
    """Whether the cutter guessed a word over a preposition: 以|准东经济技术开发区."""
    return len(word.text) > 1 and word.text[0] in _GOVERNING and not is_known(word.text)


def _is_piece(word: Word) -> bool:
    """Whether a word may be a piece of a name that the cutter took apart: one character that says nothing of its own."""
    return len(word.text) == 1 and word.text not in COUNTING and not word.tag.startswith(_NO_PIECES)


def is_general(word: Word) -> bool:
    """Whether a word is one of those that many names have."""
    return GENERIC.fullmatch(word.text) is not None


def is_nominal(word: Word) -> bool:
    """Whether a word may stand inside a name: a noun or what modifies one, none that ends what stands before it."""
    if word.text in names_of("not_in_region_names.txt") or word.text in _verbs():
        return False
    if not _JOINING.isdisjoint(word.text) and not is_known(word.text):
        return False  # …发展|带和长|浏潭: what the cutter guesses over the joint of a list
    return word.tag.startswith(_NOMINAL) or _is_place(word) or is_general(word) or is_chained(word)


def is_proper(word: Word) -> bool:
    """Whether a word names something: a name of the dictionary or a guess of the cutter, no general word."""
    lists = ("not_a_region_proper.txt", "not_in_region_names.txt", "region_heads.txt")
    common = is_general(word) or word.text in _verbs() or any(word.text in names_of(words) for words in lists)
    return len(word.text) > 1 and (word.tag.startswith(_PROPER) or _is_place(word)) and not common


def _is_place(word: Word) -> bool:
    """Whether a word is the gazetteer's, which has no tags."""
    return not word.tag and word.text in gazetteer().by_name


def is_chained(word: Word) -> bool:
    """Whether a word may be cities' characters: one character, a name, or a guess of the cutter, no word of the language."""
    if not spelled(word.text):
        return False
    if len(word.text) == 1:
        return not word.tag.startswith(_PARTICLES)
    return is_proper(word) or not is_known(word.text)


def is_city_chain(label: str) -> bool:
    """Whether a label is made of cities' characters, all of them or, of three or more, all but one.

    >>> is_city_chain("襄十随神"), is_city_chain("水厂")
    (True, False)
    """
    return sum(not spelled(char) for char in label) <= (len(label) > _ALL)


def chain_start(page: Page, head: int) -> int | None:
    """Where a chain of cities' characters begins that has only general words between it and a head: 哈大齐绥|新能源|产业带.

    Arguments: page; head, the offset at which the head begins, in code points.

    >>> chain_start(page_of("推进哈大齐绥新能源产业带", []), 9), chain_start(page_of("推进新能源产业带", []), 5)
    (2, None)
    """
    for end in sorted(_general_ends(page.text, head)):
        for length in _CHAIN:
            start = end - length
            label = page.text[max(start, 0) : end]
            named = label in gazetteer().by_name or label in names_of("region_heads.txt")
            opens = start >= 0 and (start in page.words or start == 0) and not named
            opens = opens and spelled(label[0]) and is_city_chain(label)
            if opens and all(_is_guessed(word) for word in _words_over(page, start, end)):
                return start
    return None


def homograph_start(page: Page, head: int, end: int) -> int | None:
    """Where a place begins whose name is a word too, right before a zone of it at the edge of a phrase: 奉新|经济开发区.

    Arguments: page; head and end, the offsets of the zone's head, in code points.

    >>> homograph_start(page_of("、奉新经济开发区", []), 5, 8), homograph_start(page_of("建设奉新经济开发区", []), 6, 9)
    (1, None)
    """
    if not page.text[head:end].endswith(names_of("zones_within_a_place.txt")):
        return None
    for place_end in sorted(_general_ends(page.text, head)):
        for start in (place_end - 2, place_end - 3):
            named = start >= 0 and page.text[start:place_end] in gazetteer().by_name
            if named and not _HAN.match(page.text[start - 1 : start] if start else ""):
                return start
    return None


def _general_ends(text: str, head: int) -> set[int]:
    """Offsets from which on only general words stand before a head."""
    ends, waiting = {head}, [head]
    while waiting:
        position = waiting.pop()
        for length in _GENERAL:
            start = position - length
            near = start >= max(0, head - _REACH) and start not in ends
            if near and text[start:position] in names_of("region_modifiers.txt"):
                ends.add(start)
                waiting.append(start)
    return ends


def _is_guessed(word: Word) -> bool:
    return is_chained(word) or (not is_known(word.text) and len(word.text) > 1)


def _words_over(page: Page, start: int, end: int) -> Iterator[Word]:
    """The words that a span touches, the last first."""
    position = end
    while position > start:
        word = page.words.get(position) or page.word_over(position)
        if word is None:
            return
        yield word
        position = word.start
