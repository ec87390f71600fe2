"""``python -m benchmarks.long_text [TEXTS] [--characters N]``: how long a long text takes in the app and on the command line.

The text is made of the texts that are named, one after another until it is long enough. On the command line it is built into a store;
in the app it is brought, read, and added for the session to an empty graph, or written for good into a store that is not there yet.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.texts import CORPUS, texts
from graph import PolicyGraph
from graph.brought import Reader, ShelvedText, added_for_good, joined, shelf_of

_CHARACTERS = 500_000
_TOKEN = "0" * 32


def long_text(source: Path, characters: int) -> str:
    """Return a text of so many characters, or of all that there are. Arguments: source, a folder of texts or a text; characters.

    >>> len(long_text(CORPUS, 1_000))
    1000
    """
    return "\n".join(one.text for one in texts(source))[:characters]


def on_the_command_line(text: Path, folder: Path) -> None:
    """Build a store of a text."""
    command = [sys.executable, "-m", "graph.cli", "build", str(text), "-o", str(folder / "policy.db")]
    subprocess.run(command, check=True, capture_output=True)


def for_the_session(text: Path, folder: Path) -> None:
    """Read a text as the page on which it is brought does, and add it to a copy of a graph."""
    joined(PolicyGraph.open("memory"), [_read(text, folder)], folder / "session").close()


def for_good(text: Path, folder: Path) -> None:
    """Read a text as the page on which it is brought does, and write it into a store."""
    added_for_good([_read(text, folder)], folder / "policy.db")


def _read(text: Path, folder: Path) -> ShelvedText:
    kept = shelf_of(folder / "kept", _TOKEN).put(text.name, text.read_bytes())
    reader = Reader([kept])
    while reader.running:
        time.sleep(0.05)
    return kept


_WAYS = {"command line": on_the_command_line, "app, for the session": for_the_session, "app, for good": for_good}


def seconds(work: Callable[[Path, Path], None], text: Path) -> tuple[float, float]:
    """Return how long something takes with a text and an empty folder: on the clock, and of the processor."""
    with tempfile.TemporaryDirectory() as folder:
        began, used = time.perf_counter(), sum(os.times()[:4])
        work(text, Path(folder))
        return time.perf_counter() - began, sum(os.times()[:4]) - used


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.long_text", description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS, help="a folder of texts, or a text")
    parser.add_argument("--characters", type=int, default=_CHARACTERS)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "long.txt")
        said = long_text(arguments.source, arguments.characters)
        text.write_text(said, encoding="utf-8")
        print(f"Python {platform.python_version()}, {platform.machine()}, a text of {len(said):,} characters\n")
        print("| | clock, s | processor, s | of the command line: clock | processor |\n|---|---:|---:|---:|---:|")
        rounds = [[seconds(work, text) for work in _WAYS.values()] for _ in range(arguments.rounds)]
        found = [tuple(map(median, zip(*took, strict=True))) for took in zip(*rounds, strict=True)]
        for way, (clock, used) in zip(_WAYS, found, strict=True):
            print(f"| {way} | {clock:.1f} | {used:.1f} | {clock / found[0][0]:.2f} | {used / found[0][1]:.2f} |")


if __name__ == "__main__":
    main()
