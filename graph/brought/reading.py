"""The process that reads texts of a shelf, one after another: ``python -m graph.brought.reading FOLDER…``.

It writes how far it is at each step, and the graph at the end, so that who waits sees it, whoever that is by then.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from extract.errors import UnreadableText
from extract.readers import read_document
from graph.brought.shelf import GRAPH, ShelvedText
from graph.brought.state import State, write_state
from graph.corpus import STEPS, BuildReport, built_alone, graphs_of
from graph.rdf import put_in_place

_SHARES = {
    "file": 1,
    "sections": 5,
    "names": 13,
    "tokens": 8,
    "industries": 8,
    "rules": 11,
    "facts": 3,
    "triples": 21,
    "checks": 24,
    "graph": 6,
}
"""The share of each step, in their order, in the time of a text, in percent, as measured on texts of 100,000 characters and more."""
assert {*STEPS, "file", "graph"} == _SHARES.keys()
assert sum(_SHARES.values()) == 100


def read(text: ShelvedText) -> None:
    """Read a text of a shelf; what is wrong with it is in its state afterwards."""
    steps = iter(_SHARES.values())
    state = State("reading", started=time.time(), process=os.getpid(), going_on=next(steps) / 100)
    write_state(text.folder, state)

    def step(name: str) -> None:
        nonlocal state
        done = min(1.0, state.done + _SHARES[name] / 100)
        state = replace(state, done=done, step=name, stepped=time.time(), going_on=next(steps, 0) / 100)
        write_state(text.folder, state)

    try:
        document = read_document(text.file)
        step("file")
        report = BuildReport(text.file)
        built = built_alone(document, report, step)
        graphs = graphs_of(built)
        # With their union, as a store holds them: so the file is loaded in one go, without a look at each triple.
        graph = b"".join([*(one.n_quads() for one in graphs), *(one.triples for one in graphs)])
        if not text.folder.is_dir():
            return
        put_in_place({text.folder / GRAPH: graph})
        held = document.id if built else ""
        state = replace(state, phase="read", done=1.0, step="graph", id=held, problems=tuple(report.problems))
    except UnreadableText as error:
        state = replace(state, phase="failed", reason=error.reason, remedy=error.remedy)
    except MemoryError:
        state = replace(state, phase="failed", reason="it needs more memory than there is", remedy="split it")
    write_state(text.folder, state)


def main() -> None:
    """Read the texts of the folders that are named."""
    for folder in sys.argv[1:]:
        with suppress(FileNotFoundError):  # a text that was removed meanwhile
            read(ShelvedText(Path(folder)))


if __name__ == "__main__":
    main()
