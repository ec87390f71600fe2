"""What a front-matter block, a side file or a person in a store says of a document; it wins over what the text says.

It is kept whole beside the graph of the document, so that the text can be read again without its file.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from typing import Protocol

from extract.values import Document, Entity, Fact, Facts, Metadata, Value
from graph.rdf.lines import Line, WrittenTerm, line, written_term, written_text, written_thing, written_value
from graph.rdf.statements import background_source, statement, statement_node
from graph.rdf.vocabulary import PID

METADATA_SOURCE = f"<{PID}source/metadata>"
"""What backs a statement that metadata make."""
STORE_SOURCE = f"<{PID}source/store>"
"""What backs a statement that a person made in a store."""
_KEYS = tuple(field.name for field in dataclasses.fields(Metadata))
_PROPERTIES = {
    "title": "dcterms:title",
    "source": "dcterms:source",
    "published": "dcterms:issued",
    "number": "documentNumber",
    "issuer": "issuedBy",
}
"""Key of metadata to the property that it declares; the other keys steer the reading."""


def declared(facts: Facts) -> dict[str, Value]:
    """Return what is declared of a document, by property.

    >>> from extract.values import Document, Metadata
    >>> document = Document("a", "沈阳。", Metadata(number="国函〔2018〕159号"))
    >>> declared(Facts(document, Entity("Plan", "a"), (), (), (), (), (), ()))
    {'documentNumber': '国函〔2018〕159号'}
    """
    metadata = facts.document.metadata
    values = {name: getattr(metadata, key) for key, name in _PROPERTIES.items()}
    if metadata.issuer:
        values["issuedBy"] = Entity("Organization", metadata.issuer)
    return {name: value for name, value in values.items() if value}


class Declared(Protocol):
    """What has metadata: a Document, or a text that a graph keeps."""

    @property
    def metadata(self) -> Metadata: ...
    @property
    def of_file(self) -> Metadata | None: ...


def in_store(document: Declared) -> Metadata:
    """Return what a person declared of a document in a store: where it differs from what is declared with the file.

    >>> in_store(Document("a", "。", Metadata(title="甲", number="1号"), of_file=Metadata(title="乙", number="1号"))).title
    '甲'
    """
    if document.of_file is None:
        return Metadata()
    pairs = {key: getattr(document.metadata, key) for key in _KEYS}
    return Metadata(**{key: said for key, said in pairs.items() if said != getattr(document.of_file, key)})


def metadata_json(metadata: Metadata) -> str:
    """Return what is declared as JSON, with the keys of a side file; empty where nothing is.

    >>> metadata_json(Metadata(title="甲", published=date(2023, 1, 4))), metadata_json(Metadata())
    ('{"published": "2023-01-04", "title": "甲"}', '')
    """
    said = {key: value for key in _KEYS if (value := getattr(metadata, key))}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, default=date.isoformat) if said else ""


def metadata_of(said: str) -> Metadata:
    """Return what `metadata_json` wrote.

    >>> metadata_of('{"published": "2023-01-04"}'), metadata_of("") == Metadata()
    (Metadata(title='', source='', issuer='', published=datetime.date(2023, 1, 4), number='', province='', kind=''), True)
    """
    values = json.loads(said) if said else {}
    published = values.pop("published", None)
    return Metadata(published=date.fromisoformat(published) if published else None, **values)


def kept_metadata(graph: WrittenTerm, document: Document) -> Iterator[Line]:
    """Yield what is declared of a document, with its file and in a store, as it is kept beside its graph."""
    of_file = document.metadata if document.of_file is None else document.of_file
    for name, metadata in (("declaredMetadata", of_file), ("storeMetadata", in_store(document))):
        if said := metadata_json(metadata):
            yield line(graph, name, written_text(said))


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


def declared_triples(facts: Facts) -> Iterator[Line]:
    """Yield what is declared of a document and not read from its text, each with a BackgroundStatement.

    >>> from extract.values import Document
    >>> list(declared_triples(Facts(Document("a", "。"), Entity("Plan", "a"), (), (), (), (), (), ())))
    []
    """
    node = written_thing(facts.document_entity)
    read = {(fact.predicate, fact.object) for fact in facts.facts if fact.subject == facts.document_entity}
    missing = [(name, value) for name, value in declared(facts).items() if (name, value) not in read]
    here = {name for key, name in _PROPERTIES.items() if getattr(in_store(facts.document), key)}
    for name, value in missing:
        object_ = written_value(name, value)
        said = statement_node("statement", node, name, object_)
        yield from statement(said, "BackgroundStatement", node, name, object_)
        yield line(said, "evidence", STORE_SOURCE if name in here else METADATA_SOURCE)
        if isinstance(value, Entity):
            yield line(object_, "rdf:type", written_term(value.kind))
            yield line(object_, "skos:prefLabel", written_text(value.key, "zh"))
    if any(name not in here for name, _ in missing):
        yield from background_source(METADATA_SOURCE, "metadata", "front matter or side file of the document")
    if any(name in here for name, _ in missing):
        yield from background_source(STORE_SOURCE, "store", "a person, in the store")
