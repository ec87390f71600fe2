"""Positionings that open a paragraph each: under a heading 战略定位, or behind «把甲建设成为：».

A paragraph counts whose first part lists roles and says nothing else: «——甲示范区。…», «（一）甲高地。…», «甲枢纽、乙基地。».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.clauses import Subject
from extract.findings import Claim, Coined, Finding
from extract.grammar.positionings import NOUN, VERB, describe, items
from extract.item_marks import ITEM_MARK
from extract.noun_phrases import is_noun_phrase
from extract.reading import Reading
from extract.spans import cut

RULE = "positionings"
_HEADING = re.compile(rf"{NOUN}$")
_HEADING_LINE = re.compile(rf"^[ 【（#*◆★●■]*{NOUN}[ 】）*：]*$", re.MULTILINE)
_LABEL = re.compile(
    rf"(?:^[ 【（(#*◆★●■—]*|；){NOUN}[】）]?(?:[是为]?：|[是为])(?P<listed>[^\n。；]{{4,120}})", re.MULTILINE
)
"""«战略定位：A、B。», «战略定位是：A，B。», «城市性质为A、B；功能定位为C。»."""
_OPENS_LIST = re.compile(rf"(?:{VERB.pattern}|{NOUN}(?:是|为)?)(?:以下[^，。；\n]{{0,8}})?：[ ]*$", re.MULTILINE)
_LINE = re.compile(rf"^[ *#]*{ITEM_MARK}?[ ]*(?P<listed>[^\n。：；]{{4,90}})", re.MULTILINE)
_ROLE = re.compile(NOUN)
_SAID = ("是", "为", "作为")
_STATED = re.compile(rf"{NOUN}[是为]")
_LIST_BEHIND = re.compile("： *\n")
_SIDE_BY_SIDE = "|"
"""What parts roles that a sheet shows side by side."""
_SENTENCE_OF_ROLES = "|，"
"""What parts roles where a sentence lists nothing else: 国家历史文化名城，区域中心城市。"""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage of paragraphs, by offsets, and whose roles they list."""

    start: int
    end: int
    subject: Subject
    whole: bool
    """Whether every paragraph of it may list roles; else the first that does not ends it."""


def _passages(reading: Reading) -> Iterator[_Passage]:
    text = reading.text
    for section in reading.sections[1:]:
        subject = reading.topics.get(section.ordinal) or reading.topics.get(0)
        if subject is not None and _HEADING.search(section.heading):
            start = section.heading_end + (text[section.heading_end : section.heading_end + 1] in {"。", "："})
            yield _Passage(start, section.end, subject, True)
    headings = _HEADING_LINE.finditer(text) if _ROLE.search(text) else ()
    opened = _OPENS_LIST.finditer(text) if _LIST_BEHIND.search(text) else ()
    for match in (*headings, *opened):
        subject = _spoken_of(reading, match.start())
        if subject is not None:
            yield _Passage(match.end() + 1, len(text), subject, False)


def _spoken_of(reading: Reading, position: int) -> Subject | None:
    """Whom the clause before a list speaks of, else its section, else the text."""
    sentence = reading.sentence_at(position)
    if sentence is None:
        return reading.topics.get(0)
    told = [clause.subject for clause in reading.clauses[sentence.ordinal] if clause.start <= position]
    return (told[-1] if told else None) or reading.topics.get(sentence.section) or reading.topics.get(0)


def _listed(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the roles that a passage lists, if it does nothing else; else none."""
    text = reading.text
    opening = next((name.end for name in reading.names.within(start, end, "place") if name.start == start), start)
    said = opening > start and text.startswith(_SAID, opening)  # 甲区是A、B: a sentence, which other rules read
    if (
        said
        or VERB.match(text, opening, end)
        or _STATED.match(text, start)
        or reading.names.within(start, end, "organization")
    ):
        return []
    spans = list(cut(text, start, end, _SENTENCE_OF_ROLES))
    if len(spans) == 1 or not all(is_noun_phrase(reading, *span) for span in spans):
        spans = list(cut(text, start, end, _SIDE_BY_SIDE))
    parts = [_whole(text, *span) for span in spans]
    return [one for part in parts for one in part] if all(parts) else []


def _whole(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the roles of a passage that begins with one and ends with one, or holds several."""
    found = list(items(text, start, end))
    whole = bool(found) and found[0][0] == start and (found[-1][1] == end or len(found) > 1)
    return found if whole else []


def _lists(reading: Reading) -> Iterator[tuple[Subject, list[tuple[int, int]]]]:
    """Whose roles a paragraph lists, with the span of each."""
    text = reading.text
    for label in _LABEL.finditer(text) if _ROLE.search(text) else ():
        about = _spoken_of(reading, label.start())
        if about is not None:
            yield about, _listed(reading, *label.span("listed"))
    for passage in _passages(reading):
        position = passage.start
        while position < passage.end and (line := _LINE.search(text, position, passage.end)) is not None:
            position = text.find("\n", line.end()) + 1 or passage.end
            listed = _listed(reading, *line.span("listed"))
            if not listed and not passage.whole:
                break
            yield passage.subject, listed


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the roles that paragraphs open with, under a heading of roles or behind a verb of becoming.

    >>> from extract.pipeline import claims
    >>> claims("宜宾规划\\n一、战略定位\\n——区域性物流中心。完善网络。", "hasPositioning")
    ['宜宾市 → 区域性物流中心']
    >>> claims("支持宜宾发展，把宜宾建设成为：\\n区域性物流中心。完善网络。\\n成渝重要增长极。扩大规模。", "hasPositioning")
    ['宜宾市 → 区域性物流中心', '宜宾市 → 成渝重要增长极']
    >>> claims("宜宾规划\\n一、战略定位\\n——完善物流中心。推进工程。", "hasPositioning")
    []
    """
    taken: set[int] = set()
    for subject, spans in _lists(reading):
        for start, end in spans:
            described = describe(reading.text[start:end])
            if described is not None and start not in taken:
                taken.add(start)
                yield Coined(described, start, end)
                for place in subject.entities:
                    yield Claim(place, "hasPositioning", described.entity, start, end, "Inherited", RULE)
