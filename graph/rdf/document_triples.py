"""From the facts of a document to its RDF triples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from extract.values import Description, Entity, Fact, Facts
from graph.rdf.declared_metadata import declared, declared_triples, kept_metadata, overruled
from graph.rdf.iris import graph_iri
from graph.rdf.lines import Line, WrittenTerm, line, written_term, written_text, written_thing, written_value
from graph.rdf.ontology import terms
from graph.rdf.passages import Passages
from graph.rdf.statements import statement, statement_node
from graph.rdf.vocabulary import SUPERCLASSES
from graph.rdf.written_graph import WrittenGraph, written

_SCHEMES = {
    "Industry": written_term("IndustryScheme"),
    "Indicator": written_term("IndicatorScheme"),
    "Commitment": written_term("CommitmentScale"),
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
    >>> written_document(facts).speaks_of("https://w3id.org/policygraph/id/city/沈阳市")
    True
    """
    name = graph_iri(facts.document.id)
    return written(name, chain(_triples(facts), _about_graph(f"<{name}>", facts, reading, corrections)))


def _about_graph(graph: WrittenTerm, facts: Facts, reading: str, corrections: str) -> Iterator[Line]:
    yield line(graph, "rdf:type", written_term("DocumentGraph"))
    yield line(graph, "dcterms:identifier", written_text(facts.document.id))
    yield line(graph, "prov:wasDerivedFrom", written_thing(facts.document_entity))
    if reading:
        yield line(graph, "readingHash", written_text(reading))
    if corrections:
        yield line(graph, "corrections", written_text(corrections))
    yield from kept_metadata(graph, facts.document)


def _triples(facts: Facts) -> Iterator[Line]:
    passages = Passages(facts)
    yield from passages.triples()
    yield from _document(facts)
    for description in facts.entities:
        yield from _description(description)
        if "PolicyDocument" in _classes(description.entity) and not _title_declared(description.entity, facts):
            title = written_value("dcterms:title", description.label)
            yield line(written_thing(description.entity), "dcterms:title", title)
    for fact in facts.facts:
        if not overruled(fact, facts):
            yield from _fact(fact, passages)
    yield from declared_triples(facts)


def _document(facts: Facts) -> Iterator[Line]:
    node, document = written_thing(facts.document_entity), facts.document
    yield from _types(facts.document_entity)
    yield line(node, "sha256", written_text(document.sha256))
    yield line(node, "canonicalText", written_text(document.text))
    yield line(node, "mediaType", written_text(document.media_type))


def _classes(entity: Entity) -> tuple[str, ...]:
    return (entity.kind, *SUPERCLASSES.get(entity.kind, ()))


def _title_declared(entity: Entity, facts: Facts) -> bool:
    return entity == facts.document_entity and "dcterms:title" in declared(facts)


def _types(entity: Entity) -> Iterator[Line]:
    node = written_thing(entity)
    for kind in _classes(entity):
        yield line(node, "rdf:type", written_term(kind))
    if entity.kind in _SCHEMES:
        yield line(node, "skos:inScheme", _SCHEMES[entity.kind])


def _description(description: Description) -> Iterator[Line]:
    node = written_thing(description.entity)
    yield from _types(description.entity)
    if description.entity.kind == "Commitment":
        yield from _labels_of_term(description.entity.key)
    elif description.label:
        yield line(node, "skos:prefLabel", written_text(description.label, "zh"))
    for alias in description.aliases:
        if alias != description.label:
            yield line(node, "skos:altLabel", written_text(alias, "zh"))
    for name, value in description.attributes:
        yield line(node, name, written_value(name, value))


def _labels_of_term(name: str) -> Iterator[Line]:
    """Yield the labels that the ontology gives a term of its own, so that a graph read without it shows them."""
    for language, text in sorted(terms()[name].labels.items()):
        yield line(written_term(name), "skos:prefLabel", written_text(text, language))


def _fact(fact: Fact, passages: Passages) -> Iterator[Line]:
    subject, value = written_thing(fact.subject), written_value(fact.predicate, fact.object)
    node = statement_node("assertion", subject, fact.predicate, value)
    yield from statement(node, "Assertion", subject, fact.predicate, value)
    for one in fact.evidence:
        passage, lines = passages.evidence(one)
        yield line(node, "evidence", passage)
        yield from lines
