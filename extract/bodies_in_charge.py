"""Names of bodies that a text puts in charge of something, by their shape: how they end, and what stands around them.

Accepted: «市【林业部门】（以下简称…）», «【镇人民政府】、【街道办事处】».
Refused: «有关部门», which is no body of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.numerals import COUNTING
from extract.reading import Reading
from extract.spans import cut
from extract.values import Entity
from extract.wordlists import alternation, any_of, names_of

_WAYS = any_of("how_offices_act.txt", "ways_of_being_in_charge.txt")
MANNER = re.compile(
    rf"(?:{_WAYS}|(?:按照?|依照|根据)[^，。；]{{0,12}}{any_of('bases_of_charges.txt')}"
    r"|(?<!所)在[^，。；在]{2,24}(?:领导|指导|范围)[下内]){1,4}$"
)
ARTICLE = re.compile(rf"^\s*(?:第[{COUNTING}百]+条|（[{COUNTING}]+）|[{COUNTING}]+、|\d+[.、])\s*")
_CALLED = re.compile(r"（[^（）]{2,}）$")
"""What the text calls a body from here on, or what it is too, behind its name: 市发展改革委（市能源局）."""
_COLLECTED = re.compile(r"（以下统称(?P<called>[^（），]{4,20})）$")
"""What the text calls several bodies together: 甲部门或者乙政府确定的其他部门（以下统称数字经济主管部门）."""
_LEAST, _LONGEST = 4, 40
_SHORTEST_OF_LIST = 3
_JOINED = "会同"
"""What stands behind it is a second body, which helps the one before."""
_IS, _OPENS_A_CLAUSE = "是", ("并", "可以", "应当")
_WHOSE = ("政府", "国务院")
"""Whose departments they are makes general ones a body: 县级以上人民政府有关部门."""
_OF_GOVERNMENT = "(?:(?<=政府)|(?<=国务院))"


@lru_cache(maxsize=1)
def heads_of_bodies() -> tuple[str, ...]:
    """How bodies end that may be in charge, with those that a text names by their kind alone."""
    return (*names_of("body_heads.txt"), *names_of("bodies_in_charge.txt"))


@lru_cache(maxsize=1)
def _before_body() -> re.Pattern[str]:
    """What stands before the name of a body in a clause: a verb that sets it up, 的, 由."""
    return re.compile(rf"^.*(?:{alternation(names_of('founding_verbs.txt'))}|的|(?<!自)由)")


def body_at_end(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The body that a passage ends with, without what the text calls it and what stands before its name."""
    passage = text[start:end]
    together = _COLLECTED.search(passage.rstrip("， "))
    for ending in (MANNER, _CALLED):
        found = ending.search(passage)
        passage = passage[: found.start()] if found else passage
    passage = passage.rstrip("， ")
    opening = ARTICLE.match(passage)
    before = _before_body().match(passage)
    first = max(opening.end() if opening else 0, before.end() if before else 0)
    label = passage[first:].split(_JOINED)[0]
    if not label.endswith(heads_of_bodies()) or _is_general(label) or not _LEAST <= len(label) <= _LONGEST:
        named = together is not None and together["called"].endswith(heads_of_bodies())
        return (start + together.start("called"), start + together.end("called")) if together and named else None
    return start + first, start + first + len(label)


def _is_general(label: str) -> bool:
    """Whether a label names no body of its own (有关部门), or tells of one: «甲机构【是】本级政府», «【可以】调查区政府»."""
    if _IS in label or label.startswith(_OPENS_A_CLAUSE):
        return True
    return label.endswith(names_of("general_bodies.txt")) and not any(whose in label for whose in _WHOSE)


@lru_cache(maxsize=1)
def opening_body() -> re.Pattern[str]:
    """Matches the body that opens a clause, or several, before what the clause says that they do: 市林业部门应当…."""
    head = f"(?:{alternation(heads_of_bodies())})"
    one = rf"(?:(?!{head})[^，。；：]){{1,{_LONGEST}}}{head}"
    body = rf"{one}(?:{_OF_GOVERNMENT}{one})?"
    return re.compile(
        rf"(?P<body>{body}(?:[、和及]{body}){{0,5}})"
        rf"(?=（[^（）]{{5,}}）|(?:（[^（）]{{2,10}}）)?{any_of('behind_acting_bodies.txt')})"
    )


def bodies_listed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """«街道办事处、镇人民政府»: each body of a list, where every item names one by itself; else the passage as a whole."""
    parts = list(cut(text, start, end, "、和"))
    if not text.endswith(heads_of_bodies(), *parts[-2 if len(parts) > 1 else 0]):
        parts = list(cut(text, start, end, "和"))  # 地段医院和乡、镇卫生院
    whole = all(text.endswith(heads_of_bodies(), low, high) and high - low >= _SHORTEST_OF_LIST for low, high in parts)
    return [(low, high) for low, high in parts if not _is_general(text[low:high])] if whole else [(start, end)]


_FIELD = re.compile("[\u4e00-\u9fff]{2,}[^市县区州旗镇道级各]")


def organizations_listed(reading: Reading, start: int, end: int) -> list[Entity]:
    """The bodies of a list; where one head closes it that all share, each with that head: 发展改革、财政【主管部门】.

    Arguments: reading; start and end of the list, in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def listed(text):
    ...     return [body.key for body in organizations_listed(prepare(Document("a", text)), 0, len(text))]
    >>> listed("市发展改革、工业和信息化主管部门"), listed("市、县林业主管部门")
    (['市发展改革主管部门', '工业和信息化主管部门'], ['市、县林业主管部门'])
    >>> listed("县政府教育、人力资源和其他有关部门"), listed("市容和环境卫生行政主管部门")
    (['县政府教育部门', '人力资源部门'], ['市容和环境卫生行政主管部门'])
    """
    bodies = bodies_listed(reading.text, start, end)
    text = reading.text[start:end]
    head = next((one for one in names_of("shared_heads_of_bodies.txt") if text.endswith(one)), "")
    *before, last = text.removesuffix(head).split("、")
    left, joint, right = last.rpartition("和")  # 教育、人力资源【和其他有关】部门; 财政、工业【和】信息化部门
    fields = [*before, left if joint and _is_general(right + head) else last]
    shared = bodies == [(start, end)] and head and before and all(map(_FIELD.fullmatch, fields))
    if not shared:
        return [organization_at(reading, *one) for one in bodies]
    return [Entity("Organization", field + head) for field in fields]


def organization_at(reading: Reading, start: int, end: int) -> Entity:
    """The organisation that a passage names as a whole, else one by what is written."""
    known = next(
        (n for n in reading.names.within(start, end, "organization") if n.start == start and n.end == end), None
    )
    return known.entities[0] if known is not None else Entity("Organization", reading.text[start:end])
