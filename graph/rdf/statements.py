"""Statements about triples: who says so."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph.rdf.iris import hashed_iri
from graph.rdf.terms import Term, term, triple


def statement_node(kind: str, subject: NamedNode, predicate: str, value: Term) -> NamedNode:
    """Return the node of a statement: equal statements of several documents are one.

    >>> from extract.values import Entity
    >>> from graph.rdf.terms import term_of, thing
    >>> city = thing(Entity("City", "沈阳市"))
    >>> statement_node("assertion", city, "code", term_of("code", "210100")).value[-20:]
    'e3239660d35edc9c9d6f'
    """
    return NamedNode(hashed_iri(kind, subject, predicate, value))


def statement(node: NamedNode, kind: str, subject: NamedNode, predicate: str, value: Term) -> Iterator[Triple]:
    """Yield the plain triple and, beside it, the statement about it.

    Arguments: node, names the statement; kind, its class; then the triple.

    >>> from extract.values import Entity
    >>> from graph.rdf.terms import term_of, thing
    >>> city = thing(Entity("City", "沈阳市"))
    >>> len(list(statement(NamedNode("https://example.org/1"), "Assertion", city, "code", term_of("code", "210100"))))
    5
    """
    yield triple(subject, predicate, value)
    yield triple(node, "rdf:type", term(kind))
    yield triple(node, "rdf:subject", subject)
    yield triple(node, "rdf:predicate", term(predicate))
    yield triple(node, "rdf:object", value)


def background_source(node: NamedNode, rule: str, source: str) -> Iterator[Triple]:
    """Yield the triples of what backs statements that no text makes.

    Arguments: node; rule, what read it; source, where it was read.

    >>> len(list(background_source(NamedNode("https://example.org/1"), "metadata", "a side file")))
    4
    """
    yield triple(node, "rdf:type", term("BackgroundSource"))
    yield triple(node, "grade", term("Background"))
    yield triple(node, "rule", rule)
    yield triple(node, "dcterms:source", source)
