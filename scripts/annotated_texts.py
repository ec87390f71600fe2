"""Annotated texts as tables of weights are learned from them: a text, read, beside its gold annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.laying import described_as
from extract.readers import read_documents
from extract.reading import Reading, prepare
from extract.values import Document, Entity
from graph.quality import Gold, folded, read_gold


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text with what a person says that it says; name is that of its file."""

    name: str
    gold: Gold
    reading: Reading

    def names_of(self, entity: Entity) -> frozenset[str]:
        """The names by which a graph of this text knows a thing, folded."""
        described = described_as(entity, self.reading)
        return folded((described.label, *described.aliases))


def annotated_texts(folders: Iterable[Path]) -> Iterator[AnnotatedText]:
    """Yield the annotated texts of folders, in the order of their names: NAME.json that has NAME.txt beside it."""
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        text = path.with_suffix(".txt")
        if text.exists():
            document = next(one for one in read_documents([text]) if isinstance(one, Document))
            yield AnnotatedText(path.stem, read_gold(path), prepare(document))
