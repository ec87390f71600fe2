"""Learn which phrases name an industry and which places concern it: write two tables of extract/lexicon/acceptance.

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

from extract.acceptance import Table, accepting_table
from extract.industries import candidates, describe_industry
from extract.industries.features import familiarity
from extract.industries.lexicon import ends_like_one, known_name, stem
from extract.industries.phrases import Phrase
from extract.laying import described_as
from extract.place_industries import pairings
from extract.readers import read_documents
from extract.reading import Reading, prepare
from extract.tables import LEXICON
from extract.tokens import Tokens
from extract.values import Document, Entity
from scripts.weights import Example, fit, held_out, measured, write

REMARK = (
    "Whether a noun phrase names an industry: weights of what is true of it. Written by scripts/learn_industries.py."
)
REMARK_OF_PLACES = (
    "Whether a place concerns an industry of its clause: weights of what is true of the two. "
    "Written by scripts/learn_industries.py."
)
PARTS = 3
FAR = {"path topic", "path heading", "path sentence"}
MARKS = str.maketrans("", "", '“”"‘’《》 \n')


def _labels(gold: dict[str, Any], optional: bool) -> set[str]:
    rows = [e for e in gold["entities"] if e["class"] == "Industry" and bool(e.get("optional")) == optional]
    return {label.translate(MARKS) for row in rows for label in row["label"]}


def _document(path: Path) -> Document:
    """The text that an annotation speaks of."""
    return next(one for one in read_documents([path.with_suffix(".txt")]) if isinstance(one, Document))


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
        reading = prepare(_document(path))
        for sentence in reading.sentences:
            for candidate in candidates(reading.tokens, *reading.tokens.within(sentence.start, sentence.end), known):
                written = reading.tokens.written(candidate.phrase.start, candidate.phrase.end)
                described = describe_industry(Entity("Industry", known_name(written) or written), [written])
                names = {name.translate(MARKS) for name in (described.label, *described.aliases)}
                if names & right or not names & left_open:
                    series = candidate.series
                    context = reading.tokens.written(
                        max(0, series.governor), min(series.end + 2, len(reading.tokens.letters))
                    )
                    yield Example(candidate.features, bool(names & right), path.stem), f"{written} | {context}"


def pairs_of_places(folder: Path) -> Iterator[tuple[Example, str]]:
    """The pairs of a place and an industry of the texts of a folder, each with the words that it is about."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "concernsIndustry" not in gold["scored_predicates"]:
            continue
        same = _same_names(gold)
        rows = [r for r in gold["relations"] if r["predicate"] == "concernsIndustry"]
        wanted = [(_all(r["subject"], same), _all(r["object"], same), bool(r.get("optional"))) for r in rows]
        reading = prepare(_document(path))
        for pair in pairings(reading):
            name = pair.industry.name
            written = reading.text[name.start : name.end]
            described = describe_industry(name.entities[0], [written])
            industries = {label.translate(MARKS) for label in (described.label, *described.aliases)}
            places = {label.translate(MARKS) for label in names_of_place(reading, pair.place)}
            hits = {optional for subject, thing, optional in wanted if subject & places and thing & industries}
            elsewhere = any(thing & industries and not optional for _, thing, optional in wanted)
            if hits == {True} or (not hits and elsewhere and FAR & pair.features):
                continue  # whom a text is about is not learned here
            words = f"{pair.place.name} → {written} | {reading.text[pair.start : pair.end]}"
            yield Example(pair.features, False in hits, path.stem), words


def names_of_place(reading: Reading, place: Entity) -> set[str]:
    """The names by which a graph knows a place."""
    described = described_as(place, reading)
    return {described.label, *described.aliases}


def _same_names(gold: dict[str, Any]) -> dict[str, set[str]]:
    same: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        labels = {label.translate(MARKS) for label in entity["label"]}
        for label in labels:
            same.setdefault(label, set()).update(labels)
    return same


def _all(labels: list[str] | str, same: dict[str, set[str]]) -> set[str]:
    folded = {label.translate(MARKS) for label in ([labels] if isinstance(labels, str) else labels)}
    return folded.union(*(same.get(label, set()) for label in folded))


def learn(name: str, remark: str, pairs: list[tuple[Example, str]], penalty: float, margin: float, show: bool) -> None:
    """Learn a table, print how well it does on texts held out, and write it.

    Arguments: name of the table; remark, its head; pairs, examples with the words that they are about; penalty of large
    weights; margin, added to the threshold for precision; show, whether to print what is judged wrong.
    """
    found = [example for example, _ in pairs]
    scores = held_out(found, penalty=penalty)
    print(name)
    for threshold in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
        precision, recall, accepted = measured(scores, found, threshold)
        print(f"  at {threshold:+.1f}: precision {precision:.2f} recall {recall:.2f} of {accepted} accepted")
    if show:
        for score, (example, words) in sorted(zip(scores, pairs, strict=True), key=lambda one: one[0]):
            if (score >= margin) != example.right:
                print(f"{score:+.2f}", "missed" if example.right else "extra", example.text, words)
    table = fit(found, penalty)
    table = Table(table.weights, round(table.threshold + margin, 2))
    write(table, LEXICON / "acceptance" / f"{name}.tsv", remark)


def main() -> None:
    """Learn both tables; the second from the industries that the first accepts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--only", choices=["industries", "place_industries"])
    parser.add_argument("--show", action="store_true", help="print what is judged wrong on texts held out")
    given = parser.parse_args()
    if given.only != "place_industries":
        judges = [familiarity, *(forgetful(part) for part in range(PARTS))]
        pairs = [pair for judge in judges for folder in given.gold for pair in examples(folder, judge)]
        learn("industries", REMARK, pairs, 1.0, 0.3, given.show)
        accepting_table.cache_clear()
    if given.only != "industries":
        pairs = [pair for folder in given.gold for pair in pairs_of_places(folder)]
        learn("place_industries", REMARK_OF_PLACES, pairs, 2.0, -0.5, given.show)


if __name__ == "__main__":
    main()
