"""A hash of all that decides what a text becomes, by which a build knows what it need not do again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from extract.values import Metadata
from graph.corrections import Entry

_DECISIVE = (".py", ".tsv", ".txt")
"""Suffixes of the grammar's and the lexicon's files."""

_DECISIVE_MODULES = (
    *(f"rdf/{name}" for name in ("iris", "vocabulary", "terms", "passages", "statements", "declared_metadata")),
    *("rdf/document_triples", "rdf/lines", "rdf/written_graph"),
    *("corrections/applying", "corrections/apart", "corrections/right_values"),
)


@lru_cache(maxsize=1)
def program_hash() -> str:
    """Return a hash of all that decides what a text becomes: grammar, lexicon and the way facts become triples.

    Whoever edits a rule or a lexicon file changes it, and the next build reads every text anew.

    >>> len(program_hash())
    64
    """
    top = Path(__file__).parents[2]
    files = {path.relative_to(top).as_posix() for path in (top / "extract").rglob("*") if path.suffix in _DECISIVE}
    files.update(f"graph/{name}.py" for name in _DECISIVE_MODULES)
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(name.encode() + b"\0" + hashlib.sha256((top / name).read_bytes()).digest())
    return whole.hexdigest()


class Read(Protocol):
    """What decides what a text becomes: a Document, or one that a graph keeps."""

    @property
    def id(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def metadata(self) -> Metadata: ...
    @property
    def of_file(self) -> Metadata | None: ...
    @property
    def media_type(self) -> str: ...


def reading_hash(document: Read, corrections: Sequence[Entry] = ()) -> str:
    """Return a hash of a text, what is declared and corrected of it, and the program that reads it; equal hash, equal graph.

    >>> from extract.values import Document
    >>> reading_hash(Document("a", "沈阳。")) == reading_hash(Document("a", "大连。"))
    False
    """
    declared = repr((document.metadata, document.of_file))
    parts = [document.id, document.sha256, declared, document.media_type, program_hash(), *map(repr, corrections)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
