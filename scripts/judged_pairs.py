"""Pairs of a place and an industry that a person judged one by one, in texts that nobody annotated whole.

A folder holds NAME.txt with NAME.judged.json: a list of rows, each with a `place`, an `industry`, the `sentence` that holds the
two, and whether the sentence says that the one concerns the other (`right`). What is not listed is not decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.place_industries import pairings
from extract.readers import read_documents
from extract.reading import prepare
from extract.values import Document
from scripts.weights import Example

_SUFFIX = ".judged.json"


def judged_pairs(folders: Iterable[Path]) -> Iterator[Example]:
    """Yield the pairs that were judged, each once, in the order of the names of their texts."""
    for path in (path for folder in folders for path in sorted(folder.glob(f"*{_SUFFIX}"))):
        name = path.name.removesuffix(_SUFFIX)
        rows = json.loads(path.read_text(encoding="utf-8"))
        left = {(row["place"], row["industry"], row["sentence"]): bool(row["right"]) for row in rows}
        document = next(one for one in read_documents([path.with_name(f"{name}.txt")]) if isinstance(one, Document))
        reading = prepare(document)
        for pair in pairings(reading):
            industry = pair.industry.name
            sentence = reading.sentence_at(industry.start)
            written = reading.text[sentence.start : sentence.end] if sentence is not None else ""
            right = left.pop((pair.place.key, industry.entities[0].key, written), None)
            if right is not None:
                yield Example(pair.features, right, name)
