"""Learn which phrases name an industry: write extract/lexicon/acceptance/industries.tsv from annotated texts.

    python scripts/learn_industries.py GOLD…

GOLD are folders of texts with their annotations (NAME.txt, NAME.json). What an annotation has as optional is neither right nor
wrong. Prints how well weights do on texts that they were not learned from.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extract.industries import candidates, describe_industry
from extract.industries.features import familiarity
from extract.industries.lexicon import ends_like_one, known_name, stem
from extract.industries.phrases import Phrase
from extract.reading import prepare
from extract.readers import read_documents
from extract.tables import LEXICON
from extract.tokens import Tokens
from extract.values import Entity
from scripts.weights import Example, fit, held_out, measured, write

REMARK = "Whether a noun phrase names an industry: weights of what is true of it. Written by scripts/learn_industries.py."
PARTS = 3
MARKS = str.maketrans("", "", "“”\"‘’《》 \n")


def _labels(gold: dict[str, Any], optional: bool) -> set[str]:
    rows = [e for e in gold["entities"] if e["class"] == "Industry" and bool(e.get("optional")) == optional]
    return {label.translate(MARKS) for row in rows for label in row["label"]}


def forgetful(part: int) -> Callable[[Tokens, Phrase], str]:
    """How far a lexicon knows a phrase that lacks one of `PARTS` of its words, as it lacks words of texts yet to come."""

    def known(row: Tokens, phrase: Phrase) -> str:
        status = familiarity(row, phrase)
        written = row.written(phrase.start, phrase.end)
        if status in ("known", "holds") and zlib.crc32(stem(written).encode()) % PARTS == part:
            return "like" if ends_like_one(row.word(phrase.end - 1)) else "new"
        return status

    return known


def examples(folder: Path, known: Callable[[Tokens, Phrase], str]) -> Iterator[tuple[Example, str]]:
    """The candidates of the texts of a folder, each with the words that it is about."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "Industry" not in gold["scored_classes"]:
            continue
        right, left_open = _labels(gold, False), _labels(gold, True)
        reading = prepare(next(iter(read_documents([path.with_suffix(".txt")]))))
        for sentence in reading.sentences:
            for candidate in candidates(reading.tokens, *reading.tokens.within(sentence.start, sentence.end), known):
                written = reading.tokens.written(candidate.phrase.start, candidate.phrase.end)
                described = describe_industry(Entity("Industry", known_name(written) or written), [written])
                names = {name.translate(MARKS) for name in (described.label, *described.aliases)}
                if names & right or not names & left_open:
                    series = candidate.series
                    context = reading.tokens.written(max(0, series.governor), min(series.end + 2, len(reading.tokens.letters)))
                    yield Example(candidate.features, bool(names & right), path.stem), f"{written} | {context}"


def main() -> None:
    """Learn, try on texts held out, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--threshold", type=float, default=0.0, help="added to what was learned, for precision")
    parser.add_argument("--show", action="store_true", help="print what is judged wrong on texts held out")
    given = parser.parse_args()
    judges = [familiarity, *(forgetful(part) for part in range(PARTS))]
    pairs = [pair for judge in judges for folder in given.gold for pair in examples(folder, judge)]
    found = [example for example, _ in pairs]
    scores = held_out(found, penalty=given.penalty)
    for threshold in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
        precision, recall, accepted = measured(scores, found, threshold)
        print(f"at {threshold:+.1f}: precision {precision:.2f} recall {recall:.2f} of {accepted} accepted")
    if given.show:
        for score, (example, words) in sorted(zip(scores, pairs, strict=True), key=lambda one: one[0]):
            if (score >= given.threshold) != example.right:
                print(f"{score:+.2f}", "missed" if example.right else "extra", example.text, words)
    table = fit(found, given.penalty)
    table = type(table)(table.weights, round(table.threshold + given.threshold, 2))
    write(table, LEXICON / "acceptance" / "industries.tsv", REMARK)


if __name__ == "__main__":
    main()
