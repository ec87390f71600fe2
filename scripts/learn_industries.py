"""Learn which phrases name an industry and which places concern it: write two tables of extract/lexicon/acceptance.

    python -m scripts.learn_industries FOLDER…

A folder holds texts with their annotations (NAME.txt, NAME.json), or with pairs that were judged one by one
(NAME.judged.json). What an annotation has as optional is neither right nor wrong. Prints how well weights do on texts that
they were not learned from.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from extract.acceptance import Table, accepting_table
from extract.industries import candidates, describe_industry
from extract.industries.features import familiarity
from extract.industries.lexicon import ends_like_one, known_name, stem
from extract.industries.phrases import Phrase
from extract.place_industries import pairings
from extract.tables import LEXICON
from extract.tokens import Tokens
from extract.values import Entity
from graph.quality import folded
from scripts.annotated_texts import AnnotatedText, annotated_texts
from scripts.judged_pairs import judged_pairs
from scripts.weights import Example, fit, held_out, measured, write

REMARK = (
    "Whether a noun phrase names an industry: weights of what is true of it. Written by scripts/learn_industries.py."
)
REMARK_OF_PLACES = (
    "Whether a place concerns an industry of its clause: weights of what is true of the two. "
    "Written by scripts/learn_industries.py."
)
PARTS = 3
FAR = {"path topic", "path sentence"}


def _labels(text: AnnotatedText, optional: bool) -> frozenset[str]:
    rows = text.gold.entities.get("Industry", [])
    return frozenset[str]().union(*(row.subject for row in rows if row.optional == optional))


def forgetful(part: int) -> Callable[[Tokens, Phrase], str]:
    """How far a lexicon knows a phrase that lacks one of `PARTS` of its words, as it lacks words of texts yet to come."""

    def known(row: Tokens, phrase: Phrase) -> str:
        status = familiarity(row, phrase)
        written = row.written(phrase.start, phrase.end)
        if status in ("known", "holds") and zlib.crc32(stem(written).encode()) % PARTS == part:
            return "like" if ends_like_one(row.word(phrase.end - 1)) else "new"
        return status

    return known


def examples(text: AnnotatedText, known: Callable[[Tokens, Phrase], str]) -> Iterator[Example]:
    """The candidates of an annotated text that it decides."""
    if "Industry" not in text.gold.classes:
        return
    right, left_open = _labels(text, False), _labels(text, True)
    row = text.reading.tokens
    for sentence in text.reading.sentences:
        for candidate in candidates(row, *row.within(sentence.start, sentence.end), known):
            written = row.written(candidate.phrase.start, candidate.phrase.end)
            names = _names(Entity("Industry", known_name(written) or written), written)
            if names & right or not names & left_open:
                yield Example(candidate.features, bool(names & right), text.name)


def pairs_of_places(text: AnnotatedText) -> Iterator[Example]:
    """The pairs of a place and an industry of an annotated text that it decides."""
    if "concernsIndustry" not in text.gold.predicates:
        return
    rows = text.gold.relations.get("concernsIndustry", [])
    reading = text.reading
    for pair in pairings(reading):
        name = pair.industry.name
        industries = _names(name.entities[0], reading.text[name.start : name.end])
        places = text.names_of(pair.place)
        hits = {row.optional for row in rows if row.subject & places and row.object & industries}
        elsewhere = any(row.object & industries and not row.optional for row in rows)
        if hits == {True} or (not hits and elsewhere and FAR & pair.features):
            continue  # whom a text is about is not learned here
        yield Example(pair.features, False in hits, text.name)


def _names(industry: Entity, written: str) -> frozenset[str]:
    described = describe_industry(industry, [written])
    return folded((described.label, *described.aliases))


def learn(name: str, remark: str, found: list[Example], penalty: float, margin: float) -> None:
    """Learn a table, print how well it does on texts held out, and write it.

    Arguments: name of the table; remark, its head; found, the examples; penalty of large weights; margin, added to the
    threshold for precision.
    """
    scores = held_out(found, penalty=penalty)
    print(name)
    for threshold in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
        precision, recall, accepted = measured(scores, found, threshold)
        print(f"  at {threshold:+.1f}: precision {precision:.2f} recall {recall:.2f} of {accepted} accepted")
    table = fit(found, penalty)
    table = Table(table.weights, round(table.threshold + margin, 2))
    write(table, LEXICON / "acceptance" / f"{name}.tsv", remark)


def main() -> None:
    """Learn both tables; the second from the industries that the first accepts."""
    folders = [Path(folder) for folder in sys.argv[1:]]
    texts = list(annotated_texts(folders))
    judges = [familiarity, *(forgetful(part) for part in range(PARTS))]
    learn("industries", REMARK, [one for judge in judges for text in texts for one in examples(text, judge)], 1.0, 0.3)
    accepting_table.cache_clear()
    pairs = [one for text in annotated_texts(folders) for one in pairs_of_places(text)]
    learn("place_industries", REMARK_OF_PLACES, [*pairs, *judged_pairs(folders)], 4.0, 0.4)


if __name__ == "__main__":
    main()
