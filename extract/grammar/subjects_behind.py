"""Subjects behind a sentence: whom the next one of its paragraph goes on speaking of.

Pattern: «甲市加快发展。打造A。»: the last place that a sentence speaks of; behind several, a wider one that holds them.

Accepted: «沈阳加快发展。打造增长极。», both of 沈阳.
Refused: «产业体系是基础。打造增长极。», whose first sentence speaks of a thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.clauses.other_subjects import tells_what_a_thing_is
from extract.clauses.values import Clause, Manner, Subject
from extract.tokens import Tokens
from extract.values import Sentence

OWN: frozenset[Manner] = frozenset(("subject", "handed", "located"))
"""How a clause names places of its own that it speaks of."""
_WIDE = ("Province", "City")
_THINGS_OF_PLACES = re.compile("(?:（P）)?[NJYIKHFDA]{1,8}[、h]P[NJYIKHF、]")


def subject_behind(
    tokens: Tokens, sentence: Sentence, found: Sequence[Clause], before: Subject | None, opens: bool
) -> Subject | None:
    """Return whom the next sentence speaks of where it names nobody; None where that is nobody.

    Arguments: tokens; sentence and its clauses; before, whom it would have spoken of itself; opens, whether it opens a paragraph.

    >>> from extract.pipeline import claims
    >>> claims("沈阳加快发展。打造开放高地。", "hasPositioning"), claims("沈阳加快发展。产业体系是基础。打造开放高地。", "hasPositioning")
    (['沈阳市 → 开放高地'], [])
    """
    named = [one for one in found if one.manner == "subject" and one.subject and not _of_several(tokens, one)]
    quoted = tokens.text.startswith("“", sentence.start)  # “四区”即甲、乙。
    alone = opens and len(found) == 1 and found[0].manner in OWN and not _of_several(tokens, found[0])
    if alone and found[0].subject is not None and not quoted:
        return replace(found[0].subject, grade="Inherited")  # 加快甲地区振兴。…
    if named:
        parted = "；" in tokens.text[sentence.start : sentence.end]
        handed = _handed_on(named, before, _FEWEST_PARTED if parted else _SEVERAL)
        return None if handed is not None and not opens and _are_parts(handed) else handed
    return None if any(one.manner == "other" or _is_of_a_thing(tokens, one) for one in found[:1]) else before


def is_wide(subject: Subject | None) -> bool:
    """Whether a sentence speaks of nothing narrower than a city, so that what it relies on says where things are done.

    >>> is_wide(None)
    True
    """
    return subject is None or all(entity.kind in _WIDE for entity in subject.entities)


def _is_of_a_thing(tokens: Tokens, clause: Clause) -> bool:
    return clause.manner == "open" and tells_what_a_thing_is(tokens, *tokens.within(clause.start, clause.end))


def _handed_on(named: Sequence[Clause], before: Subject | None, several: int) -> Subject | None:
    """Whom the next sentence goes on speaking of: the last subject; behind several, a wider place that all of them lie in."""
    subjects = {clause.subject.entities: clause.subject for clause in named if clause.subject is not None}
    if len(subjects) >= several:
        return before if before is not None and before.entities not in subjects and is_wide(before) else None
    last = named[-1].subject
    return replace(last, grade="Inherited") if last is not None else before


def _are_parts(subject: Subject) -> bool:
    """«…。甲区、乙县推进A。【发展B】»: several counties, named in the midst of a paragraph about the whole."""
    return len(subject.entities) > 1 and all(entity.kind == "County" for entity in subject.entities)


_SEVERAL, _FEWEST_PARTED = 3, 2
"""«甲…，乙、丙…，丁…。【新增…】»: a sentence of so many subjects hands on none of them, nor does one of two that ； parts."""


def _of_several(tokens: Tokens, clause: Clause) -> bool:
    """«甲基地、乙枢纽获批建设»: a clause that speaks of something of one place and something of another."""
    return clause.subject is not None and has_things_of_several(tokens, clause.subject.end, clause.end)


def has_things_of_several(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what stands behind a place is something of it, and then something of another: 甲【中心和乙枢纽建设】.

    Arguments: tokens; start, behind the place, and end of its clause, in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def several(text):
    ...     return has_things_of_several(prepare(Document("a", text)).tokens, 2, len(text))
    >>> several("上海金融中心和沈阳枢纽建设"), several("上海金融中心建设")
    (True, False)
    """
    return _THINGS_OF_PLACES.match(tokens.letters, *tokens.within(start, end)) is not None
