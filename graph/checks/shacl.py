"""Run the SHACL shapes over a graph, on as little of it as they look at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Store
from rdflib.namespace import RDF, SH, XSD

from graph.checks.findings import Severity
from graph.engines import holds_union

SHAPES = Path(__file__).with_name("shapes.ttl")


@lru_cache(maxsize=1)
def shapes() -> rdflib.Graph:
    """Return the shapes as an rdflib graph, read once.

    >>> len(shapes()) > 100
    True
    """
    return rdflib.Graph().parse(SHAPES, format="turtle")


def failed_shapes(store: Store) -> Iterator[tuple[Severity, str, str, str]]:
    """Yield severity, shape, node and message of each result of the validation.

    >>> list(failed_shapes(Store()))
    []
    """
    import pyshacl

    conforms, report, _ = pyshacl.validate(_data(store), shacl_graph=shapes(), advanced=False, inference="none")
    if conforms:
        return
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        severity: Severity = "Violation" if report.value(result, SH.resultSeverity) == SH.Violation else "Warning"
        messages = [
            str(one) for one in report.objects(result, SH.resultMessage) if getattr(one, "language", "") == "en"
        ]
        name = str(shape).rsplit("/", 1)[-1] if isinstance(shape, rdflib.URIRef) else "shape"
        yield severity, name, str(report.value(result, SH.focusNode)), min(messages, default="fails this shape")


@lru_cache(maxsize=1)
def _looked_at() -> tuple[str, ...]:
    """The predicates that some shape looks at."""
    pointers = (SH.path, SH.targetSubjectsOf, SH.targetObjectsOf)
    named = {str(value) for pointer in pointers for value in shapes().objects(None, pointer)}
    return tuple(sorted(named | {str(RDF.type)}))


def _data(store: Store) -> rdflib.Graph:
    """Return what the shapes look at as an rdflib graph."""
    data, known = rdflib.Graph(), _Terms()
    for predicate in _looked_at():
        about = rdflib.URIRef(predicate)
        for subject, value in _said(store, NamedNode(predicate)):
            data.add((known[subject], about, known[value]))
    return data


def _said(store: Store, predicate: NamedNode) -> set[tuple[object, object]]:
    """Return what a predicate ties, each pair once however many graphs say it."""
    whole = DefaultGraph() if holds_union(store) else None
    return {(quad.subject, quad.object) for quad in store.quads_for_pattern(None, predicate, None, whole)}


class _Terms(dict[object, rdflib.term.Node]):
    """Terms of the engine as rdflib's, each made once."""

    def __missing__(self, term: object) -> rdflib.term.Node:
        self[term] = made = _plain(term)
        return made


def _plain(value: object) -> rdflib.term.Node:
    if isinstance(value, Literal):
        if value.language:
            return rdflib.Literal(value.value, lang=value.language)
        if value.datatype.value == str(XSD.string):  # rdflib holds "a" and "a"^^xsd:string for two
            return rdflib.Literal(value.value)
        return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))
    assert isinstance(value, NamedNode)
    return rdflib.URIRef(value.value)
