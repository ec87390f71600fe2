"""A table of weights that accepts or refuses a candidate by what is true of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from extract.tables import LEXICON, read_rows

THRESHOLD = "threshold"
"""The row of a table that is no feature: the sum from which on a candidate is accepted."""
HEAD = ("feature", "weight")


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of features, and the sum from which on a candidate is accepted.

    A feature is a word or two in ASCII, `governor=D` or `sibling known`; one without a weight counts nothing.
    """

    weights: Mapping[str, float]
    threshold: float

    def score(self, features: Iterable[str]) -> float:
        """How far the weights of features, each counted once, exceed the threshold.

        >>> Table({"sibling known": 1.5, "verb inside": -1.0}, 0.25).score(["sibling known", "verb inside", "short"])
        0.25
        """
        weights = self.weights
        counted = sorted(weights.keys() & features)
        return sum(map(weights.__getitem__, counted)) - self.threshold

    def accepts(self, features: Iterable[str]) -> bool:
        """Whether a candidate with these features is accepted.

        >>> Table({"sibling known": 1.5}, 1.0).accepts(["sibling known"]), Table({}, 1.0).accepts([])
        (True, False)
        """
        return self.score(features) >= 0

    def reasons(self, features: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """The features that count, each with its weight, the heaviest first.

        >>> Table({"sibling known": 1.5, "verb inside": -2.0}, 0.0).reasons(["short", "sibling known", "verb inside"])
        (('verb inside', -2.0), ('sibling known', 1.5))
        """
        counted = ((feature, self.weights[feature]) for feature in set(features) if feature in self.weights)
        return tuple(sorted(counted, key=lambda reason: (-abs(reason[1]), reason[0])))


@lru_cache(maxsize=8)
def accepting_table(name: str) -> Table:
    """The table of a name, read once from `extract/lexicon/acceptance/NAME.tsv`.

    Raises LexiconError where the file cannot be read.
    """
    rows = read_rows(LEXICON / "acceptance" / f"{name}.tsv", HEAD)
    weights = {feature: float(weight) for _, (feature, weight) in rows}
    threshold = weights.pop(THRESHOLD, 0.0)
    return Table(MappingProxyType(weights), threshold)
