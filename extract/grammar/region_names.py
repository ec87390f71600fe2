"""Region names: named areas that are no administrative division, told by their shape.

Pattern: what is proper to the name, then general words, then a head: 沈阳|现代化|都市圈, 哈大齐绥|新能源|产业带, 胡台|新城. Proper are a
place, a part of one (辽西), a river, a chain of cities' characters, and before some heads (新区, 科学城) any proper word. A verb
inside belongs to the name only where the text treats the whole as one name again and again.

Accepted: «辽西融入京津冀协同发展战略先导区», one region; «推动胡台新城建设».
Refused: a bare «示范区» or «开发区»; «推动甲市融入京津冀», where 融入 is the verb; «统筹协调自贸试验区», whose verbs name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from extract.gazetteer import gazetteer
from extract.grammar.marked_region_names import marked_regions
from extract.grammar.pair_names import spelled
from extract.grammar.positionings import VERB
from extract.names.name import Name, free_of
from extract.names.region_words import GENERIC, is_general_name, region_heads, rivers
from extract.values import Entity
from extract.wordlists import names_of, table
from extract.words import Word, is_known, tagged

_LONGEST = 24
_CHAIN = range(2, 7)
"""So many cities' characters make a chain: 沈大, 哈大齐绥."""
_WAYS = "东西南北中"
_ROUND = "环泛"
_WIDER = ("地区", "区域")
_OPEN = re.compile(r"[\u4e00-\u9fff]")
"""What may go on with a name."""
_LONGER_HEAD = "域别号"
_PARTICLES = ("c", "p", "u", "d", "r", "m", "x", "y", "q")
_NOMINAL = ("n", "b", "j", "f", "s", "l", "a", "vn", "eng")
_PROPER = ("ns", "nr", "nz", "j")


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """A province's abbreviation with points of the compass: 辽西, 辽中南, 闽西南."""
    short = "".join(
        sorted({char for place in gazetteer().places for char in place.abbreviation if not place.parent_code})
    )
    return re.compile(rf"[{short}][{_WAYS}]{{1,2}}(?![{_WAYS}])(?!方|站|路|门|侧)")


@dataclass(frozen=True, slots=True)
class _Page:
    """A folded text with its words and with what a region's name may begin with, by the offset at which each ends."""

    text: str
    words: Mapping[int, Word]
    proper: Mapping[int, int]
    """End → start of the places, pairs, parts of provinces and rivers."""
    named: Collection[int]
    """Ends of the places and regions that have a name already."""

    def word_over(self, position: int) -> Word | None:
        """The word that an offset lies within; None where one ends."""
        if position in self.words:
            return None
        return next((self.words[end] for end in range(position + 1, position + 6) if end in self.words), None)


def _page(text: str, places: Iterable[Name]) -> _Page:
    named = [(name.start, name.end) for name in places]
    parts = [match.span() for match in _part().finditer(text)]
    natural = [(start, end) for start, end, _ in rivers().find(text)]
    proper = {end: start for start, end in sorted([*named, *parts, *natural], reverse=True)}
    return _Page(text, {word.end: word for word in tagged(text)}, proper, frozenset(end for _, end in named))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """Verbs of policy that also stand as nouns, and then end what stands before them, unless a name is made of them."""
    verbs = table("commitments.tsv", "verb", "commitment")
    return frozenset(verb for verb in verbs if verb not in names_of("region_modifiers.txt"))


def _is_general(word: Word) -> bool:
    return GENERIC.fullmatch(word.text) is not None


def _is_chain(word: Word) -> bool:
    """Whether a word may be cities' characters: a guess of the cutter or one character, no word of the language."""
    if not spelled(word.text) or word.tag.startswith(_PARTICLES):
        return False
    return len(word.text) == 1 or word.tag.startswith(_PROPER) or not is_known(word.text)


def _is_nominal(word: Word) -> bool:
    """Whether a word may stand inside a name: a noun or what modifies one, none that ends what stands before it."""
    if word.text in names_of("not_in_region_names.txt") or word.text in _verbs():
        return False
    return word.tag.startswith(_NOMINAL) or not word.tag or _is_general(word) or _is_chain(word)


def _is_proper(word: Word) -> bool:
    return (
        len(word.text) > 1
        and (word.tag.startswith(_PROPER) or not word.tag)
        and not _is_general(word)
        and word.text not in names_of("not_a_region_proper.txt")
    )


def _general_before(page: _Page, position: int) -> Word | None:
    """The general word that ends at an offset, also where the cutter took it apart: 同|城."""
    for length in (4, 3, 2):
        start = position - length
        if start in page.words and page.text[start:position] in names_of("region_modifiers.txt"):
            return Word(start, position, page.text[start:position], "n")
    return None


def _first_part(page: _Page, head: int) -> tuple[list[Word], int | None]:
    """What stands before a head within one word of the dictionary with it: 南阳|盆地."""
    over = page.word_over(head)
    if over is None or not over.tag.startswith("ns"):
        return [], None
    part = Word(over.start, head, page.text[over.start : head], "ns")
    return [part], (part.start if part.text in gazetteer().by_name else None)


def _run(page: _Page, low: int, head: int) -> tuple[list[Word], int | None]:
    """The nominal words before a head, the last first, and the leftmost offset among them at which a place begins.

    Another region's head ends them, unless nothing proper stands between the two.
    """
    words, place = _first_part(page, head)
    position = words[-1].start if words else head
    while position > low:
        start = page.proper.get(position)
        word = page.words.get(position) if start is None else Word(start, position, page.text[start:position], "ns")
        if word is None or not _is_nominal(word):
            word = _general_before(page, position)
        if word is None:
            break
        if word.text in names_of("region_heads.txt") and (place is not None or _proper_start(words) is not None):
            break
        place = start if start is not None else place
        words.append(word)
        position = word.start
    return words, place


def _chain_start(page: _Page, words: Sequence[Word], head: int) -> int | None:
    """Where a chain of cities' characters begins that has only general words between it and the head."""
    first = next((place for place, word in enumerate(words) if not _is_general(word)), len(words))
    chained = list(takewhile(_is_chain, words[first:]))
    if not chained:
        return None
    start, end = chained[-1].start, chained[0].end
    label = page.text[start:end]
    return start if len(label) in _CHAIN and label not in gazetteer().by_name else None


def _proper_start(words: Sequence[Word]) -> int | None:
    """Where a proper word begins that has only general words between it and the head."""
    for word in words:
        if _is_proper(word):
            return word.start
        if not _is_general(word):
            return None
    return None


def _start(page: _Page, low: int, head: int, end: int) -> int | None:
    """Where the region's name begins whose head lies at an offset; None where none does."""
    words, place = _run(page, low, head)
    start = _chain_start(page, words, head) if place is None else place
    if start is None and page.text[head:end] in names_of("proper_region_heads.txt"):
        start = _proper_start(words)
    if start is None:
        return None
    linked = page.words.get(start)
    if linked is not None and len(linked.text) > 1 and _is_chain(linked):
        return linked.start
    return start - 1 if start and page.text[start - 1] in _ROUND else start


def _with_verb(page: _Page, low: int, head: int, end: int, start: int | None) -> int | None:
    """Where the name begins whose verb stands inside it, if the text has the whole more than once: 辽西融入…先导区."""
    words, _ = _run(page, low, head)
    left = words[-1].start if words else head
    verb = page.words.get(left)
    if verb is None or verb.text not in names_of("verbs_in_region_names.txt"):
        return start
    first = page.proper.get(verb.start)
    return first if first is not None and page.text.count(page.text[first:end]) > 1 else start


def _ends_word(page: _Page, end: int) -> bool:
    """Whether no word of the language runs over the end of a head: 开发区域 does, what the cutter guesses does not."""
    over = page.word_over(end)
    return over is None or not is_known(over.text)


def _is_role(page: _Page, start: int, word: str) -> bool:
    """Whether what looks like a region's name says what a place is to become: 打造沈阳…示范区."""
    if word not in names_of("role_region_heads.txt"):
        return False
    low = max(page.text.rfind(mark, 0, start) for mark in "，。；：\n") + 1
    return VERB.search(page.text, low, start) is not None


def _spans(page: _Page, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    text = page.text
    for head, end, word in region_heads().find(text):
        if not _ends_word(page, end) or end in page.named or text[end : end + 1] in set(_LONGER_HEAD):
            continue
        low = max(0, head - _LONGEST)
        start = _with_verb(page, low, head, end, _start(page, low, head, end))
        if start is None or head - start < 2 or not free_of(blocked, start, end) or _is_role(page, start, word):
            continue
        if word != "新城" or text[head - 1] not in "省市县区":
            yield start, end


def _surroundings(text: str, places: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """What lies round a place: 环珠三角地区, not 环太湖公路."""
    for name in places:
        wider = next((word for word in _WIDER if text.startswith(word, name.end)), "")
        if name.start and text[name.start - 1] in _ROUND and (wider or not _OPEN.match(text, name.end)):
            yield name.start - 1, name.end + len(wider)


def find_regions(text: str, blocked: Sequence[tuple[int, int]], places: Iterable[Name]) -> tuple[Name, ...]:
    """Return the regions in a folded text that their shape shows.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found by `find_places`. Where one
    region's name is another's with a place before it (上海虹桥商务区, 虹桥商务区), both are the longer one.

    >>> from extract.names.places import find_home, find_places
    >>> def keys(text):
    ...     names = find_regions(text, [], find_places(text, [], find_home(text, []))[0])
    ...     return [name.entities[0].key for name in names]
    >>> keys("建设辽西融入京津冀协同发展战略先导区、辽宁沿海经济带。辽西融入京津冀协同发展战略先导区建设提速。")
    ['辽西融入京津冀协同发展战略先导区', '辽宁沿海经济带', '辽西融入京津冀协同发展战略先导区']
    >>> keys("推动沈阳融入京津冀城市群，在示范区和开发区试点，统筹协调自贸试验区")
    ['京津冀城市群']
    >>> keys("推动胡台新城、哈大齐绥新能源产业带建设")
    ['胡台新城', '哈大齐绥新能源产业带']
    """
    ordered = sorted(places, key=lambda name: name.start)
    spans = {*_spans(_page(text, ordered), blocked), *marked_regions(text, blocked), *_surroundings(text, ordered)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    named = {text[name.start : name.end] for name in ordered}
    labels = {text[start:end] for start, end in kept}
    kept += [span for span in _repeats(text, blocked, labels, named) if free_of(sorted(kept), *span)]
    labels = {text[start:end] for start, end in kept}
    whole = {_short(label, named): label for label in sorted(labels, reverse=True)}
    return tuple(
        Name(start, end, "place", (Entity("Region", _unquoted(whole.get(text[start:end], text[start:end]))),))
        for start, end in sorted(kept)
    )


def _unquoted(label: str) -> str:
    return label.replace("“", "").replace("”", "")


def _short(label: str, places: Collection[str]) -> str:
    """The label without the place that it begins with; empty where that is all or where nothing but a head remains."""
    first = next((label[:end] for end in range(len(label), 0, -1) if label[:end] in places), "")
    rest = label.removeprefix(first) if first else ""
    return "" if len(rest) < 4 or is_general_name(rest) else rest


def _repeats(
    text: str, blocked: Sequence[tuple[int, int]], labels: Iterable[str], places: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Later uses of a region's name without its place: 虹桥商务区 for 上海虹桥商务区."""
    for label in sorted(labels):
        short = _short(label, places)
        if short and short in text.replace(label, ""):
            for match in re.finditer(re.escape(short), text):
                if free_of(blocked, *match.span()) and not text[: match.start()].endswith(label.removesuffix(short)):
                    yield match.span()
