"""In which unit a question asks how much something is: 多少辆, how many yuan. A share is no number of cars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.tables import read_rows
from extract.wordlists import alternation, any_of, split
from graph.questions.catalogue import WORDS

_SCALE = r"(?:万亿|[百千万亿])*?"
"""As few as leave a unit: 千米 and 百分点 are units themselves."""
_HOW_MUCH = r"(?:多少|几)(?:个(?=百分点))?"


@dataclass(frozen=True, slots=True)
class UnitAsked:
    """A unit that a question asks for, and the span of the words that say so."""

    unit: str
    """Without what scales it, 万 or 亿."""
    span: tuple[int, int]

    def is_that_of(self, units: Sequence[str]) -> bool:
        """Return whether one of some units, as values bear them, is the one that is asked for.

        >>> UnitAsked("元", (0, 0)).is_that_of(["%", "亿元"]), UnitAsked("辆", (0, 0)).is_that_of(["%"])
        (True, False)
        >>> UnitAsked("千米", (0, 0)).is_that_of(["公里"]), UnitAsked("千瓦", (0, 0)).is_that_of(["万千瓦"])
        (True, True)
        """
        wanted = next((row for row in _alike() if self.unit in row), frozenset((self.unit,)))
        scaled = re.compile(rf"{_SCALE}(?:{alternation(wanted)})")
        return any(scaled.fullmatch(unit) for unit in units)


def unit_asked(text: str) -> UnitAsked | None:
    """Return the unit in which a question asks how much something is; None where it leaves that open.

    >>> unit_asked("产值要达到多少亿元？").unit, unit_asked("How many cars will be made?").unit, unit_asked("目标是多少")
    ('元', '辆', None)
    >>> unit_asked("铁路多少千米").unit, unit_asked("装机多少万千瓦").unit, unit_asked("提高多少百分点").unit
    ('千米', '千瓦', '百分点')
    """
    match = _asked().search(text)
    if match is None:
        return None
    said = match["chinese"] or _english()[match["other"].casefold()]
    return UnitAsked(said, match.span("scaled" if match["chinese"] else "other"))


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = read_rows(WORDS / "units_asked.tsv", ("units", "words"))
    return tuple((split(cells[0]), split(cells[1])) for _, cells in rows)


@lru_cache(maxsize=1)
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(units) for units, _ in _rows())


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    return {word.casefold(): units[0] for units, words in _rows() for word in words}


@lru_cache(maxsize=1)
def _asked() -> re.Pattern[str]:
    chinese = rf"{_HOW_MUCH}(?P<scaled>{_SCALE}(?P<chinese>百分点|{any_of('units.txt')}))"
    other = rf"\b(?:how many|how much|in|number of)\s+(?:million\s+|billion\s+|new\s+)?(?P<other>{alternation(_english())})\b"
    return re.compile(f"{chinese}|{other}", re.IGNORECASE)
