"""Tasks: areas and key tasks of counted lists, task headings of a plan, and every other clause that says what shall be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.clauses import LEAD, Clause, Subject
from extract.findings import Claim, Coined, Finding
from extract.grammar.achievements import is_achieved
from extract.grammar.areas_and_tasks import TaskList, task_lists
from extract.grammar.positionings import describe
from extract.grammar.responsibilities import RULE as responsibilities_rule
from extract.grammar.responsibilities import Responsibility, responsibilities
from extract.groups import PLACES, Group
from extract.reading import PARTNER_MARKS, Reading, topic_of
from extract.spans import stripped
from extract.values import Description, Entity, Grade
from extract.wordlists import alternation, table

_IDEOLOGY = re.compile(
    r"思想为指导|重要讲话|指示精神|全会精神|新发展理念|大会精神|重要论述|指示批示|战略部署|决策部署|初心|坚持党|党的领导|学习贯彻|中国特色"
)
_NO_ACTION = re.compile(r"[？！]|记者|会议|介绍|表示|认为|指出|强调|透露|据|召开|出席|任命|座谈|仪式|调研|考察")


@dataclass(frozen=True, slots=True)
class Task:
    """A task before it is laid down: its label, where it stands and the places of its topic."""

    kind: str
    label: str
    start: int
    end: int
    sentence: int
    topic: Subject | None
    rule: str
    shared: tuple[int, int]
    """Span of further words that belong to it (the verb and partner written once); empty for most."""


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>{alternation(table('commitments.tsv', 'verb', 'commitment'))})")


def _without_parenthesis(text: str, start: int, end: int) -> tuple[int, int]:
    """A task's span without the list in parentheses at its end."""
    opened = text.find("（", start, end)
    return stripped(text, start, opened if opened > start and text[start:end].rstrip(" ").endswith("）") else end)


def _listed(reading: Reading, found: TaskList) -> Iterator[Task]:
    topic = topic_of(reading, reading.sentences[found.sentence])
    for label, span in zip(found.labels, found.spans, strict=True):
        start, end = _without_parenthesis(reading.text, *span)
        written = reading.text[start:end]
        complete = label if label != reading.text[slice(*span)] else written
        shared = found.spans[0] if complete != written else (start, start)
        yield Task(found.kind, complete.strip(), start, end, found.sentence, topic, "areas_and_tasks", shared)


_SAFEGUARDS = re.compile(r"保障措施|组织保障|组织实施|实施保障|保障机制|工作保障")
_PLANNED = re.compile(r"任务|重点工作|工作安排|举措|措施|工作重点|主要工作|重点领域")
_GENERIC = re.compile(
    r"(?:总体|工作|组织|实施|主要|重点|保障|有关|具体)*(?:要求|目标|任务|措施|保障|实施|安排|思路|原则|定位|举措|背景|内容|特点|意义|依据|工作|机制)"
)


def _heading_kind(reading: Reading, ordinal: int) -> str:
    """What a numbered heading is: a safeguard, a key task of a plan or a report, else an action."""
    above, parent = "", reading.sections[ordinal].parent
    while parent:
        above, parent = above + reading.sections[parent].heading, reading.sections[parent].parent
    if _SAFEGUARDS.search(above):
        return "SafeguardMeasure"
    planned = reading.entity.kind == "Plan" or (reading.entity.kind == "PolicyDocument" and _PLANNED.search(above))
    return "KeyTask" if planned else "Action"


def _headings(reading: Reading) -> Iterator[Task]:
    """Numbered headings that open with a verb: a plan's key tasks and safeguards, another text's actions."""
    for section in reading.sections[1:]:
        start, end = section.heading_start, section.heading_end
        if not section.number or end - start < 4 or _GENERIC.fullmatch(reading.text, start, end):
            continue
        if not _verb().match(reading.text, start, end):
            continue
        sentence = next((s for s in reading.sentences if s.start <= start < s.end), None)
        if sentence is not None:
            kind = _heading_kind(reading, section.ordinal)
            own = reading.topics.get(section.ordinal)
            topic = None if kind == "SafeguardMeasure" or own is reading.topics.get(0) else own
            yield Task(kind, reading.text[start:end], start, end, sentence.ordinal, topic, "numbering", (start, start))


def _actions(reading: Reading, taken: Iterable[tuple[int, int]]) -> Iterator[Task]:
    """Verb-led clauses outside the counted lists and headings."""
    closed = sorted(taken)
    for sentence in reading.sentences:
        passage = reading.text[sentence.start : sentence.end]
        if _IDEOLOGY.search(passage) or any(start < sentence.end and sentence.start < end for start, end in closed):
            continue
        for clause in reading.clauses[sentence.ordinal]:
            start = _action_start(reading, clause)
            label = reading.text[start : clause.end]
            if (
                start < 0
                or not 6 <= len(label) <= 60
                or _NO_ACTION.search(label)
                or is_achieved(reading.text, clause.start, clause.end)
            ):
                continue
            yield Task("Action", label, start, clause.end, sentence.ordinal, clause.subject, "actions", (start, start))


_MODAL = re.compile(r"(?:等市|等地|两市|两地)?(?:将|要|应|须|还将|也将|还要)")


def _action_start(reading: Reading, clause: Clause) -> int:
    """Where the verb-led part of a clause begins, its own places included; -1 where it has none."""
    lead = LEAD.match(reading.text, clause.start, clause.end)
    position = lead.end() if lead else clause.start
    if _verb().match(reading.text, position, clause.end):
        return position
    if clause.own and clause.subject is not None and clause.subject.start == position:
        modal = _MODAL.match(reading.text, clause.subject.end, clause.end)
        if modal and _verb().match(reading.text, modal.end(), clause.end):
            return position
    return -1


def _places(reading: Reading, task: Task) -> Iterator[tuple[Entity, Grade]]:
    """Places that a task names, those inside the name of a positioning left out."""
    hidden = list(_positioning_spans(reading, task.start, task.end))
    spans = [(task.start, task.end), task.shared]
    for start, end in spans:
        for name in reading.names.within(start, end, "place", "pair"):
            if not any(low < name.start + 1 and name.end <= high for low, high in hidden):
                for entity in name.entities:
                    yield entity, "Expanded" if name.sort == "pair" else "Stated"


def _positioning_spans(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of positionings inside a task: behind a place that opens the object (建设大连东北亚海洋强市)."""
    for name in reading.names.within(start, end, "place"):
        if name.entities[0].kind in {"City", "County", "Province"} and describe(reading.text[name.end : end]):
            yield name.end, end


def _partners(reading: Reading, task: Task) -> set[Entity]:
    """Places that a task only deals with: behind 与, 面向, 对接 and their like."""
    names = reading.names.within(task.start, task.end, "place")
    return {e for name in names if reading.text[: name.start].endswith(PARTNER_MARKS) for e in name.entities}


def _group_places(reading: Reading, task: Task, groups: Mapping[str, Group]) -> Iterator[tuple[Entity, Grade]]:
    labels = [p.label for p in reading.phrases if task.start <= p.start and p.end <= task.end]
    labels += [
        n.entities[0].key
        for n in reading.names.within(task.start, task.end, "place")
        if n.entities[0].kind == "PlaceGroup"
    ]
    for group in (groups[label] for label in labels if label in groups):
        if group.entity.kind == "PlaceGroup":
            yield group.entity, "Stated"
            for member in group.members:
                if member.description.entity.kind in PLACES:
                    yield member.description.entity, "Expanded"


def _topic_places(task: Task, named: Iterable[Entity]) -> Iterator[tuple[Entity, Grade]]:
    """The topic's places; of several only those that the task names, where it names any of them."""
    entities = task.topic.entities if task.topic else ()
    chosen = [entity for entity in entities if entity in named]
    if len(entities) == 1 or not chosen:
        for entity in entities:
            yield entity, "Inherited"


def involved(reading: Reading, task: Task, groups: Mapping[str, Group]) -> dict[Entity, Grade]:
    """The places that a task involves, each with the grade of the strongest reading."""
    own = [*_places(reading, task), *_group_places(reading, task, groups)]
    found: dict[Entity, Grade] = {}
    for entity, grade in [*own, *_topic_places(task, {entity for entity, _ in own})]:
        found.setdefault(entity, grade)
    return found


def _claims(reading: Reading, task: Task, entity: Entity, groups: Mapping[str, Group]) -> Iterator[Finding]:
    start, end = min(task.start, *([task.shared[0]] if task.shared[1] > task.shared[0] else [task.start])), task.end
    listed: Grade = "Listed" if task.rule == "areas_and_tasks" else "Stated"
    yield Coined(Description(entity, task.label), task.start, task.end)
    section = Entity("Section", str(reading.sentences[task.sentence].section), reading.document.id)
    yield Claim(entity, "inSection", section, start, end, listed, task.rule)
    verb = _verb().match(reading.text, start if task.shared[1] > task.shared[0] else task.start, end)
    if verb:
        scale = table("commitments.tsv", "verb", "commitment")[verb["verb"]][0]
        yield Claim(entity, "commitment", Entity("Commitment", scale), *verb.span(), "Stated", task.rule)
    places = involved(reading, task, groups)
    for place, grade in places.items():
        yield Claim(entity, "involves", place, start, end, grade, task.rule)
    hidden = list(_positioning_spans(reading, task.start, task.end))
    partners = _partners(reading, task)
    for name in reading.names.within(task.start, task.end, "industry"):
        yield Claim(entity, "concernsIndustry", name.entities[0], start, end, "Stated", task.rule)
        if any(low <= name.start and name.end <= high for low, high in hidden):
            continue
        for place, grade in places.items():
            if place in partners:
                continue
            yield Claim(place, "concernsIndustry", name.entities[0], start, end, grade, task.rule)


def tasks_of(reading: Reading) -> list[Task]:
    """All tasks of a text, in order."""
    lists = list(task_lists(reading))
    found = [task for one in lists for task in _listed(reading, one)]
    found += _headings(reading)
    taken = [(task.start, task.end) for task in found] + [(one.start, one.end) for one in lists]
    found += _actions(reading, taken)
    return sorted(found, key=lambda task: (task.start, task.end))


def _task_before(reading: Reading, tasks: Sequence[Task], given: Responsibility) -> Task | None:
    """The task that a responsibility belongs to: the first of its paragraph's own, else the nearest one before."""
    low = reading.text.rfind("\n", 0, given.anchor) + 1
    before = [task for task in tasks if task.start < given.anchor]
    inside = [task for task in before if task.start >= low and task.rule == "actions"]
    counted = [task for task in before if task.start >= low and task.rule == "areas_and_tasks"]
    return next(iter(inside), (counted or before or [None])[-1])


def task_findings(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Yield what the text says of its tasks: section, commitment, places, industries.

    A task that stands in two sections in the same words is two tasks; the later one's key has its section's ordinal.

    >>> from extract.pipeline import claims
    >>> claims("围绕优化布局、推进沈抚同城化等2方面，提出17项任务。辽宁。", "involves")
    ['推进沈抚同城化 → 沈阳市', '推进沈抚同城化 → 抚顺市']
    """
    sections: dict[str, int] = {}
    given = list(responsibilities(reading))
    tasks = tasks_of(reading)
    for task in tasks:
        section = reading.sentences[task.sentence].section
        first = sections.setdefault(task.label, section)
        key = task.label if first == section else f"{task.label}·{section}"
        entity = Entity(task.kind, key, reading.document.id)
        linked = list(_claims(reading, task, entity, groups))
        linked += [
            Claim(entity, one.predicate, one.organization, one.start, one.end, "Stated", responsibilities_rule)
            for one in given
            if _task_before(reading, tasks, one) is task
        ]
        about = any(isinstance(f, Claim) and f.predicate not in {"inSection", "commitment"} for f in linked)
        if about or task.kind != "Action" or reading.entity.kind != "PolicyDocument":
            yield from linked
