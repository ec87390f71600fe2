"""Regions that a text shows to be one by what it says of them: «某某先行区打造…», «推进某某先行区建设»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.grammar.positionings import ADVERBS, VERB
from extract.grammar.region_names import GENERIC
from extract.names.name import Name, free_of
from extract.values import Entity
from extract.wordlists import alternation, names_of

_FURTHER_HEADS = (
    "示范区",
    "先行区",
    "引领区",
    "先导区",
    "样板区",
    "合作带",
    "协作区",
    "集聚区",
    "功能区",
    "生态区",
    "发展轴",
    "增长极",
    "创新带",
    "走廊",
)
_OPENING = r"(?:^|(?<=[。；，：、\n])) *(?:[一二三四五六七八九]是|其中，?|支持|推动|（[一二三四五六七八九十]+）)?"
_NO_NAME = re.compile(
    r"^(?:该|本|此|这|各|全|我|某|其|建设|打造|支持|推动|推进|加快|促进|围绕|以|在|把|将|为|从|对|与|和|及|国家级?|全国|省级|市级|重点|相关|有关|现有|一批|多个|"
    r"[一二两三四五六七八九十\d]+个?|依托|通过|提升|加强|发挥|实施|聚焦|争取|力争|入选|获批|设立|新|首|申报|申建|创建)|[的了个家]|融合发展示范区$|是|经开区$"
)


_INSIDE = re.compile(
    r"[把将在为对被让向从以要]|抢抓|抓住|积极|参与|推进|推动|支持|指导|围绕|服务|帮助|助力|加快|水平|双方|我们|按照|根据|提出|会议|如何|通过|共同|联合|银行|公司|集团|政府|市局|"
    r"部门|打造|样板|典型|上述|具体|其他|主动|融入|成立|组建|领导小组|相关|贯彻|深化|深入|进一步|[两三四五六七八九十几多]个|[大]?城市群|举办|习近平"
)


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    heads = alternation([*names_of("region_heads.txt"), *_FURTHER_HEADS])
    return re.compile(
        rf"{_OPENING}(?P<region>[\u4e00-\u9fff]{{2,20}}?(?:{heads}))(?P<rest>[\u4e00-\u9fff“”]{{0,12}}?)(?={VERB.pattern}|深化|推动|推进|加快)"
    )


@lru_cache(maxsize=1)
def _framed() -> re.Pattern[str]:
    heads = alternation([*names_of("region_heads.txt"), *_FURTHER_HEADS])
    return re.compile(
        rf"(?:推进|加快|推动|支持|深化)(?P<region>[\u4e00-\u9fff]{{2,6}}(?:融入|对接)[\u4e00-\u9fff]{{2,14}}(?:{heads}))建设"
    )


def _is_name(label: str) -> bool:
    """Whether a passage may be a region's name: no verb, no pronoun, and more than generic words before its head."""
    stops = _NO_NAME.search(label) or VERB.search(label) or _INSIDE.search(label)
    proper = re.sub(rf"(?:{alternation([*names_of('region_heads.txt'), *_FURTHER_HEADS])})$", "", label)
    return not stops and len(proper) > 1 and not GENERIC.fullmatch(proper)


def _labels(text: str) -> Iterator[str]:
    for match in _subject().finditer(text):
        label = match["region"]
        if ADVERBS.fullmatch(match["rest"]) and _is_name(label):
            yield label
    for match in _framed().finditer(text):
        if not _NO_NAME.search(match["region"]):
            yield match["region"]


def find_subject_regions(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """Return every use of the names that a folded text treats as a region that does or becomes something.

    Arguments: text, folded; blocked, sorted spans that are not read.

    >>> found = find_subject_regions("遂潼川渝一体化先行区打造产业高地，该示范区建设中心。", [])
    >>> [name.entities[0].key for name in found]
    ['遂潼川渝一体化先行区']
    >>> find_subject_regions("打造国家级示范区，提升能级。", [])
    ()
    """
    return tuple(
        Name(found.start(), found.end(), "place", (Entity("Region", label),))
        for label in sorted(set(_labels(text)))
        for found in re.finditer(re.escape(label), text)
        if free_of(blocked, *found.span())
    )
