"""Lines that were broken at a fixed width (by OCR, PDF tools, mail): where a line end stands inside a paragraph.

A line goes on in the next where it cannot end there: in the midst of a word, of a number with its unit, behind a comma, or where
the next opens as no paragraph does; and, in a text whose lines are all of one width, where a line of running text is full.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.numerals import COUNTING
from extract.table_text import is_row
from extract.wordlists import alternation, names_of
from extract.words import boundaries

_ENDS = re.compile(r"[。！？；：!?;:…][”’」』）)】》]*$")
_BEGINS_ITEM = re.compile(
    rf"第[{COUNTING}百\d]+[章节条编篇部]|[{COUNTING}]{{1,3}}(?:、|是)|[（(\[［【〔][{COUNTING}\d]{{1,3}}[)）\]］】〕]"
    r"|\d{1,3}(?:[、．]|\.(?!\d))|[①-⑳#*>|]|[-—·●■◆]|[^，。；]{2,8}[：:]"
)
_RUNS = re.compile(r"[，。；,;]")
_WIDEST = 120
"""Width of the lines of a text that is broken at a fixed width, at most, in columns: a Chinese character takes two."""
_NARROWEST = 20
_RAGGED = 4
"""Columns that a full line may be short of the widest, since some marks may not open a line."""
_LETTERS = re.compile(r"[A-Za-z]$")


class _Line(NamedTuple):
    start: int
    text: str
    """With the white space around it."""
    bare: str
    """Without."""

    @property
    def indent(self) -> int:
        return _width(self.text[: len(self.text) - len(self.text.lstrip())])

    @property
    def span(self) -> tuple[int, int]:
        """Of what is not white space."""
        start = self.start + len(self.text) - len(self.text.lstrip())
        return start, start + len(self.bare)


def line_wraps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each line end inside a paragraph, with the white space around it.

    Arguments: text, canonical. Spans are code points.

    >>> text = "沈阳市规划\\n到2027年，沈阳市高新技术企业\\n达到6000\\n家，支持铁西区发\\n展装备产业。\\n推动开放。"
    >>> [text[:start].rpartition("\\n")[2][-3:] for start, _ in line_wraps(text)]
    ['术企业', '000', '西区发']
    >>> list(line_wraps("一、坚持创新，发展新质生产力\\n今年，推动开放。"))
    []
    """
    lines = list(_lines(text))
    full = _full_width(lines)
    margin = min((line.indent for line in lines if line.bare), default=0)
    runs = False
    for line, following in itertools.pairwise(lines):
        runs = bool(_RUNS.search(line.bare)) or runs
        if runs and _may_go_on(line, following, margin) and _goes_on(line, following, full):
            yield line.span[1], following.span[0]
        else:
            runs = False


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line, line.strip())
        start += len(line) + 1


def _width(text: str) -> int:
    """Columns that a text takes: two for each character beyond Latin, by the bytes that UTF-8 gives it."""
    return (len(text.encode("utf-8", "replace")) + len(text)) // 2


def _may_go_on(line: _Line, following: _Line, margin: int) -> bool:
    """Whether nothing says that a paragraph ends with a line, or that the next line begins one."""
    return not (
        not line.bare
        or not following.bare
        or is_row(line.bare)
        or is_row(following.bare)
        or following.indent > margin
        or _ENDS.search(line.bare)
        or _BEGINS_ITEM.match(following.bare)
        or (_LETTERS.search(line.bare) and following.bare[0].isascii() and following.bare[0].isalpha())
    )


def _full_width(lines: Sequence[_Line]) -> int:
    """Columns that a full line takes at least, where a text is broken at a fixed width; a number beyond reach elsewhere."""
    widths = [_width(line.text.rstrip()) for line in lines]
    widest = max(widths, default=0)
    fixed = _NARROWEST <= widest <= _WIDEST and sum(width >= widest - _RAGGED for width in widths) > 1
    return widest - _RAGGED if fixed else sys.maxsize


def _goes_on(line: _Line, following: _Line, full: int) -> bool:
    before, after = line.bare, following.bare
    if before[-1] in "，、,（(“《" or after[0] in "，。、；：）)”》%％,":
        return True
    if before[-1].isdigit() and (after[0].isdigit() or not after[0].isascii()):
        return True
    if _opens_on().match(after) or _closes_on().search(before):
        return True
    tail = before[-_AROUND:]
    if len(tail) not in boundaries(tail + after[:_AROUND]):
        return True
    heads = _BEGINS_ITEM.match(before) and "。" not in before
    return not heads and _width(line.text.rstrip()) >= full and bool(_RUNS.search(after) or _ENDS.search(after))


_AROUND = 8
"""Characters on each side of a line end in which its words are looked for."""


@lru_cache(maxsize=1)
def _opens_on() -> re.Pattern[str]:
    return re.compile(alternation(names_of("goes_on.txt")))


@lru_cache(maxsize=1)
def _closes_on() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(names_of('never_last.txt'))})$")
