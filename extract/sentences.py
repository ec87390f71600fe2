"""Cut a folded text into sentences, each in its section."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.values import Section, Sentence

_END = re.compile(r"[。！？\n][”’）》】]*")
_TITLE = re.compile(r"《[^《》\n]{1,120}》")
"""No sentence ends within a title: 《向往的城市！》."""
_LONGEST = 1500
"""A passage without a full stop is cut at this many code points, so that one line of any size stays readable."""


def _stops(
    text: str,
    sections: Sequence[Section],
    furniture: Sequence[tuple[int, int]],
    cells: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Spans between full stops, line ends, headings' ends, edges of cells and page furniture."""
    titled = [match.span() for match in _TITLE.finditer(text)]
    starts = [start for start, _ in titled]
    ends = (match.end() for match in _END.finditer(text))
    full = {end for end in ends if not (at := bisect_left(starts, end)) or end >= titled[at - 1][1]}
    cuts = {edge for cell in cells for edge in cell} | full | {0, len(text)}
    for section in sections[1:]:
        cuts.add(section.start)
        if section.heading_end > section.heading_start:
            after = section.heading_end
            cuts.add(after + 1 if text[after : after + 1] in {"。", "："} else after)
    closed = [start for start, _ in furniture]
    kept = {cut for cut in cuts if not (at := bisect_left(closed, cut) - 1) >= 0 or cut >= furniture[at][1]}
    shut = frozenset(closed)
    ordered = sorted(kept.union(*furniture))
    for start, end in itertools.pairwise(ordered):
        if start not in shut:
            yield start, end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        cut = max(window.rfind(mark) for mark in "；，、 ")
        cut = start + (cut + 1 if cut > 0 else _LONGEST)
        yield start, cut
        start = cut
    yield start, end


def sentences(
    text: str,
    sections: Sequence[Section],
    furniture: Sequence[tuple[int, int]] = (),
    cells: Sequence[tuple[int, int]] = (),
) -> tuple[Sentence, ...]:
    """Return the sentences of a folded text in order, page furniture left out.

    Arguments: text, folded; sections from `numbering.outline`; furniture, spans that are no text; cells, spans
    of table cells that are sentences of their own. Spans are code points.

    >>> from extract.grammar.numbering import outline
    >>> text = "一、要求\\n甲。 乙！"
    >>> [text[s.start : s.end] for s in sentences(text, outline(text))]
    ['一、要求', '甲。', '乙！']
    """
    found: list[Sentence] = []
    section = 0
    for wide_start, wide_end in _stops(text, sections, furniture, cells):
        for start, end in _bounded(text, wide_start, wide_end):
            passage = text[start:end]
            start, end = start + len(passage) - len(passage.lstrip()), start + len(passage.rstrip())
            if end <= start:
                continue
            while section + 1 < len(sections) and sections[section + 1].start <= start:
                section += 1
            found.append(Sentence(len(found), start, end, _innermost(sections, section, start)))
    return tuple(found)


def _innermost(sections: Sequence[Section], latest: int, position: int) -> int:
    ordinal: int | None = latest
    while ordinal is not None and sections[ordinal].end <= position:
        ordinal = sections[ordinal].parent
    return ordinal or 0
