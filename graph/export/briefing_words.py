"""The words of a briefing in both languages, and its tables as texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from graph.counted import counted
from graph.export.briefing_content import Briefing, method
from graph.export.briefing_roles import RoleRow, Roles
from graph.export.made_by import program
from graph.listed import listed
from graph.pages import TargetEntry
from graph.quality import Confidence
from graph.rdf import Language, label
from graph.things import Node, Quote

WORDS: dict[Language, dict[str, str]] = {
    "zh": {
        "kind": "政策简报",
        "comparison": "政策对比",
        "what changed": "变动了什么",
        "change": "变化",
        "finding": "结论",
        "tasks": "任务与原文",
        "role": "定位或产业",
        "roles": "功能定位与产业",
        "answer": "回答",
        "targets": "量化目标",
        "declared": "自述数目与读出数目",
        "sources": "来源与方法",
        "more follows": "任务、定位等见后各页。",
        "no picture": "其中没有事物之间的关系可画。",
        "none of": "没有读出定位和产业：{0}。",
        "none of many": "没有读出定位和产业：{0}等{n}个。",
        "more places": "先列定位和产业最多的地方，另有{n}个地方未列出。",
        "more roles": "先列最多地方共有的，另有{n}项定位和产业未列出。",
        "more tasks": "另有{n}项任务未列出：先列重点任务，再列方面、措施、举措。",
        "more targets": "按地方、指标排列，另有{n}个未列出",
        "more documents": "另有{n}份文件，见备注。",
        "again": "重新生成",
        "version": "程序",
        "hash": "图的校验值",
        "share": "有论断依据的句子",
    },
    "en": {
        "kind": "Policy briefing",
        "comparison": "Comparison of policies",
        "what changed": "What changed",
        "change": "change",
        "finding": "Finding",
        "tasks": "Tasks and their quotes",
        "role": "positioning or industry",
        "roles": "Positionings and industries",
        "answer": "Answer",
        "targets": "Targets",
        "declared": "Declared against listed",
        "sources": "Sources and method",
        "no picture": "There is no relation between things to be drawn.",
        "more follows": " Tasks, positionings and more follow.",
        "none of": "No positioning or industry was read of: {0}.",
        "none of many": "No positioning or industry was read of {n:place|places}: {0} and more.",
        "more places": "{n:more place is|more places are} not listed: those with most positionings and industries come first.",
        "more roles": "{n:more positioning or industry is|more positionings and industries are} not listed: "
        "those that most places have come first.",
        "more tasks": "{n:more task is|more tasks are} not listed: key tasks come first, then areas, measures, actions.",
        "more targets": "by place and indicator; {n:more is|more are} not listed",
        "more documents": "{n:more document|more documents}, see the notes.",
        "again": "Made by",
        "version": "Program",
        "hash": "Hash of the graph",
        "share": "Sentences that back something",
    },
}
_DECLARED: dict[Language, tuple[str, ...]] = {
    "zh": ("名称", "类别", "自述", "读出"),
    "en": ("name", "of what", "declared", "listed"),
}
_MEMBERS: dict[Language, str] = {"zh": "成员", "en": "members"}
_TARGETS: dict[Language, tuple[str, ...]] = {
    "zh": ("地方", "指标", "目标", "年份", "原文"),
    "en": ("place", "indicator", "target", "year", "quote"),
}
_MOST_NAMED = 12
"""Places that are named in a line before the rest is only counted."""
MOST_COLUMNS = 6
"""Places beside each other in a table on a slide; their names must be read."""


def role_tables(roles: Sequence[RoleRow], places: Sequence[Node]) -> list[tuple[tuple[RoleRow, ...], tuple[Node, ...]]]:
    """Return roles and places as tables that a slide holds: more than `MOST_COLUMNS` places in several, without those that have no role.

    >>> role_tables((), ())
    []
    """
    if len(places) <= MOST_COLUMNS:
        return [(tuple(roles), tuple(places))] if places else []
    held = [at for at in range(len(places)) if any(one.places[at] for one in roles)]
    tables = []
    columns = ceil(len(held) / ceil(len(held) / MOST_COLUMNS)) if held else 1  # as many in each table
    for begin in range(0, len(held), columns):
        some = held[begin : begin + columns]
        rows = (replace(one, places=tuple(one.places[at] for at in some)) for one in roles)
        tables.append((tuple(one for one in rows if any(one.places)), tuple(places[at] for at in some)))
    return tables


def role_rows(
    roles: Sequence[RoleRow], places: Sequence[Node], language: Language
) -> tuple[list[str], list[list[str]]]:
    """Return head and rows of positionings and industries against places.

    >>> role_rows((), (), "en")
    (['positioning or industry'], [])
    """
    rows = [
        [f"{one.role.label}（{label(one.role.kind, language)}）", *("●" if held else "" for held in one.places)]
        for one in roles
    ]
    return [WORDS[language]["role"], *(place.label for place in places)], rows


def target_rows(entries: Sequence[TargetEntry], language: Language) -> tuple[list[str], list[list[str]]]:
    """Return head and rows of the ledger.

    >>> target_rows((), "en")[0]
    ['place', 'indicator', 'target', 'year', 'quote']
    """
    rows = [
        [one.place.label, one.measured, one.goal, one.year, one.quotes[0].exact if one.quotes else ""]
        for one in entries
    ]
    return list(_TARGETS[language]), rows


def declared_rows(reading: Confidence, language: Language) -> tuple[list[str], list[list[str]]]:
    """Return head and rows of what the texts say that they list, against what was read; of several documents each with its own.

    >>> declared_rows(Confidence(0, 0, ()), "zh")
    (['名称', '类别', '自述', '读出'], [])
    """
    several = len({one.document for one in reading.counts if one.document}) > 1
    rows = [
        [
            f"{one.name}（{one.document}）" if several and one.document else one.name,
            label(one.kind, language) if one.kind else _MEMBERS[language],
            str(one.declared),
            str(one.listed),
        ]
        for one in reading.counts
    ]
    return list(_DECLARED[language]), rows


def where(quote: Quote) -> str:
    """Return where a passage stands: document, sections, offsets."""
    return " › ".join((quote.title, *quote.trail)) + f" [{quote.start}:{quote.end}]"


def roles_said(roles: Roles, language: Language) -> list[str]:
    """Return in sentences which places and roles a table of them does not show; none where it shows all.

    >>> roles_said(Roles(places_left_out=1), "en")
    ['1 more place is not listed: those with most positionings and industries come first.']
    """
    words, told = WORDS[language], []
    if roles.rows and len(roles.places) > MOST_COLUMNS and roles.blank:
        names = [place.label for place in roles.blank]
        sentence = words["none of many" if len(names) > _MOST_NAMED else "none of"]
        told.append(
            counted(sentence.replace("{0}", "{names}"), names=listed(names[:_MOST_NAMED], language), n=len(names))
        )
    for name, number in (("more places", roles.places_left_out), ("more roles", roles.rows_left_out)):
        told += [counted(words[name], n=number)] if number else []
    return told


def made_again(briefing: Briefing) -> list[str]:
    """Return how the texts were read, how well that was measured, and what makes the briefing again, a line each."""
    words = WORDS[briefing.language]
    share = f"{words['share']}: {briefing.reading.quoted} / {briefing.reading.sentences}"
    return [
        *method(briefing.language),
        share,
        f"{words['hash']}: {briefing.digest}",
        f"{words['version']}: {program()}",
        f"{words['again']}: {briefing.command}",
    ]
