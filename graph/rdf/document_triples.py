"""From the facts of a document to its RDF triples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Triple

from extract.values import Description, Entity, Fact, Facts
from graph.rdf.declared_metadata import declared, declared_triples, kept_metadata, overruled
from graph.rdf.iris import graph_iri
from graph.rdf.ontology import terms
from graph.rdf.passages import Passages
from graph.rdf.statements import statement, statement_node
from graph.rdf.terms import chinese, term, term_of, thing, triple
from graph.rdf.vocabulary import SUPERCLASSES
from graph.rdf.written_graph import WrittenGraph, written

_SCHEMES = {
    "Industry": term("IndustryScheme"),
    "Indicator": term("IndicatorScheme"),
    "Commitment": term("CommitmentScale"),
}


def written_document(facts: Facts, reading: str = "", corrections: str = "") -> WrittenGraph:
    """Return the named graph of one document.

    Arguments: facts, as `extract` returns them; reading, a hash of all that decides the outcome, by which a later
    build knows that nothing changed; corrections, those that were made of them, as they are kept beside the graph.
    Every fact becomes a plain triple with an Assertion beside it. The same facts give the same bytes.

    >>> from extract.values import Document, Evidence, Sentence
    >>> document = Document("a", "沈阳打造金融中心。")
    >>> city, center = Entity("City", "沈阳市"), Entity("Center", "金融中心")
    >>> fact = Fact(city, "hasPositioning", center, (Evidence(0, 8, 0, "Stated", "positioning"),))
    >>> facts = Facts(document, Entity("Plan", "a"), (), (Sentence(0, 0, 9, 0),), (), (), (fact,), ())
    >>> written_document(facts).speaks_of(thing(city).value)
    True
    """
    graph = NamedNode(graph_iri(facts.document.id))
    return written(graph.value, chain(_triples(facts), _about_graph(graph, facts, reading, corrections)))


def _about_graph(graph: NamedNode, facts: Facts, reading: str, corrections: str) -> Iterator[Triple]:
    yield triple(graph, "rdf:type", term("DocumentGraph"))
    yield triple(graph, "dcterms:identifier", facts.document.id)
    yield triple(graph, "prov:wasDerivedFrom", facts.document_entity)
    if reading:
        yield triple(graph, "readingHash", reading)
    if corrections:
        yield triple(graph, "corrections", corrections)
    yield from kept_metadata(graph, facts.document)


def _triples(facts: Facts) -> Iterator[Triple]:
    passages = Passages(facts)
    yield from passages.triples()
    yield from _document(facts)
    for description in facts.entities:
        yield from _description(description)
        if "PolicyDocument" in _classes(description.entity) and not _title_declared(description.entity, facts):
            yield triple(thing(description.entity), "dcterms:title", description.label)
    for fact in facts.facts:
        if not overruled(fact, facts):
            yield from _fact(fact, passages)
    yield from declared_triples(facts)


def _document(facts: Facts) -> Iterator[Triple]:
    node, document = thing(facts.document_entity), facts.document
    yield from _types(facts.document_entity)
    yield triple(node, "sha256", document.sha256)
    yield triple(node, "canonicalText", document.text)
    yield triple(node, "mediaType", document.media_type)


def _classes(entity: Entity) -> tuple[str, ...]:
    return (entity.kind, *SUPERCLASSES.get(entity.kind, ()))


def _title_declared(entity: Entity, facts: Facts) -> bool:
    return entity == facts.document_entity and "dcterms:title" in declared(facts)


def _types(entity: Entity) -> Iterator[Triple]:
    for kind in _classes(entity):
        yield triple(thing(entity), "rdf:type", term(kind))
    if entity.kind in _SCHEMES:
        yield triple(thing(entity), "skos:inScheme", _SCHEMES[entity.kind])


def _description(description: Description) -> Iterator[Triple]:
    node = thing(description.entity)
    yield from _types(description.entity)
    if description.entity.kind == "Commitment":
        yield from _labels_of_term(description.entity.key)
    elif description.label:
        yield triple(node, "skos:prefLabel", chinese(description.label))
    for alias in description.aliases:
        if alias != description.label:
            yield triple(node, "skos:altLabel", chinese(alias))
    for name, value in description.attributes:
        yield triple(node, name, value)


def _labels_of_term(name: str) -> Iterator[Triple]:
    """Yield the labels that the ontology gives a term of its own, so that a graph read without it shows them."""
    for language, text in sorted(terms()[name].labels.items()):
        yield Triple(term(name), term("skos:prefLabel"), Literal(text, language=language))


def _fact(fact: Fact, passages: Passages) -> Iterator[Triple]:
    subject, value = thing(fact.subject), term_of(fact.predicate, fact.object)
    node = statement_node("assertion", subject, fact.predicate, value)
    yield from statement(node, "Assertion", subject, fact.predicate, value)
    for one in fact.evidence:
        passage, triples = passages.evidence(one)
        yield triple(node, "evidence", passage)
        yield from triples
