"""Issuing offices: the offices of which an earlier clause of the sentence speaks, where the title's own clause opens with the verb.

Pattern: «甲省委、省政府高度重视种业，出台了《…》», «甲局会同乙办出台了《A》；会同丙局出台了《B》».

Accepted: «上海市委、市政府重视种业，出台了《上海市种业方案》», both of them.
Refused: «省政府重视种业，各地出台了《种业方案》», whose last clause speaks of others.
"""

from __future__ import annotations

import re

from extract.names.name import JOINTS, Name
from extract.reading import Reading
from extract.values import Sentence
from extract.wordlists import alternation, any_of, word_classes

_LATELY = alternation([*word_classes()["adverbs"], *word_classes()["past"]])
_ISSUES_TOO = re.compile(
    rf"{any_of('bodies_spoken_of.txt')}?(?:{_LATELY})*(?:会同[^，。；《》]{{2,24}}?)?{any_of('issuing_verbs.txt')}了?《?"
)
"""What stands between the beginning of a clause that names nobody, or only 该局, and its title."""
_LONGER_BODY = re.compile(rf"[\u4e00-\u9fff]{{0,10}}{any_of('ends_of_longer_bodies.txt')}")
_BETWEEN = JOINTS | {"会同", "联合"}


def offices_spoken_of(reading: Reading, sentence: Sentence, title: int) -> list[Name]:
    """Return the offices with which the clauses before a title's own open, empty where that clause names who issues.

    Arguments: reading; sentence of the title; title, where it begins in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def offices(text):
    ...     row = prepare(Document("a", text))
    ...     return [name.entities[0].key for name in offices_spoken_of(row, row.sentences[0], text.index("《"))]
    >>> offices("上海市委、市政府高度重视种业，贯彻中央部署，出台了《种业方案》。")
    ['中共上海市委', '上海市人民政府']
    >>> offices("省政府高度重视种业，各地出台了《种业方案》。")
    []
    """
    clauses = [clause for clause in reading.clauses[sentence.ordinal] if clause.start <= title]
    if not clauses or _ISSUES_TOO.fullmatch(reading.text, clauses[-1].start, title) is None:
        return []
    for clause in reversed(clauses[:-1]):
        first = reading.names.at(clause.start, clause.end, "organization")
        if first is not None:
            return [] if is_of_another(reading.text, first.end) else _list_from(reading, first, clause.end)
        if clause.own or clause.other:
            return []
    return []


def is_of_another(text: str, end: int) -> bool:
    """Whether a body's name is only the beginning of another's. Arguments: text; end of the name in code points.

    >>> is_of_another("国务院安全生产委员会印发", 3), is_of_another("国务院印发", 3)
    (True, False)
    """
    return _LONGER_BODY.match(text, end) is not None


def _list_from(reading: Reading, first: Name, end: int) -> list[Name]:
    """An office and those joined to it."""
    found = [first]
    for name in reading.names.within(first.end, end, "organization"):
        if reading.text[found[-1].end : name.start] not in _BETWEEN or is_of_another(reading.text, name.end):
            break
        found.append(name)
    return found
