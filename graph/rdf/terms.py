"""RDF terms of the engine from plain Python values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from extract.values import Entity, Value
from graph.rdf.iris import entity_iri
from graph.rdf.vocabulary import PREFIXES, expand

Term = NamedNode | Literal

_DECIMAL = NamedNode(PREFIXES["xsd"] + "decimal")
_DATE = NamedNode(PREFIXES["xsd"] + "date")
_DECIMALS = frozenset({"targetValue", "baseline"})
_IN_CHINESE = frozenset({"dcterms:title"})


@lru_cache(maxsize=1024)
def term(name: str) -> NamedNode:
    """Return a term of the ontology, or of another one by its prefix.

    >>> term("dcterms:issued").value
    'http://purl.org/dc/terms/issued'
    """
    return NamedNode(expand(name))


@lru_cache(maxsize=65536)
def thing(entity: Entity) -> NamedNode:
    """Return the node of an entity.

    >>> thing(Entity("City", "沈阳市")).value
    'https://w3id.org/policygraph/id/city/沈阳市'
    """
    return NamedNode(entity_iri(entity))


def chinese(text: str) -> Literal:
    """Return a text as a literal marked as Chinese.

    >>> str(chinese("沈阳市"))
    '"沈阳市"@zh'
    """
    return Literal(text, language="zh")


def decimal(value: Decimal | float) -> Literal:
    """Return a number as xsd:decimal, written in one way only: no exponent, no idle zero.

    >>> str(decimal(Decimal("1E+4"))), str(decimal(Decimal("7.70")))
    ('"10000"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"7.7"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    written = format(Decimal(str(value)), "f")
    return Literal(written.rstrip("0").rstrip(".") if "." in written else written, datatype=_DECIMAL)


def term_of(name: str, value: Value) -> Term:
    """Return the value of a property as an RDF term: entities as nodes, the rest typed by their Python type.

    Arguments: name, the property, which decides between numbers that are counted (xsd:integer) and measured
    (xsd:decimal); value.

    >>> str(term_of("declaredSize", 2)), str(term_of("targetValue", 30))
    ('"2"^^<http://www.w3.org/2001/XMLSchema#integer>', '"30"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    >>> str(term_of("dcterms:issued", date(2022, 2, 9)))
    '"2022-02-09"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    if isinstance(value, Entity):
        return thing(value)
    if isinstance(value, Decimal) or (isinstance(value, int) and name in _DECIMALS):
        return decimal(Decimal(value))
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=_DATE)
    if isinstance(value, str) and name in _IN_CHINESE:
        return chinese(value)
    return Literal(value)
