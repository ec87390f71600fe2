"""What stands between the characters of a text and is not read: «到 2025 年达到[3] 30%» reads as «到2025年达到30%».

These are spaces between Chinese characters and numbers or Latin letters, marks of notes, and line ends inside paragraphs. The
grammar reads the text without them; what it found is then put back to the offsets of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extract.line_wraps import line_wraps
from extract.note_marks import note_marks
from extract.values import Document, Evidence, Fact, Facts, Mention, Section, Sentence, Unresolved

_SPACE = r"[ \u00a0\u2002-\u200a\u202f]"
_HAN = r"[\u4e00-\u9fff，。；：、（）《》“”%％]"
_SET_APART = re.compile(
    rf"{_SPACE}(?:(?<={_HAN}{_SPACE})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％]{_SPACE})(?=[\u4e00-\u9fff（《“%％]))"
)
_KEPT = re.compile(r"(?:^|\n)\s*[0-9A-Za-z]{1,3}$|[:\-/][0-9]{1,2}$|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}$|[A-Za-z][-+]$")
"""What stands before a space that parts: a number of a heading, a date, a time."""
_REACH = 12

Placed = TypeVar("Placed", Section, Sentence, Mention, Evidence, Unresolved)


def squeeze(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text without what is not read in it, and the offset in the text of each character that is left.

    >>> squeeze("到 2025 年")
    ('到2025年', (0, 2, 3, 4, 5, 7))
    >>> squeeze("到2027年，高新企业[1]\\n达到6000家")[0]
    '到2027年，高新企业达到6000家'
    >>> squeeze("1 总则\\n2023-05-18 来源")[0]
    '1 总则\\n2023-05-18 来源'
    """
    dropped = {
        match.start()
        for match in _SET_APART.finditer(text)
        if not _KEPT.search(text, max(0, match.start() - _REACH), match.start())
    }
    for start, end in (*note_marks(text), *line_wraps(text)):
        dropped.update(range(start, end))
    kept = tuple(position for position in range(len(text)) if position not in dropped) if dropped else ()
    return ("".join(text[position] for position in kept), kept) if dropped else (text, tuple(range(len(text))))


def relocated(facts: Facts, document: Document, positions: Sequence[int]) -> Facts:
    """Return what was read in a squeezed text with the offsets of the document's own text.

    Arguments: facts of the squeezed text; document, the one it was squeezed from; positions, see `squeeze`.

    >>> found = Facts(Document("a", "年"), (), (), (Sentence(0, 0, 5, 0),), (), (), (), ())
    >>> relocated(found, Document("a", "到 20 年"), (0, 2, 3, 5, 6)).sentences
    (Sentence(ordinal=0, start=0, end=7, section=0),)
    """

    def put(start: int, end: int) -> tuple[int, int]:
        first = positions[start] if start < len(positions) else len(document.text)
        return first, (positions[end - 1] + 1 if end > start else first)

    def placed(one: Placed) -> Placed:
        start, end = put(one.start, one.end)
        return replace(one, start=start, end=end)

    def section(one: Section) -> Section:
        start, end = put(one.heading_start, one.heading_end)
        return replace(placed(one), heading_start=start, heading_end=end)

    def fact(one: Fact) -> Fact:
        return replace(one, evidence=tuple(placed(passage) for passage in one.evidence))

    return replace(
        facts,
        document=document,
        sections=tuple(section(one) for one in facts.sections),
        sentences=tuple(placed(one) for one in facts.sentences),
        mentions=tuple(placed(one) for one in facts.mentions),
        facts=tuple(fact(one) for one in facts.facts),
        unresolved=tuple(placed(one) for one in facts.unresolved),
    )
