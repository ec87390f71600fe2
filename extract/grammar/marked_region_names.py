"""Region names with marks inside: brackets, dashes, quotation marks.

Pattern: «中国（广西）自由贸易试验区», «西部（重庆）科学城», «成（都）德（阳）临港经济产业带», «兰州—白银都市圈», «“襄十随神”城市群»,
«北向拓展带», «广州（清远）产业转移工业园», «中国—马来西亚钦州产业园区».

Accepted: «西部（重庆）科学城», one region; «“襄十随神”城市群», whose name has no quotation marks.
Refused: «“双核”城市群», which counts and names nothing; «北京（首都）», which has no head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from extract.gazetteer import gazetteer
from extract.grammar.pair_names import spelled
from extract.grammar.unexpanded_phrases import parts_of
from extract.names.name import free_of
from extract.names.province_parts import is_province_part
from extract.names.region_page import is_city_chain, is_nominal
from extract.names.region_words import GENERIC, region_heads, rivers
from extract.scanning import before, offsets, scan
from extract.wordlists import alternation, any_of, names_of, table
from extract.words import Word, tagged, words_within

_FREE_TRADE = re.compile(
    r"中国（[\u4e00-\u9fff]{2,6}）自由贸易试验区"
    rf"(?:(?!{any_of('holding.txt', 'also_holding.txt')}|[由及和与])[\u4e00-\u9fff]{{2,6}}片区)?"
)
_JOINED = re.compile(r"[\u4e00-\u9fff]{2,3}—(?:[\u4e00-\u9fff]{2,3}—)*[\u4e00-\u9fff]{2,3}(?=[\u4e00-\u9fff])")
"""兰州—白银都市圈, 贵阳—贵安—安顺都市圈: places joined by dashes before a region's head."""
_PART = rf"(?:[东西中南北]部|中国|中{any_of('characters_of_partners.txt')}|国家)"
_CLOSED = re.compile(_PART)
"""What has a form of its own with a place in brackets right behind it: 中国（河南）."""
_PART_AND_PLACE = rf"{_PART}（[\u4e00-\u9fff]{{2,6}}）[\u4e00-\u9fff]{{0,10}}?"
_SPELLED_OUT = (
    r"[\u4e00-\u9fff]（[\u4e00-\u9fff]{1,3}）(?:[\u4e00-\u9fff]（[\u4e00-\u9fff]{1,3}）)+[\u4e00-\u9fff]{0,8}?"
)
"""西部（重庆）科学城, 成（都）德（阳）临港经济产业带."""
_DIRECTED = re.compile(rf"[东西南北中]{{1,3}}[向部翼]{any_of('ends_of_directed_stretches.txt')}|东西两翼")
_WAYS = re.compile("[东西南北中]")
_BANK = re.compile(r"[东西南北两]{1,2}岸")
_QUOTED = re.compile(r"“(?P<chain>[\u4e00-\u9fff]{2,6})”")
_PLACE_IN_BRACKETS = re.compile(r"（(?P<place>[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{2,4})?)）")
"""长江（安徽）经济带, 川渝合作（达州·大竹）示范园区."""
_LONGEST_PART = 8
_SHORT_TAGS = frozenset(("a", "j"))
"""Tags of single characters within such nouns: 国家|大|数据, 川|渝|合作."""
_PLACE_LENGTHS = (4, 3, 2)
_SHORT = 2
_BILATERAL = re.compile(
    rf"(?P<first>[\u4e00-\u9fff]{{2,6}})—[\u4e00-\u9fff]{{2,16}}?{any_of('zones_of_two_countries.txt')}"
)
"""中国—马来西亚钦州产业园区, 二连浩特—扎门乌德中蒙跨境经济合作区."""
_COUNTRY = "中国"
_PARTICLES = ("p", "c", "u", "d", "r", "m")
"""Tags of words that stand in no name."""
_CHAINED = re.compile(r"(?P<chain>[\u4e00-\u9fff]{2,5})“(?P<head>[\u4e00-\u9fff]{2,4})”")
"""汉襄宜“金三角”."""
_WITH = ("与", "和")
_REACH = 24
"""So many code points at most lie between a mark and the head."""


@lru_cache(maxsize=1)
def _with_brackets() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PART_AND_PLACE}|{_SPELLED_OUT})(?:{alternation(names_of('region_heads.txt'))})")


def _head_behind(text: str, low: int) -> int | None:
    """The end of a region's head that only general words part from an offset."""
    general = GENERIC.match(text, low, low + _REACH)
    for head, end, _ in region_heads().find(text[low : low + _REACH]):
        if GENERIC.fullmatch(text, low, low + head) is not None:
            return low + end
        if general is None or low + head > general.end():
            return None
    return None


def _end_of_stretch(text: str, low: int) -> int | None:
    """The end of a stretch of land that only nouns part from an offset: “武鄂黄黄咸”|光电子信息产业走廊."""
    words = takewhile(lambda word: is_nominal(word) or word.text in _WITH, words_within(text, low, low + _REACH))
    position = low
    for word in words:
        if word.start != position:
            return None
        position = word.end
        if text[low:position].endswith(names_of("stretches.txt")):
            return position
    return None


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Places joined by dashes before a region's head: 兰州—白银都市圈, 成渝—黔中经济走廊."""
    for match in scan(before("—", text, 2, 3), _JOINED, text):
        low, left = match.start() + match.group().rfind("—") + 1, match.start() + match.group().find("—")
        last = next((n for n in (3, 2) if _is_joined(text[low : low + n])), 0)
        first = next((n for n in (3, 2) if _is_joined(text[left - n : left])), 0)
        end = _head_behind(text, low + last) if first and last else None
        if end is not None and not text[: match.start()].endswith("—"):
            yield left - first, end


def _is_joined(name: str) -> bool:
    """Whether a dash may join a name to others: a place, characters that stand for places (成渝), a part of a province (黔中)."""
    return name in gazetteer().by_name or (len(name) == _SHORT and spelled(name)) or is_province_part(name)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """A chain of cities' characters in quotation marks before a head, or before a head in them: “襄十随神”城市群."""
    for match in _QUOTED.finditer(text):
        chain = is_city_chain(match["chain"]) and not parts_of(match["chain"])
        end = (_head_behind(text, match.end()) or _end_of_stretch(text, match.end())) if chain else None
        if end is not None:
            yield match.start(), end
    for match in scan(before("“", text, 2, 5), _CHAINED, text):
        if match["head"] in names_of("region_heads.txt"):
            word = next(
                (word for word in words_within(text, *match.span("chain")) if word.end == match.end("chain")), None
            )
            if word is not None and spelled(word.text) and len(word.text) > 1:
                yield word.start, match.end()


def _placed(text: str) -> Iterator[tuple[int, int]]:
    """What a place in brackets follows before a head: 长江（安徽）经济带, 广州（清远）产业转移工业园, 国家大数据（河南）综合试验区."""
    by_name = gazetteer().by_name
    words: dict[int, Word] = {}
    for match in _PLACE_IN_BRACKETS.finditer(text):
        words = words or {word.end: word for word in tagged(text)}
        if any(place not in by_name for place in match["place"].split("·")):
            continue
        low = max(0, match.start() - _REACH)
        before_it = rivers().find(text[low : match.start()])
        river = next((low + start for start, end, _ in before_it if low + end == match.start()), None)
        long = next((n for n in _PLACE_LENGTHS if text[max(0, match.start() - n) : match.start()] in by_name), 0)
        first = match.start() - long if river is None and long else river
        first = _nominal_before(words, match.start()) if first is None else first
        end = _head_behind(text, match.end()) if first is not None else None
        if first is not None and end is not None:
            yield first, end


def _nominal_before(words: Mapping[int, Word], end: int) -> int | None:
    """Where the nouns begin that end at an offset; None where there are none, or where they are too many for a name."""
    start = end
    while (word := words.get(start)) is not None and is_nominal(word) and end - word.start <= _LONGEST_PART:
        short = len(word.text) == 1 and (start == end or word.tag not in _SHORT_TAGS)
        if short or (start == end and _CLOSED.fullmatch(word.text) is not None):
            break
        start = word.start
    return start if start < end - 1 else None


def _bilateral(text: str) -> Iterator[tuple[int, int]]:
    """A zone of two countries, or of two towns at their border: 中国—马来西亚钦州产业园区.

    Behind the dash stands who shares it, or a town of the border, and then nothing but nouns.
    """
    verbs = table("commitments.tsv", "verb", "commitment")
    for match in scan(before("—", text, 2, 6), _BILATERAL, text):
        named, dash = match["first"], match.end("first")
        country = named.find(_COUNTRY)
        length = next((n for n in _PLACE_LENGTHS if named[-n:] in gazetteer().by_name), 0)
        at_border = match.group().endswith(names_of("zones_at_a_border.txt"))
        partners = (one for one in names_of("partners_of_china.txt") if text.startswith(one, dash + 1))
        partner = max(partners, key=len, default="") if country >= 0 else ""
        behind = dash + 1 + len(partner)
        inner = (word for word in words_within(text, behind, match.end()) if word.end < match.end())
        named_only = not any(word.tag == "v" or word.text in verbs or word.tag.startswith(_PARTICLES) for word in inner)
        if named_only and (partner or (at_border and (country >= 0 or length))):
            yield match.start() + (country if country >= 0 else len(named) - length), match.end()


def _banks(text: str) -> Iterator[tuple[int, int]]:
    """The banks of a river or a bay: 珠江口西岸."""
    for match in scan(before("岸", text, 1, 2), _BANK, text):
        low = max(0, match.start() - _REACH)
        for start, end, _ in rivers().find(text[low : match.start()]):
            if low + end == match.start():
                yield low + start, match.end()


def marked_regions(text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of the regions in a folded text whose names have marks inside, or that are named by a direction alone.

    Arguments: text, folded; blocked, sorted spans that are not read. Offsets are code points.

    >>> def labels(text):
    ...     return [text[start:end] for start, end in marked_regions(text, [])]
    >>> labels("西部（重庆）科学城、“襄十随神”城市群和兰州—白银都市圈")
    ['西部（重庆）科学城', '兰州—白银都市圈', '“襄十随神”城市群']
    >>> labels("贵阳—贵安—安顺都市圈、成渝—黔中经济走廊")
    ['贵阳—贵安—安顺都市圈', '成渝—黔中经济走廊']
    >>> labels("“双核”城市群、北京（首都）")
    []
    """
    bracketed = scan(before("（", text, 1, 2), _with_brackets(), text)
    directed = scan(offsets(_WAYS, text), _DIRECTED, text)
    plain = (*_FREE_TRADE.finditer(text), *bracketed, *directed)
    for start, end in (
        *(match.span() for match in plain),
        *_joined(text),
        *_quoted(text),
        *_banks(text),
        *_placed(text),
        *_bilateral(text),
    ):
        if free_of(blocked, start, end):
            yield start, end
