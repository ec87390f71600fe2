"""Sentences made ready for the index by whoever reads a text: cut into words, with the places that they speak of.

So it is done where the text is read, in as many processes, and the index need not ask the store for what was just written there. It is
the same that `graph.search.sentences` finds in a store.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extract.values import Entity, Facts
from graph.rdf import SUPERCLASSES, entity_iri, sentence_iris
from graph.search.sentences import Said, years_of
from graph.search.spelling import spelled


def made_ready(facts: Facts) -> bytes:
    """Return the sentences of a document, ready for the index.

    >>> from extract.values import Document
    >>> made_ready(Facts(Document("a", ""), Entity("Plan", "a"), (), (), (), (), (), ())) == pickle.dumps([])
    True
    """
    text, places = facts.document.text, _places(facts)
    found = zip(facts.sentences, sentence_iris(facts), places, strict=True)
    said = sorted((one.start, iri, text[one.start : one.end], near) for one, iri, near in found)
    return pickle.dumps([Said(iri, spelled(words), near, years_of(words)) for _, iri, words, near in said])


def _places(facts: Facts) -> list[Sequence[str]]:
    """Return the places that each sentence names, or of which something is said there."""
    known = {
        one.entity: entity_iri(one.entity)
        for one in facts.entities
        if "Place" in (one.entity.kind, *SUPERCLASSES.get(one.entity.kind, ()))
    }
    places: list[set[str]] = [set() for _ in facts.sentences]
    for mention in facts.mentions:
        places[mention.sentence].update(known[one] for one in mention.refers_to if one in known)
    for fact in facts.facts:
        ends = {known[one] for one in (fact.subject, fact.object) if isinstance(one, Entity) and one in known}
        for evidence in fact.evidence if ends else ():
            places[evidence.sentence].update(ends)
    return [sorted(near) for near in places]


class Ready:
    """The sentences that a build made ready, in a file, so that memory stays bounded whatever is built.

    Arguments: file, empty.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._starts: dict[str, int] = {}

    def add(self, graph: str, sentences: bytes) -> None:
        """Keep the sentences of a document by the IRI of its graph, as `made_ready` gives them; raises OSError where there is no room."""
        self._starts[graph] = self._file.seek(0, 2)
        self._file.write(sentences)

    def of(self, graph: str) -> list[Said] | None:
        """Return the sentences of a document by the IRI of its graph; None where they were not made ready."""
        if graph not in self._starts:
            return None
        self._file.seek(self._starts[graph])
        said: list[Said] = pickle.load(self._file)
        return said


@contextmanager
def kept_ready(folder: Path) -> Iterator[Ready]:
    """Yield where sentences are kept ready for the length of a block: a file without a name on the disk of a folder."""
    with tempfile.TemporaryFile(dir=folder) as file:
        yield Ready(file)
