"""``python -m benchmarks [TEXTS]``: measure, and print a table for each thing measured."""

from __future__ import annotations

import argparse
import platform
from pathlib import Path

from benchmarks.graph_build import measure_graph_build
from benchmarks.memory import measure_memory
from benchmarks.speed import measure_speed
from benchmarks.texts import CORPUS, texts


def main() -> None:
    """Measure the texts that the command line names, those of corpus/ where it names none."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS, help="a folder, a text, or a .jsonl file")
    parser.add_argument("--texts", type=int, help="read this many texts at the most")
    parser.add_argument("--rounds", type=int, default=5, help="repeat each measurement this often (5)")
    arguments = parser.parse_args()
    if not arguments.source.exists():
        parser.error(f"{arguments.source}: no such file or folder; name a folder of texts or a .jsonl file")
    documents = list(texts(arguments.source, arguments.texts))
    if not documents:
        parser.error(f"{arguments.source}: holds no text; name a folder of texts or a .jsonl file")

    print(f"Python {platform.python_version()}, {platform.machine()}, {len(documents)} texts of {arguments.source}\n")
    memory = measure_memory(documents)
    built = measure_graph_build(documents)
    speed = measure_speed(documents, arguments.rounds)
    rows = [
        ("characters in a round", f"{speed.characters:,}"),
        ("text to facts, characters/s", f"{speed.extracting:,.0f}"),
        ("jieba.cut alone, characters/s", f"{speed.cutting:,.0f}"),
        ("ratio of the two", f"{speed.ratio:.2f}"),
        ("slowest text to facts, ms", f"{speed.slowest * 1000:,.0f}"),
        ("peak memory after the first text, MB", f"{memory.after_first:,.0f}"),
        ("peak memory after half of the texts, MB", f"{memory.after_half:,.0f}"),
        ("peak memory after all texts, MB", f"{memory.after_all:,.0f}"),
        ("texts to a checked store, s", f"{built.seconds:,.1f}"),
        ("triples in it", f"{built.triples:,}"),
        ("the same build again, s", f"{built.again:,.1f}"),
    ]
    print("| measured | figure |\n|---|---:|")
    for name, figure in rows:
        print(f"| {name} | {figure} |")


if __name__ == "__main__":
    main()
