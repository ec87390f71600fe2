"""Whom an item of a list of roles is said of: the place that opens it, that of the first item, else whom the sentence speaks of.

Pattern: «建设甲市A和B», «支持甲市A、乙市B建设», «共建上海（长三角）A».

Accepted: «建设沈阳金融中心和开放高地», both of 沈阳.
Refused: «枢纽是沈阳空铁联运的重要通道», what a thing with no name of its own is to a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.clauses import Subject, listed_places
from extract.gazetteer import gazetteer
from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.missing_subjects import ROLE_TO_ANOTHER
from extract.grammar.role_items import RoleItem
from extract.names.name import Name
from extract.names.resolving import places_of
from extract.reading import Reading
from extract.tokens import Tokens, has_class

_THINGS = frozenset("NHEKY”")
"""Letters of what is no place before a verb of being."""
_WITH_ITS_HEAD = 2
"""Tokens of a place with nothing but a head behind it, which is a site."""
_WIDE_PROVINCES = ("省", "区")
"""Ends of provinces that are no cities: what opens with one is a role within it."""
_OF_SEVERAL = re.compile("P(?:[、h]P)+[NIKJ]{0,3}t")
"""«甲省、乙市生物产业的聚集区»: whose role it is is not said before it."""
_EACH = re.compile("P(?:[、h]P)+(?=[JNIYA])")
"""«【甲市、乙地区】区域科技创新中心建设»: each has such a one."""
_THAT = ("这", "此")
_REACHES = "（"
"""What opens the region that a place acts for, within its name."""


def subject_of_first(
    reading: Reading, given: Subject | None, items: Sequence[RoleItem], frame: RoleFrame
) -> Subject | None:
    """Return the place that opens an object, whose roles its further items are too where none opens with another; else None.

    Arguments: reading; given, whom the sentence speaks of; items of the object; frame.

    >>> from extract.pipeline import claims
    >>> claims("加快建设沈阳金融中心和高水平开放高地。", "hasPositioning")
    ['沈阳市 → 金融中心', '沈阳市 → 高水平开放高地']
    """
    if len(items) < 2 or frame.places is not None or (given is not None and given.grade == "Stated"):
        return None
    subject, first = subject_of_item(reading, given, items[0], frame)
    alone = all(reading.tokens.letters[item.first] != "P" for item in items[1:])
    return subject if alone and first > items[0].first else None


def subject_of_item(
    reading: Reading, given: Subject | None, item: RoleItem, frame: RoleFrame
) -> tuple[Subject | None, int]:
    """Return of whom an item is a role, None where it is of no place, and the token at which its label begins.

    Arguments: reading; given, whom the sentence speaks of; item; frame.

    >>> from extract.pipeline import claims
    >>> claims("支持沈阳国家中心城市、大连开放门户枢纽建设。", "hasPositioning")
    ['沈阳市 → 国家中心城市', '大连市 → 开放门户枢纽']
    >>> claims("推进上海（长三角）国际科技创新中心和武汉、成都区域科技创新中心建设。", "hasPositioning")
    ['上海市 → 国际科技创新中心', '武汉市 → 区域科技创新中心', '成都市 → 区域科技创新中心']
    >>> claims("枢纽是沈阳空铁联运的重要通道。", "hasPositioning")
    []
    >>> claims("推动雄安新区融入创新网络，打造北京国际科技创新中心的重要支点。", "hasPositioning")
    ['雄安新区 → 北京国际科技创新中心的重要支点', '北京市 → 国际科技创新中心']
    """
    tokens = reading.tokens
    if tokens.letters[item.first] != "P" or item.last - item.first < 2 or tokens.letters[item.first + 1] == "t":
        return given, item.first
    to_another = given is not None and ROLE_TO_ANOTHER.fullmatch(tokens.letters, item.first, item.last)
    if to_another or _OF_SEVERAL.match(tokens.letters, item.first, item.last):
        return given, item.first
    name = reading.names.at(tokens.starts[item.first], tokens.ends[item.first], "place", "self")
    if name is None or len(name.entities) > 1:
        return given, item.first
    if name.sort == "self" and (given is None or name.entities[0] not in given.entities):
        return given, item.first  # 支持某城打造全省重要基地; 甲副中心…，打造全市示范区
    if _REACHES in reading.text[name.start : name.end]:
        return _of(name), item.first + 1  # 共建上海（长三角）国际中心
    each = _EACH.match(tokens.letters, item.first, item.last) if frame.kind == "advanced" else None
    if each is not None and (places := listed_places(tokens, reading.names, *each.span())) is not None:
        return places.subject(), each.end()
    near = given is not None and (given.grade == "Stated" or frame.places is not None)
    if given is not None and not near and holds_subject(name, given):
        return given, item.first
    if _points_at_another(tokens, item, frame):
        return None, item.first
    if given is not None and name.entities[0] in given.entities:
        return (given if near else _of(name)), item.first + 1
    if _says_of_another(tokens, frame):
        return None, item.first
    of_its_own = frame.places is not None and frame.places.first > frame.verb  # 建设甲、乙A和【丙】B
    juxtaposed = frame.kind == "advanced" and frame.places is not None and frame.places.behind == frame.first
    wide = name.entities[0].kind == "Region" or name.entities[0].key.endswith(_WIDE_PROVINCES)
    if juxtaposed and item.last - item.first <= _WITH_ITS_HEAD:
        return None, item.first  # 建设甲市节点城市和满洲里基地
    if (near and not of_its_own and not juxtaposed) or (wide and not juxtaposed):
        return given, item.first
    return _of(name), item.first + 1  # 支持甲市A、【乙山区】B建设


def holds_subject(name: Name, given: Subject) -> bool:
    """Whether a place holds the one that the sentence speaks of, and so stands within its role: 枣阳市…，建设【襄阳】东部门户.

    Arguments: name of the place; given, whom the sentence speaks of.

    >>> from extract.values import Entity
    >>> inner = Subject((Entity("County", "枣阳市"),), 0, 3, "Stated")
    >>> [holds_subject(Name(5, 7, "place", (Entity("City", city),)), inner) for city in ("襄阳市", "宜昌市")]
    [True, False]
    """
    own = Name(given.start, given.end, "place", given.entities)
    inner = places_of(own)
    return bool(inner) and all(any(gazetteer().contains(outer, one) for outer in places_of(name)) for one in inner)


def _says_of_another(tokens: Tokens, frame: RoleFrame) -> bool:
    """«交通枢纽是甲市空铁联运的重要通道»: what a thing with no name of its own is to a place is no role of that place."""
    is_being = has_class(tokens.word(frame.verb), "being")
    return is_being and frame.verb > 0 and tokens.letters[frame.verb - 1] in _THINGS


_DONE_BY_PLACE = re.compile("P[VB][^，；。]*t")


def _points_at_another(tokens: Tokens, item: RoleItem, frame: RoleFrame) -> bool:
    """«这也是甲市连接乙新区的走廊»: what was told of before is something to a place, which does what it is for."""
    at = frame.verb - 1
    while at > 0 and tokens.letters[at] == "A":
        at -= 1
    pointing = at >= 0 and has_class(tokens.word(frame.verb), "being") and tokens.word(at) in _THAT
    return pointing and _DONE_BY_PLACE.match(tokens.letters, item.first, item.last) is not None


def _of(name: Name) -> Subject:
    return Subject(name.entities, name.start, name.end, "Stated")
