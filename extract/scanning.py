"""Find a costly pattern only where it may begin, which gives the same matches many times as fast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LINE_END = re.compile("\n")


def scan(starts: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in a text, in order, none overlapping, as `pattern.finditer(text)` does.

    Arguments: starts, offsets in order, in code points, among them every one at which the pattern matches; pattern, which matches
    no empty text; text.

    >>> [match.group() for match in scan([1, 2, 3, 4, 8], re.compile("[0-9]+[年月]"), "到2025年，占30%")]
    ['2025年']
    """
    behind = 0
    for start in starts:
        if start >= behind and (match := pattern.match(text, start)) is not None:
            yield match
            behind = match.end()


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins, which is where `^` matches.

    >>> line_starts("甲\\n乙\\n")
    [0, 2, 4]
    """
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def offsets(beginning: re.Pattern[str], text: str) -> Iterator[int]:
    """Yield where a pattern matches, in order.

    Arguments: beginning; text.

    >>> list(offsets(re.compile("[0-9]"), "到25年"))
    [1, 2]
    """
    return (match.start() for match in beginning.finditer(text))


def occurrences(label: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a label in a text, in order, none overlapping.

    Arguments: label, of one character at least; text. Spans are code points.

    >>> list(occurrences("新区", "新区、甲新区"))
    [(0, 2), (4, 6)]
    """
    start = text.find(label)
    while start >= 0:
        yield start, start + len(label)
        start = text.find(label, start + len(label))


def before(mark: str, text: str, nearest: int, farthest: int) -> list[int]:
    """The offsets that lie so many code points before a mark, in order.

    Arguments: mark; text; nearest and farthest, distances in code points.

    >>> before("（", "一个甲乙（丙）", 1, 2)
    [2, 3]
    """
    return sorted(
        {start for at, _ in occurrences(mark, text) for start in range(max(0, at - farthest), at - nearest + 1)}
    )
