"""Tables in a text: rows are lines whose cells are parted by tabs, as every reader writes them, or by bars, as people paste them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.wordlists import table

Span = tuple[int, int]

_YEAR = re.compile(r"(?<!\d)(20\d\d)年?(?:末|底)?")
_UNIT = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[)）]$")
_BARS = "|｜"
_BAR = re.compile(f"[{_BARS}]")
_CELL_MARK = re.compile(f"[\t{_BARS}]")
_RULED = re.compile(rf"(?=[^-]*--)[-:{_BARS} ]+")
"""The line under a head in Markdown: |---|:--:|."""
_LEAST_BARS = 2
_LONGEST = 24
"""Characters of a head cell, at most."""
_LEAST = 2
"""Cells of a first row, at least, that hold something."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of its cells."""

    holds: str
    """A class of `table_columns.tsv`; `figure` where only a year is named; empty where nothing is known."""
    label: str = ""
    """What is left of the head without year, unit and the word for its class: 产值 of «2025年产值目标（亿元）»."""
    unit: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; offsets are code points of the text."""

    start: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[Span, ...], ...]
    """The cells of each row below the head, without the white space around them; an empty cell has no length."""

    def at(self, holds: str) -> int | None:
        """The place of the last column that holds something: of 重点任务 and 具体内容 the second is what shall be done."""
        found = [place for place, column in enumerate(self.columns) if column.holds == holds]
        return found[-1] if found else None


@lru_cache(maxsize=1)
def _classes() -> tuple[tuple[str, str], ...]:
    words = table("table_columns.tsv", "word", "holds")
    return tuple(sorted(((word, holds) for word, (holds,) in words.items()), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=512)
def column(head: str) -> Column:
    """Return what a head cell says of its column.

    >>> column("2025年产值目标（亿元）")
    Column(holds='target', label='产值', unit='亿元', year=2025)
    >>> column("责任单位").holds, column("县（市、区）").holds, column("2025年").holds, column("甲").holds
    ('responsible', 'place', 'figure', '')
    """
    bare = "".join(head.split())
    year = _YEAR.search(bare)
    named = next(((word, holds) for word, holds in _classes() if bare.endswith(word)), None)
    unit = _UNIT.search(bare) if named is None else None
    rest = _YEAR.sub("", bare[: unit.start()] if unit else bare)
    if named is None:
        named = next(((word, holds) for word, holds in _classes() if rest.endswith(word)), None)
    holds = named[1] if named else "figure" if year and len(rest) <= 1 else ""
    label = rest.removesuffix(named[0]) if named else rest
    return Column(holds, label.strip("的：:"), unit["unit"] if unit else "", int(year.group(1)) if year else None)


def tables(text: str) -> tuple[Table, ...]:
    """Return the tables of a text whose head says what their columns hold, in order.

    Arguments: text, canonical. Rows may have empty lines between them; a head may stand on two rows, and again on each page.

    >>> found = tables("甲规划\\n指标\\t2020年\\t2025年\\n地区生产总值（亿元）\\t4601\\t7000\\n说明。")
    >>> [(table.at("indicator"), [column.year for column in table.columns], len(table.rows)) for table in found]
    [(0, [None, 2020, 2025], 1)]
    >>> tables("甲\\t乙\\n丙\\t丁")
    ()
    """
    if _CELL_MARK.search(text) is None:
        return ()
    return tuple(found for run in _runs(text) for found in _tables_in(text, run))


def task_cells(text: str) -> tuple[Span, ...]:
    """Return the cells of a text's tables that say what shall be done; they are sentences of their own.

    Arguments: text, canonical.

    >>> text = "重点任务\\t具体内容\\t责任单位\\n升级\\t支持甲县发展软件产业。\\t市经信局"
    >>> [text[start:end] for start, end in task_cells(text)]
    ['支持甲县发展软件产业。']
    """
    return tuple(
        row[place]
        for found in tables(text)
        if (place := found.at("task")) is not None
        for row in found.rows
        if place < len(row) and row[place][0] < row[place][1]
    )


def _runs(text: str) -> Iterator[list[tuple[Span, ...]]]:
    """Rows that follow each other."""
    run: list[tuple[Span, ...]] = []
    start = 0
    for line in text.split("\n"):
        if _RULED.fullmatch(line) and run:
            start += len(line) + 1
            continue
        cells = _cells(line, start) if is_row(line) else ()
        if sum(end > low for low, end in cells) >= (1 if run else _LEAST):
            run.append(cells)
        elif run and line.strip():
            yield run
            run = []
        start += len(line) + 1
    if run:
        yield run


def is_row(line: str) -> bool:
    """Whether a line is a row of cells: one tab parts them, or two bars; «上一篇｜下一篇» is none.

    >>> is_row("指标\\t2025年"), is_row("指标｜2025年｜2030年"), is_row("上一篇｜下一篇")
    (True, True, False)
    """
    return "\t" in line or sum(map(line.count, _BARS)) >= _LEAST_BARS


def _cells(line: str, start: int) -> tuple[Span, ...]:
    found = []
    for cell in line.split("\t") if "\t" in line else _BAR.split(line):
        low = start + len(cell) - len(cell.lstrip())
        found.append((low, low + len(cell.strip())) if cell.strip() else (start, start))
        start += len(cell) + 1
    return tuple(found)


def _tables_in(text: str, run: Sequence[tuple[Span, ...]]) -> Iterator[Table]:
    head: tuple[Column, ...] = ()
    start, rows = 0, list[tuple[Span, ...]]()
    for cells in run:
        written = [text[low:end] for low, end in cells]
        if not _is_head(written):
            if head:
                rows.append(cells)
            continue
        if head and not rows:
            head = _under(head, written)
            continue
        if rows:
            yield Table(start, head, tuple(rows))
        start, head, rows = cells[0][0], tuple(column(cell) for cell in written), []
    if head and rows:
        yield Table(start, head, tuple(rows))


def _is_head(written: Sequence[str]) -> bool:
    """Whether most cells of a row say what a column holds."""
    full = [cell for cell in written if cell]
    known = sum(column(cell).holds != "" for cell in full)
    return known >= _LEAST and 2 * known > len(full) and max(map(len, full)) <= _LONGEST


def _under(head: Sequence[Column], written: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a head on two rows: the second says more of those that the first leaves open."""
    below = [*(column(cell) for cell in written), *(Column("") for _ in head)]
    return tuple(
        Column(low.holds or top.holds, low.label or top.label, low.unit or top.unit, low.year or top.year)
        for top, low in zip(head, below, strict=False)
    )
