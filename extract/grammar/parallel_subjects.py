"""Parallel subjects: «支持甲市建设A、乙市建设B,共同打造C», where the places of the clause before are the subject together.

Pattern: a clause that opens with 共同, 携手, 联合 … takes all places that have a verb of their own in the clause before it; one that
opens with 与甲市共同 takes 甲市 beside the subject before it.

Accepted: «支持沈阳建设A、大连建设B,共同打造C», C is of both; «支持沈阳建设A,与大连共同打造B», B is of both.
Refused: «支持沈阳建设A,打造B», whose B is of 沈阳 alone by inheritance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.clauses import Clause, Subject, list_before
from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.role_frames import role_frames
from extract.reading import Reading
from extract.tokens import has_class
from extract.wordlists import names_of


def partnered_subject(reading: Reading, clause: Clause, frame: RoleFrame) -> Subject | None:
    """The places right before a verb, with the subject of the clause where they are its partners: 「甲市…，」与乙市共同打造A.

    Arguments: reading; clause; frame, a role frame of it. None where no place stands right before the verb.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def places(text):
    ...     reading = prepare(Document("a", text))
    ...     clause = reading.clauses[0][-1]
    ...     (frame,) = role_frames(reading.tokens, reading.names, clause)
    ...     return [entity.key for entity in partnered_subject(reading, clause, frame).entities]
    >>> places("支持沈阳发展金融业，与大连共同打造开放高地"), places("支持沈阳发展金融业，大连打造开放高地")
    (['沈阳市', '大连市'], ['大连市'])
    """
    if frame.places is None:
        return None
    given, tokens = frame.places.subject(), reading.tokens
    first, last = tokens.within(clause.start, clause.end)
    beside = frame.places.first - 1
    if beside > first and tokens.word(beside) in names_of("partner_marks.txt"):
        others = list_before(tokens, reading.names, first, beside)
        return replace(given, entities=(*others.subject().entities, *given.entities)) if others is not None else given
    partners = frame.places.first == first + 1 and tokens.word(first) in names_of("partner_marks.txt")
    together = any(has_class(tokens.word(at), "together") for at in range(frame.places.behind, frame.verb))
    whole = frame.kind == "becoming" and frame.last == last and tokens.letters[frame.first] != "t"
    own = clause.subject
    if not (partners and together and whole) or own is None or clause.own:
        return given
    entities = tuple(dict.fromkeys((*own.entities, *given.entities)))
    return Subject(entities, min(own.start, given.start), max(own.end, given.end), own.grade)


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
