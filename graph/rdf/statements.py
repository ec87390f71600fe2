"""Statements about triples: who says so."""

from __future__ import annotations

from collections.abc import Iterator

from graph.rdf.lines import Line, WrittenTerm, line, written_node, written_term, written_text


def statement_node(kind: str, subject: WrittenTerm, predicate: str, value: WrittenTerm) -> WrittenTerm:
    """Return the node of a statement: equal statements of several documents are one.

    >>> from extract.values import Entity
    >>> from graph.rdf.lines import written_thing
    >>> statement_node("assertion", written_thing(Entity("City", "沈阳市")), "code", written_text("210100"))[-21:]
    'e3239660d35edc9c9d6f>'
    """
    return written_node(kind, subject, predicate, value)


def statement(node: WrittenTerm, kind: str, subject: WrittenTerm, predicate: str, value: WrittenTerm) -> Iterator[Line]:
    """Yield the plain triple and, beside it, the statement about it.

    Arguments: node, names the statement; kind, its class; then the triple.

    >>> len(list(statement("<urn:1>", "Assertion", "<urn:a>", "code", written_text("210100"))))
    5
    """
    yield line(subject, predicate, value)
    yield line(node, "rdf:type", written_term(kind))
    yield line(node, "rdf:subject", subject)
    yield line(node, "rdf:predicate", written_term(predicate))
    yield line(node, "rdf:object", value)


def background_source(node: WrittenTerm, rule: str, source: str) -> Iterator[Line]:
    """Yield the triples of what backs statements that no text makes.

    Arguments: node; rule, what read it; source, where it was read.

    >>> len(list(background_source("<urn:1>", "metadata", "a side file")))
    4
    """
    yield line(node, "rdf:type", written_term("BackgroundSource"))
    yield line(node, "grade", written_term("Background"))
    yield line(node, "rule", written_text(rule))
    yield line(node, "dcterms:source", written_text(source))
