"""Learn which passages are roles of places from annotated texts: ``python -m scripts.learn_roles FOLDER…``.

A folder holds NAME.txt with NAME.json, as tests/gold does. What an annotation calls optional is no example. Prints what the
table reaches on texts that it did not learn from, then writes extract/lexicon/acceptance/roles.tsv.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.gazetteer import gazetteer
from extract.grammar.roles import candidates
from extract.readers import read_documents
from extract.reading import Reading, prepare
from extract.tables import LEXICON
from extract.values import Document, Entity
from graph.quality import fold
from scripts.weights import Example, fit, held_out, measured, write

REMARK = "Whether a passage that a frame proposes is a role of a place; learned by scripts/learn_roles.py."


def _labels(value: str | list[str]) -> set[str]:
    return {fold(one) for one in ([value] if isinstance(value, str) else value)}


def examples(path: Path) -> Iterator[Example]:
    """Yield the candidates of one annotated text that it decides."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = next(one for one in read_documents([path.with_suffix(".txt")]) if isinstance(one, Document))
    names: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        for label in _labels(entity["label"]):
            names.setdefault(label, set()).update(_labels(entity["label"]))
    rows = [row for row in gold["relations"] if row["predicate"] == "hasPositioning"]
    reading = prepare(document)
    for candidate in candidates(reading):
        verdict = _verdict(reading, candidate.start, candidate.end, candidate.subject.entities, rows, names)
        if verdict is not None:
            yield Example(candidate.features, verdict, path.stem)


def _verdict(
    reading: Reading,
    start: int,
    end: int,
    places: tuple[Entity, ...],
    rows: list[dict[str, Any]],
    names: dict[str, set[str]],
) -> bool | None:
    """Whether an annotation has a role of these places; None where it leaves that open."""
    label = fold(reading.text[start:end])
    subjects = {fold(alias) for place in places for alias in _names_of(place)}
    found = None
    for row in rows:
        objects = _labels(row["object"])
        objects |= {other for one in objects for other in names.get(one, ())}
        of = _labels(row["subject"])
        of |= {other for one in of for other in names.get(one, ())}
        if label in objects and subjects & of:
            if not row.get("optional"):
                return True
            found = row
    return None if found is not None else False


def _names_of(place: Entity) -> set[str]:
    return {place.name, *(short for known in gazetteer().official(place.name) for short in known.short_names)}


def main() -> None:
    """Learn and write the table."""
    paths = [path for folder in sys.argv[1:] for path in sorted(Path(folder).glob("*.json"))]
    found = [one for path in paths for one in examples(path) if path.with_suffix(".txt").exists()]
    scores = held_out(found)
    for threshold in (-0.5, 0.0, 0.5):
        precision, recall, accepted = measured(scores, found, threshold)
        print(
            f"held out, from {threshold:+}: precision {precision:.2f}, recall {recall:.2f}, {accepted} of {len(found)}"
        )
    write(fit(found), LEXICON / "acceptance" / "roles.tsv", REMARK)


if __name__ == "__main__":
    main()
