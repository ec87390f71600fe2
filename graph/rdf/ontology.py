"""The ontology, read: every term with its names and definitions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pyoxigraph import QuerySolutions, RdfFormat, Store
from rdflib import URIRef
from rdflib.term import Node

from graph.rdf.vocabulary import POL, PREFIXES, ontology_file, shorten

Language = Literal["zh", "en"]

_SIGNS = {">=": "≥", "<=": "≤"}
"""Values of `comparison` as people write them."""
_KINDS = {
    "http://www.w3.org/2002/07/owl#Class": "class",
    "http://www.w3.org/2002/07/owl#ObjectProperty": "relation",
    "http://www.w3.org/2002/07/owl#DatatypeProperty": "attribute",
    "http://www.w3.org/2002/07/owl#AnnotationProperty": "attribute",
    "http://www.w3.org/2002/07/owl#NamedIndividual": "individual",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology."""

    name: str
    kind: str
    """`class`, `relation`, `attribute` or `individual`."""
    labels: dict[str, str]
    """By language: zh, en."""
    definitions: dict[str, str]
    links: dict[str, tuple[str, ...]]
    """IRIs by the property that leads to them: subClassOf, subPropertyOf, domain, range, domainIncludes,
    rangeIncludes, type, inScheme."""


@lru_cache(maxsize=1)
def ontology_store() -> Store:
    """Return the ontology in the engine, read once."""
    store = Store()
    store.load(path=str(ontology_file()), format=RdfFormat.TURTLE)
    return store


@lru_cache(maxsize=1)
def terms() -> dict[str, Term]:
    """Return every term that the ontology defines by its name, in the order of the names.

    >>> terms()["hasMember"].labels["en"]
    'has member'
    """
    found: dict[str, Term] = {}
    rows = ontology_store().query("SELECT ?term ?p ?o { ?term skos:definition ?definition ; ?p ?o }", prefixes=PREFIXES)
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        name = shorten(row["term"].value)
        term = found.setdefault(name, Term(name, "", {}, {}, {}))
        predicate = row["p"].value.replace("#", "/").rsplit("/", 1)[-1]
        if predicate in ("prefLabel", "definition"):
            texts = term.labels if predicate == "prefLabel" else term.definitions
            texts[row["o"].language] = row["o"].value
        elif predicate not in ("label", "isDefinedBy", "rank"):
            term.links[predicate] = tuple(sorted({*term.links.get(predicate, ()), row["o"].value}))
    return {name: _with_kind(found[name]) for name in sorted(found)}


def _with_kind(term: Term) -> Term:
    kind = min((_KINDS[one] for one in term.links["type"] if one in _KINDS), default="")
    return Term(term.name, kind, term.labels, term.definitions, term.links)


def label(name: str, language: Language) -> str:
    """Return the label of a term; the name itself where the ontology does not define it.

    >>> label("hasMember", "zh"), label("dcterms:issued", "zh"), label("geo:asWKT", "zh")
    ('成员', '发布日期', 'geo:asWKT')
    """
    known = terms().get(name)
    return known.labels[language] if known else name


def short(term: Node) -> str:
    """Return a term as a person reads it: an IRI by its prefix, a comparison by its sign, another literal by its text.

    >>> import rdflib
    >>> short(URIRef("https://w3id.org/policygraph/id/city/沈阳市")), short(rdflib.Literal(">="))
    ('city:沈阳市', '≥')
    """
    if not isinstance(term, URIRef):
        return _SIGNS.get(str(term), str(term))
    name = shorten(str(term))
    return f"pol:{name}" if term.startswith(POL) else name
