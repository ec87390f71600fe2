"""The program of a benchmark of the app: the graph of some texts is built, a browser is started, and lines are printed as they come."""

from __future__ import annotations

import argparse
import platform
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.texts import CORPUS
from graph.corpus import build_corpus
from scripts.screenshots import chromium


def run(module: str, about: str | None, rounds: str, lines: Callable[[Browser, Path, int], Iterator[str]]) -> None:
    """Measure the app over the texts that the command line names, those of corpus/ where it names none.

    Arguments: module, its name; about, what it measures; rounds, what is told of that option, three unless it says otherwise; lines,
    what yields the lines to print, given a browser, a store and the rounds. A path that is not there is told, with exit code 2.
    """
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{module}", description=about)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS, help="a folder of texts, or a text")
    parser.add_argument("--rounds", type=int, default=3, help=rounds)
    arguments = parser.parse_args()
    if not arguments.source.exists():
        parser.error(f"{arguments.source}: no such file or folder; name a folder of texts or a text")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        store = Path(folder, "policy.db")
        built = len(build_corpus([arguments.source], store).built)
        print(f"Python {platform.python_version()}, {platform.machine()}, {built} texts of {arguments.source}\n")
        for line in lines(browser, store, arguments.rounds):
            print(line, flush=True)
