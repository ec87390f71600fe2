"""Graphs as files: Turtle, TriG, N-Quads, N-Triples and JSON-LD by the file's suffix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize

from graph.errors import GraphError
from graph.rdf.vocabulary import PREFIXES
from graph.rdf.whole_files import put_in_place

FORMATS: dict[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}
"""Suffix to format. Turtle and N-Triples hold the union of all graphs, the others each graph by its name."""

_TYPE = PREFIXES["rdf"] + "type"

STORE_SUFFIXES = ("", ".db")


def format_of(path: Path) -> RdfFormat | None:
    """Return the format that a file's name asks for; None where it names the folder of a store.

    Raises GraphError for a suffix that is no format of ours.

    >>> format_of(Path("x.ttl")).name, format_of(Path("policy.db"))
    ('Turtle', None)
    """
    suffix = path.suffix.lower()
    if path.is_dir() or suffix in STORE_SUFFIXES:
        return None
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise GraphError(path, f"{suffix} is no format of a graph", f"use {known}, or a folder such as policy.db")
    return FORMATS[suffix]


def serialise(quads: Iterable[Quad], form: RdfFormat, prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """Return the bytes of a graph: the same for the same quads, in whatever order and from whichever machine.

    Arguments: quads, repetitions allowed; form, a format of RDF; prefixes, those that the file may use.

    >>> from pyoxigraph import NamedNode
    >>> quad = Quad(NamedNode(PREFIXES["city"] + "沈阳市"), NamedNode(PREFIXES["pol"] + "code"), NamedNode("urn:x"))
    >>> serialise([quad, quad], RdfFormat.TURTLE).decode().splitlines()[-1]
    'city:沈阳市 pol:code <urn:x> .'
    """
    if form.supports_datasets:
        whole = sorted(_each_once(quads), key=lambda quad: (str(quad.graph_name), *_order(quad)))
        written = serialize(whole, format=form, prefixes=dict(prefixes))
    else:
        union = sorted({quad.triple for quad in quads}, key=_order)
        written = serialize(union, format=form, prefixes=dict(prefixes))
    assert written is not None
    return _with_sorted_prefixes(written)


def _each_once(quads: Iterable[Quad]) -> set[Quad]:
    """Return quads without those of a store's union that a named graph holds."""
    whole = set(quads)
    named = {quad.triple for quad in whole if quad.graph_name != DefaultGraph()}
    return {quad for quad in whole if quad.graph_name != DefaultGraph() or quad.triple not in named}


def _with_sorted_prefixes(written: bytes) -> bytes:
    """Return Turtle or TriG with its prefixes in order: the engine writes them in another one on every run."""
    head, rest = [], written
    while rest.startswith(b"@prefix "):
        line, _, rest = rest.partition(b"\n")
        head.append(line + b"\n")
    return b"".join(sorted(head)) + rest


def _order(one: Triple | Quad) -> tuple[bool, str, bool, str]:
    """Things first, for a person who reads the file, each with its class; then what a hash of 20 digits names."""
    subject = str(one.subject)
    return subject[-22:-21] == "/", subject, one.predicate.value != _TYPE, str(one)


def write_file(quads: Iterable[Quad], path: Path) -> None:
    """Write a graph to a file, beside it first and then in its place, so that no reader ever sees half of it.

    Arguments: quads; path, whose suffix decides the format. Raises GraphError where the format is unknown or the
    file cannot be written.
    """
    form = format_of(path)
    if form is None:
        raise GraphError(path, "a folder, not a file", f"name a file that ends in {', '.join(FORMATS)}")
    put_in_place({path: serialise(quads, form)})
