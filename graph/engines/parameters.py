"""Parameters of a query: ``$name`` stands for a term, and is filled in as a term, never as raw text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from pyoxigraph import Literal as EngineLiteral
from pyoxigraph import NamedNode
from rdflib import Literal, URIRef
from rdflib.term import Identifier

from graph.errors import GraphError


class HasIri(Protocol):
    """A thing that stands for its IRI, such as a `graph.things.name_index.Node`."""

    @property
    def iri(self) -> URIRef:
        """The IRI."""
        ...


Parameter: TypeAlias = Identifier | HasIri | str | bool | int | float | Decimal | date | Sequence[Identifier]
"""A URIRef or Literal; a thing with an ``iri``; a plain Python value, which becomes a Literal; or several terms."""

# Strings, IRIs and comments come first, so that a $ in them is no parameter.
_TOKEN = re.compile(
    r"""'''(?:[^\\]|\\.)*?'''|\"""(?:[^\\]|\\.)*?\"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\""""
    r"""|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n]*|[$?](?P<name>\w+)""",
    re.DOTALL,
)

_FORM = re.compile(r"(?<![\w:])(select|ask|construct|describe)(?![\w:])", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w:])from(?![\w:])", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*prefix\s+([^\s:]*)\s*:", re.IGNORECASE | re.MULTILINE)


def parameters_of(query: str) -> tuple[str, ...]:
    """Return the names that a query writes as ``$name``, in order, each once.

    >>> parameters_of('SELECT ?task { ?task pol:involves $a , $b . FILTER(?x != "$c") }')
    ('a', 'b')
    """
    found = (match for match in _TOKEN.finditer(query) if match["name"] and match[0].startswith("$"))
    return tuple(dict.fromkeys(match["name"] for match in found))


def declared_prefixes(query: str) -> frozenset[str]:
    """Return the prefixes that a query declares itself.

    >>> sorted(declared_prefixes("PREFIX ex: <urn:ex:>\\nPREFIX : <urn:>\\nASK { ex:a ?p : }"))
    ['', 'ex']
    """
    return frozenset(_DECLARED.findall(query))


def names_its_graphs(query: str) -> bool:
    """Return whether a query says by FROM which graphs it asks.

    >>> names_its_graphs("SELECT ?s FROM <urn:a> { ?s ?p ?o }"), names_its_graphs("ASK { ?from ?p 'from' }")
    (True, False)
    """
    return bool(_FROM.search(_TOKEN.sub(" ", query)))


def gives_triples(query: str) -> bool:
    """Return whether a query gives triples rather than rows or a truth value.

    >>> gives_triples("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"), gives_triples("SELECT ?describe { ?s ?p 'construct' }")
    (True, False)
    """
    found = _FORM.search(_TOKEN.sub(" ", query))
    return found is not None and found[1].lower() in ("construct", "describe")


def fill(query: str, parameters: Mapping[str, Parameter]) -> str:
    """Return a query with its parameters filled in, ready to run anywhere.

    Arguments: query, whose parameters are written ``$name`` (``?name`` is an ordinary variable; a parameter that is
    not given stays a variable, so that the same text also lists the values that have an answer); parameters, by name.
    Several terms fit where a list stands: ``VALUES ?place { $places }``.
    Raises GraphError for a name that the query does not write, and for a value that is no term.

    >>> fill("SELECT ?x { $place pol:hasPositioning ?x }", {"place": URIRef("https://example.org/1")})
    'SELECT ?x { <https://example.org/1> pol:hasPositioning ?x }'
    >>> fill("ASK { ?x skos:prefLabel $name }", {"name": Literal('a" } #', lang="zh")})
    'ASK { ?x skos:prefLabel "a\\\\" } #"@zh }'
    """
    unknown = sorted(parameters.keys() - set(parameters_of(query)))
    if unknown:
        raise GraphError("query", f"it has no parameter ${unknown[0]}", "write the parameter as $name in the query")
    written = {name: _written(name, value) for name, value in parameters.items()}

    def put(match: re.Match[str]) -> str:
        return written.get(match["name"], match[0]) if match[0].startswith("$") else match[0]

    return _TOKEN.sub(put, query)


def _written(name: str, value: Parameter) -> str:
    """Return a parameter as SPARQL, escaped by the engine's own terms."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(_written(name, one) for one in value)
    iri = value if isinstance(value, URIRef) else getattr(value, "iri", None)
    try:
        if iri is not None:
            return str(NamedNode(str(iri)))
        literal = value if isinstance(value, Literal) else None
        if literal is None and not isinstance(value, Identifier):
            literal = Literal(value)
        if literal is not None:
            datatype = NamedNode(str(literal.datatype)) if literal.datatype else None
            return str(EngineLiteral(str(literal), datatype=datatype, language=literal.language))
    except ValueError as error:
        raise GraphError(f"${name}", f"{value!r} is no term ({error})", "give a URIRef or a Literal") from error
    raise GraphError(f"${name}", f"{value!r} is no term that a query can hold", "give a URIRef or a Literal")
