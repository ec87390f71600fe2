"""Triples as lines of N-Triples, made of strings: a build writes some hundred thousand of them a minute, each in one touch.

A term is a string here as N-Triples writes it: ``<urn:a>``, ``"沈阳"@zh``. It is what the engine writes of the same term.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import Literal, RdfFormat, Triple, parse

from extract.values import Entity, Value
from graph.rdf.iris import hashed_iri
from graph.rdf.terms import term, term_of, thing

WrittenTerm: TypeAlias = str
Line: TypeAlias = str
"""A triple as a line of N-Triples."""

END = " .\n"
"""How each line ends, and nothing within one: a literal has its line breaks as `\\n`."""


@lru_cache(maxsize=1024)
def written_term(name: str) -> WrittenTerm:
    """Return a term of the ontology, or of another one by its prefix.

    >>> written_term("dcterms:issued")
    '<http://purl.org/dc/terms/issued>'
    """
    return str(term(name))


@lru_cache(maxsize=65536)
def written_thing(entity: Entity) -> WrittenTerm:
    """Return the node of an entity.

    >>> written_thing(Entity("City", "沈阳市"))
    '<https://w3id.org/policygraph/id/city/沈阳市>'
    """
    return str(thing(entity))


def written_text(text: str, language: str = "") -> WrittenTerm:
    """Return a text as a literal.

    >>> written_text("沈阳"), written_text("“沈阳”", "zh"), len(written_text("\\n"))
    ('"沈阳"', '"“沈阳”"@zh', 4)
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"@{language}' if language else f'"{text}"'
    # the engine knows how the rest is escaped
    return str(Literal(text, language=language) if language else Literal(text))


def written_value(name: str, value: Value) -> WrittenTerm:
    """Return the value of a property, as `graph.rdf.terms.term_of` has it.

    >>> written_value("declaredSize", 2), written_value("code", "210100")
    ('"2"^^<http://www.w3.org/2001/XMLSchema#integer>', '"210100"')
    """
    return written_thing(value) if isinstance(value, Entity) else _literal(name, value)


@lru_cache(maxsize=65536, typed=True)
def _literal(name: str, value: str | int | Decimal | date) -> WrittenTerm:
    return str(term_of(name, value))


def written_node(kind: str, *parts: object, document_id: str = "") -> WrittenTerm:
    """Return the node of something named by what it says: see `graph.rdf.iris.hashed_iri`.

    >>> written_node("Mention", "沈阳", 0, 2, document_id="liaoning")
    '<https://w3id.org/policygraph/id/liaoning/mention/2a50ad5831a0cceee32d>'
    """
    return f"<{hashed_iri(kind, *parts, document_id=document_id)}>"


def line(subject: WrittenTerm, name: str, value: WrittenTerm) -> Line:
    """Return one triple; the predicate by name.

    >>> line("<urn:a>", "code", written_text("210100"))
    '<urn:a> <https://w3id.org/policygraph/ontology#code> "210100" .\\n'
    """
    return f"{subject} {written_term(name)} {value}{END}"


def triples_of(lines: Iterable[Line]) -> set[Triple]:
    """Return lines as triples of the engine.

    >>> [str(one.object) for one in triples_of([line("<urn:a>", "code", written_text("210100"))])]
    ['"210100"']
    """
    return {quad.triple for quad in parse("".join(lines), format=RdfFormat.N_TRIPLES)}
