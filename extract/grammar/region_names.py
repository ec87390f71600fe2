"""Region names: named areas that are no administrative division.

Pattern: a place, or a part of one (辽西, 沈大), then its modifiers, then 都市圈, 经济带, 先导区, 城市群, 新区, 自贸试验区 …
A verb inside belongs to the name only where the text treats the whole as one name again and again.

Accepted: «辽西融入京津冀协同发展战略先导区», one region; «中国（广西）自由贸易试验区».
Refused: a bare «示范区» or «开发区»; «推动甲市融入京津冀», where 融入 is the verb.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from extract.gazetteer import gazetteer
from extract.grammar.pair_names import spelled
from extract.names.name import Name, Names, free_of
from extract.values import Entity
from extract.wordlists import Finder, alternation, names_of

_LONGEST = 24
_STOP = re.compile(
    r"[^\u4e00-\u9fffA-Za-z0-9]|[的与及和]|共建|建设|推进|推动|支持|加快|打造|构建|促进|鼓励|引导|创建|依托|围绕|聚焦|通过|形成|发挥|"
    r"强化|深化|加强|提升|开展|实施|完善|加大|位于|作为|成为|包括|设立|建立|印发|发布|提出|列入|纳入|入选|获批|带动|辐射|指导|银行|公司|集团|分行|大学|新区|开发区|保税区|自贸区"
)
_VERB_INSIDE = re.compile(
    r"融入|对接|服务|连接|联动|参与|加入|承接|支撑|带动|辐射|衔接|毗邻|举行|召开|举办|发布|印发|出台|抢抓|抓住|用好|首个|[两三四五六七八九]个|要|共建|联合|是|在|为|将|向|对|从|到|等|有|让"
)
GENERIC = re.compile(
    r"(?:现代化?|国家级?|国际|综合|高新|技术|经济|临空|临港|空港|绿色|生态|自由贸易|自主|创新|沿海|协同|一体化|工业|产业|科技|高质量|"
    r"发展|合作|示范|改革|统筹|开发|开放|沿边|边境|战略|保税|城市|区域|新型|先进|海洋|文化|旅游|体育|农业|红色|智慧)*"
)
_WAYS = "东西南北中"
_FREE_TRADE = re.compile(
    r"中国（(?P<place>[\u4e00-\u9fff]{2,6})）自由贸易试验区(?:(?P<part>[\u4e00-\u9fff]{2,6})片区)?"
)
_JOINED = re.compile(r"(?P<first>[\u4e00-\u9fff]{2,3})—(?P<second>[\u4e00-\u9fff]{2,3})(?=[\u4e00-\u9fff])")
"""兰州—白银都市圈: two places joined by a dash before a region's head."""
_PART_AND_PLACE = r"(?:[东西中南北]部|中国|中[新德韩日俄意法]|国家)（[\u4e00-\u9fff]{2,6}）[\u4e00-\u9fff]{0,6}?"
_SPELLED_OUT = (
    r"[\u4e00-\u9fff]（[\u4e00-\u9fff]{1,3}）(?:[\u4e00-\u9fff]（[\u4e00-\u9fff]{1,3}）)+[\u4e00-\u9fff]{0,8}?"
)
"""西部（重庆）科学城, 成（都）德（阳）临港经济产业带."""
_DIRECTED = re.compile(r"[东西南北中]{1,3}(?:向|部|翼)(?:拓展带|发展带|发展轴|经济带|产业带)")


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    return re.compile(alternation(names_of("region_heads.txt")))


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """A province's abbreviation with points of the compass: 辽西, 辽中南, 闽西南."""
    short = "".join(
        sorted({char for place in gazetteer().places for char in place.abbreviation if not place.parent_code})
    )
    return re.compile(rf"[{short}][{_WAYS}]{{1,2}}(?![{_WAYS}])(?!方|站|路|门|侧)")


@lru_cache(maxsize=1)
def _natural() -> Finder:
    return Finder(names_of("geography.txt"))


def _starts(text: str, places: Sequence[Name], low: int, head: int) -> Iterator[int]:
    """Offsets at which a region's name may begin, leftmost first: a place, a part of one, a river, a county before its head."""
    starts = {name.start for name in places if low <= name.start and name.end <= head}
    starts |= {match.start() for match in _part().finditer(text, low, head)}
    starts |= {low + start for start, _, _ in _natural().find(text[low:head])}
    starts |= {head - n for n in (2, 3, 4) if head >= n and text[head - n : head] in gazetteer().by_name}
    return iter(sorted(starts))


def _joined(text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of the regions that two places joined by a dash name."""
    for match in _JOINED.finditer(text):
        second = max(
            (n for n in (2, 3) if text[match.start("second") : match.start("second") + n] in gazetteer().by_name),
            default=0,
        )
        first = next((n for n in (3, 2) if text[match.end("first") - n : match.end("first")] in gazetteer().by_name), 0)
        low = match.start("second") + second
        head = next(
            (m for m in _head().finditer(text, low, low + _LONGEST) if GENERIC.fullmatch(text, low, m.start())), None
        )
        if first and second and head is not None and free_of(blocked, match.end("first") - first, head.end()):
            yield match.end("first") - first, head.end()


def _is_spelled(text: str, low: int, head: int) -> bool:
    """Whether a name is made of the first characters of cities and general words before its head: 宁杭滁生态经济发展带."""
    return any(
        spelled(text[low : low + length])
        and text[low : low + length] not in gazetteer().by_name
        and not GENERIC.fullmatch(text, low, low + length)
        and GENERIC.fullmatch(text, low + length, head)
        for length in (2, 3, 4, 5, 6)
        if low + length <= head
    )


def _candidates(text: str, blocked: Sequence[tuple[int, int]], places: Sequence[Name]) -> Iterator[tuple[int, int]]:
    known = Names(places)
    for match in _head().finditer(text):
        head, end = match.span()
        if not free_of(blocked, head, end) or (text[end : end + 1] and text[end] in "域别号"):
            continue
        low = max(0, head - _LONGEST)
        for stop in _STOP.finditer(text, low, head):
            low = stop.end()
        near = known.within(low, head)
        begins = [low] if _is_spelled(text, low, head) else _starts(text, near, low, head)
        for start in begins:
            if head - start < 2 or (text[head:end] == "新城" and text[head - 1] in "省市县区"):
                continue
            verb = _VERB_INSIDE.search(text, start, head)
            if verb is None or text.count(text[start:end]) > 1:
                yield start, end
                break


@lru_cache(maxsize=1)
def _with_parentheses() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PART_AND_PLACE}|{_SPELLED_OUT})(?:{alternation(names_of('region_heads.txt'))})")


def _free_trade_zones(text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for match in (*_FREE_TRADE.finditer(text), *_with_parentheses().finditer(text)):
        if free_of(blocked, *match.span()):
            yield match.span()


def find_regions(text: str, blocked: Sequence[tuple[int, int]], places: Iterable[Name]) -> tuple[Name, ...]:
    """Return the regions in a folded text that are named by a place and a region's head.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found by `find_places`. Where one
    region's name is another's with a place before it (上海虹桥商务区, 虹桥商务区), both are the longer one.

    >>> from extract.names.places import find_home, find_places
    >>> def keys(text):
    ...     names = find_regions(text, [], find_places(text, [], find_home(text, []))[0])
    ...     return [name.entities[0].key for name in names]
    >>> keys("建设辽西融入京津冀协同发展战略先导区、辽宁沿海经济带。辽西融入京津冀协同发展战略先导区建设提速。")
    ['辽西融入京津冀协同发展战略先导区', '辽宁沿海经济带', '辽西融入京津冀协同发展战略先导区']
    >>> keys("推动沈阳融入京津冀城市群，在示范区和开发区试点")
    ['京津冀城市群']
    """
    ordered = sorted(places, key=lambda name: name.start)
    spans = {*_candidates(text, blocked, ordered), *_free_trade_zones(text, blocked), *_joined(text, blocked)}
    spans |= {match.span() for match in _DIRECTED.finditer(text) if free_of(blocked, *match.span())}
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
        Name(start, end, "place", (Entity("Region", whole.get(text[start:end], text[start:end])),))
        for start, end in sorted(kept)
    )


def _short(label: str, places: Collection[str]) -> str:
    """The label without the place that it begins with; empty where that is all or where nothing but a head remains."""
    first = next((label[:end] for end in range(len(label), 0, -1) if label[:end] in places), "")
    rest = label.removeprefix(first) if first else ""
    return "" if not rest or GENERIC.fullmatch(_head().sub("", rest)) or len(rest) < 4 else rest


def _repeats(
    text: str, blocked: Sequence[tuple[int, int]], labels: Iterable[str], places: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Later uses of a region's name without its place: 虹桥商务区 for 上海虹桥商务区."""
    for label in sorted(labels):
        short = _short(label, places)
        if short and short in text.replace(label, ""):
            for match in re.finditer(re.escape(short), text):
                if (
                    free_of(blocked, *match.span())
                    and text[: match.start()].endswith(label.removesuffix(short)) is False
                ):
                    yield match.span()
