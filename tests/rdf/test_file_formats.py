"""Graphs as files: the same bytes for the same facts, and never half a file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from graph.engines import read_graph
from graph.errors import GraphError
from graph.rdf.background import places_of, written_background
from graph.rdf.file_formats import FORMATS, serialise, write_file
from tests.rdf.facts_made_up import build, made_up_facts

PRINT_ALL_FORMATS = """
import hashlib
from graph.rdf.background import places_of, written_background
from graph.rdf.file_formats import FORMATS, serialise
from tests.rdf.facts_made_up import build, made_up_facts
facts = [made_up_facts(name) for name in {names}]
quads = [quad for one in facts for quad in build(one) + written_background(places_of(one)).quads()]
print([hashlib.sha256(serialise(quads, form)).hexdigest() for form in FORMATS.values()])
"""


def bytes_of_all_formats(hash_seed: str, names: tuple[str, ...]) -> str:
    """Return the hashes of a graph in every format, built by another process."""
    return subprocess.run(
        [sys.executable, "-c", PRINT_ALL_FORMATS.format(names=names)],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(Path(__file__).parent)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_the_bytes_depend_neither_on_the_hash_seed_nor_on_the_order_of_the_texts() -> None:
    assert bytes_of_all_formats("1", ("a", "b")) == bytes_of_all_formats("2", ("b", "a"))


def test_two_graphs_merged_are_the_graph_built_of_both(tmp_path: Path) -> None:
    first, second = made_up_facts("first"), made_up_facts("second")
    write_file(build(first) + written_background(places_of(first)).quads(), tmp_path / "first.ttl")
    write_file(build(second) + written_background(places_of(second)).quads(), tmp_path / "second.ttl")
    merged = [*read_graph(tmp_path / "first.ttl"), *read_graph(tmp_path / "second.ttl")]
    both = build(first) + build(second) + written_background(places_of(first) | places_of(second)).quads()
    assert serialise(merged, FORMATS[".ttl"]) == serialise(both, FORMATS[".ttl"])


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_written_reads_back_the_same(suffix: str, tmp_path: Path) -> None:
    quads = build(made_up_facts())
    write_file(quads, tmp_path / f"graph{suffix}")
    assert {quad.triple for quad in read_graph(tmp_path / f"graph{suffix}")} == {quad.triple for quad in quads}


def test_rdflib_reads_the_turtle(tmp_path: Path) -> None:
    quads = build(made_up_facts())
    write_file(quads, tmp_path / "graph.ttl")
    read = Graph().parse(tmp_path / "graph.ttl")
    assert len(read) == len({quad.triple for quad in quads})
    assert {str(subject) for subject in read.subjects()} == {str(quad.subject)[1:-1] for quad in quads}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
def test_rdflib_reads_the_named_graph_of_each_document(tmp_path: Path) -> None:
    write_file(build(made_up_facts("first")) + build(made_up_facts("second")), tmp_path / "graph.trig")
    named = Dataset()
    named.parse(data=(tmp_path / "graph.trig").read_text(), format="trig")
    assert {str(graph.identifier).rsplit("/", 1)[-1] for graph in named.graphs() if len(graph)} == {"first", "second"}


def test_a_prefix_names_each_kind_of_shared_things() -> None:
    assert "city:沈阳市 a pol:City" in serialise(build(made_up_facts()), FORMATS[".ttl"]).decode()


def test_an_unknown_suffix_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"use \.ttl"):
        write_file([], tmp_path / "graph.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_former_file_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(GraphError):
        write_file([], tmp_path / "graph.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
