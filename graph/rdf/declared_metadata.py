"""What a front-matter block or a side file says of a document; it wins over what the text says."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from extract.values import Entity, Fact, Facts, Value
from graph.rdf.statements import background_source, statement, statement_node
from graph.rdf.terms import chinese, term, term_of, thing, triple
from graph.rdf.vocabulary import PID

METADATA_SOURCE = NamedNode(PID + "source/metadata")
"""What backs a statement that metadata make."""


def declared(facts: Facts) -> dict[str, Value]:
    """Return what is declared of a document, by property.

    >>> from extract.values import Document, Metadata
    >>> document = Document("a", "沈阳。", Metadata(number="国函〔2018〕159号"))
    >>> declared(Facts(document, Entity("Plan", "a"), (), (), (), (), (), ()))
    {'documentNumber': '国函〔2018〕159号'}
    """
    metadata = facts.document.metadata
    values: dict[str, Value | None] = {
        "dcterms:title": metadata.title,
        "dcterms:source": metadata.source,
        "dcterms:issued": metadata.published,
        "documentNumber": metadata.number,
        "issuedBy": Entity("Organization", metadata.issuer) if metadata.issuer else None,
    }
    return {name: value for name, value in values.items() if value}


def overruled(fact: Fact, facts: Facts) -> bool:
    """Return whether a fact says of its document what metadata declare otherwise.

    >>> from datetime import date
    >>> from extract.values import Document, Metadata
    >>> plan = Entity("Plan", "a")
    >>> facts = Facts(Document("a", "。", Metadata(published=date(2023, 1, 4))), plan, (), (), (), (), (), ())
    >>> overruled(Fact(plan, "dcterms:issued", date(2022, 2, 9), ()), facts)
    True
    """
    said = declared(facts).get(fact.predicate)
    return fact.subject == facts.document_entity and said is not None and said != fact.object


def declared_triples(facts: Facts) -> Iterator[Triple]:
    """Yield what is declared of a document and not read from its text, each with a BackgroundStatement.

    >>> from extract.values import Document
    >>> list(declared_triples(Facts(Document("a", "。"), Entity("Plan", "a"), (), (), (), (), (), ())))
    []
    """
    node = thing(facts.document_entity)
    read = {(fact.predicate, fact.object) for fact in facts.facts if fact.subject == facts.document_entity}
    missing = [(name, value) for name, value in declared(facts).items() if (name, value) not in read]
    for name, value in missing:
        object_ = term_of(name, value)
        said = statement_node("statement", node, name, object_)
        yield from statement(said, "BackgroundStatement", node, name, object_)
        yield triple(said, "evidence", METADATA_SOURCE)
        if isinstance(value, Entity):
            yield triple(thing(value), "rdf:type", term(value.kind))
            yield triple(thing(value), "skos:prefLabel", chinese(value.key))
    if missing:
        yield from background_source(METADATA_SOURCE, "metadata", "front matter or side file of the document")
