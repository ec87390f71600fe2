"""What stands on every page of a PDF and is no text: numbers of pages, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial

_PAGE_NUMBER = re.compile(
    r"[-—–―·.\s]*(?:第\s*)?\d{1,4}\s*页?\s*(?:[/／|,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·.\s]*|[-—\s]*[ivxIVX]{1,6}[-—\s]*"
)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return for each page the first and the last of its lines that are text, as a span.

    Arguments: pages, each with its lines. Left out are page numbers, and the first and last lines that many pages share.
    Rows of a table are much alike too; but a running line has the same digits on each page, or counts the pages.

    >>> without_furniture([["某省公报", "甲", "1 家 10", "— 1 —"], ["某省公报", "乙", "9 家 12", "— 2 —"]])
    [(1, 3), (1, 3)]
    """
    spans = [_without(page, (0, len(page)), lambda line: bool(_PAGE_NUMBER.fullmatch(line))) for page in pages]
    heads = _running([page[start] if start < end else "" for page, (start, end) in zip(pages, spans, strict=True)])
    feet = _running([page[end - 1] if start < end else "" for page, (start, end) in zip(pages, spans, strict=True)])
    running = heads | feet
    return [
        _without(page, span, partial(_is_one_of, {line for of, line in running if of == number}))
        for number, (page, span) in enumerate(zip(pages, spans, strict=True))
    ]


def _is_one_of(lines: set[str], line: str) -> bool:
    return line in lines


def _without(page: Sequence[str], span: tuple[int, int], is_furniture: Callable[[str], bool]) -> tuple[int, int]:
    start, end = span
    if start < end and is_furniture(page[start]):
        start += 1
    if start < end and is_furniture(page[end - 1]):
        end -= 1
    return start, end


def _running(lines: Sequence[str]) -> set[tuple[int, str]]:
    """Lines at one edge of the pages that many of them share, each with the number of its page."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for page, line in enumerate(lines):
        if line:
            alike[_DIGITS.sub("#", line)].append(page)
    # Odd and even pages often differ, so a third of the pages is enough.
    least = max(2, len(lines) / 3)
    shared = (_sharing(lines, pages) for pages in alike.values() if len(pages) >= least)
    return {(page, lines[page]) for pages in shared if len(pages) >= least for page in pages}


def _sharing(lines: Sequence[str], pages: Sequence[int]) -> list[int]:
    """Those of some pages on which each number of the line is that of most of them, or counts the pages."""
    numbers = {page: [int(found[:9]) for found in _DIGITS.findall(lines[page])] for page in pages}
    for place in range(len(numbers[pages[0]])):
        fixed, fixed_count = Counter(of[place] for of in numbers.values()).most_common(1)[0]
        counted, counted_count = Counter(of[place] - page for page, of in numbers.items()).most_common(1)[0]
        wanted = {page: fixed if fixed_count >= counted_count else counted + page for page in numbers}
        numbers = {page: of for page, of in numbers.items() if of[place] == wanted[page]}
    return list(numbers)
