"""Areas and key tasks: «围绕A、B…等N个方面,提出(了)X、Y、Z等M项重点任务», «从…等9个方面», «实施A、B、C等5项行动».

An item of «…方面» is a TaskArea, an item of «…任务/措施/行动/工程» a KeyTask. Areas list all of their number more often than
not, tasks are mostly examples; both declared counts are kept beside what is listed.

Accepted: «围绕优化布局、推动互联等2方面,提出了推进同城化、构建网络等17项重点任务»: two areas, two tasks.
Refused: «从一批项目等方面», which has no count; «在3个方面», which lists nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.grammar.declared_counts import Count, declared_counts
from extract.grammar.listed_items import Span, items_before
from extract.grammar.lists_behind_counts import items_behind, items_without_count
from extract.grammar.shared_heads import completed
from extract.reading import Reading
from extract.spans import at_depth_zero
from extract.tokens.verb_openings import opening_verb
from extract.values import Sentence
from extract.wordlists import names_of

RULE = "areas_and_tasks"
_SIGNS = names_of("signs_of_counts.txt")
"""Each count has one of these, so that other sentences cost nothing."""
_TAIL = re.compile(r"[\u4e00-\u9fff]{2,10}(?=$|[，。；])")
_NEAR = 20
"""Code points before a list of tasks within which stands that they are tasks."""
_ACTIONS_OF_TASKS = re.compile(r"[大项](?:行动|工程)[^，。；]{0,4}?\d{1,3}[项条][\u4e00-\u9fff]{0,4}(?:任务|举措|措施)")
"""«六大行动32项任务»: the actions are areas, since each holds tasks."""


@dataclass(frozen=True, slots=True)
class TaskList:
    """The items of one list of areas or tasks, with the count that the text declares for them."""

    kind: str
    """`TaskArea` or `KeyTask`."""
    labels: tuple[str, ...]
    spans: tuple[Span, ...]
    declared: int
    """0 where the text declares none."""
    start: int
    end: int
    sentence: int
    label: str = ""
    """What they stand behind: 4项重点任务, or 重点任务 where none are counted; empty where they stand before their count."""


def _before(reading: Reading, sentence: Sentence, count: Count, low: int) -> TaskList | None:
    spans = items_before(reading, low, count)
    if spans is None:
        return None
    text = reading.text
    tail = _TAIL.match(text, count.end, sentence.end) if count.kind == "TaskArea" else None
    shared = tail.group() if tail and _is_verbal(reading, *tail.span()) else ""
    first = reading.names.within(*spans[0], "place")
    partner = text[first[0].start : first[0].end] if first else ""
    labels = completed([text[a:b] for a, b in spans], shared, partner)
    return TaskList(count.kind, labels, tuple(spans), count.declared, spans[0][0], count.end, sentence.ordinal)


def _is_verbal(reading: Reading, start: int, end: int) -> bool:
    """Whether what stands behind a count can be the verb of all its items (融合对接), neither a noun nor a new verb."""
    first, last = reading.tokens.within(start, end)
    letters, word = reading.tokens.letters[first:last], reading.text[start:end]
    new = opening_verb().match(word) or word.startswith(
        (*names_of("task_list_openers.txt"), *names_of("setting_about.txt"))
    )
    return letters != "" and letters[-1] in "VYA" and not new


def _behind(reading: Reading, sentence: Sentence, count: Count) -> TaskList | None:
    spans = items_behind(reading, sentence, count)
    if spans is None:
        return None
    holds_tasks = count.named and _ACTIONS_OF_TASKS.search(reading.text) is not None
    kind = "TaskArea" if holds_tasks else count.kind
    end = max(spans[-1][1] if spans[-1][1] <= sentence.end else spans[0][1], count.end)
    labels = tuple(reading.text[a:b] for a, b in spans)
    return TaskList(kind, labels, tuple(spans), count.declared, spans[0][0], end, sentence.ordinal, count.label)


def _without_count(reading: Reading, sentence: Sentence) -> TaskList | None:
    spans = items_without_count(reading, sentence)
    if spans is None:
        return None
    labels = tuple(reading.text[a:b] for a, b in spans)
    before = reading.text[max(0, spans[0][0] - _NEAR) : spans[0][0]]
    named = max(names_of("tasks_counted_off.txt"), key=before.rfind)
    return TaskList("KeyTask", labels, tuple(spans), 0, *spans[0], sentence.ordinal, named)


def _closes_with(found: TaskList, counts: Sequence[Count], own: Count) -> bool:
    """Whether the list behind a count ends with another: «12条措施包括甲、乙、丙3个部分», which lists the parts."""
    return any(own.end <= other.start < found.spans[-1][1] <= other.end for other in counts)


def task_lists(reading: Reading) -> Iterator[TaskList]:
    """Yield the counted lists of areas and tasks.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def lists(text):
    ...     return [(found.kind, found.labels, found.declared) for found in task_lists(prepare(Document("a", text)))]
    >>> for found in lists("围绕优化布局、推动互联等2方面，提出了推进同城化、构建网络等17项重点任务。"):
    ...     print(found)
    ('TaskArea', ('优化布局', '推动互联'), 2)
    ('KeyTask', ('推进同城化', '构建网络'), 17)
    >>> lists("部署了5项重点任务，包括优化布局、推动互联。"), lists("抓好2个方面的工作：一是优化布局，二是推动互联。")
    ([('KeyTask', ('优化布局', '推动互联'), 5)], [('TaskArea', ('优化布局', '推动互联'), 2)])
    >>> lists("从优化布局、推动互联等方面入手，在3个方面发力。")
    []
    """
    for sentence in reading.sentences:
        passage = reading.text[sentence.start : sentence.end]
        uncounted = _without_count(reading, sentence)
        if uncounted is not None:
            yield uncounted
        if not any(sign in passage for sign in _SIGNS):
            continue
        low = sentence.start
        counts = list(declared_counts(reading, sentence.start, sentence.end))
        for count in counts:
            if not at_depth_zero(reading.text, sentence.start, sentence.end, count.start):
                continue
            found = _before(reading, sentence, count, low) or _behind(reading, sentence, count)
            if found is not None and not _closes_with(found, counts, count):
                yield found
            low = count.end
