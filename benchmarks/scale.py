"""How time, memory and the store grow with the number of texts, and time with the length of one: python -m benchmarks.scale --help."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from benchmarks.texts import CORPUS, texts
from extract import extract
from extract.values import Document
from graph.corpus import build_corpus

_CHANGED = "支持沈阳市建设区域性金融中心。"
"""What is added to the text that is changed between two builds."""


def repeated(documents: Sequence[Document], number: int) -> Iterator[Document]:
    """Yield so many texts: those given, and where they do not suffice the same again under other names.

    >>> [one.id for one in repeated([Document("a", "沈阳。")], 2)]
    ['a', 'a.1']
    """
    again = (
        one if not turn else replace(one, id=f"{one.id}.{turn}", text=f"{one.text}\n{turn}。")
        for turn in count()
        for one in documents
    )
    return islice(again, number)


def write(documents: Sequence[Document], target: Path) -> None:
    """Write texts as JSON lines."""
    with target.open("w", encoding="utf-8") as file:
        for one in documents:
            file.write(json.dumps({"id": one.id, "text": one.text}, ensure_ascii=False) + "\n")


def built(source: Path, store: Path, jobs: int) -> dict[str, float]:
    """Build a store in a process of its own; seconds on the clock and of the processor (all processes), peak MB (the building one)."""
    command = [sys.executable, "-m", "benchmarks.scale", "--build", str(source), str(store), "--jobs", str(jobs)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    figures: dict[str, float] = json.loads(said)
    return figures


def _build(source: Path, store: Path, jobs: int) -> dict[str, float]:
    _read_first()
    clock, before = time.perf_counter(), _processor()
    report = build_corpus([source], store, jobs=jobs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    clock, processor = time.perf_counter() - clock, _processor() - before
    return {"clock": clock, "processor": processor, "peak": peak, "built": len(report.built)}


def _read_first() -> None:
    """Load the lexicon, which every process does once."""
    extract(Document("first", _CHANGED))


def _processor() -> float:
    return sum(
        one.ru_utime + one.ru_stime for one in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def growth(documents: Sequence[Document], number: int, jobs: int, folder: Path) -> str:
    """Return a row of figures for so many texts: read alone, built, with one changed, and the store."""
    many = list(repeated(documents, number))
    source, store = folder / f"{number}.jsonl", folder / f"{number}.db"
    write(many, source)
    _read_first()
    before = time.process_time()
    for one in many:
        extract(one)
    reading = time.process_time() - before
    whole = built(source, store, 1)
    several = built(source, folder / "several.db", jobs) if jobs > 1 else whole
    write([*many[:-1], replace(many[-1], text=many[-1].text + _CHANGED)], source)
    changed = built(source, store, 1)
    size = sum(file.stat().st_size for file in store.rglob("*") if file.is_file()) / 1e6
    cells = (
        f"{number:,}",
        f"{sum(len(one.text) for one in many) / 1e6:.2f} M",
        f"{reading:.1f}",
        f"{whole['processor']:.1f}",
        f"{reading / whole['processor']:.0%}",
        f"{whole['clock']:.1f}",
        f"{several['clock']:.1f}",
        f"{changed['processor']:.1f}",
        f"{whole['peak']:.0f}",
        f"{size:.0f}",
    )
    return f"| {' | '.join(cells)} |"


def length(documents: Sequence[Document], characters: int) -> float:
    """Return the seconds of the processor that reading one text of so many characters takes: texts put end to end."""
    parts, size = [], 0
    for one in repeated(documents, 10**9):
        parts.append(one.text)
        size += len(one.text) + 1
        if size > characters:
            break
    document = Document("long", "\n".join(parts)[:characters])
    _read_first()
    before = time.process_time()
    extract(document)
    return time.process_time() - before


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--lengths", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--build", type=Path, nargs=2, help="build one store and print its figures as JSON")
    arguments = parser.parse_args()
    if arguments.build:
        source, store = arguments.build
        print(json.dumps(_build(source, store, arguments.jobs)))
        return
    documents = list(texts(arguments.texts))
    if arguments.sizes:
        print(
            "| texts | characters | read, s | built, s | share | clock, s | clock, several, s | one changed, s | peak, MB | store, MB |"
        )
        print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for number in arguments.sizes:
            print(growth(documents, number, arguments.jobs, Path(folder)), flush=True)
    for characters in arguments.lengths:
        print(f"one text of {characters:,} characters: {length(documents, characters):.2f} s", flush=True)


if __name__ == "__main__":
    main()
