"""Marks of notes in a plain text: 用水总量①, 用水总量[1], 用水总量*, 用水总量^1^, 用水总量¹ all read as 用水总量.

A mark stands right behind a word or a number, inside a sentence. The same signs in front of a line or behind a stop count items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.scanning import offsets, scan

_WORD = r"[\u4e00-\u9fff）)》”’%％‰]"
_CIRCLED = re.compile(r"[①-⑳]")
_COUNTS = re.compile(r"(?:^|[^\u4e00-\u9fff）)》”’%％‰\w①-⑳])[①-⑳]", re.MULTILINE)
"""A circled number that counts items: in front of a line, or behind a stop."""
_MARK = re.compile(
    rf"(?<={_WORD})[①-⑳]+"
    rf"|(?:(?<={_WORD})|(?<=[0-9]))(?:\[\d{{1,3}}\]|［[\d０-９]{{1,3}}］|〔\d{{1,2}}〕(?!\d))+"
    rf"|(?<={_WORD})[*＊※†‡]{{1,3}}(?=[\u4e00-\u9fff0-9，。；、,;])"
    r"|\^\[?\d{1,3}\]?\^"
    rf"|(?:(?<={_WORD})|(?<=[0-9]))(?<!10)[¹²³⁰⁴-⁹]+"
)
_GATE = re.compile(r"[①-⑳*＊※†‡^¹²³⁰⁴-⁹]|[\[［〔][\d０-９]")


def note_marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each mark of a note, in order.

    Arguments: text, canonical. Spans are code points.

    >>> def without(text):
    ...     spans = list(note_marks(text))
    ...     return "".join(char for at, char in enumerate(text) if not any(a <= at < b for a, b in spans))
    >>> without("用水总量①控制在300亿立方米[2]以内，人口¹1761万人"), without("改造厂房30万m²，（皖办〔2022〕6号）")
    ('用水总量控制在300亿立方米以内，人口1761万人', '改造厂房30万m²，（皖办〔2022〕6号）')
    >>> without("①建设平台；②发展产业"), without("包括：①平台②产业")
    ('①建设平台；②发展产业', '包括：①平台②产业')
    """
    for match in scan(offsets(_GATE, text), _MARK, text):
        if not (_CIRCLED.match(match.group()) and _in_a_count(text, match.start())):
            yield match.span()


def _in_a_count(text: str, position: int) -> bool:
    """Whether a line counts its items with circled numbers."""
    start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    return _COUNTS.search(text, start, len(text) if end < 0 else end) is not None
