"""Clauses of a sentence, each with the places that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.names.name import Name, Names
from extract.values import Entity, Grade
from extract.wordlists import alternation, table

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


@dataclass(frozen=True, slots=True)
class Subject:
    """The places that a clause speaks of, where they are named and how that was read."""

    entities: tuple[Entity, ...]
    start: int
    end: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas; `subject` is None where it speaks of nothing that the text names as a place."""

    start: int
    end: int
    sentence: int
    subject: Subject | None
    own: bool
    """Whether the subject stands in this very clause."""
    other: bool = False
    """Whether it has a subject that is no place: «该工程将打造…»."""


@lru_cache(maxsize=1)
def verb_led() -> re.Pattern[str]:
    """Matches a clause that opens with a verb or its adverb and so leaves its subject to an earlier one."""
    verbs = alternation(table("commitments.tsv", "verb", "commitment"))
    return re.compile(
        rf"(?:{verbs}|成为|建成|创建|形成|争创|初步|基本|不断|逐步|率先|共同|努力|奋力|聚力|致力|将|把|以|在|为|从|对|按照|围绕|依托|通过|立足|"
        r"根据|结合|瞄准|锚定|面向|借助|利用|切实|“[^”]{1,12}”(?:建设|打造|推进)|使|让|有序|争当|勇当|做|更|也|再|并|则|均|都|联动|协同|携手|联手|合力|扬|深挖|牢牢|基于|遵循|力|经|实现|保持|达到|突破|超过|增长|年均|总体|总)"
    )


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


def entities_of(found: Sequence[Name]) -> tuple[Entity, ...]:
    """What the names refer to, each once, in order."""
    return tuple(dict.fromkeys(entity for name in found for entity in name.entities))


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


def head_subject(text: str, names: Names, start: int, end: int) -> Subject | None:
    """The places that a clause opens with, behind its connectives and a causative verb (支持, 把).

    >>> shenyang = Name(2, 4, "place", (Entity("City", "沈阳市"),))
    >>> head_subject("支持沈阳率先发展", Names([shenyang]), 0, 8).entities[0].key
    '沈阳市'
    """
    lead = LEAD.match(text, start, end)
    position = lead.end() if lead else start
    found, after = place_list(text, names, position, end)
    if not found:
        verb = _next_name(names, position, end)
        if verb is None or not _CAUSE.fullmatch(text, position, verb):
            return None
        found, after = place_list(text, names, verb, end)
        acts = text[verb - 1] in "把将以由" or verb_led().match(text, after, end) is not None
        if not found or not acts:
            return None
    if (
        OFFICE_BEHIND.match(text, after, end)
        or PROJECT_BEHIND.match(text, after, end)
        or (text.startswith("的", after) and not text.startswith("的部分", after))
    ):
        return None
    return Subject(entities_of(found), found[0].start, found[-1].end, "Stated")


def _next_name(names: Names, start: int, end: int) -> int | None:
    return next((name.start for name in names.within(start, min(end, start + 16), "place", "pair", "self")), None)
