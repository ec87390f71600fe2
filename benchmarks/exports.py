"""``python -m benchmarks.exports``: seconds and megabytes of each form of export, at 100, 1,000 and 10,000 relations.

Each form is compared with N-Quads of the same graph, in the same run: both hold the same relations.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias, get_args

from benchmarks.million import TASKS
from benchmarks.queries import write_graph
from graph import PolicyGraph
from graph.export import (
    BRIEFING_SUFFIXES,
    CHANGES_FORMS,
    FORMS,
    PICTURE_SUFFIXES,
    Shown,
    Wanted,
    briefing,
    changes_briefing,
    export,
    picture,
    selection_of,
)
from graph.pictured import View

SIZES = (100, 1_000, 10_000)
_TRIPLES_A_RELATION = 24
"""Triples of the made-up graph for each of its relations, rather too many than too few."""
_TASKS_A_RELATION = 0.25
"""Of a graph of one document: its tasks for each of its relations."""
_PEER = "export .nq"
_MANY = 600
"""Things of a picture that is as crowded as a picture may be."""

Work: TypeAlias = Callable[[PolicyGraph, Path], object]
"""Writes a form of a graph into a folder."""


class Taken(NamedTuple):
    """What a form took."""

    seconds: float
    megabytes: float


def works() -> dict[str, Work]:
    """Return what is measured: every form that the code has, by a name for it, to what writes it.

    >>> "briefing .docx" in works(), "export .bib" in works(), "picture .html" in works()
    (True, True, True)
    """
    done: dict[str, Work] = {}
    for suffix in (one for form in FORMS.values() for one in form.suffixes):
        done[f"export {suffix}"] = lambda graph, folder, end=suffix: export(graph, folder / f"a{end}")  # type: ignore[misc]
    for suffix in PICTURE_SUFFIXES:
        done[f"picture {suffix}"] = lambda graph, folder, end=suffix: picture(graph, folder / f"a{end}")  # type: ignore[misc]
    for view in get_args(View):
        if view != "network":
            done[f"picture {view}"] = lambda graph, folder, of=view: picture(graph, folder / "a.svg", Shown(of))  # type: ignore[misc]
    done[f"picture of {_MANY} things"] = lambda graph, folder: picture(graph, folder / "a.svg", Shown(most=_MANY))
    for suffix in BRIEFING_SUFFIXES:
        done[f"briefing {suffix}"] = lambda graph, folder, end=suffix: briefing(graph, folder / f"a{end}", Wanted())  # type: ignore[misc]
    for suffix in CHANGES_FORMS:
        done[f"comparison {suffix}"] = lambda graph, folder, end=suffix: _compared(graph, folder / f"a{end}")  # type: ignore[misc]
    return done


def _compared(graph: PolicyGraph, path: Path) -> None:
    """Write a comparison in which all that the graph says is new."""
    with PolicyGraph.open("memory") as nothing:
        changes_briefing(nothing.diff(graph), path)


def taken(work: Work, graph: PolicyGraph, folder: Path) -> Taken:
    """Return what a work takes, in a folder that is empty before and after."""
    begun = time.perf_counter()
    work(graph, folder)
    seconds = time.perf_counter() - begun
    made = list(folder.iterdir())
    megabytes = sum(path.stat().st_size for path in made) / 1e6
    for path in made:
        path.unlink()
    return Taken(seconds, megabytes)


def measured(size: int) -> tuple[int, dict[str, Taken]]:
    """Return how many relations a graph of about so many has, and what each form of it takes."""
    with tempfile.TemporaryDirectory() as held:
        tasks = min(TASKS, round(size * _TASKS_A_RELATION))
        write_graph(Path(held), size * _TRIPLES_A_RELATION, tasks)
        folder = Path(held, "out")
        folder.mkdir()
        with PolicyGraph.open(Path(held, "store")) as graph:
            taken(works()[_PEER], graph, folder)  # what is imported once is no time of the first form
            return len(selection_of(graph).relations), {
                name: taken(work, graph, folder) for name, work in works().items()
            }


def main() -> None:
    """Measure each size, and print a table: a row for each form, two columns for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="relations of the graph")
    found = [measured(size) for size in parser.parse_args().sizes]
    heads = [f"{relations:,} relations, s | MB" for relations, _ in found]
    print(f"| form | {' | '.join(heads)} | time, of N-Quads |\n|---|{'---:|' * (2 * len(found) + 1)}")
    for name in works():
        cells = [f"{one[name].seconds:.2f} | {one[name].megabytes:.2f}" for _, one in found]
        ratios = [f"{one[name].seconds / one[_PEER].seconds:.1f}" for _, one in found]
        print(f"| {name} | {' | '.join(cells)} | {', '.join(ratios)} |")


if __name__ == "__main__":
    main()
