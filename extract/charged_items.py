"""Items of a plan that one bracket or line at their end gives to offices: it is their headings that are given.

Pattern: «1.推进产业协同⏎完善体系。支持…。⏎责任单位：省科技厅», «2.人才开发项目。引进…。（牵头单位：市发展改革委）».
A section in which offices are named at several places gives each of them what stands before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from extract.grammar.responsibilities import Responsibility
from extract.reading import Reading
from extract.values import Section
from extract.wordlists import table

_CLOSING = re.compile(r"[（〔][^（）〔〕\n]*(?:（[^（）]*）[^（）〔〕\n]*)*[）〕][。 \u3000]*(?:\n|$)|[^\n]*(?:\n|$)")
"""A bracket that ends its paragraph, or a line."""
_HEADINGS = re.compile(r"(?:[^。；：\n]{0,30}\n?){0,3}")
"""Headings without a number, which open what comes next, or nothing."""
_SPACES = " \n\u3000（〔"
"""What may stand before offices that open a line, or between them and the text before."""


@lru_cache(maxsize=1)
def _settings() -> tuple[str, ...]:
    """The last words of headings that only say why, whence and by what principles: 发展形势."""
    frames = table("heading_frames.tsv", "words", "frame")
    return tuple(words for words, (frame, *_) in frames.items() if frame == "setting")


def charged_items(reading: Reading, given: Iterable[Responsibility]) -> Mapping[int, Section]:
    """The sections that are given to offices as a whole, by the anchors of what gives them.

    Arguments: reading; given, its responsibilities.

    >>> from extract.grammar.responsibilities import responsibilities
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def headed(text):
    ...     reading = prepare(Document("a", text))
    ...     return sorted({section.heading for section in charged_items(reading, responsibilities(reading)).values()})
    >>> headed("1.推进协同\\n完善体系。支持创新。\\n责任单位：省科技厅\\n2.人才项目。引进人才。（牵头单位：市财政局）\\n")
    ['人才项目', '推进协同']
    >>> headed("一、推进协同\\n完善体系。\\n责任单位：省科技厅\\n支持创新。\\n责任单位：省商务厅\\n")
    []
    """
    anchors: defaultdict[int, set[int]] = defaultdict(set)
    for one in given:
        section = _section_before(reading, one.anchor)
        if section is not None:
            anchors[section.ordinal].add(one.anchor)
    found: dict[int, Section] = {}
    for ordinal, places in anchors.items():
        section = reading.sections[ordinal]
        lines = {reading.text.rfind("\n", 0, place) for place in places}
        if len(lines) == 1 and _closes(reading, section, min(places)):
            found |= dict.fromkeys(places, section)
    return found


def _section_before(reading: Reading, anchor: int) -> Section | None:
    """The numbered section whose text ends where offices are named; none whose heading only says why and whence (发展形势)."""
    last = next((at for at in range(anchor - 1, 0, -1) if reading.text[at] not in _SPACES), 0)
    sentence = reading.sentence_at(last)
    section = reading.sections[sentence.section] if sentence is not None else None
    if section is None or not (section.number and section.heading) or section.heading_end >= anchor:
        return None
    return None if section.heading.endswith(_settings()) else section


def _closes(reading: Reading, section: Section, anchor: int) -> bool:
    """Whether nothing of the section stands behind what gives it to offices."""
    text = reading.text
    end = min((one.start for one in reading.sections if one.parent == section.ordinal), default=section.end)
    closing = _CLOSING.match(text, anchor)
    opens = not text[text.rfind("\n", 0, anchor) + 1 : anchor].strip(_SPACES)
    if closing is None or not (opens or text.startswith(("（", "〔"), anchor)):
        return False
    return _HEADINGS.fullmatch(text[closing.end() : end].strip()) is not None
