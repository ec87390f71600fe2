"""Precision, recall and F1 of a count, with the interval that its size allows."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.959963984540054
"""Two-sided 95 %."""


def wilson(right: int, total: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a share; (0, 1) where nothing was counted.

    >>> low, high = wilson(58, 60)
    >>> round(low, 3), round(high, 3)
    (0.886, 0.991)
    """
    if not total:
        return 0.0, 1.0
    share, z2 = right / total, _Z * _Z
    middle = share + z2 / (2 * total)
    spread = _Z * sqrt((share * (1 - share) + z2 / (4 * total)) / total)
    return max(0.0, (middle - spread) / (1 + z2 / total)), min(1.0, (middle + spread) / (1 + z2 / total))


@dataclass(frozen=True, slots=True)
class Score:
    """How one class, predicate or rule did: found and right, found and wrong, missed.

    >>> score = Score("hasMember", 8, 2, 0)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.8, 1.0, 0.889)
    """

    name: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is there."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def precision_interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval of the precision."""
        return wilson(self.right, self.right + self.wrong)

    @property
    def recall_interval(self) -> tuple[float, float]:
        """The 95 % Wilson interval of the recall."""
        return wilson(self.right, self.right + self.missed)


def total(name: str, scores: list[Score]) -> Score:
    """Return the sum of scores under a name.

    >>> total("all", [Score("a", 1, 0, 2), Score("b", 3, 1, 0)])
    Score(name='all', right=4, wrong=1, missed=2)
    """
    return Score(
        name, sum(one.right for one in scores), sum(one.wrong for one in scores), sum(one.missed for one in scores)
    )
