"""``python -m benchmarks.queries``: connect and every question, in the embedded engine and in plain rdflib.

One graph, made up by `benchmarks.million`; each engine in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import platform
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from types import FrameType

import rdflib
from rdflib import Literal, URIRef

from benchmarks.million import TASKS, documents
from extract.values import Entity
from graph.connections import Conditions, Network, connect, headline
from graph.engines import Parameter, Row, Rows, alone, fill, named, renew_background, replace_documents, revised
from graph.policygraph import PolicyGraph
from graph.questions import questions
from graph.rdf import POL, WrittenGraph, entity_iri, written_document
from graph.things import Node

_ENDS = [[Node(URIRef(entity_iri(Entity("City", name))), name, "City")] for name in ("沈阳市", "大连市")]
_SHARED = """SELECT DISTINCT ?shared { VALUES ?relation { pol:hasPositioning pol:concernsIndustry }
  $one ?relation ?shared . $other ?relation ?shared }"""
_TOGETHER = """SELECT (COUNT(DISTINCT ?task) AS ?tasks) {
  ?assertion rdf:predicate pol:involves ; rdf:object $one ; rdf:subject ?task .
  ?second rdf:predicate pol:involves ; rdf:object $other ; rdf:subject ?task }"""


@dataclass(frozen=True, slots=True)
class Plain:
    """A graph in rdflib's own memory, asked by rdflib's own engine."""

    graph: rdflib.Graph

    def rows(self, query: str, /, **parameters: Parameter) -> list[Row]:
        """Return the answers of a SELECT, as a PolicyGraph does."""
        found = self.graph.query(fill(query, parameters) if parameters else query)
        return [{str(name): term for name, term in binding.items()} for binding in found.bindings]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one engine took."""

    opening: float
    """Seconds until the graph can be asked: opened, or read from N-Triples."""
    memory: tuple[float, float]
    """Peak resident set of the process after connect and after all, in MB."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Query to its median; none where it was stopped."""


class Stopped(Exception):
    """A query took longer than it may."""


def write_graph(folder: Path, triples: int, tasks: int = TASKS) -> int:
    """Write a made-up graph as a store and as N-Triples, and return how many triples it has.

    Arguments: folder, to write `store` and `graph.nt` into; triples, how many at the least; tasks of each document.
    """
    held: list[WrittenGraph] = []
    count = 0
    for facts in documents(tasks=tasks):
        held.append(written_document(facts))
        count += len(held[-1])
        if count >= triples:
            break
    with alone(folder / "store"), revised(folder / "store") as store:
        replace_documents(store, held)
        renew_background(store)
    lines = {line for graph in held for line in graph.triples.splitlines(keepends=True)}
    (folder / "graph.nt").write_bytes(b"".join(lines))
    return len(lines)


def measure(engine: str, folder: Path, rounds: int, limit: float) -> Measured:
    """Return what the queries take in one engine, in a fresh process.

    Arguments: engine, ``embedded`` or ``rdflib``; folder, as `write_graph` fills it; rounds, how often each query is
    asked; limit, seconds after which a query is stopped.
    """
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (engine, folder, rounds, limit))


def _measure(engine: str, folder: Path, rounds: int, limit: float) -> Measured:
    start = time.perf_counter()
    graph: Rows
    if engine == "embedded":
        graph = PolicyGraph.open(folder / "store")
    else:
        graph = Plain(named(rdflib.Graph()).parse(folder / "graph.nt", format="nt"))
    opening = time.perf_counter() - start
    seconds, peaks = {}, []
    for name, work in _work(graph):
        took = _median(work, rounds, limit)
        peaks.append(_peak())
        if took is not None:
            seconds[name] = took
    return Measured(opening, (peaks[0], peaks[-1]), seconds)


def _peak() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _median(work: Callable[[], object], rounds: int, limit: float) -> float | None:
    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    signal.signal(signal.SIGALRM, stop)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            work()
        except Stopped:
            return None
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        times.append(time.perf_counter() - start)
    return median(times)


def _work(graph: Rows) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield each query with its name; a question is asked of the things that most is said of."""
    one, other = (end[0].iri for end in _ENDS)
    yield "connect two cities", lambda: connect(graph, _ENDS)
    headlined = headline(Network(tuple(map(tuple, _ENDS)), {}), Conditions())
    yield "the query behind its headline", lambda: graph.rows(headlined)
    yield "what two cities share", lambda: graph.rows(_SHARED, one=one, other=other)
    yield "tasks of two cities, by assertions", lambda: graph.rows(_TOGETHER, one=one, other=other)
    for question in questions():
        values: dict[str, Parameter] = {}
        for parameter in question.parameters:
            named_already = [value for value in values.values() if isinstance(value, URIRef)]
            value = Literal(2025) if parameter.is_year else _value(graph, parameter.classes, named_already)
            if value is not None:
                values[parameter.name] = value
        if len(values) == len(question.parameters):
            yield f"question {question.id}", partial(graph.rows, question.query, **values)


def _value(graph: Rows, classes: tuple[str, ...], but: list[URIRef]) -> URIRef | None:
    """Return a thing of one of the classes: a city of the two where they fit, else the first by IRI."""
    if {"Place", "City"} & set(classes):
        return next(end[0].iri for end in _ENDS if end[0].iri not in but)
    for kind in classes:
        rows = graph.rows("SELECT ?thing { ?thing a $kind } ORDER BY ?thing LIMIT 2", kind=URIRef(POL + kind))
        things = [row["thing"] for row in rows if row["thing"] not in but]
        if things and isinstance(things[0], URIRef):
            return things[0]
    return None


def main() -> None:
    """Measure both engines on one graph and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queries", description=__doc__)
    parser.add_argument("--triples", type=int, default=50_000, help="size of the graph (50,000; rdflib is slow)")
    parser.add_argument("--rounds", type=int, default=3, help="ask each query this often (3)")
    parser.add_argument("--limit", type=float, default=10, help="stop a query after so many seconds (10)")
    parser.add_argument("--embedded-only", action="store_true", help="leave rdflib out")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a process of its own too: a system counts a parent's peak as its child's.
        with get_context("spawn").Pool(1) as pool:
            triples = pool.apply(write_graph, (folder, arguments.triples))
        engines = ["embedded"] if arguments.embedded_only else ["embedded", "rdflib"]
        measured = [measure(engine, folder, arguments.rounds, arguments.limit) for engine in engines]
    print(f"Python {platform.python_version()}, {platform.machine()}, {triples:,} triples\n")
    print("| measured | " + " | ".join(engines) + " | ratio |\n|---|" + "---:|" * (len(engines) + 1))
    _print("until it can be asked, s", [one.opening for one in measured], 1)
    _print("peak memory after connect, MB", [one.memory[0] for one in measured], 1)
    _print("peak memory after all, MB", [one.memory[1] for one in measured], 1)
    for query in dict.fromkeys(query for one in measured for query in one.seconds):
        _print(f"{query}, ms", [one.seconds.get(query) for one in measured], 1000)


def _print(name: str, figures: list[float | None], unit: int) -> None:
    shown = [f"{figure * unit:,.1f}" if figure is not None else "stopped" for figure in figures]
    both = [figure for figure in figures if figure]
    print(f"| {name} | {' | '.join(shown)} | {f'{both[1] / both[0]:,.1f}' if len(both) == 2 else ''} |")


if __name__ == "__main__":
    main()
