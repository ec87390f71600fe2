"""Role refusals: what is no role by its words alone, whatever the table of weights would say.

Pattern: «获评5个A», «建设以甲城为平台», «及至清朝，…», sites by their names, a province that builds a 城市, «政务服务中心» alone.

Accepted: «国家物流枢纽», «第六批示范区».
Refused: «5个示范区和先行区»; «玉滩湖东岸产业基地、玉滩湖西岸产业基地».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.clauses import Subject
from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.role_items import RoleItem
from extract.grammar.role_openings import opens_with_a_name
from extract.tokens import Tokens, has_class
from extract.wordlists import any_of, names_of


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
    >>> refused("宁夏构建智慧城市管理体系"), refused("宁夏打造非遗会客厅等新型文化空间")
    ([True], [True])
    """
    chosen = frame.kind == "examples" and tokens.word(frame.first) in names_of("chosen_of_many.txt")
    system = _is_system_or_room(tokens, frame)
    return (
        chosen or system or _is_basis(tokens, frame) or _is_counted(tokens, frame) or _is_made_by_others(tokens, frame)
    )


_SYSTEM_OR_ROOM = re.compile("(?:H|e[JN]*(?:N.*)?)N+$")


def _is_system_or_room(tokens: Tokens, frame: RoleFrame) -> bool:
    """«构建智慧城市管理体系», «打造会客厅等文化空间»: what is made is a system, or a kind of room, of which a role is only a word."""
    if frame.kind != "becoming" or not tokens.word(frame.last - 1).endswith(names_of("systems_and_rooms.txt")):
        return False
    return _SYSTEM_OR_ROOM.search(tokens.letters, frame.first, frame.last) is not None


_PLACE_AS_MAKER = re.compile("BP[AU]*$")


def _is_made_by_others(tokens: Tokens, frame: RoleFrame) -> bool:
    """«是甲市打造增长极的有力支撑», «打造甲乙共建中心重要承载地»: what is, or is made of, what others make."""
    within = _PLACE_AS_MAKER.search(tokens.letters, max(frame.verb - 4, 0), frame.verb)
    if within is None or frame.kind != "becoming":
        return False
    of_others = not has_class(tokens.word(within.start()), "being")
    return of_others or "t" in tokens.letters[frame.first : frame.last]


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
    return len(items) > 1 and all(opens_with_a_name(tokens, item.first) for item in items)


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


def is_own_name(subject: Subject, label: str) -> bool:
    """Whether what a place is said to be is the end of its name: 城市副中心 of 北京城市副中心.

    Arguments: subject; label of the item.

    >>> from extract.values import Entity
    >>> one = Subject((Entity("Region", "北京城市副中心"),), 0, 7, "Stated")
    >>> is_own_name(one, "副中心"), is_own_name(one, "首都副中心")
    (True, False)
    """
    return all(one.key.endswith(label) for one in subject.entities)


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
