"""``python -m benchmarks.exports``: seconds and megabytes of each form of export, at 100, 1,000 and 10,000 relations.

Each form is compared with N-Quads of the same graph, in the same run: both hold the same relations.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.queries import write_graph
from graph import PolicyGraph
from graph.export import FORMS, Shown, Wanted, briefing, export, picture, selection_of

SIZES = (100, 1_000, 10_000)
_TRIPLES_A_RELATION = 24
"""Triples of the made-up graph for each of its relations, rather too many than too few."""
_PEER = ".nq"


def works(graph: PolicyGraph, folder: Path, relations: int) -> dict[str, Callable[[], object]]:
    """Return what is measured: a name to what does it."""
    things = max(3, relations // 3)
    done: dict[str, Callable[[], object]] = {}
    for suffix in (one for form in FORMS.values() for one in form.suffixes):
        done[suffix] = lambda suffix=suffix: export(graph, folder / f"a{suffix}")  # type: ignore[misc]
    for suffix in (".svg", ".png", ".pdf"):
        done[f"picture {suffix}"] = lambda suffix=suffix: picture(graph, folder / f"p{suffix}")  # type: ignore[misc]
    done[f"picture of {min(things, 600)} things .svg"] = lambda: picture(
        graph, folder / "l.svg", Shown(most=min(things, 600))
    )
    for suffix in (".pptx", ".docx", ".md"):
        done[f"briefing {suffix}"] = lambda suffix=suffix: briefing(graph, folder / f"b{suffix}", Wanted())  # type: ignore[misc]
    return done


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long a work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Measure each size, and print a table for it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="relations of the graph")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_graph(Path(folder), size * _TRIPLES_A_RELATION)
            with PolicyGraph.open(Path(folder, "store")) as graph:
                found = len(selection_of(graph).relations)
                print(f"\n{found:,} relations\n\n| form | s | MB | time, of N-Quads |\n|---|---:|---:|---:|")
                out = Path(folder, "out")
                todo = works(graph, out, found)
                peer = seconds_of(todo[_PEER])
                for name, work in todo.items():
                    for old in out.iterdir():
                        old.unlink()
                    took = seconds_of(work)
                    size_of = sum(path.stat().st_size for path in out.iterdir()) / 1e6
                    print(f"| {name} | {took:.2f} | {size_of:.2f} | {took / peer:.1f} |")


if __name__ == "__main__":
    main()
