"""Charges: what a sentence says that a body is in charge of.

Pattern: «甲部门负责T», «T（，）由甲部门负责（解释）», «甲政府对T负责», «甲委员会作为…，负责T», «成立甲小组，负责T».

The task is what the sentence says, in its words.

Accepted: «开发区管委会具体负责开发区各项行政管理事务», «设立管理机构，负责日常管理工作».
Refused: «主要负责人», «省商务厅牵头负责», whose task stands elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extract.findings import Claim, Coined, Finding
from extract.reading import Reading
from extract.spans import cut
from extract.values import Description, Entity, Sentence
from extract.wordlists import alternation, any_of, names_of

RULE = "charges"
_IN_CHARGE = "负责"
_TASK = re.compile(r"(?![、人制任同])[^，。；：\n（）]{4,60}")
_TASK_BEFORE = re.compile(r"(?:[^，。；：\n（）]|（[^（）]{1,12}）){4,80}")
_BRIEF = re.compile(r"(?![、人制任同])[^，。；：\n（）]{2,3}")
"""What is to be done with what stands before: «具体问题由甲负责解释»."""
_WAYS = any_of("how_offices_act.txt", "ways_of_being_in_charge.txt")
_MANNER = re.compile(
    rf"(?:{_WAYS}|(?:按照?|依照|根据)[^，。；]{{0,12}}{any_of('bases_of_charges.txt')}"
    r"|(?<!所)在[^，。；在]{2,24}(?:领导|指导|范围)[下内]){1,4}$"
)
_ARTICLE = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百]+条|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.、])\s*"
)
_CALLED = re.compile(r"（[^（）]{5,}）$")
"""What the text calls a body from here on, behind its name; 中国（山东）… is part of one."""
_BY = re.compile(r"(?<!自)由")
_LEAST, _LONGEST = 4, 40
_SHORTEST_OF_LIST = 3
_JOINED = "会同"
"""What stands behind it is a second body, which helps the one before."""
_WHOSE = "政府"
"""Whose departments they are makes general ones a body: 县级以上人民政府有关部门."""


class Charge(NamedTuple):
    """Spans of a task and of what names the body, or the bodies, in charge of it, in code points."""

    task: tuple[int, int]
    body: tuple[int, int]
    deed: str = ""
    """What is done with it, where that stands behind the body: «城区绿地由园林部门负责【养护】»."""


@lru_cache(maxsize=1)
def _heads() -> tuple[str, ...]:
    return (*names_of("body_heads.txt"), *names_of("bodies_in_charge.txt"))


@lru_cache(maxsize=1)
def _before_body() -> re.Pattern[str]:
    """What stands before the name of a body in a clause: a verb that sets it up, 的, 由."""
    return re.compile(rf"^.*(?:{alternation(names_of('founding_verbs.txt'))}|的|(?<!自)由)")


def _body(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The body that a passage ends with, without what the text calls it and what stands before its name."""
    passage = text[start:end]
    for ending in (_MANNER, _CALLED):
        found = ending.search(passage)
        passage = passage[: found.start()] if found else passage
    passage = passage.rstrip("， ")
    opening = _ARTICLE.match(passage)
    before = _before_body().match(passage)
    first = max(opening.end() if opening else 0, before.end() if before else 0)
    label = passage[first:].split(_JOINED)[0]
    if not label.endswith(_heads()) or _is_general(label) or not _LEAST <= len(label) <= _LONGEST:
        return None
    return start + first, start + first + len(label)


def _is_general(label: str) -> bool:
    return label.endswith(names_of("general_bodies.txt")) and _WHOSE not in label


@lru_cache(maxsize=1)
def _opening_body() -> re.Pattern[str]:
    """Matches the body that opens a clause, or several, before what the clause says that they do: 市林业部门应当…."""
    head = f"(?:{alternation(_heads())})"
    one = rf"(?:(?!{head})[^，。；：]){{1,{_LONGEST}}}{head}"
    body = rf"{one}(?:(?<={_WHOSE}){one})?"
    return re.compile(
        rf"(?P<body>{body}(?:[、和及]{body}){{0,5}})(?=（[^（）]{{5,}}）|{any_of('behind_acting_bodies.txt')})"
    )


def _acting(text: str, clauses: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The body of the clauses before one that opens with 负责: who is or acts as something, or whom the last one sets up."""
    for start, end in reversed(clauses):
        clause = text[start:end]
        if clause.startswith("作为"):
            continue
        said = min((at for at in (clause.find("是"), clause.find("作为")) if at > 0), default=-1)
        named = _body(text, start, start + said if said > 0 else end)
        acts = _opening_body().match(clause) if named is None else None
        return _body(text, start, start + acts.end("body")) if acts is not None else named
    return None


def _charges(text: str, sentence: Sentence) -> Iterator[Charge]:
    clauses = list(cut(text, sentence.start, sentence.end, "，；。"))
    for position, (start, end) in enumerate(clauses):
        at = text.find(_IN_CHARGE, start, end)
        if at < 0:
            continue
        behind = _TASK.match(text, at + len(_IN_CHARGE), end)
        if behind is not None:
            opens = _MANNER.fullmatch(text, start, at) is not None
            body = _acting(text, clauses[:position]) if at == start or opens else _body(text, start, at)
            if body is not None:
                yield Charge(behind.span(), body)
        elif at + len(_IN_CHARGE) >= end - 1 or _BRIEF.fullmatch(text, at + len(_IN_CHARGE), end):
            yield from _answering(text, clauses, position, at)


def _answering(text: str, clauses: list[tuple[int, int]], position: int, at: int) -> Iterator[Charge]:
    """«T由甲负责», «T，由甲负责», «甲对T负责»."""
    start = clauses[position][0]
    given = _BY.search(text, start, at)
    by, toward = given.start() if given else -1, text.find("对", start, at)
    if by >= 0:
        low, high = (start, by) if by > start else clauses[position - 1] if position else (start, start)
        opening = _ARTICLE.match(text[low:high])
        task = _TASK_BEFORE.fullmatch(text, low + (opening.end() if opening else 0), high)
        body = _body(text, by, at)
    else:
        task = _TASK.fullmatch(text, toward + 1, at) if toward > start else None
        body = _body(text, start, toward) if toward > start else None
    deed = text[at + len(_IN_CHARGE) : clauses[position][1]].strip()
    if task is not None and body is not None:
        yield Charge(task.span(), body, "" if by < 0 or deed in names_of("deeds_apart.txt") else deed)


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the tasks that sentences put bodies in charge of.

    >>> from extract.pipeline import claims
    >>> def charged(text):
    ...     return claims(text, "responsibleOrganization")
    >>> charged("开发区管委会具体负责开发区各项行政管理事务。"), charged("设立管理机构，负责日常管理工作。")
    (['开发区各项行政管理事务 → 开发区管委会'], ['日常管理工作 → 管理机构'])
    >>> charged("新区管理机构（以下简称管理机构）作为派出机构，负责新区的管理工作；日常事务由派出机构负责。")
    ['新区的管理工作 → 新区管理机构', '日常事务 → 派出机构']
    >>> charged("公安机关在本级政府领导下负责公共安全管理工作。"), charged("市林业部门应当组织检查，负责湿地保护工作。")
    (['公共安全管理工作 → 公安机关'], ['湿地保护工作 → 市林业部门'])
    >>> charged("镇人民政府、街道办事处按照职责负责本辖区的绿化工作。")
    ['本辖区的绿化工作 → 镇人民政府', '本辖区的绿化工作 → 街道办事处']
    >>> charged("第三条 道路（街巷）的市容，由城管部门负责；本条例的应用问题由市民政局负责解释。")
    ['道路（街巷）的市容 → 城管部门', '本条例的应用问题 → 市民政局']
    >>> charged("省林业局会同省财政厅按照职责负责补偿工作。"), charged("有关部门和镇人民政府负责绿化工作。")
    (['补偿工作 → 省林业局'], ['绿化工作 → 镇人民政府'])
    >>> charged("本条例自公布之日起施行，由省人民政府负责解释。"), charged("市水利局不得干预企业依法经营，负责湿地工作。")
    ([], [])
    >>> charged("城区绿地，由园林部门负责养护。"), charged("地段医院和乡、镇卫生院负责妇幼保健服务。")
    (['城区绿地养护 → 园林部门'], ['妇幼保健服务 → 地段医院', '妇幼保健服务 → 乡、镇卫生院'])
    >>> charged("镇政府负责调处纠纷的负责人违反规定。")
    []
    >>> charged("实行政府主导、单位负责、公众参与的原则。")
    []
    >>> charged("主要负责人参加会议。"), charged("县人民政府对本辖区绿色发展工作负责。")
    ([], ['本辖区绿色发展工作 → 县人民政府'])
    """
    if _IN_CHARGE not in reading.text:
        return
    for sentence in reading.sentences:
        if reading.text.find(_IN_CHARGE, sentence.start, sentence.end) >= 0:
            for charge in _charges(reading.text, sentence):
                if reading.text.endswith(_NO_TASK, *charge.task) or _ARTICLE.match(reading.text[charge.task[0] :]):
                    continue
                if _PERSON in reading.text[slice(*charge.task)]:
                    continue
                yield from _findings(reading, sentence, charge)


_PERSON = "负责人"
"""«负责甲的负责人违反…»: what a person is in charge of, of whom something else is said."""
_NO_TASK = ("的", "期间", "时", "后", "前", "施行")
"""A passage that ends so says of whom or when, not what for: «没有管理单位的，由…负责»."""


def _findings(reading: Reading, sentence: Sentence, charge: Charge) -> Iterator[Finding]:
    label = reading.text[slice(*charge.task)] + charge.deed
    task = Entity("Action", label, reading.document.id)
    section = Entity("Section", str(sentence.section), reading.document.id)
    low, high = min(charge.task[0], charge.body[0]), max(charge.task[1], charge.body[1])
    yield Coined(Description(task, label), *charge.task)
    yield Claim(task, "inSection", section, *charge.task, "Stated", RULE)
    for body in _bodies_listed(reading.text, *charge.body):
        yield Claim(task, "responsibleOrganization", _organization(reading, *body), low, high, "Stated", RULE)
    for name in reading.names.within(*charge.task, "place"):
        for place in name.entities:
            yield Claim(task, "involves", place, *charge.task, "Stated", RULE)


def _bodies_listed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """«街道办事处、镇人民政府»: each body of a list, where every item names one by itself; else the passage as a whole."""
    parts = list(cut(text, start, end, "、和"))
    if not text.endswith(_heads(), *parts[-2 if len(parts) > 1 else 0]):
        parts = list(cut(text, start, end, "和"))  # 地段医院和乡、镇卫生院
    whole = all(text.endswith(_heads(), low, high) and high - low >= _SHORTEST_OF_LIST for low, high in parts)
    return [(low, high) for low, high in parts if not _is_general(text[low:high])] if whole else [(start, end)]


def _organization(reading: Reading, start: int, end: int) -> Entity:
    """The organisation that a passage names as a whole, else one by what is written."""
    known = next(
        (n for n in reading.names.within(start, end, "organization") if n.start == start and n.end == end), None
    )
    return known.entities[0] if known is not None else Entity("Organization", reading.text[start:end])
