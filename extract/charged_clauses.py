"""Clauses that are no task by their words, but that are given to offices right behind them.

Pattern: «【力争接待游客1.4亿人次】，市文旅局牵头», «【提供“一杯奶”】（牵头单位：教育厅）».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.clauses import Clause
from extract.grammar.handed_tasks import names_only_bodies
from extract.grammar.responsibilities import Responsibility
from extract.reading import Reading
from extract.tasks import Task

_LEAST, _LONGEST = 6, 60
_OPENING = ("", "由", "并由")
BRACKETS = ("（", "〔")


def own_clauses(reading: Reading, anchor: int) -> tuple[Clause, ...]:
    """The clauses of its sentence that stand before offices which a clause of their own names; none before a bracket or a list.

    Arguments: reading; anchor, where what gives a task to offices begins.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> reading = prepare(Document("a", "接待游客1.4亿人次，由市文旅局牵头，各县区配合。"))
    >>> [[reading.text[one.start : one.end] for one in own_clauses(reading, at)] for at in (12, 19)]
    [['接待游客1.4亿人次'], ['接待游客1.4亿人次']]
    """
    sentence = reading.sentence_at(anchor)
    if sentence is None or reading.text.startswith(BRACKETS, anchor):
        return ()
    clauses = reading.clauses[sentence.ordinal]
    at = next((index for index, one in enumerate(clauses) if one.start <= anchor < one.end), None)
    if at is None or reading.text[clauses[at].start : anchor] not in _OPENING:
        return ()
    while at and names_only_bodies(reading.text, clauses[at - 1].start, clauses[at - 1].end):
        at -= 1
    return clauses[:at]


def _span_before(reading: Reading, anchor: int) -> tuple[Clause, int] | None:
    """The clause right before offices, with where its words end; None where a sentence opens with the offices."""
    if own := own_clauses(reading, anchor):
        return own[-1], own[-1].end
    sentence = reading.sentence_at(anchor)
    if sentence is None or not reading.text.startswith(BRACKETS, anchor):
        return None
    holding = next((one for one in reading.clauses[sentence.ordinal] if one.start < anchor < one.end), None)
    return (holding, anchor) if holding is not None else None


def charged_clauses(reading: Reading, given: Iterable[Responsibility]) -> Iterator[Task]:
    """Yield the clause right before offices that no task of the text is given to, each once.

    Arguments: reading; given, responsibilities for which the text has no task.
    """
    found: set[int] = set()
    for anchor in sorted({one.anchor for one in given}):
        before = _span_before(reading, anchor)
        if before is None or before[0].start in found:
            continue
        clause, end = before
        if _LEAST <= end - clause.start <= _LONGEST:
            found.add(clause.start)
            where = (clause.start, clause.start)
            label = reading.text[clause.start : end]
            yield Task("Action", label, clause.start, end, clause.sentence, clause.subject, "actions", where)
