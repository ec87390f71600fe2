"""Charges: what a sentence says that a body is in charge of.

Pattern: «甲部门负责T», «T（，）由甲部门负责（解释）», «甲政府对T负责», «甲委员会作为…，负责T», «成立甲小组，负责T», and what
`handed_tasks` finds: «T由甲部门牵头», «由甲部门牵头，T», «甲部门应当牵头T».

The task is what the sentence says, in its words.

Accepted: «开发区管委会具体负责开发区各项行政管理事务», «设立管理机构，负责日常管理工作».
Refused: «主要负责人», «省商务厅牵头负责», whose task stands elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.bodies_in_charge import (
    ARTICLE,
    MANNER,
    body_at_end,
    heads_of_bodies,
    opening_body,
    organizations_listed,
)
from extract.findings import Claim, Coined, Finding
from extract.grammar.handed_tasks import Handed, handed_tasks, roles_in
from extract.grammar.responsibilities import offices_listed
from extract.reading import Reading
from extract.spans import cut
from extract.values import Description, Entity, Sentence
from extract.wordlists import names_of

RULE = "charges"
_IN_CHARGE = "负责"
_TASK = re.compile(r"(?![、人制任同的])[^，。；：\n（）]{4,60}")
_TASK_BEFORE = re.compile(r"(?:[^，。；：\n（）]|（[^（）]{1,12}）){4,80}")
_BRIEF = re.compile(r"(?![、人制任同的])[^，。；：\n（）]{2,3}")
"""What is to be done with what stands before: «具体问题由甲负责解释»."""
_SEAT = re.compile(r"设[在于]")
"""«领导小组办公室设在市发展改革委，负责…»: what sits there is in charge, not where it sits."""
_BY = re.compile(r"(?<!自)由")
_AND = "并"


class Charge(NamedTuple):
    """Spans of a task and of what names the body, or the bodies, in charge of it, in code points."""

    task: tuple[int, int]
    body: tuple[int, int]
    deed: str = ""
    """What is done with it, where that stands behind the body: «城区绿地由园林部门负责【养护】»."""


def _acting(text: str, clauses: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The body of the clauses before one that opens with 负责: who is or acts as something, or whom the last one sets up."""
    for start, end in reversed(clauses):
        clause = text[start:end]
        if clause.startswith("作为"):
            continue
        seat = _SEAT.search(clause)
        if seat is not None:
            return body_at_end(text, start, start + seat.start())
        said = min((at for at in (clause.find("是"), clause.find("作为")) if at > 0), default=-1)
        named = body_at_end(text, start, start + said if said > 0 else end)
        acts = opening_body().match(clause) if named is None else None
        found = body_at_end(text, start, start + acts.end("body")) if acts is not None else named
        if found is not None or any(head in clause for head in heads_of_bodies()):
            return found
    return None


def _charges(text: str, sentence: Sentence) -> Iterator[Charge]:
    clauses = list(cut(text, sentence.start, sentence.end, "，；。"))
    for position, (wide, end) in enumerate(clauses):
        start = wide + len(_AND) * (position > 0 and text.startswith(_AND, wide))
        at = text.find(_IN_CHARGE, start, end)
        if at < 0:
            continue
        behind = _TASK.match(text, at + len(_IN_CHARGE), end)
        if (
            behind is not None
            and position == 1
            and _BY.match(text, start)
            and ARTICLE.match(text[clauses[0][0] : start])
        ):
            yield from _answering(text, clauses, position, at)
        elif behind is not None:
            opens = MANNER.fullmatch(text, start, at) is not None
            body = _acting(text, clauses[:position]) if at == start or opens else body_at_end(text, start, at)
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
        opening = ARTICLE.match(text[low:high])
        task = _TASK_BEFORE.fullmatch(text, low + (opening.end() if opening else 0), high)
        body = body_at_end(text, by, at)
    else:
        task = _TASK.fullmatch(text, toward + 1, at) if toward > start else None
        body = body_at_end(text, start, toward) if toward > start else None
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
    >>> charged("（一）公共绿地、行道树，由绿化管理部门负责养护或者落实养护单位。")
    ['公共绿地、行道树养护或者落实养护单位 → 绿化管理部门']
    >>> charged("市文旅部门或者政府确定的其他部门（以下统称旅游主管部门），负责推进全市旅游工作。")
    ['推进全市旅游工作 → 旅游主管部门']
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
    >>> charged("山东省：交通互联由省交通运输厅牵头，产业协作由省工信厅牵头。")
    ['交通互联 → 山东省交通运输厅', '产业协作 → 山东省工业和信息化厅']
    >>> charged("甲园区管委会（管理局）应当落实责任，并负责安全监督工作；领导小组办公室设在市财政局，负责日常调度。")
    ['安全监督工作 → 甲园区管委会', '日常调度 → 领导小组办公室']
    >>> charged("镇政府负责调处纠纷的负责人违反规定。")
    []
    >>> charged("实行政府主导、单位负责、公众参与的原则。")
    []
    >>> charged("主要负责人参加会议。"), charged("县人民政府对本辖区绿色发展工作负责。")
    ([], ['本辖区绿色发展工作 → 县人民政府'])
    """
    for sentence in reading.sentences:
        for handed in handed_tasks(reading.text, sentence):
            yield from _of_handed(reading, sentence, handed)
        if reading.text.find(_IN_CHARGE, sentence.start, sentence.end) >= 0:
            for charge in _charges(reading.text, sentence):
                if reading.text.endswith(_NO_TASK, *charge.task) or ARTICLE.match(reading.text[charge.task[0] :]):
                    continue
                if _PERSON in reading.text[slice(*charge.task)]:
                    continue
                yield from _findings(reading, sentence, charge)


_PERSON = "负责人"
"""«负责甲的负责人违反…»: what a person is in charge of, of whom something else is said."""
_NO_TASK = ("的", "期间", "时", "后", "前", "施行")
"""A passage that ends so says of whom or when, not what for: «没有管理单位的，由…负责»."""


def _of_handed(reading: Reading, sentence: Sentence, handed: Handed) -> Iterator[Finding]:
    """A task with the bodies that a clause hands it to, each in its role."""
    roles = list(roles_in(reading.text, *handed.bodies))
    given = [(office, verb) for low, high, verb in roles for _, _, office in offices_listed(reading, low, high)]
    if not given and reading.text.endswith(heads_of_bodies(), *handed.bodies):
        given = [(body, "") for body in organizations_listed(reading, *handed.bodies)]
    if not given:
        return
    task, findings = _task(reading, sentence, handed.task)
    yield from findings
    low, high = min(handed.task[0], handed.bodies[0]), max(handed.task[1], handed.bodies[1])
    for office, verb in given:
        predicate = "cooperatingOrganization" if verb in names_of("helping_verbs.txt") else "responsibleOrganization"
        yield Claim(task, predicate, office, low, high, "Stated", RULE)


def _findings(reading: Reading, sentence: Sentence, charge: Charge) -> Iterator[Finding]:
    task, findings = _task(reading, sentence, charge.task, charge.deed)
    yield from findings
    low, high = min(charge.task[0], charge.body[0]), max(charge.task[1], charge.body[1])
    for body in organizations_listed(reading, *charge.body):
        yield Claim(task, "responsibleOrganization", body, low, high, "Stated", RULE)


def _task(
    reading: Reading, sentence: Sentence, span: tuple[int, int], deed: str = ""
) -> tuple[Entity, list[Coined | Claim]]:
    """A task in the words of a passage, with its section and its places."""
    label = reading.text[slice(*span)] + deed
    task = Entity("Action", label, reading.document.id)
    section = Entity("Section", str(sentence.section), reading.document.id)
    places = [place for name in reading.names.within(*span, "place") for place in name.entities]
    involved = [Claim(task, "involves", place, *span, "Stated", RULE) for place in places]
    said = Claim(task, "inSection", section, *span, "Stated", RULE)
    return task, [Coined(Description(task, label), *span), said, *involved]
