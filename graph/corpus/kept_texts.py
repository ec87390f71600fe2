"""The texts that a graph keeps, with what is declared of them: each can be read again without its file."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Literal, QuerySolution, Store

from extract.values import Document, Metadata
from graph.corrections import Entry, entries_in
from graph.engines import select
from graph.rdf import metadata_of

_KEPT = """SELECT ?id ?hash ?type ?reading ?of_file ?in_store ?corrections %s { %s
  ?g a pol:DocumentGraph ; dcterms:identifier ?id ; prov:wasDerivedFrom ?document ; pol:readingHash ?reading .
  ?document pol:sha256 ?hash ; pol:mediaType ?type .
  %s OPTIONAL { ?g pol:declaredMetadata ?of_file } OPTIONAL { ?g pol:storeMetadata ?in_store }
  OPTIONAL { ?g pol:corrections ?corrections } %s }"""


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text that a graph keeps, without its words."""

    id: str
    sha256: str
    metadata: Metadata
    of_file: Metadata | None
    media_type: str
    reading: str
    """The reading hash that it had when it was read."""
    corrections: tuple[Entry, ...] = ()
    """Those that were made of it when it was read."""


def over(first: Metadata, second: Metadata) -> Metadata:
    """Return what is declared first and, where that is silent, second.

    >>> over(Metadata(title="甲"), Metadata(title="乙", number="1号"))
    Metadata(title='甲', source='', issuer='', published=None, number='1号', province='', kind='')
    """
    names = [field.name for field in dataclasses.fields(Metadata)]
    return Metadata(**{name: getattr(first, name) or getattr(second, name) for name in names})


Text = TypeVar("Text", Document, KeptText)


def declared_here(document: Text, said: Metadata) -> Text:
    """Return a document as a person declares it in a store.

    Arguments: document, as its file is read; said, what wins over what is declared with the file; an empty field says nothing.

    >>> document = declared_here(Document("a", "。", Metadata(title="甲")), Metadata(title="乙"))
    >>> document.metadata.title, document.of_file.title, declared_here(document, Metadata()).metadata.title
    ('乙', '甲', '甲')
    """
    of_file = document.metadata if document.of_file is None else document.of_file
    metadata = over(said, of_file)
    return dataclasses.replace(document, metadata=metadata, of_file=None if metadata == of_file else of_file)


def kept_texts(store: Store) -> tuple[KeptText, ...]:
    """Return the texts of a graph, by id.

    >>> kept_texts(Store())
    ()
    """
    return _sorted(select(store, _query(store, "")))


def texts_declared_in(store: Store) -> tuple[KeptText, ...]:
    """Return those texts of a graph of which a person declared something in the store, by id.

    >>> texts_declared_in(Store())
    ()
    """
    return _sorted(select(store, _query(store, "", "?g pol:storeMetadata ?said .")))


def _sorted(rows: Iterable[QuerySolution]) -> tuple[KeptText, ...]:
    return tuple(sorted(map(_kept, rows), key=lambda text: text.id))


def kept_documents(store: Store, ids: Collection[str]) -> Iterator[Document]:
    """Yield documents as their texts are kept, by id; one that the graph does not hold is left out."""
    for one in sorted(set(ids)):
        values = f"VALUES ?id {{ {Literal(one)} }}"
        for row in list(select(store, _query(store, values)))[:1]:
            kept = _kept(row)
            yield Document(kept.id, row["text"].value, kept.metadata, kept.media_type, of_file=kept.of_file)


def _query(store: Store, values: str, first: str = "") -> str:
    """Return the query for what is kept, with the words of the texts where some documents are named.

    Arguments: store; values, which name documents; first, what is looked for first. What is said of a document is asked of its
    own graph; a file of triples has no graphs.
    """
    opening, closing = ("", "") if next(store.named_graphs(), None) is None else ("GRAPH ?g {", "}")
    words = ("?text", "?document pol:canonicalText ?text .") if values else ("", "")
    return _KEPT % (words[0], f"{values} {opening} {first}", words[1], closing)


def _kept(row: QuerySolution) -> KeptText:
    def said(name: str) -> str:
        return row[name].value if row[name] is not None else ""

    of_file, in_store = metadata_of(said("of_file")), metadata_of(said("in_store"))
    metadata = over(in_store, of_file)
    return KeptText(
        id=said("id"),
        sha256=said("hash"),
        metadata=metadata,
        of_file=None if metadata == of_file else of_file,
        media_type=said("type"),
        reading=said("reading"),
        corrections=tuple(entries_in(said("corrections"), Path(said("id")))),
    )
