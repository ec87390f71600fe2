"""Clauses of a sentence, each with the places that it speaks of."""

from __future__ import annotations

import re

from extract.clauses.values import Subject, entities_of
from extract.names.name import Name, Names

LEAD = re.compile(
    r"(?:\s|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+[、是要]|\d{1,2}[.、]|——?|其中|同时|此外|另外|而且|并且?|以及|还|据悉|据了解|首府|省会(?:城市)?|"
    r"(?:力争|争取|预计|计划)?(?:到|至)20\d\d年(?:底|末)?|20\d\d年(?:底|末)?(?:前|之前)?|(?:今年|明年)(?:底|末)?|全年|“[^“”]{2,6}”(?:是指|指的是|指|即|是|为)|下一步|未来(?:[一二三四五六七八九十\d]+年)?|"
    r"(?:重点|着力|努力|全力|共同|初步|明确|提出|要求|指出|强调)(?=[把将支推])|如|比如|例如|经过[^，]{1,8}努力)*"
)
_LIST_MARK = re.compile(r"\s*(?:、|和|与|及|以及|，)?\s*")
_AFTER_LIST = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}?(?:岛|滨江地区|滨江|片区|老城|副中心城市|国家中心城市|中心城市|主城区|中心城区|城区|核心区|全域|口岸|沿线|港|口)(?=[^，。]{0,12}?(?:打造|建设|建成|成为|将|要|正|着力|加快|基本)))?(?:等(?:\d+|[一二两三四五六七八九十]+)?个?(?:省市|省份|城市|地区|区域|地市|县市|[地市区县省])*|[两三四五六七八九十](?:市|地|省|县|区|省市)|三省一市|地区|全域|各市|全市|全省)?"
)
_CAUSE = re.compile(
    r"(?:协同|大力|全力|积极|重点|加快|坚定)?(?:支持|推动|鼓励|促进|引导|推进|助力|帮助|指导|带动|把|将|使|让|以|由)$"
)
OFFICE_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:公司|集团|法院|检察院|大学|学院|学校|小学|中学|医院|银行|海关|支队|大队|协会|商会|联合会|研究院|研究所|支行|分行|工厂|专家|"
    r"负责人|(?<!城)(?<!农)[镇乡村](?![\u4e00-\u9fff]?[级域区])|街道|社区|仲裁办|机场|车站|电网|警方|媒体|记者|消防|联办|产业园|工业园|科技园|物流园|数字港|软件园)"
)
"""What makes a place at a clause's head part of another subject's name: 嘉禾县自来水公司."""
PROJECT_BEHIND = re.compile(
    r"[^\W建打推加支发促聚以要将力，、]{2,10}?(?:创新中心|项目|工程|实验室|电站|大桥|高铁|铁路|高速|生态港|综合体)(?=将|预计|建成|计划|总投资|由|是|集|为|全|于|正)"
)
"""What makes a place at a clause's head part of a project's name: 上海湾区东湖国际创新中心将…."""
_PARTNER = re.compile(r"(?:与|同|和|对接|融入|面向|服务|毗邻|联合|携手|对|跟|对标|承接|辐射|距|邻近|赴|向)$")


def place_list(text: str, names: Names, start: int, end: int) -> tuple[tuple[Name, ...], int]:
    """The places that are listed from an offset on, and the offset behind them (等市, 两地 included).

    Arguments: text, folded; names of the text; start and end of the passage, in code points.
    """
    found: list[Name] = []
    position = start
    while True:
        here = _name_at(names, position, end)
        if here is None:
            break
        if found and text[found[-1].end : here.start] == "":
            found.pop()
        found.append(here)
        position = here.end
        mark = _LIST_MARK.match(text, position)
        following = mark.end() if mark else position
        if following == position and _name_at(names, position, end) is None:
            break
        if _name_at(names, following, end) is None or text[position:following].strip() == "，":
            break
        position = following
    after = _AFTER_LIST.match(text, found[-1].end, end) if found else None
    return tuple(found), after.end() if after else start


def _name_at(names: Names, start: int, end: int) -> Name | None:
    """The longest place, pair or place group that begins at an offset."""
    return names.at(start, end, "place", "pair", "self")


def subject_before(text: str, names: Names, low: int, verb: int, adverbs: re.Pattern[str]) -> Subject | None:
    """The places named right before a verb, but for its adverbs: the subject of 打造 in «支持甲市打造A、乙市建设B».

    Arguments: text, folded; names; low, where the clause begins; verb, offset of the verb; adverbs, a pattern for what may
    stand between them.
    """
    for name in reversed(names.within(low, verb, "place", "pair", "self")):
        behind = _AFTER_LIST.match(text, name.end)
        gap = behind.end() if behind and behind.end() <= verb else name.end
        if not adverbs.fullmatch(text, gap, verb):
            continue
        start = _list_start(text, names, low, name)
        if _PARTNER.search(text, max(low, start - 3), start):
            return None
        listed, _ = place_list(text, names, start, verb)
        return Subject(entities_of(listed or (name,)), start, name.end, "Stated")
    return None


def _list_start(text: str, names: Names, low: int, last: Name) -> int:
    """Where the list of places that ends with a name begins."""
    start = last.start
    for name in reversed(names.within(low, last.start, "place", "pair", "self")):
        if name.end > start:
            continue
        if text[name.end : start].strip() in {"", "、", "和", "与", "及", "以及"}:
            start = name.start
        else:
            break
    return start
