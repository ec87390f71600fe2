"""Tasks: areas and key tasks of counted lists, task headings of a plan, and every other clause that says what shall be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.clauses import Clause, Subject
from extract.grammar.achievements import is_achieved
from extract.grammar.areas_and_tasks import TaskList, task_lists
from extract.grammar.task_headings import task_headings
from extract.names.name import free_of
from extract.numerals import COUNTING
from extract.reading import Reading, issuing_place, topic_of
from extract.scanning import line_starts, scan
from extract.spans import merged, stripped
from extract.tokens.verb_openings import has_acting_noun
from extract.values import Section
from extract.wordlists import alternation, any_of, names_of, table

_NUMBERED = rf"（[{COUNTING}\d]+）|[{COUNTING}]+[、是要]|\d{{1,2}}[.、]|——?"
_BY_YEAR = r"(?:力争|争取|预计|计划)?(?:到|至)20\d\d年(?:底|末)?"
_IN_YEAR = rf"20\d\d年[底末]?(?:之?前)?|[今明]年[底末]?|未来(?:[{COUNTING}\d]+年)?"
_MEANING = r"“[^“”]{2,6}”(?:是指|指的是|指|即|是|为)"
_LEAD = re.compile(
    rf"(?:\s|{_NUMBERED}|{any_of('connectives.txt')}|{_BY_YEAR}|{_IN_YEAR}|{_MEANING}"
    rf"|{any_of('adverbs_before_handled_objects.txt')}(?=[把将支推])|经过[^，]{{1,8}}努力)*"
)
"""Connectives and times before the verb that opens an action."""
_IDEOLOGY = re.compile(any_of("guiding_thought.txt"))
_NO_ACTION = re.compile(
    rf"[？！了]|(?<!不)是|{any_of('news_not_tasks.txt')}|^{any_of('openings_of_no_task.txt')}|{any_of('ends_of_no_task.txt')}$"
)


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
def commitment_verb() -> re.Pattern[str]:
    """Matches a verb of the commitment scale."""
    return re.compile(rf"(?P<verb>{alternation(table('commitments.tsv', 'verb', 'commitment'))})")


def _without_parenthesis(text: str, start: int, end: int) -> tuple[int, int]:
    """A task's span without the list in parentheses at its end."""
    opened = text.find("（", start, end)
    return stripped(text, start, opened if opened > start and text[start:end].rstrip(" ").endswith("）") else end)


def _list_subject(reading: Reading, found: TaskList) -> Subject | None:
    """The place that the clause of a list opens with: «广州从…四大方面提出15项任务»."""
    for clause in reading.clauses[found.sentence]:
        holds = clause.start <= found.start < clause.end
        if holds and clause.own and clause.subject is not None and clause.subject.end <= found.start:
            return clause.subject
    return None


_SET_DOWN = re.compile(any_of("documents_that_set_tasks.txt"))
"""A document that the sentence of a list speaks of: its items are what the document sets down."""


def _spoken_of(reading: Reading, found: TaskList) -> Subject | None:
    """The place that an earlier clause of the list's sentence speaks of: «上海发布《…》,在…等7方面采取措施»."""
    start = reading.sentences[found.sentence].start
    holding = (c for c in reading.clauses[found.sentence] if c.start <= found.start < c.end)
    return next((c.subject for c in holding if c.subject is not None and start <= c.subject.start < found.start), None)


def _own_region(reading: Reading) -> Subject | None:
    """The place that the text itself is about, where that is narrower than a province or the text has no sections."""
    own = reading.topics.get(0)
    narrow = own is not None and all(entity.kind != "Province" for entity in own.entities)
    return own if narrow or len(reading.sections) == 1 else None


def _issued_for(reading: Reading, found: TaskList) -> Subject | None:
    """The place of the office that issues what the text is about; with sections, a text's headings say whom each concerns."""
    sentence = reading.sentences[found.sentence]
    offices = reading.names.within(0, len(reading.text), "organization")
    said = _SET_DOWN.search(reading.text, sentence.start, found.start)
    place = issuing_place(reading) if said and offices and len(reading.sections) == 1 else None
    return Subject((place,), found.start, found.start, "Inherited") if place is not None else None


def _listed(reading: Reading, found: TaskList) -> Iterator[Task]:
    topic = _list_subject(reading, found) or topic_of(reading, reading.sentences[found.sentence])
    topic = topic or _own_region(reading) or _spoken_of(reading, found) or _issued_for(reading, found)
    for label, span in zip(found.labels, found.spans, strict=True):
        start, end = _without_parenthesis(reading.text, *span)
        written = reading.text[start:end]
        complete = label if label != reading.text[slice(*span)] else written
        shared = found.spans[0] if complete != written else (start, start)
        yield Task(found.kind, complete.strip(), start, end, found.sentence, topic, "areas_and_tasks", shared)


_SAFEGUARDS = re.compile(r"保障措施|组织保障|组织实施|实施保障|保障机制|工作保障")
_NORMATIVE = re.compile(rf"{any_of('signs_of_what_shall_be.txt')}|到20\d\d年")
"""A sentence of news speaks of what shall be done only with one of these."""
_GIVEN = re.compile(r"责任单位|牵头单位|(?:[厅局委办部]|政府)牵头")


def _headings_above(reading: Reading, section: int | None) -> str:
    """The headings of a section and of those that hold it."""
    found = ""
    while section:
        found, section = found + reading.sections[section].heading, reading.sections[section].parent
    return found


def _headings(reading: Reading) -> Iterator[Task]:
    """Numbered headings that say what shall be done: areas, key tasks, safeguards, an interpretation's actions."""
    for kind, section in task_headings(reading):
        start, end = section.heading_start, section.heading_end
        sentence = reading.sentence_at(start)
        if sentence is not None:
            own = reading.topics.get(section.ordinal)
            topic = None if kind == "SafeguardMeasure" or own is reading.topics.get(0) else own
            yield Task(kind, reading.text[start:end], start, end, sentence.ordinal, topic, "numbering", (start, start))


def _actions(reading: Reading, taken: Iterable[tuple[int, int]]) -> Iterator[Task]:
    """Verb-led clauses outside the counted lists and headings."""
    closed = merged(list(taken))
    planned = _is_planned(reading)
    for sentence in reading.sentences:
        passage = reading.text[sentence.start : sentence.end]
        titled = reading.title[0] <= sentence.start < reading.title[1]
        if titled or _IDEOLOGY.search(passage) or not free_of(closed, sentence.start, sentence.end):
            continue
        if not planned and not _NORMATIVE.search(passage):
            continue
        safeguards = _SAFEGUARDS.search(_headings_above(reading, sentence.section)) is not None
        kind = "SafeguardMeasure" if safeguards else "Action"
        for clause in reading.clauses[sentence.ordinal]:
            start = _action_start(reading, clause, planned)
            end = clause.end - (reading.text[clause.end - 1] == "等")
            if start >= 0 and _GIVEN.search(reading.text, start, end):
                _, end = _without_parenthesis(reading.text, start, end)
            label = reading.text[start:end]
            if (
                start < 0
                or not 6 <= len(label) <= 60
                or _NO_ACTION.search(label)
                or label.endswith(_SUBORDINATE)
                or has_acting_noun(reading.tokens, start, end)
                or is_achieved(reading.tokens, clause.start, clause.end)
            ):
                continue
            topic = None if safeguards and not clause.own else clause.subject
            yield Task(kind, label, start, end, sentence.ordinal, topic, "actions", (start, start))


_SUBORDINATE = ("的", "时", "后", "前", "之日起")
"""What ends so says when or on what condition something holds."""
_MODAL = re.compile(r"(?:[等两][市地])?(?:[还也]?将|还?要|[应须])")


def _is_planned(reading: Reading) -> bool:
    """Whether a text sets tasks throughout: a plan, an interpretation, or one that gives tasks to offices."""
    return reading.entity.kind != "PolicyDocument" or _GIVEN.search(reading.text) is not None


def _action_start(reading: Reading, clause: Clause, planned: bool) -> int:
    """Where the verb-led part of a clause begins, its own places included; -1 where it has none."""
    lead = _LEAD.match(reading.text, clause.start, clause.end)
    position = lead.end() if lead else clause.start
    position += len("包括") if reading.text.startswith("包括", position) else 0
    if commitment_verb().match(reading.text, position, clause.end):
        return position
    if clause.own and clause.subject is not None and clause.subject.start == position:
        modal = _MODAL.match(reading.text, clause.subject.end, clause.end)
        verb = modal.end() if modal else clause.subject.end
        if (modal or planned) and commitment_verb().match(reading.text, verb, clause.end):
            return position
    return -1


@lru_cache(maxsize=1)
def _given_line() -> re.Pattern[str]:
    """Matches a line, and the line under it that gives it to offices: （一）地区生产总值增长7%⏎责任单位：…."""
    roles = alternation(names_of("roles_of_offices.txt"))
    return re.compile(
        rf"^\s*(?:{_LINE_NUMBER})?(?P<task>[^\n：，。]{{4,60}})。?[ \u3000]*\n\s*(?:{roles})(?:及分工)?：", re.MULTILINE
    )


_LINE_NUMBER = rf"（[{COUNTING}\d]{{1,3}}）|[{COUNTING}]{{1,3}}、|\d{{1,2}}[.、]"


def _given_lines(reading: Reading, taken: Iterable[tuple[int, int]]) -> Iterator[Task]:
    """Lines that are no task by their words, but are given to offices in the next line."""
    closed = merged(list(taken))
    for match in scan(line_starts(reading.text), _given_line(), reading.text) if "：" in reading.text else ():
        start, end = match.span("task")
        sentence = reading.sentence_at(start)
        if sentence is not None and free_of(closed, start, end):
            topic = reading.topics.get(sentence.section)
            yield Task("Action", match["task"], start, end, sentence.ordinal, topic, "actions", (start, start))


def _given_headings(reading: Reading, items: Iterable[Section], taken: Iterable[tuple[int, int]]) -> Iterator[Task]:
    """Headings that are no task by their words, but whose items are given to offices."""
    closed = merged(list(taken))
    for section in sorted({one.ordinal: one for one in items}.values(), key=lambda one: one.heading_start):
        start, end = section.heading_start, section.heading_end
        sentence = reading.sentence_at(start)
        if sentence is not None and free_of(closed, start, end):
            topic = reading.topics.get(section.ordinal)
            yield Task(
                "Action", reading.text[start:end], start, end, sentence.ordinal, topic, "actions", (start, start)
            )


def tasks_of(reading: Reading, items: Iterable[Section] = ()) -> list[Task]:
    """All tasks of a text, in order.

    Arguments: reading; items, sections that are given to offices as a whole, whose headings are tasks whatever their words.
    """
    lists = list(task_lists(reading))
    found = [task for one in lists for task in _listed(reading, one)]
    found += _headings(reading)
    taken = [(task.start, task.end) for task in found] + [(one.start, one.end) for one in lists]
    given = list(_given_headings(reading, items, taken))
    given += _given_lines(reading, [*taken, *((task.start, task.end) for task in given)])
    found += given
    found += _actions(reading, [*taken, *((task.start, task.end) for task in given)])
    return sorted(found, key=lambda task: (task.start, task.end))
