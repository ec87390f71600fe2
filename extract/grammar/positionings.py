"""Positionings: the roles and kinds of place that a place is to become, told from tasks and means.

Pattern: «建设/打造/建成/成为 + …区/地/极/屏障/高地/中心/枢纽/基地/之都/强市/样板/引擎»; the last word decides (lexicon
positioning_heads.tsv). Items are parted at 、 and at 和 where both sides end with such a word.

Accepted: «国家新型工业化示范区», «东北振兴与京津冀协同发展战略协作区» as one.
Refused: «创新共同体» and «特色产业集群», no kind of place; «一批示范区», not one place's role; «政务服务中心», an office.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from extract.grammar.unexpanded_phrases import parts_of
from extract.numerals import SEVERAL
from extract.spans import cut, stripped
from extract.values import Description, Entity
from extract.wordlists import alternation, any_of, names_of, table

VERB = re.compile(rf"(?!(?:打造|建设)成[渝都德绵（]){any_of('positioning_verbs.txt')}|打造|建设")
"""No verb ends in 成 where that begins the name of a place: 建设|成都都市圈."""
NOUN = rf"(?:{any_of('kinds_of_positionings.txt')}*定位|{any_of('other_nouns_of_positionings.txt')})"
"""The noun that says that something is a positioning: 定位, 战略定位, 城市性质."""
_COUNTED = names_of("ends_of_numbered_roles.txt")
"""Last words of a numbered phrase that is a positioning as a whole: “两先区”."""
IDEOLOGY = re.compile(r"思想为指导|以习近平|深入学习贯彻|初心使命|中国特色社会主义思想")
"""A clause of guiding thought, and a sentence that opens with one, yields titles and phrases only."""
_MEASURED = rf"\d+[—~\-至]?\d*\s*[个家条座批处所项大片]?|[{SEVERAL}百]+[个家条座处所批大]"
_QUANTITY = re.compile(rf"[了好出为成起]?\s*(?:{any_of('several_not_one.txt')}|{_MEASURED})")
_OPENING = re.compile(rf"[了好出为]?(?:{any_of('openings_of_roles.txt')}(?=[\u4e00-\u9fff“]))?")
_NAMED = re.compile(r"的“[^“”]{2,16}”(?:战略|布局|格局|目标|体系)?$")
"""A phrase behind the list that names it as a whole: …高地的“一区一港两高地”."""
_EXAMPLES = re.compile(rf"等[\u4e00-\u9fff]{{0,6}}{any_of('things_to_be_built.txt')}(?:的?(?:建设|项目))*$")
"""What makes the parts of a list examples of things to be built, not roles of the place."""
_LEVELS = {"县": {"County"}, "省": {"Province"}, "市": {"City", "County", "Province"}}
"""Last characters of a role that only places of one level can have."""
_AND = re.compile(r"以及|和|与|及|并")


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    heads = alternation(table("positioning_heads.tsv", "head", "class"))
    capitals = r"(?<=[\u4e00-\u9fff])[乳瓷酒茶药硅油铜镍]都|(?<=中国)[\u4e00-\u9fff]{1,4}[都城]|科技城"
    return re.compile(rf"(?:{heads}|{capitals})$")


@lru_cache(maxsize=1)
def _not_heads() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(names_of('not_a_positioning.txt'))})$")


def bare(label: str) -> str:
    """The label without quotation marks that hold all of it.

    >>> bare("“两先区”"), bare("“数字辽宁”高地")
    ('两先区', '“数字辽宁”高地')
    """
    inner = label[1:-1]
    return inner if label[:1] == "“" and label[-1:] == "”" and "“" not in inner else label


def role(label: str) -> str:
    """`Center` or `Positioning` by the last word of a label; empty where it is neither.

    >>> [role(label) for label in ("区域性金融中心", "东北重要增长极", "创新共同体", "政务服务中心", "示范区")]
    ['Center', 'Positioning', '', '', '']
    """
    label = bare(label)
    if parts := parts_of(label):
        return "Positioning" if parts[-1][1].endswith(_COUNTED) else ""
    if label in names_of("region_heads.txt"):
        return ""
    match = _heads().search(label)
    if (
        match is None
        or (_not_heads().search(label) and not _WIDE_SERVICE.match(label))
        or len(label) < len(match.group()) + 1
        or len(label) > 50
    ):
        return ""
    if match.group() == label or label.startswith(("的", "等", "是")) or _VERBAL.search(label):
        return ""
    return table("positioning_heads.tsv", "head", "class").get(match.group(), ("Positioning",))[0]


_WIDE_SERVICE = re.compile(rf"[\u4e00-\u9fff]*{any_of('wide_reach.txt')}[\u4e00-\u9fff]{{2,10}}(?:服务|配送|医疗)中心$")
"""A service that reaches beyond the place is a role of it: 区域性公共服务中心, not 政务服务中心."""
_VERBAL = re.compile(
    rf"^以.+为|^{any_of('verbs_of_improving.txt')}(?!.*的)|^建设.*的|^(?:运营|投用|使用)|[，。；：！？]|——"
    rf"|{any_of('never_in_a_role.txt')}"
)


def describe(label: str) -> Description | None:
    """The positioning that a label names, or None where it names none.

    >>> describe("“两先区”").entity
    Entity(kind='Positioning', key='两先区', scope='')
    """
    kind = role(label)
    name = bare(label)
    return Description(Entity(kind, name), name) if kind else None


def describe_role(label: str) -> Description:
    """The positioning that a passage names which is known to name one, its class by its last word.

    >>> describe_role("海洋科技自主创新领航区").entity.kind, describe_role("国际物流中心").entity.kind
    ('Positioning', 'Center')
    """
    match = _heads().search(label)
    kind = table("positioning_heads.tsv", "head", "class").get(match.group(), ("Positioning",))[0] if match else ""
    return Description(Entity(kind or "Positioning", label), label)


def fits(place: Entity, label: str) -> bool:
    """Whether a place of its level can have a role: no city becomes a county, but a new area may become a city.

    >>> [fits(Entity(kind, "甲"), "商业秘密保护示范县") for kind in ("County", "City", "Province")]
    [True, False, False]
    """
    if label.endswith("城市") and place.kind == "Region":
        return not place.key.endswith(names_of("ends_of_regions_of_cities.txt"))
    return place.kind in _LEVELS.get(label[-1], {place.kind})


def _without_others(text: str, start: int, end: int) -> int:
    """The end of an item without what stands behind it: 训练基地等基地, 金融中心（“双中心”）."""
    opened = text.find("（", start + 1, end)
    if opened > 0 and text[end - 1] == "）" and role(text[start:opened]):
        return opened
    position = text.find("等", start, end)
    return position if position > 0 and role(text[start:position]) else end


def _split_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The passage parted at 和 where what stands before it is a positioning by itself."""
    for match in _AND.finditer(text, start, end):
        if role(text[start : match.start()]) and len(cut(text, start, end, match.group()[0])) > 1:
            return [(start, match.start()), *_split_and(text, match.end(), end)]
    return [(start, end)]


def items(text: str, start: int, end: int, regions: Collection[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Spans of the positionings that a passage lists, in order; empty where its last word is none.

    Arguments: text, folded; start and end of what stands behind the verb, code points; regions, spans of names of regions
    that exist, which are no positionings. Parts without such a last word
    belong to the next («合作共赢、富有活力的示范区» is one); what follows the last positioning ends the list.

    >>> def labels(text):
    ...     return [text[a:b] for a, b in items(text, 0, len(text))]
    >>> labels("东北振兴与京津冀协同发展战略协作区、国际物流中心和科创高地")
    ['东北振兴与京津冀协同发展战略协作区', '国际物流中心', '科创高地']
    >>> labels("合作共赢、富有活力的绿色发展示范区"), labels("一批绿色发展示范区"), labels("创新共同体")
    (['合作共赢、富有活力的绿色发展示范区'], [], [])
    >>> labels("保税物流中心、国际物流基地等项目")
    []
    """
    named = _NAMED.search(text, start, end)
    end = named.start() if named else end
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    if _QUANTITY.match(text, start, end) or _EXAMPLES.search(text, start, end):
        return []
    found: list[tuple[int, int]] = []
    waiting: int | None = None
    for wide_start, wide_end in cut(text, start, end, "、"):
        part_start, part_end = stripped(text, wide_start, wide_end)
        for one_start, wide in _split_and(text, part_start, part_end):
            one_end = _without_others(text, one_start, wide)
            if (one_start, one_end) in regions:
                waiting = None
                continue
            first = one_start if waiting is None else waiting
            if role(text[one_start:one_end]) or (waiting is not None and _heads().search(text, one_start, one_end)):
                if not _QUANTITY.match(text, first, one_end) and role(text[first:one_end]):
                    found.append((first, one_end))
                waiting = None
            else:
                waiting = first
    return found
