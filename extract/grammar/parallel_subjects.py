"""Parallel subjects: «支持甲市建设A、乙市建设B,共同打造C», where the places of the clause before are the subject together.

Pattern: a clause that opens with 共同, 携手, 联合 … takes all places that have a verb of their own in the clause before it.

Accepted: «支持沈阳建设A、大连建设B,共同打造C», C is of both.
Refused: «支持沈阳建设A,打造B», whose B is of 沈阳 alone by inheritance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.clauses import Clause, Subject
from extract.grammar.role_frames import role_frames
from extract.reading import Reading
from extract.tokens import has_class


def joint_subject(reading: Reading, clauses: Sequence[Clause], position: int) -> Subject | None:
    """The subject of a clause, which is that of all places before it where it says that they act together.

    Arguments: reading; clauses of the sentence; position of the clause.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def places(text):
    ...     reading = prepare(Document("a", text))
    ...     return [entity.key for entity in joint_subject(reading, reading.clauses[0], 1).entities]
    >>> places("支持沈阳建设金融中心、大连建设航运中心，共同打造开放高地")
    ['沈阳市', '大连市']
    >>> places("支持沈阳建设金融中心，打造开放高地")
    ['沈阳市']
    """
    clause = clauses[position]
    first, _ = reading.tokens.within(clause.start, clause.end)
    if not position or clause.own or not has_class(reading.tokens.word(first), "together"):
        return clause.subject
    before = role_frames(reading.tokens, reading.names, clauses[position - 1])
    named = [frame.places.subject("Inherited") for frame in before if frame.places is not None]
    entities = tuple(dict.fromkeys(entity for subject in named for entity in subject.entities))
    if len(named) < 2 or len(entities) < 2:
        return clause.subject
    return replace(named[0], entities=entities, end=named[-1].end)
