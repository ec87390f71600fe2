"""How the extractor does on the annotated texts that are here."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.corpus import build_corpus
from graph.quality import Score, Scores, score, total

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
KINDS = ("ENTITIES", "RELATIONS", "TARGETS")
"""The sums that are shown of each text, as `graph.quality.score` names them."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its annotation."""

    annotation: Path
    text: Path
    made_up: bool

    @property
    def name(self) -> str:
        """The text's file name without its suffix."""
        return self.text.stem


@cache
def gold_texts() -> tuple[GoldText, ...]:
    """Return the annotated texts, real ones first; a text lies in corpus/ or beside its annotation.

    >>> [one.name for one in gold_texts()][0]
    'liaoning-interpretation'
    """
    found = []
    for annotation in sorted(GOLD.rglob("*.json")):
        raw = json.loads(annotation.read_text(encoding="utf-8"))
        places = (ROOT / "corpus" / raw["document"], annotation.with_name(raw["document"]))
        found += [GoldText(annotation, text, raw.get("made_up", False)) for text in places if text.is_file()]
    return tuple(sorted(found, key=lambda one: (one.made_up, one.name)))


@cache
def scores_of(one: GoldText) -> Scores:
    """Return the scores of the graph that is built from a text alone."""
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder, "graph.ttl")
        build_corpus([one.text], graph)
        return score(graph, one.annotation)


def sums(texts: Sequence[GoldText]) -> list[Score]:
    """Return entities, relations and targets, each summed over the texts."""
    rows = [row for one in texts for row in scores_of(one).rows]
    return [total(kind, [row for row in rows if row.name == kind]) for kind in KINDS]
