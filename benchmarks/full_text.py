"""``python -m benchmarks.full_text [TEXTS]``: words in many sentences, found by the index and by a plain scan.

The sentences of some texts are repeated until there are as many as are wanted. No graph is built: it is asked for the few hits that
are shown, whichever way they were found.
"""

from __future__ import annotations

import argparse
import platform
import random
import re
import resource
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from benchmarks.texts import CORPUS, texts
from graph.search import Filter, Sentence, TextIndex, pieces, spelled, write_index

_SENTENCE = re.compile(r"[^。！？\n]*[^。！？\n\s][^。！？\n]*[。！？]?")
_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")
_IN_A_DOCUMENT = 50
_SHOWN = 20
"""Hits that are asked for, as the app shows them."""
_COMMONEST, _SCANNED = 50, 5


@dataclass(frozen=True, slots=True)
class Searched:
    """A word: how many sentences hold it, and the seconds of its fastest round."""

    word: str
    found: int
    seconds: float


def sentences(source: Path, wanted: int) -> list[str]:
    """Return so many sentences of texts, again and again."""
    held = [match[0].strip() for document in texts(source) for match in _SENTENCE.finditer(document.text)]
    return list(islice(cycle(held), wanted))


def made_up(held: Sequence[str]) -> Iterator[Sentence]:
    """Yield sentences as they are indexed, each with a year, made up."""
    for number, text in enumerate(held):
        document = number // _IN_A_DOCUMENT
        yield Sentence(
            f"urn:{document}/{number}", f"urn:{document}", spelled(text), {Filter("year", str(2000 + document % 26))}
        )


def words(held: Sequence[str], wanted: int) -> list[str]:
    """Return pairs of neighbouring characters: the commonest ones, and others of all that stand in the sentences alike."""
    counts = Counter(pair for text in held for pair in set(_PAIR.findall(text)))
    commonest = [pair for pair, _ in counts.most_common(_COMMONEST)]
    others = sorted(counts.keys() - set(commonest))
    return commonest + random.Random(1).sample(others, min(len(others), max(0, wanted - len(commonest))))


def searched(word: str, count: Callable[[str], int], rounds: int) -> Searched:
    """Return how long it takes to find a word."""
    times, found = [], 0
    for _ in range(rounds):
        start = time.perf_counter()
        found = count(word)
        times.append(time.perf_counter() - start)
    return Searched(word, found, min(times))


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.full_text", description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS, help="a folder, a text, or a .jsonl file")
    parser.add_argument("--sentences", type=int, default=100_000, help="so many sentences (100,000)")
    parser.add_argument("--words", type=int, default=1000, help="so many words of two characters (1,000)")
    parser.add_argument("--rounds", type=int, default=3, help="repeat each search this often (3)")
    arguments = parser.parse_args()
    held = sentences(arguments.source, arguments.sentences)
    asked = words(held, arguments.words)
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder, "index"))) as database:
        start = time.perf_counter()
        write_index(database, made_up(held), ())
        writing, size = time.perf_counter() - start, Path(folder, "index").stat().st_size
        index = TextIndex(database)
        index.find(pieces(asked[0]), (), _SHOWN)  # loads jieba's dictionary
        found = [
            searched(word, lambda one: index.find(pieces(one), (), _SHOWN).total, arguments.rounds) for word in asked
        ]
    scanned = [
        searched(word, lambda one: sum(one in text for text in held), arguments.rounds) for word in asked[:_SCANNED]
    ]
    # The index also finds what is written in other characters, or with a space between.
    assert all(one.found >= other.found for one, other in zip(found, scanned, strict=False))
    slowest, common = max(found, key=lambda one: one.seconds), max(found, key=lambda one: one.found)
    middle, scan = median(one.seconds for one in found), median(one.seconds for one in scanned)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    rows = [
        ("characters", f"{sum(map(len, held)):,}"),
        ("sentences to an index, s", f"{writing:,.1f}"),
        ("its size, MB", f"{size / 1e6:,.0f}"),
        ("peak memory, with all sentences held for the scan, MB", f"{peak:,.0f}"),
        ("a word in the middle, ms", f"{middle * 1000:.2f}"),
        (f"the slowest word ({slowest.word}, in {slowest.found:,} sentences), ms", f"{slowest.seconds * 1000:.1f}"),
        (f"the commonest word ({common.word}, in {common.found:,} sentences), ms", f"{common.seconds * 1000:.1f}"),
        ("a plain scan for one word, ms", f"{scan * 1000:.0f}"),
        ("plain scan to the index, the word in the middle", f"{scan / middle:,.0f}"),
        ("plain scan to the index, the slowest word", f"{scan / slowest.seconds:,.1f}"),
    ]
    print(f"Python {platform.python_version()}, {platform.machine()}, {len(held):,} sentences, {len(found):,} words\n")
    print("| measured | figure |\n|---|---:|")
    for name, figure in rows:
        print(f"| {name} | {figure} |")


if __name__ == "__main__":
    main()
