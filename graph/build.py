"""From the facts of a document to its RDF triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from extract.values import Description, Entity, Fact, Facts, Value
from graph.names import graph_iri, hashed_iri
from graph.passages import Passages
from graph.terms import Term, chinese, term, term_of, thing, triple
from graph.vocabulary import PID, SUPERCLASSES

METADATA_SOURCE = NamedNode(PID + "source/metadata")
"""What backs a statement that a front-matter block or a side file makes of a document."""

_SCHEMES = {
    "Industry": term("IndustryScheme"),
    "Indicator": term("IndicatorScheme"),
    "Commitment": term("CommitmentScale"),
}


def build(facts: Facts, reading: str = "") -> list[Quad]:
    """Return the named graph of one document, sorted and without repetition.

    Arguments: facts, as `extract` returns them; reading, a hash of all that decides the outcome, by which a later
    build knows that nothing changed. Every fact becomes a plain triple with an Assertion beside it. The same facts
    give the same quads in the same order.

    >>> from extract.values import Document, Evidence, Sentence
    >>> document = Document("a", "沈阳打造金融中心。")
    >>> city, center = Entity("City", "沈阳市"), Entity("Center", "金融中心")
    >>> fact = Fact(city, "hasPositioning", center, (Evidence(0, 8, 0, "Stated", "positioning"),))
    >>> facts = Facts(document, Entity("Plan", "a"), (), (Sentence(0, 0, 9, 0),), (), (), (fact,), ())
    >>> [str(one.triple) for one in build(facts) if one.subject == thing(city)][0].split()[-1]
    '<https://w3id.org/policygraph/id/positioning/金融中心>'
    """
    graph = NamedNode(graph_iri(facts.document.id))
    triples = set(_triples(facts))
    triples.update(_about_graph(graph, facts, reading))
    return in_graph(triples, graph)


def in_graph(triples: Iterable[Triple], graph: NamedNode) -> list[Quad]:
    """Return triples as the sorted quads of one named graph.

    >>> city = thing(Entity("City", "沈阳市"))
    >>> [quad.predicate.value[-5:] for quad in in_graph([triple(city, "unit", "%"), triple(city, "code", "1")], city)]
    ['#code', '#unit']
    """
    return sorted((Quad(one.subject, one.predicate, one.object, graph) for one in triples), key=str)


def _about_graph(graph: NamedNode, facts: Facts, reading: str) -> Iterator[Triple]:
    yield triple(graph, "rdf:type", term("DocumentGraph"))
    yield triple(graph, "dcterms:identifier", facts.document.id)
    yield triple(graph, "prov:wasDerivedFrom", facts.document_entity)
    if reading:
        yield triple(graph, "readingHash", reading)


def _triples(facts: Facts) -> Iterator[Triple]:
    passages = Passages(facts)
    yield from passages.triples()
    yield from _document(facts)
    for description in facts.entities:
        yield from _description(description)
    for fact in facts.facts:
        yield from _fact(fact, passages)
    yield from _declared(facts)


def _document(facts: Facts) -> Iterator[Triple]:
    node, document = thing(facts.document_entity), facts.document
    yield from _types(facts.document_entity)
    yield triple(node, "sha256", document.sha256)
    yield triple(node, "canonicalText", document.text)
    yield triple(node, "mediaType", document.media_type)


def _types(entity: Entity) -> Iterator[Triple]:
    for kind in (entity.kind, *SUPERCLASSES.get(entity.kind, ())):
        yield triple(thing(entity), "rdf:type", term(kind))
    if entity.kind in _SCHEMES:
        yield triple(thing(entity), "skos:inScheme", _SCHEMES[entity.kind])


def _description(description: Description) -> Iterator[Triple]:
    node = thing(description.entity)
    yield from _types(description.entity)
    if description.label:
        yield triple(node, "skos:prefLabel", chinese(description.label))
    for alias in description.aliases:
        if alias != description.label:
            yield triple(node, "skos:altLabel", chinese(alias))
    for name, value in description.attributes:
        yield triple(node, name, value)


def _fact(fact: Fact, passages: Passages) -> Iterator[Triple]:
    subject, value = thing(fact.subject), term_of(fact.predicate, fact.object)
    node = statement_node("assertion", subject, fact.predicate, value)
    yield from statement(node, "Assertion", subject, fact.predicate, value)
    for one in fact.evidence:
        passage, triples = passages.evidence(one)
        yield triple(node, "evidence", passage)
        yield from triples


def statement_node(kind: str, subject: NamedNode, predicate: str, value: Term) -> NamedNode:
    """Return the node of a statement: equal statements of several documents are one.

    >>> city = thing(Entity("City", "沈阳市"))
    >>> statement_node("assertion", city, "code", term_of("code", "210100")).value[-20:]
    'e3239660d35edc9c9d6f'
    """
    return NamedNode(hashed_iri(kind, subject, predicate, value))


def statement(node: NamedNode, kind: str, subject: NamedNode, predicate: str, value: Term) -> Iterator[Triple]:
    """Yield the plain triple and, beside it, the statement about it.

    Arguments: node, names the statement; kind, its class; then the triple.

    >>> city = thing(Entity("City", "沈阳市"))
    >>> len(list(statement(NamedNode("https://example.org/1"), "Assertion", city, "code", term_of("code", "210100"))))
    5
    """
    yield triple(subject, predicate, value)
    yield triple(node, "rdf:type", term(kind))
    yield triple(node, "rdf:subject", subject)
    yield triple(node, "rdf:predicate", term(predicate))
    yield triple(node, "rdf:object", value)


def _declared(facts: Facts) -> Iterator[Triple]:
    """Yield what a front-matter block or side file says of the document, where its text does not say the same."""
    metadata, node = facts.document.metadata, thing(facts.document_entity)
    read = {(fact.predicate, fact.object) for fact in facts.facts if fact.subject == facts.document_entity}
    issuer = Entity("Organization", metadata.issuer)
    declared: list[tuple[str, Value | None]] = [
        ("dcterms:title", metadata.title),
        ("dcterms:source", metadata.source),
        ("dcterms:issued", metadata.published),
        ("documentNumber", metadata.number),
        ("issuedBy", issuer if metadata.issuer else None),
    ]
    missing = [(name, value) for name, value in declared if value and (name, value) not in read]
    for name, value in missing:
        object_ = term_of(name, value)
        said = statement_node("statement", node, name, object_)
        yield from statement(said, "BackgroundStatement", node, name, object_)
        yield triple(said, "evidence", METADATA_SOURCE)
    if ("issuedBy", issuer) in missing:
        yield from _description(Description(issuer, issuer.key))
    if missing:
        yield from background_source(METADATA_SOURCE, "metadata", "front matter or side file of the document")


def background_source(node: NamedNode, rule: str, source: str) -> Iterator[Triple]:
    """Yield the triples of what backs statements that no text makes.

    Arguments: node; rule, what read it; source, where it was read.

    >>> len(list(background_source(METADATA_SOURCE, "metadata", "a side file")))
    4
    """
    yield triple(node, "rdf:type", term("BackgroundSource"))
    yield triple(node, "grade", term("Background"))
    yield triple(node, "rule", rule)
    yield triple(node, "dcterms:source", source)
