"""In which characters two sentences differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from rapidfuzz.distance import Indel

Span: TypeAlias = tuple[int, int]
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_GAP = 1
"""So many equal characters between two differences are part of one: they agree by chance."""


def differing(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of either sentence that the other lacks; of a number always all of it.

    >>> differing("到2025年比重达到28%。", "到2027年比重达到28%。")
    (((1, 5),), ((1, 5),))
    """
    old: list[Span] = []
    new: list[Span] = []
    for operation in Indel.opcodes(before, after):
        if operation.tag in ("delete", "replace"):
            old.append((operation.src_start, operation.src_end))
        if operation.tag in ("insert", "replace"):
            new.append((operation.dest_start, operation.dest_end))
    return tuple(_joined(_whole(old, before))), tuple(_joined(_whole(new, after)))


def _whole(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield spans, each with all of the numbers that it cuts."""
    numbers = [found.span() for found in _NUMBER.finditer(text)]
    for start, end in spans:
        cut = [one for one in numbers if one[0] < end and start < one[1]]
        yield min([start, *(one[0] for one in cut)]), max([end, *(one[1] for one in cut)])


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans, those with hardly a gap between them as one."""
    held: Span | None = None
    for start, end in spans:
        if held is not None and start - held[1] <= _GAP:
            held = (held[0], max(held[1], end))
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held
