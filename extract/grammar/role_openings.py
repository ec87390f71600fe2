"""Role openings: items that no role is worded as, by what they open with, hold or end in.

Pattern: «5个A», «更多A», «拥有A», «甲为A的B», «地区A», «长岛世界级A», which is one of the island.

Accepted: «以金融为重点的中心», «第六批示范区», «我省经济向西拓展的一个桥头堡».
Refused: «更多旅游度假区»; «乡村振兴提供有力支撑»; «高坎、古蛟、龙雁三个新区».
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from extract.numerals import SEVERAL
from extract.tokens import Tokens, has_class
from extract.wordlists import any_of, names_of, word_classes
from extract.words import is_known, tagged

_NO_ROLE = frozenset("QmUXBGilth")
"""Classes that no role opens with: «10个示范基地» are several, «将成为…» is no noun phrase."""
_COUNTED = re.compile(r"[NHKEJYI]Q(?=[、h，；。])")
"""A number right behind what it counts."""
_COUNTED_AT_END = re.compile(r"[NHKEJYI]Q(?![KH])")
"""…and where that ends the passage, but not «…高地3个方面», «…中心三大中心»."""
_PORT = "港"
"""What opens so is a port of the place before it: 深圳|港国际枢纽港."""
_RANKS = re.compile("(?:国家|省|市)级?[、和及]?(?:省|市|县)级")
"""«国家和省级零碳园区» are several."""
_EACH_CALLED = re.compile("”的[\u4e00-\u9fff]{2,5}、“")
"""«“甲”的战略定位、“乙”的战略目标»: quoted names of which each is called something else."""
_SO_MANY = re.compile("“[^”]{1,3}”个")
"""«“M”个分中心»."""
_AS, _BEING, _TOWARD = "作为", "为", "对"
_REGIONS = frozenset(("地区", "等地"))
"""What closes a list of places: 京津冀、长三角【地区】城市."""
_PLUS, _ONE_OF_THEM = "+", "之一"
_CLUSTER = "集群"
_MEMBERSHIP = re.compile(
    rf"{any_of('nouns_of_membership.txt')}$|(?:\d+|[{SEVERAL}]+)个?{any_of('counted_members.txt')}(?:之一)?$"
)
"""«甲都市圈的成员», «27个城市之一» say of what a place is a part."""
_OF_TWO = re.compile(f"中{any_of('characters_of_partners.txt')}")
"""«中俄战略通道节点城市»: two countries by their characters."""
_CENTURY = "世纪"
"""«21世纪海上丝绸之路核心区»."""
_POINTING = "这那其该此他她"
"""Words that point at what was named: 打造珠海【这一枢纽】, not 我国重要枢纽."""


def opens_no_role(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an item opens, or goes on, as no role does: with a number, a verb, 更多, or with a verb that governs all of it.

    So does one that a number stands behind (示范区23个) or that holds one (示范学校304所、教育实践基地).

    Arguments: tokens; first token of the item and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> def refused(text):
    ...     row = tokenize(text, ())
    ...     return opens_no_role(row, 0, len(row.letters))
    >>> refused("更多旅游度假区"), refused("乡村振兴提供有力支撑"), refused("以金融为重点的中心")
    (True, True, False)
    >>> refused("示范学校304所、教育实践基地"), refused("第一批国家级示范区")
    (True, False)
    """
    if _COUNTED.search(tokens.letters, first, last) or _COUNTED_AT_END.match(tokens.letters, last - 1, last + 2):
        return True
    if tokens.word(last - 1).endswith(_CLUSTER) and "Q" in tokens.letters[first:last]:
        return True  # 船舶装备、高端纺织两个产业集群
    if tokens.letters[first + 1 : last] == "P" and has_class(tokens.word(first), "partnering"):
        return True  # 参与甲乙示范区
    if tokens.letters[first] == "g":
        return "t" not in tokens.letters[first:last]  # 以金融为重点的中心, not 以甲为阵地
    if _has_no_end(tokens, first, last, (*names_of("never_in_a_role.txt"), "为")):
        return True
    label = tokens.written(first, last)
    cut_off = tokens.letters[first] == "H" or (first > 0 and tokens.letters[first - 1] == "P")
    if cut_off and len(tokens.word(first)) == 1 and tokens.letters[first] in "HN":
        return True  # 启动|区和起步区; 长丰县|城、庐江县|城三大市域副中心
    if _opens_with_another(tokens, first, last):
        return True
    of_a_port = tokens.word(first) == _PORT and first > 0 and tokens.letters[first - 1] == "P"
    if of_a_port or label.startswith(_several()) or label.endswith(_ends_of_no_role()):
        return True
    if (
        _is_way_to_work(label)
        or _SO_MANY.match(label)
        or _EACH_CALLED.search(label)
        or _RANKS.match(label)
        or _MEMBERSHIP.search(label)
        or any(tokens.word(index).endswith("亿元") for index in range(first, last))
    ):
        return True
    if (
        _is_of_several(tokens, first, last)
        or _is_anothers(tokens, first, last)
        or _has_no_end(tokens, first, last, word_classes()["possessing"])
    ):
        return True
    if tokens.letters[first] in "rq" and tokens.word(first)[0] in _POINTING:
        return True
    if _OF_TWO.match(label):
        return False
    if tokens.letters[first] == "Q" and tokens.word(last - 1) == _ONE_OF_THEM:
        return False
    of_a_century = first + 1 < last and tokens.word(first + 1) == _CENTURY
    return tokens.letters[first] in _NO_ROLE and not of_a_century and not tokens.word(first).startswith("第")


_OF_ANOTHER = re.compile("P+p")
_SEVERAL = re.compile("、[NJIYHK]+Q[JNIY]{0,3}[HN]")


def _opens_with_another(tokens: Tokens, first: int, last: int) -> bool:
    """«佛山为副核的核心区», «长岛世界级装备岛», «地区城市»: an item whose first words say of what other place it is, or nothing."""
    of_another = _OF_ANOTHER.match(tokens.letters, first, last)
    if of_another is not None and tokens.word(of_another.end() - 1) == _BEING:
        return True
    placed = tokens.letters[first] == "N" and tokens.word(first).endswith(names_of("ends_of_unknown_places.txt"))
    reaching = first + 1 < last and has_class(tokens.word(first + 1), "scoping")
    return (placed and reaching and opens_with_a_name(tokens, first)) or tokens.word(first) in _REGIONS


def opens_with_a_name(tokens: Tokens, at: int) -> bool:
    """Whether an item opens with a name, of a place or of what the dictionary lacks or takes for one: 玉滩湖, 长兴岛.

    Arguments: tokens; at, its first token.

    >>> from extract.tokens import tokenize
    >>> [opens_with_a_name(tokenize(text, ()), 0) for text in ("玉滩湖东岸产业基地", "国家级示范区")]
    [True, False]
    """
    word = tokens.word(at)
    named = tokens.letters[at] == "N" and (not is_known(word) or tagged(word)[0].tag.startswith(("ns", "nr")))
    return tokens.letters[at] == "P" or named


def _is_of_several(tokens: Tokens, first: int, last: int) -> bool:
    """«全国的五大基地», «甲、乙、丙三个新区»: how many there are stands before a head; not «向西拓展的一个桥头堡»."""
    if _SEVERAL.search(tokens.letters, first, last) is not None:
        return True
    at = tokens.letters.find("tQ", first, last)
    return at >= 0 and tokens.word(at + 1) not in names_of("openings_of_roles.txt")


def _is_anothers(tokens: Tokens, first: int, last: int) -> bool:
    """Whether another place, or what is none, is said to be something: «甲作为A和【乙作为B】», «投资【对】增长的支撑»."""
    toward = any(tokens.word(at) == _TOWARD for at in range(first + 1, last - 1))
    return toward or any(tokens.letters[at] == "P" and tokens.word(at + 1) == _AS for at in range(first, last - 1))


def _is_way_to_work(label: str) -> bool:
    """«“总部+基地”», but not «国家级“互联网+教育”示范区»."""
    return _PLUS in label and "”" not in label[:-1]


@lru_cache(maxsize=1)
def _ends_of_no_role() -> tuple[str, ...]:
    return (*names_of("built_inside.txt"), *names_of("kinds_of_cities_not_roles.txt"))


@lru_cache(maxsize=1)
def _several() -> tuple[str, ...]:
    return tuple(word for word in names_of("several_not_one.txt") if len(word) > 1)


def _has_no_end(tokens: Tokens, first: int, last: int, verbs: Collection[str]) -> bool:
    """«少数拥有计算中心», «乡村振兴提供有力支撑»: some verb whose object is all that stands behind it."""
    found = (index for index in range(first, last) if tokens.word(index) in verbs)
    return any("t" not in tokens.letters[index:last] for index in found)
