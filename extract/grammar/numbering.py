"""Numbering: the section tree of a document, from its numbers.

Pattern: «第一部分,…», «第N条 …», «一、…», «(一)…», «1.…», «(1)…», the run-in labels «发展目标:…», and the same numbers
inside a text that stands on one line. «一是…二是…» and «——…» are items of a sentence list, no sections.

Accepted: «一、总体要求\\n(一)指导思想。坚持…» gives two sections, the second inside the first; «1.释放产能。允许…», whose first sentence is
the heading.
Refused: «三、» without «一、» in a line's midst, «增长1.5%», where a number is no numbering; «1.对企业，给予奖励», which has no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.numerals import COUNTING
from extract.values import Section
from extract.wordlists import any_of

_CHINESE = f"{COUNTING}百"
_STYLES = (
    ("part", rf"第[{_CHINESE}\d]+(?:部分|章|篇|编)[，、：\s]*"),
    ("chapter", rf"第[{_CHINESE}\d]+节[，、：\s]*"),
    ("article", rf"第[{_CHINESE}\d]+条[，、：\s]+"),
    ("hanzi", rf"[{_CHINESE}]+[、.．]"),
    ("hanzi-bracket", rf"（[{_CHINESE}]+）"),
    ("digit", r"\d{1,2}(?:\.(?!\d)|、|．)"),
    ("digit-bracket", r"（\d{1,2}）"),
    ("label", rf"{any_of('run_in_labels.txt')}："),
)
_MARK = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in _STYLES)
_LINE_NUMBER = re.compile(rf"^[ #*]*(?:{_MARK})", re.MULTILINE)
_INLINE_NUMBER = re.compile(
    rf"(?<=[。；：！？”）])\s*(?:(?P<hanzi>[{_CHINESE}]+、)|(?P<hanzi_bracket>（[{_CHINESE}]+）)|(?P<digit>\d{{1,2}}\.(?!\d)))"
)
_HEADING = re.compile(r"[\s*]*([^\s。！？\n*][^。！？\n*]{0,59}?)[\s*]*(?:[。：]|$|\n)", re.MULTILINE)
_RUN_IN = 40
"""A heading that holds a comma and has text behind it in its line has no more code points than this."""
_WHOLE_LINE = re.compile(r"[^\n。；，：]{2,24}\n")
_NARROW = frozenset({"digit", "digit_bracket", "article"})
"""Numbers that open a sentence as often as a heading."""
_ORDINALS = {number: position for position, number in enumerate(COUNTING, 1)}


@dataclass(frozen=True, slots=True)
class _Mark:
    style: str
    number: str
    start: int
    end: int


def _line_marks(text: str) -> Iterator[_Mark]:
    for match in _LINE_NUMBER.finditer(text):
        style = match.lastgroup or ""
        number = match.group(style)
        yield _Mark(style, number, match.start(style), match.end())


def _in_sequence(text: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks without those of «三、四线城市»: a Chinese number that neither follows another nor is followed by one.

    A number with a heading on a line of its own stays, as an excerpt may begin with «二、».
    """
    numbers = {_ORDINALS[mark.number[:-1]] for mark in marks if mark.style == "hanzi" and mark.number[:-1] in _ORDINALS}
    kept = []
    for mark in marks:
        value = _ORDINALS.get(mark.number[:-1]) if mark.style == "hanzi" else None
        if value is None or value == 1 or numbers & {value - 1, value + 1} or _WHOLE_LINE.match(text, mark.end):
            kept.append(mark)
    return kept


def _inline_marks(text: str) -> Iterator[_Mark]:
    """Numbers in running text, taken only where they count from 一 and miss none; a wider number lets inner ones begin anew."""
    found: dict[str, list[_Mark]] = {}
    runs: dict[str, list[_Mark]] = {}
    for match in _INLINE_NUMBER.finditer(text):
        style = match.lastgroup or ""
        number = match.group(style)
        run = runs.get(style, [])
        value = _value(number)
        if value == 1:
            run = runs[style] = []
        if value == len(run) + 1:
            run.append(_Mark(style, number, match.start(style), match.end()))
        if len(run) > 1 and value == len(run):
            found.setdefault(style, []).extend(run[-1:] if len(run) > 2 else run)
    yield from (mark for marks in found.values() for mark in marks)


def _value(number: str) -> int:
    """What a Chinese number up to ten or an Arabic one counts; 0 for a larger Chinese one."""
    bare = number.strip("（）、.")
    return int(bare) if bare.isdecimal() else _ORDINALS.get(bare, 0)


def _heading(text: str, mark: _Mark, line_end: int) -> tuple[int, int]:
    """Span of the heading behind a number; empty where the number opens running text."""
    if mark.style == "label":
        return mark.start, mark.end - 1
    match = _HEADING.match(text, mark.end, line_end)
    if not match:
        return mark.end, mark.end
    start, end = match.span(1)
    return (start, start) if _runs_on(text, mark.style, start, end, line_end) else (start, end)


def _runs_on(text: str, style: str, start: int, end: int, line_end: int) -> bool:
    """Whether what stands behind a number is running text: it holds a comma where headings of its style hold none."""
    if "；" in text[start:end]:
        return True
    if "，" not in text[start:end]:
        return False
    whole = end + 1 >= line_end
    if style in _NARROW:
        return whole or style == "article" or end - start > _RUN_IN or not text.startswith("。", end)
    return not whole and end - start > _RUN_IN


def outline(text: str) -> tuple[Section, ...]:
    """Return the sections of a folded text in document order; section 0 is the whole.

    Arguments: text, folded. Spans are code points.

    >>> [(s.number, s.heading, s.parent) for s in outline("一、总体要求\\n（一）指导思想。坚持开放。\\n二、任务")]
    [('', '', None), ('一', '总体要求', 0), ('（一）', '指导思想', 1), ('二', '任务', 0)]
    >>> len(outline("增长1.5%，三、四线城市。"))
    1
    """
    marks = _in_sequence(text, list(_line_marks(text)))
    known = {mark.style for mark in marks}
    inner = (mark for mark in _inline_marks(text) if mark.style not in known)
    marks = sorted([*marks, *inner], key=lambda mark: mark.start)
    opened: list[tuple[str, int]] = []
    drafts: list[tuple[_Mark, int, tuple[int, int]]] = []
    ends: dict[int, int] = {}
    for ordinal, mark in enumerate(marks, 1):
        styles = [style for style, _ in opened]
        if mark.style in styles:
            for _, closed in opened[styles.index(mark.style) :]:
                ends[closed] = mark.start
            del opened[styles.index(mark.style) :]
        parent = opened[-1][1] if opened else 0
        opened.append((mark.style, ordinal))
        line_end = text.find("\n", mark.end)
        drafts.append((mark, parent, _heading(text, mark, len(text) if line_end < 0 else line_end)))
    sections = [Section(0, None, "", "", 0, len(text), 0, 0)]
    for ordinal, (mark, parent, (start, end)) in enumerate(drafts, 1):
        number = "" if mark.style == "label" else mark.number.strip("，：、. \t")
        close = ends.get(ordinal, len(text))
        sections.append(Section(ordinal, parent, number, text[start:end], mark.start, close, start, end))
    return tuple(sections)
