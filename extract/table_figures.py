"""Figures in the cells of tables: what a cell is worth, and which columns hold aims and which where things stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extract.amounts import amount_of, in_hundred_millions
from extract.table_text import Table
from extract.wordlists import alternation, table

_SYMBOLS = {"≥": ">=", ">=": ">=", ">": ">", "≤": "<=", "<=": "<=", "<": "<"}
_WANTED = re.compile(r"目标|规划|预期|主要指标|“?十[三四五六]五|计划")
_PAST = re.compile(r"回顾|完成情况|公报|现状")
_PLAN_SPAN = 3
"""Years between base and target of a plan, at least; two years of a review lie side by side."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell says: money in 亿元, other units as written; the unit is empty where the cell has none."""

    value: Decimal
    unit: str
    comparison: str


@lru_cache(maxsize=1)
def _cell() -> re.Pattern[str]:
    words = table("comparisons.tsv", "word", "sign", "place")
    before = alternation([*_SYMBOLS, *(word for word, (_, place) in words.items() if place == "before")])
    behind = alternation(word for word, (_, place) in words.items() if place == "behind")
    return re.compile(
        rf"(?P<before>{before})?\x20?[\[【（]?(?P<number>\d[\d,]*(?:\.\d+)?)[\]】）]?\x20?(?P<unit>[^\d\s，。；、]{{0,8}}?)(?P<behind>{behind})?"
    )


def figure(written: str, unit: str = "") -> Figure | None:
    """Return what a cell says; None where it holds no figure alone.

    Arguments: written, folded; unit, that of its row or column, which holds where the cell has none.

    >>> figure("≥45", "%"), figure("1,200万元以上")
    (Figure(value=Decimal('45'), unit='%', comparison='>='), Figure(value=Decimal('0.12'), unit='亿元', comparison='>='))
    >>> figure("完成省下达任务") is None, figure("2024—2026") is None
    (True, True)
    """
    found = _cell().fullmatch(written)
    amount = amount_of(found["number"] + (found["unit"] or unit)) if found else None
    if found is None or amount is None:
        return None
    signs = _SYMBOLS | {word: sign for word, (sign, _) in table("comparisons.tsv", "word", "sign", "place").items()}
    value, measure = in_hundred_millions(amount.value, amount.unit, "元" in amount.unit)
    return Figure(value.normalize() + 0, measure, signs.get(found["behind"] or found["before"] or "", "="))


def aims(found: Table, caption: str) -> list[tuple[int, int | None]]:
    """Return the columns of a table that hold aims, each with the column that says where things stand, if there is one.

    Arguments: found; caption, what stands before it and the text's title. A column is told by its words (目标值, 基期值); of
    columns with nothing but a year the last is an aim, where they span a plan or the caption says that the table is of one.

    >>> from extract.table_text import tables
    >>> aims(tables("指标\\t2020年\\t2025年\\n甲\\t1\\t2")[0], ""), aims(tables("指标\\t2021年\\t2022年\\n甲\\t1\\t2")[0], "某公报")
    ([(2, 1)], [])
    """
    columns = list(enumerate(found.columns))
    bases = [place for place, column in columns if column.holds == "baseline"]
    plain = sorted((column.year, place) for place, column in columns if column.holds == "figure" and column.year)
    named = [place for place, column in columns if column.holds == "target"]
    if not named and plain and (bases or _is_plan(plain[0][0], plain[-1][0], caption)):
        named = [plain.pop()[1]]
    base = bases[-1] if bases else plain[-1][1] if plain else None
    return [(place, base) for place in named]


def _is_plan(first: int, last: int, caption: str) -> bool:
    if first == last or _PAST.search(caption):
        return False
    return last - first >= _PLAN_SPAN or _WANTED.search(caption) is not None
