"""Distributions: several subjects and as many values in one clause.

Pattern: «甲、乙和丙分别达到30%、20%和10%», «甲和乙双双突破万亿», «甲、乙年均增速均超过8%». Counts on both sides must agree; 分别 may be
absent.

Accepted: three indicators and three values, in order; two indicators that share one value.
Refused: three indicators and two values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.quantities import Quantity
from extract.values import Entity
from extract.wordlists import alternation

_SHARED_TAILS = (
    "年平均增速",
    "年平均增长",
    "年均增速",
    "年均增长率",
    "年均增长",
    "增长率",
    "增速",
    "占比",
    "比重",
    "覆盖率",
    "利用率",
    "总量",
    "总额",
    "数量",
    "比例",
    "规模",
    "水平",
)
_FIELDS = ("领域", "行业", "环节", "方面", "新增", "处理", "处置", "回收", "治理")
"""Ends of what only says where an indicator is measured."""
_COUNTED = re.compile(r"等(?:[一二两三四五六七八九十\d]+)[项个]?指标(?:的)?")
_RESIDENTS = re.compile(r"(城镇|城市)(?:和|、|与|及)(农村|乡村)(居民.+)")
_BASE = re.compile(r"单位(?:国内|地区)?(?:生产总值|GDP|工业增加值)|万元(?:国内|地区)?(?:生产总值|GDP|工业增加值)")
"""What indicators are relative to, written once before the first of them: 单位地区生产总值用水量、能耗."""
_PART = re.compile(r"、|以及|和|与|及")


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(_SHARED_TAILS)})$")


def parted(label: str, shared: bool) -> tuple[str, ...]:
    """The indicators that one label joins; the measure written once belongs to each.

    Arguments: label; shared, whether the text says that the value is dealt out (分别, 均, 双双) or gives several.

    >>> parted("实际利用外资和外贸进出口总额年均增速", False)
    ('实际利用外资年均增速', '外贸进出口总额年均增速')
    >>> parted("技能提升和员工培训", False)
    ('技能提升和员工培训',)
    >>> parted("城镇和农村居民人均可支配收入", True)
    ('城镇居民人均可支配收入', '农村居民人均可支配收入')
    >>> parted("制造业增加值占地区生产总值比重", False)
    ('制造业增加值占地区生产总值比重',)
    """
    label = _COUNTED.sub("", label)
    residents = _RESIDENTS.fullmatch(label)
    if residents:
        return residents[1] + residents[3], residents[2] + residents[3]
    parts = [part for part in _PART.split(label) if part]
    base = _BASE.match(label)
    if base is not None and shared:
        parts = [part if part.startswith(base.group()) else base.group() + part for part in parts]
    tail = _tail().search(label)
    if len(parts) < 2 or any(len(part) < 3 or part.endswith(_FIELDS) for part in parts):
        return (label,)
    if tail is None:
        return tuple(parts) if shared else (label,)
    return tuple(part if part.endswith(tail.group()) else part + tail.group() for part in parts)


def aligned(subjects: Sequence[str], values: Sequence[int]) -> list[tuple[str, int]]:
    """Pairs of subject and index of its value; empty where the counts do not agree.

    >>> aligned(["甲", "乙"], [0, 1]), aligned(["甲", "乙"], [0]), aligned(["甲", "乙", "丙"], [0, 1])
    ([('甲', 0), ('乙', 1)], [('甲', 0), ('乙', 0)], [])
    """
    if len(values) == 1:
        return [(subject, values[0]) for subject in subjects]
    return list(zip(subjects, values, strict=True)) if len(subjects) == len(values) else []


_YEARS = re.compile(r"(20\d\d)年(?:和|、|与|及)(20\d\d)年(?:(?:和|、|与|及)(20\d\d)年)?")


def years_dealt(text: str, start: int, end: int, count: int) -> tuple[int, ...]:
    """The years of «2024年和2025年…分别达到A、B», where there are as many as values.

    >>> years_dealt("2024年和2025年分别达到3万家、4万家", 0, 11, 2)
    (2024, 2025)
    """
    match = _YEARS.search(text, start, end)
    found = tuple(int(year) for year in match.groups() if year) if match else ()
    return found if count > 1 and len(found) == count else ()


def dealt(
    labels: Sequence[str], places: tuple[Entity, ...], run: Sequence[Quantity], dated: bool
) -> Iterator[tuple[str, tuple[Entity, ...], Quantity]]:
    """Indicator, places and value: values are dealt out to the years, else to the indicators, else to the places.

    Arguments: labels of the indicators; places; run, the values of one comparison; dated, whether each has a year of its own.
    """
    if dated:
        for quantity in run:
            yield labels[0], places, quantity
    elif len(run) == 1 or len(labels) == len(run):
        for label, index in aligned(labels, range(len(run))):
            yield label, places, run[index]
    elif len(labels) == 1 and len(places) == len(run):
        for place, quantity in zip(places, run, strict=True):
            yield labels[0], (place,), quantity
