"""The rules of reading in their order: one tuple that can be read aloud, each rule a named record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from extract import (
    citations,
    goals,
    itemized_industries,
    place_industries,
    positionings_in_paragraphs,
    respective_industries,
    stated_positionings,
)
from extract.findings import Coined, Finding
from extract.grammar import charges, issuing, memberships, records, roles, stated_counts, targets
from extract.grammar.positionings import describe
from extract.groups import Group, findings
from extract.reading import Reading
from extract.task_claims import task_findings
from extract.values import Description, Entity

Groups = Mapping[str, Group]


@dataclass(frozen=True, slots=True)
class Rule:
    """One step of reading.

    Arguments: name; pattern, what it reads, in the words of the genre; predicates, of the facts that it gives; read, what it
    yields of a reading and the groups in it.

    >>> next(rule.pattern for rule in RULES if rule.name == "stated positionings")
    '甲的功能定位是A、B; “A、B”是甲的发展目标'
    """

    name: str
    pattern: str
    predicates: tuple[str, ...]
    read: Callable[[Reading, Groups], Iterable[Finding]]


def _of_groups(reading: Reading, groups: Groups) -> Iterator[Finding]:
    sizes = {phrase.label: phrase.size for phrase in reading.phrases}
    for group in groups.values():
        yield from findings(group, sizes.get(group.label, 0))


def _unexpanded(reading: Reading, groups: Groups) -> Iterator[Finding]:
    """Phrases that the text never expands: a slogan with the size that it declares, or a positioning."""
    for phrase in reading.phrases:
        if phrase.label not in groups and not describe(phrase.label):
            entity = Entity("Slogan", phrase.label, reading.document.id)
            size = (("declaredSize", phrase.size),) if phrase.size else ()
            yield Coined(Description(entity, phrase.label, (), size), phrase.start, phrase.end)


_RECORDED = ("dcterms:created", "dcterms:issued", "dcterms:source", "documentNumber", "issuedBy", "publishedBy")
_OF_TASKS = (
    *("commitment", "concernsIndustry", "cooperatingOrganization"),
    *("inSection", "involves", "responsibleOrganization"),
)

RULES: tuple[Rule, ...] = (
    Rule("groups", "“一核两带”（甲、乙、丙）; “两带”即甲、乙; 甲、乙等“三市”", ("hasMember",), _of_groups),
    Rule("memberships", "甲市是乙都市圈的重要组成部分; 甲市加入乙都市圈", ("hasMember",), lambda reading, _: memberships.read(reading)),
    Rule("slogans", "“五大安全”, which the text never lists", (), _unexpanded),
    Rule(
        "issuing", "甲省政府印发《乙规划》; 《甲规划》解读", ("dcterms:issued", "interprets", "issuedBy"),
        lambda reading, _: issuing.read(reading),
    ),
    Rule("records", "来源：甲网 发布时间：2022年3月1日", _RECORDED, lambda reading, _: records.read(reading)),
    Rule("citations", "根据《甲规划》", ("cites", "documentNumber"), lambda reading, _: citations.read(reading)),
    Rule("roles", "支持甲打造A、B; 推进A建设; 以甲为A", ("hasPositioning",), roles.read),
    Rule("stated positionings", "甲的功能定位是A、B; “A、B”是甲的发展目标", ("hasPositioning",), stated_positionings.read),
    Rule(
        "positionings in paragraphs",
        "战略定位⏎——A。…⏎——B。…; 把甲建设成为：⏎A。…",
        ("hasPositioning",),
        lambda reading, _: positionings_in_paragraphs.read(reading),
    ),
    Rule("tasks", "提出A、B等17项任务; （一）推进A; 由甲厅牵头", _OF_TASKS, task_findings),
    Rule(
        "charges", "甲部门负责T; T由甲部门负责", ("inSection", "involves", "responsibleOrganization"),
        lambda reading, _: charges.read(reading),
    ),
    Rule(
        "industries", "甲重点发展A、B; 打造A产业集群; A项目向甲集聚", ("concernsIndustry",),
        lambda reading, _: place_industries.read(reading),
    ),
    Rule(
        "respective industries", "甲、乙分别以A、B为主导; 甲A、乙B错位布局", ("concernsIndustry",),
        lambda reading, _: respective_industries.read(reading),
    ),
    Rule(
        "itemized industries", "甲重点发展下列产业：（一）A；（二）B", ("concernsIndustry",),
        lambda reading, _: itemized_industries.read(reading),
    ),
    Rule("counts", "5个方面24项任务", ("statedAreaCount", "statedTaskCount"), lambda reading, _: stated_counts.read(reading)),
    Rule("targets", "到2025年，A力争达到30%", ("hasTarget", "inSection"), lambda reading, _: targets.read(reading)),
    Rule("goals", "到2025年，A明显提升", ("hasGoal", "inSection"), lambda reading, _: goals.read(reading)),
)  # fmt: skip
"""Every rule over sentences, in the order in which they are read: what comes first names a thing for those behind it."""
