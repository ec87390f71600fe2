"""Role refusals: what is no role by its words alone, whatever the table of weights would say.

Pattern: «获评5个A», «更多A», «建设以甲城为平台», «拥有A», a province that builds a 城市, «政务服务中心» alone.

Accepted: «国家物流枢纽», «以金融为重点的中心», «第六批示范区».
Refused: «5个示范区和先行区»; «更多旅游度假区»; «乡村振兴提供有力支撑».
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from extract.clauses import Subject
from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.role_items import RoleItem
from extract.tokens import Tokens, has_class
from extract.wordlists import any_of, names_of, word_classes
from extract.words import is_known, tagged

_NO_ROLE = frozenset("QmUXBGilth")
"""Classes that no role opens with: «10个示范基地» are several, «将成为…» is no noun phrase."""
_COUNTED = re.compile(r"[NHKEJYI]Q(?=[、h，；。])")
"""A number right behind what it counts."""
_COUNTED_AT_END = re.compile(r"[NHKEJYI]Q(?!K)")
"""…and where that ends the passage, but not «…高地3个方面»."""
_PORT = "港"
"""What opens so is a port of the place before it: 深圳|港国际枢纽港."""
_RANKS = re.compile("(?:国家|省|市)级?[、和及]?(?:省|市|县)级")
"""«国家和省级零碳园区» are several."""
_SO_MANY = re.compile("“[^”]{1,3}”个")
"""«“M”个分中心»."""
_AS = "作为"
_PLUS = "+"
_CLUSTER = "集群"
_MEMBERSHIP = re.compile(
    rf"{any_of('nouns_of_membership.txt')}$|(?:\d+|[两三四五六七八九十]+)个?{any_of('counted_members.txt')}(?:之一)?$"
)
"""«甲都市圈的成员», «27个城市之一» say of what a place is a part."""
_CENTURY = "世纪"
"""«21世纪海上丝绸之路核心区»."""
_POINTING = "这那其该此"
"""Words that point at what was named: 打造珠海【这一枢纽】, not 我国重要枢纽."""


def makes_no_role(tokens: Tokens, frame: RoleFrame) -> bool:
    """Whether the object of a frame holds no role at all: what is counted, or that by which something else is built.

    Arguments: tokens; frame.

    >>> from extract.reading import prepare
    >>> from extract.grammar.role_frames import role_frames
    >>> from extract.values import Document
    >>> def refused(text):
    ...     reading = prepare(Document("a", text))
    ...     found = role_frames(reading.tokens, reading.names, reading.clauses[0][0])
    ...     return [makes_no_role(reading.tokens, frame) for frame in found]
    >>> refused("宁夏获评5个示范区和先行区"), refused("宁夏获评国家示范区")
    ([True], [False])
    """
    chosen = frame.kind == "examples" and tokens.word(frame.first) in names_of("chosen_of_many.txt")
    return chosen or _is_basis(tokens, frame) or _is_counted(tokens, frame)


def _is_basis(tokens: Tokens, frame: RoleFrame) -> bool:
    """«甲中心建设以乙城、丙城为平台»: what stands behind 以 is that by which something is built."""
    if tokens.letters[frame.first] != "g":
        return False
    basis = next((index for index in range(frame.first, frame.last) if tokens.word(index) == "为"), frame.last)
    return basis < frame.last and "t" not in tokens.letters[basis : frame.last]


def _is_counted(tokens: Tokens, frame: RoleFrame) -> bool:
    """«获评5个甲示范区和乙先行区»: what a place has so many of is no role of it; 第六批 says which one it is."""
    return tokens.letters[frame.first] in "Qm" and not tokens.word(frame.first).startswith("第")


_ERA = re.compile(rf"{any_of('past_eras.txt')}(?:时期?|年间|末年?|初年?)?，")


def is_long_ago(text: str, start: int, end: int) -> bool:
    """Whether a sentence says of an age gone by what follows: «及至清朝，甲城是重要驿站».

    Arguments: text, folded; start of the sentence and of what is said, in code points.

    >>> is_long_ago("及至清朝，甲城是", 0, 8), is_long_ago("明代古城是", 0, 5)
    (True, False)
    """
    return _ERA.search(text, start, end) is not None


def are_sites(tokens: Tokens, items: Sequence[RoleItem]) -> bool:
    """Whether what is advanced are sites, each named after where it lies: «加快甲港化工基地、乙湾临港基地建设», no roles of one place.

    >>> from extract.grammar.role_items import role_items
    >>> from extract.tokens import tokenize
    >>> def sites(text):
    ...     row = tokenize(text, ())
    ...     return are_sites(row, list(role_items(row, 0, len(row.letters))))
    >>> sites("玉滩湖东岸化工产业基地、玉滩湖西岸木材产业基地"), sites("国家级示范区、经济先行区")
    (True, False)
    """
    return len(items) > 1 and all(_opens_with_a_name(tokens, item.first) for item in items)


def are_chosen(tokens: Tokens, items: Sequence[RoleItem]) -> bool:
    """Whether a list is closed by what is chosen of many: «建设甲基地、乙区等重点园区», which are sites, no roles.

    >>> from extract.grammar.role_items import role_items
    >>> from extract.tokens import tokenize
    >>> def chosen(text):
    ...     row = tokenize(text, ())
    ...     return are_chosen(row, list(role_items(row, 0, len(row.letters))))
    >>> chosen("木材产业基地、新材料基地等重点园区"), chosen("木材产业基地、新材料基地等")
    (True, False)
    """
    behind = items[-1].last if items else 0
    closed = bool(items) and behind + 1 < len(tokens.letters) and tokens.letters[behind] == "e"
    return closed and tokens.word(behind + 1) in names_of("chosen_of_many.txt")


def _opens_with_a_name(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    named = tokens.letters[at] == "N" and (not is_known(word) or tagged(word)[0].tag.startswith(("ns", "nr")))
    return tokens.letters[at] == "P" or named


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
    if tokens.letters[first] == "H" and len(tokens.word(first)) == 1:
        return True  # 启动|区和起步区
    of_a_port = tokens.word(first) == _PORT and first > 0 and tokens.letters[first - 1] == "P"
    if of_a_port or label.startswith(_several()) or label.endswith(_ends_of_no_role()):
        return True
    if (
        _is_way_to_work(label)
        or _SO_MANY.match(label)
        or _RANKS.match(label)
        or _MEMBERSHIP.search(label)
        or any(tokens.word(index).endswith("亿元") for index in range(first, last))
    ):
        return True
    if (
        "tQ" in tokens.letters[first:last]
        or _is_anothers(tokens, first, last)
        or _has_no_end(tokens, first, last, word_classes()["possessing"])
    ):
        return True
    if tokens.letters[first] == "r" and tokens.word(first)[0] in _POINTING:
        return True
    of_a_century = first + 1 < last and tokens.word(first + 1) == _CENTURY
    return tokens.letters[first] in _NO_ROLE and not of_a_century and not tokens.word(first).startswith("第")


def _is_anothers(tokens: Tokens, first: int, last: int) -> bool:
    """Whether another place is said to be something: of 甲 «甲作为A和【乙作为B】» says nothing more."""
    return any(tokens.letters[at] == "P" and tokens.word(at + 1) == _AS for at in range(first, last - 1))


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


def is_too_small(subject: Subject, head: str) -> bool:
    """Whether what is built is a city or smaller (现代化人民城市, 街区), and the place a province that is none.

    Arguments: subject; head, the last word of the item.

    >>> from extract.values import Entity
    >>> def refused(name):
    ...     return is_too_small(Subject((Entity("Province", name),), 0, 2, "Stated"), "城市")
    >>> refused("安徽省"), refused("上海市")
    (True, False)
    """
    smaller = head.endswith(names_of("smaller_than_a_province.txt"))
    return smaller and all(one.kind == "Province" and not one.key.endswith("市") for one in subject.entities)


def is_office(tokens: Tokens, item: RoleItem) -> bool:
    """Whether an item is an office that serves, which is a role only in a list of roles.

    >>> from extract.grammar.role_items import role_items
    >>> from extract.tokens import tokenize
    >>> [is_office(row, item) for row in (tokenize("政务服务中心、国际数据中心", ()),) for item in role_items(row, 0, len(row.letters))]
    [True, False]
    """
    label = tokens.written(item.first, item.last)
    far = any(has_class(tokens.word(index), "scoping") for index in range(item.first, item.last))
    return label.endswith(names_of("not_a_positioning.txt")) and not far
