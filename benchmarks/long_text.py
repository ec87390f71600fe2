"""``python -m benchmarks.long_text [TEXTS] [--characters N]``: how long a long text takes in the app and on the command line.

The text is made of the texts that are named, one after another and from the first again until it is long enough. On the command line
it is built into a store; in the app it is brought, read and written for good into a store that is not there yet.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.texts import CORPUS, texts
from graph.brought import Reader, added_for_good, shelf_of

_CHARACTERS = 500_000
_TOKEN = "0" * 32


def long_text(source: Path, characters: int) -> str:
    """Return a text of so many characters. Arguments: source, a folder of texts or a text; characters.

    >>> len(long_text(CORPUS, 10_000))
    10000
    """
    held = "\n".join(one.text for one in texts(source)) + "\n"
    return (held * (characters // len(held) + 1))[:characters]


def on_the_command_line(text: Path, folder: Path) -> None:
    """Build a store of a text."""
    command = [sys.executable, "-m", "graph.cli", "build", str(text), "-o", str(folder / "policy.db")]
    subprocess.run(command, check=True, capture_output=True)


def in_the_app(text: Path, folder: Path) -> None:
    """Read a text as the page on which it is brought does, and write it into a store for good."""
    kept = shelf_of(folder / "kept", _TOKEN).put(text.name, text.read_bytes())
    reader = Reader([kept])
    while reader.running:
        time.sleep(0.05)
    added_for_good([kept], folder / "policy.db")


def seconds(work: Callable[[Path, Path], None], text: Path) -> float:
    """Return how long something takes with a text and an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        work(text, Path(folder))
        return time.perf_counter() - began


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.long_text", description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS, help="a folder of texts, or a text")
    parser.add_argument("--characters", type=int, default=_CHARACTERS)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "long.txt")
        text.write_text(long_text(arguments.source, arguments.characters), encoding="utf-8")
        print(
            f"Python {platform.python_version()}, {platform.machine()}, a text of {arguments.characters:,} characters\n"
        )
        print("| on the command line, s | in the app, s |\n|---:|---:|")
        found = [[seconds(work, text) for work in (on_the_command_line, in_the_app)] for _ in range(arguments.rounds)]
        print("| " + " | ".join(f"{median(took):.1f}" for took in zip(*found, strict=True)) + " |")


if __name__ == "__main__":
    main()
