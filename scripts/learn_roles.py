"""Learn which passages are roles of places from annotated texts: ``python -m scripts.learn_roles FOLDER…``.

A folder holds NAME.txt with NAME.json, as tests/gold does. What an annotation calls optional is no example. Prints what the
table reaches on texts that it did not learn from, then writes extract/lexicon/acceptance/roles.tsv.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from extract.acceptance.table import Table
from extract.grammar.positionings import bare
from extract.grammar.roles import proposed
from extract.pipeline import groups_of
from extract.tables import LEXICON
from extract.values import Entity
from graph.quality import folded
from scripts.annotated_texts import AnnotatedText, annotated_texts
from scripts.weights import DECIMALS, Example, fit, held_out, measured, write

PENALTY = 1.0
"""Of squared weights: of 0.5, 1, 2, 4 and 8 the best on texts held out."""
LOWERED = 0.5
"""How far the threshold is lowered, since frames miss more than the table lets through: the best F1 on texts held out."""
REMARK = "Whether a passage that a frame proposes is a role of a place; learned by scripts/learn_roles.py."


def examples(text: AnnotatedText) -> Iterator[Example]:
    """Yield the candidates of an annotated text that it decides; a phrase that the text expands is not for the table."""
    groups = groups_of(text.reading)
    for candidate in proposed(text.reading):
        if bare(candidate.label) in groups:
            continue
        verdict = _verdict(text, candidate.label, candidate.subject.entities)
        if verdict is not None:
            yield Example(candidate.features, verdict, text.name)


def _verdict(text: AnnotatedText, written: str, places: tuple[Entity, ...]) -> bool | None:
    """Whether an annotation has a role of these places; None where it leaves that open."""
    label = folded(written)
    subjects = frozenset[str]().union(*map(text.names_of, places))
    rows = text.gold.relations.get("hasPositioning", [])
    optional = {row.optional for row in rows if label & row.object and subjects & row.subject}
    return None if optional == {True} else False in optional


def main() -> None:
    """Learn and write the table."""
    found = [one for text in annotated_texts(map(Path, sys.argv[1:])) for one in examples(text)]
    scores = held_out(found, penalty=PENALTY)
    for threshold in (-0.5, 0.0, 0.5):
        precision, recall, accepted = measured(scores, found, threshold)
        print(
            f"held out, from {threshold:+}: precision {precision:.2f}, recall {recall:.2f}, {accepted} of {len(found)}"
        )
    table = fit(found, PENALTY)
    table = Table(table.weights, round(table.threshold - LOWERED, DECIMALS))
    write(table, LEXICON / "acceptance" / "roles.tsv", REMARK)


if __name__ == "__main__":
    main()
