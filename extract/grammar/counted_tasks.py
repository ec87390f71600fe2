"""Counted tasks: all the tasks that a text lists behind their count are members of what it counts.

Pattern: «提出4项重点任务：甲；乙；丙；丁», «抓好三大行动：一是甲，…。二是乙，…。三是丙，…», «重点任务。主要包括：一是甲；二是乙；三是丙».

Accepted: as many key tasks as the count declares; all that are counted off behind 重点任务 and the like.
Refused: fewer, «提出17项重点任务，包括甲、乙»; areas («在两个方面发力：甲；乙»), whose count only orders what is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.grammar.areas_and_tasks import task_lists
from extract.groups import Group, Member
from extract.reading import Reading
from extract.values import Description, Entity

RULE = "counted_tasks"


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the counts of tasks that the text goes on to list as a whole, and tasks that it counts off, each with its tasks.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("提出2项重点任务：优化布局，到2025年完成；推动互联。")
    {'2项重点任务': ['优化布局', '推动互联']}
    >>> members("重点任务主要包括：一是优化布局，做强产业；二是推动互联；三是改善民生。")
    {'重点任务': ['优化布局', '推动互联', '改善民生']}
    >>> members("提出5项重点任务，包括优化布局、推动互联。"), members("抓好两个方面的工作：一是优化布局，二是推动互联。")
    ({}, {})
    """
    scope = reading.document.id
    for found in task_lists(reading):
        labels = tuple(label.strip() for label in found.labels)
        if found.kind == "KeyTask" and found.label and len(set(labels)) == (found.declared or len(labels)):
            members = tuple(
                Member(Description(Entity("KeyTask", label, scope), label), *span)
                for label, span in zip(labels, found.spans, strict=True)
            )
            start = reading.text.rindex(found.label, 0, found.spans[0][0])
            yield Group(
                Entity("Slogan", found.label, scope), found.label, members, start, start + len(found.label), RULE
            )
