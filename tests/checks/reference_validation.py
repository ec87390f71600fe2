"""The same shapes as pySHACL checks them: what the project's own queries are held to."""

from __future__ import annotations

import pyshacl
import rdflib
from pyoxigraph import Literal, NamedNode, Store
from rdflib.namespace import RDF, SH, XSD

from graph.checks.shape_queries import shapes


def failed_by_reference(store: Store) -> set[tuple[str, str]]:
    """Return shape and node of each result of pySHACL."""
    _, report, _ = pyshacl.validate(_data(store), shacl_graph=shapes(), advanced=False, inference="none")
    assert isinstance(report, rdflib.Graph)
    return {
        (str(report.value(result, SH.sourceShape)).rsplit("/", 1)[-1], str(report.value(result, SH.focusNode)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def _data(store: Store) -> rdflib.Graph:
    data = rdflib.Graph()
    for quad in store.quads_for_pattern(None, None, None, None):
        data.add((_plain(quad.subject), _plain(quad.predicate), _plain(quad.object)))
    return data


def _plain(value: object) -> rdflib.term.Node:
    if isinstance(value, Literal):
        if value.language:
            return rdflib.Literal(value.value, lang=value.language)
        if value.datatype.value == str(XSD.string):  # rdflib holds "a" and "a"^^xsd:string for two
            return rdflib.Literal(value.value)
        return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value), normalize=False)
    return rdflib.URIRef(value.value) if isinstance(value, NamedNode) else rdflib.BNode(str(value))
