"""Cut a folded passage at its marks, never inside quotation marks, title marks or parentheses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

_OPEN = {"“": "”", "（": "）", "《": "》", "【": "】", "〔": "〕"}
_ANY_OPEN = re.compile(f"[{''.join(_OPEN)}]")
_NONE: frozenset[int] = frozenset()
_CLOSE = {close: opening for opening, close in _OPEN.items()}


@lru_cache(maxsize=32)
def _scanner(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}{''.join(_OPEN)}{''.join(_CLOSE)}]")


@lru_cache(maxsize=32)
def _of_marks(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]")


def cut(text: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    """Spans between the marks that stand at bracket depth 0; the marks themselves are left out, empty spans kept.

    A bracket that is not closed within the passage holds nothing back: it is read as an ordinary character.

    >>> text = "建设A、“一、二”（三、四）、B"
    >>> [text[a:b] for a, b in cut(text, 0, len(text), "、")]
    ['建设A', '“一、二”（三、四）', 'B']
    >>> [text[a:b] for a, b in cut(text, 0, 6, "、")]
    ['建设A', '“一']
    """
    closed = _matched(text, start, end)
    if not closed:
        found = [match.start() for match in _of_marks(marks).finditer(text, start, end)]
        return list(zip([start, *(position + 1 for position in found)], [*found, end], strict=True))
    spans, depth, last = [], 0, start
    for match in _scanner(marks).finditer(text, start, end):
        position, char = match.start(), match.group()
        if char in _OPEN:
            depth += position in closed
        elif char in _CLOSE:
            depth -= position in closed
        elif depth == 0:
            spans.append((last, position))
            last = position + 1
    spans.append((last, end))
    return spans


def _matched(text: str, start: int, end: int) -> AbstractSet[int]:
    """Offsets of the brackets that have their counterpart within the passage."""
    if _ANY_OPEN.search(text, start, end) is None:
        return _NONE
    stack: list[tuple[str, int]] = []
    matched: set[int] = set()
    for match in _scanner("").finditer(text, start, end):
        char, position = match.group(), match.start()
        if char in _OPEN:
            stack.append((char, position))
            continue
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth][0] == _CLOSE[char]:
                matched |= {stack[depth][1], position}
                del stack[depth:]
                break
    return matched


def at_depth_zero(text: str, start: int, end: int, position: int) -> bool:
    """Whether an offset of the passage stands outside all brackets.

    >>> at_depth_zero("建设（中心）", 0, 6, 1), at_depth_zero("建设（中心）", 0, 6, 4)
    (True, False)
    """
    matched = _matched(text, start, end)
    opened = sum(1 if text[offset] in _OPEN else -1 for offset in matched if offset < position)
    return opened == 0


def stripped(text: str, start: int, end: int, marks: str = " ") -> tuple[int, int]:
    """The span without the given characters at its ends.

    >>> stripped("、 沈阳 ", 0, 5, " 、")
    (2, 4)
    """
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans sorted, those that touch or overlap as one.

    >>> merged([(4, 6), (0, 3), (1, 2), (3, 4)])
    [(0, 6)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
