"""How the extractor does on annotated texts: the figures that ``make scores`` wrote into scores.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.quality.figures import Score

SCORES = Path(__file__).with_name("scores.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores over all annotated texts."""

    texts: int
    made_up: int
    """How many of the texts were written for the purpose."""
    scores: tuple[Score, ...]
    """One a class, relation and sum, as `graph.quality.score` names and orders them."""


@cache
def measured() -> Measured:
    """Return the figures of this version.

    >>> measured().texts > 0
    True
    """
    raw = json.loads(SCORES.read_text(encoding="utf-8"))
    return Measured(raw["texts"], raw["made_up"], tuple(Score(**one) for one in raw["scores"]))
