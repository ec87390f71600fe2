"""What a text says of its tasks: section, commitment, places, industries, offices."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from operator import attrgetter

from extract.charged_clauses import BRACKETS, charged_clauses, own_clauses
from extract.charged_items import charged_items
from extract.findings import Claim, Coined, Finding
from extract.grammar.positionings import VERB, items
from extract.grammar.responsibilities import RULE as responsibilities_rule
from extract.grammar.responsibilities import Responsibility, responsibilities
from extract.groups import PLACES, Group
from extract.item_marks import COUNTED_OFF
from extract.reading import Reading
from extract.tasks import Task, commitment_verb, tasks_of
from extract.values import Description, Entity, Grade, Section
from extract.wordlists import table

_REACH = 3
"""A responsibility may stand in the sentence of its task or in one of the two behind it."""


def _places(reading: Reading, task: Task) -> Iterator[tuple[Entity, Grade]]:
    """Places that a task names, those inside the name of a positioning left out."""
    hidden = list(_positioning_spans(reading, task.start, task.end))
    spans = [(task.start, task.end), task.shared]
    for start, end in spans:
        for name in reading.names.within(start, end, "place", "pair"):
            if name.sort == "pair" or not any(low <= name.start and name.end <= high for low, high in hidden):
                for entity in name.entities:
                    yield entity, "Expanded" if name.sort == "pair" else "Stated"


def _positioning_spans(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of positionings inside a task, behind a city that opens one (建设大连东北亚海洋强市)."""
    for verb in VERB.finditer(reading.text, start, end):
        for low, high in items(reading.text, verb.end(), end):
            opening = [name for name in reading.names.within(low, high, "place") if name.start == low]
            own = opening and opening[0].entities[0].kind in {"City", "County"} and opening[0].end < high
            yield (opening[0].end if own else low), high


def _group_places(reading: Reading, task: Task, groups: Mapping[str, Group]) -> Iterator[tuple[Entity, Grade]]:
    first = bisect_left(reading.phrases, task.start, key=attrgetter("start"))
    within = takewhile(lambda phrase: phrase.start < task.end, islice(reading.phrases, first, None))
    labels = [phrase.label for phrase in within if phrase.end <= task.end]
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
    verb = commitment_verb().match(reading.text, start if task.shared[1] > task.shared[0] else task.start, end)
    if verb:
        scale = table("commitments.tsv", "verb", "commitment")[verb["verb"]][0]
        yield Claim(entity, "commitment", Entity("Commitment", scale), *verb.span(), "Stated", task.rule)
    places = involved(reading, task, groups)
    for place, grade in places.items():
        yield Claim(entity, "involves", place, start, end, grade, task.rule)
    for name in reading.names.within(task.start, task.end, "industry"):
        yield Claim(entity, "concernsIndustry", name.entities[0], start, end, "Stated", task.rule)


def _heading_of(reading: Reading, tasks: Sequence[Task], anchor: int, paragraph: int) -> int | None:
    """The task that is the run-in heading of a bracket's paragraph: «2.释放产能。允许…。（商务部负责）»."""
    before = reading.sentence_at(anchor) if reading.text.startswith(BRACKETS, anchor) else None
    if before is None:
        return None
    start = reading.sections[before.section].heading_start
    index = bisect_left(tasks, start, key=lambda task: task.start)
    own = index < len(tasks) and tasks[index].start == start and tasks[index].rule == "numbering"
    return index if own and start >= paragraph else None


def _nearest(reading: Reading, first: int, last: int) -> int:
    """Where the sentences of a stretch begin, or the last of them that is counted off: …。【二是】…。三是…."""
    starts = [sentence.start for sentence in reading.sentences[first:last]]
    return next((start for start in reversed(starts) if _COUNTED_OFF.match(reading.text, start)), starts[0])


_COUNTED_OFF = re.compile(COUNTED_OFF)


def _task_before(
    reading: Reading, tasks: Sequence[Task], given: Responsibility, items: Mapping[int, Section], closed: Sequence[int]
) -> int | None:
    """The place in the order of the tasks that the one has which a responsibility belongs to.

    It is the last before it in a sentence whose clause names the offices, else the first within the passage's sentence and
    the two before it in the same paragraph and item; a responsibility that opens a paragraph belongs to the nearest task before.
    What stands before another bracket (`closed`, offsets in order) is given by that one.
    What closes an item (`items`, by anchors) belongs to its heading.
    """
    if given.anchor in items:
        return bisect_left(tasks, items[given.anchor].heading_start, key=lambda task: task.start)
    paragraph = reading.text.rfind("\n", 0, given.anchor) + 1
    headed = _heading_of(reading, tasks, given.anchor, paragraph)
    if headed is not None:
        return headed
    last = bisect_left(tasks, given.anchor, key=lambda task: task.start)
    clauses = own_clauses(reading, given.anchor)
    if clauses:
        return last - 1 if last and tasks[last - 1].start >= clauses[0].start else None
    opening = bisect_left(reading.sentences, paragraph, key=lambda sentence: sentence.start)
    closing = bisect_right(reading.sentences, given.anchor, key=lambda sentence: sentence.start)
    first = last
    if opening < closing:
        other = closed[before - 1] if (before := bisect_left(closed, given.anchor)) else 0
        nearest = max(other, _nearest(reading, max(opening, closing - _REACH), closing))
        first = bisect_left(tasks, nearest, hi=last, key=lambda task: task.start)
    near = range(first, last)
    inside = [index for index in near if tasks[index].rule == "actions"]
    counted = [index for index in near if tasks[index].rule == "areas_and_tasks"]
    if inside or counted:
        return inside[0] if inside else counted[-1]
    opens = not reading.text[paragraph : given.anchor].strip(" （")
    return last - 1 if last and (opens or near) else None


def task_findings(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Yield what the text says of its tasks: section, commitment, places, industries.

    A task that stands in two sections in the same words is two tasks; the later one's key has its section's ordinal.

    >>> from extract.pipeline import claims
    >>> claims("围绕优化布局、推进沈抚同城化等2方面，提出17项任务。辽宁。", "involves")
    ['推进沈抚同城化 → 沈阳市', '推进沈抚同城化 → 抚顺市']
    """
    sections: dict[str, int] = {}
    charged = list(responsibilities(reading))
    items = charged_items(reading, charged)
    tasks = tasks_of(reading, items.values())
    closed = sorted({one.anchor for one in charged if reading.text.startswith(BRACKETS, one.anchor)})
    loose = [one for one in charged if _task_before(reading, tasks, one, items, closed) is None]
    tasks = sorted([*tasks, *charged_clauses(reading, loose)], key=lambda task: (task.start, task.end))
    given: defaultdict[int | None, list[Responsibility]] = defaultdict(list)
    for one in charged:
        given[_task_before(reading, tasks, one, items, closed)].append(one)
    for index, task in enumerate(tasks):
        section = reading.sentences[task.sentence].section
        first = sections.setdefault(task.label, section)
        key = task.label if first == section else f"{task.label}·{section}"
        entity = Entity(task.kind, key, reading.document.id)
        linked = list(_claims(reading, task, entity, groups))
        linked += [
            Claim(entity, one.predicate, one.organization, one.start, one.end, "Stated", responsibilities_rule)
            for one in given[index]
        ]
        about = any(isinstance(f, Claim) and f.predicate not in {"inSection", "commitment"} for f in linked)
        if about or task.kind != "Action" or reading.entity.kind != "PolicyDocument":
            yield from linked
