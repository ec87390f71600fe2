"""From many paths to as many documents as can be read, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from extract.errors import UnreadableText
from extract.readers.collections import read_collection, texts_in
from extract.readers.files import SIDE_FILE_SUFFIX, is_collection, search
from extract.readers.reading import read_document
from extract.values import Document


class FromFile(NamedTuple):
    """A text, or why there is none, with the file (or folder) that was named or found, and its place in that file."""

    file: Path
    place: Path
    text: Document | UnreadableText


def read_documents(paths: Iterable[Path]) -> Iterator[Document | UnreadableText]:
    """Yield each text among files and whole folders, or in its place why it cannot be read, in the order of the paths.

    Of different texts with one id (the same name and the same title, or declared twice) the first is read; of each other
    one is said that it needs an id of its own. The same text in two files is one document.

    >>> [document.id for document in read_documents([Path("corpus/liaoning-interpretation.txt")])]
    ['liaoning-interpretation']
    """
    return told_apart(read_files(paths))


def read_files(paths: Iterable[Path]) -> Iterator[FromFile]:
    """Yield every text among files, collections and whole folders with the file that holds it, also one that another holds too.

    >>> [(one.file.name, one.text.id) for one in read_files([Path("corpus/liaoning-interpretation.txt")])]
    [('liaoning-interpretation.txt', 'liaoning-interpretation')]
    """
    for found in search(paths):
        if isinstance(found, UnreadableText):
            yield FromFile(found.path, found.path, found)
        elif is_collection(found):
            for place, text in read_collection(found):
                yield FromFile(found, place, text)
        else:
            try:
                yield FromFile(found, found, read_document(found))
            except UnreadableText as error:
                yield FromFile(found, found, error)


def count_texts(paths: Iterable[Path]) -> int:
    """Return how many texts `read_files` will yield, about: those of collections are counted without reading them.

    >>> count_texts([Path("corpus/liaoning-interpretation.txt"), Path("no such file")])
    2
    """
    return sum(texts_in(found) if isinstance(found, Path) else 1 for found in search(paths))


def told_apart(texts: Iterable[FromFile]) -> Iterator[Document | UnreadableText]:
    """Yield each text once, and of each further one that has its id but not its words, that it needs another."""
    taken: dict[str, bytes] = {}
    for file, place, text in texts:
        if isinstance(text, UnreadableText):
            yield text
            continue
        words = bytes.fromhex(text.sha256)
        held = taken.setdefault(text.id, words)
        if held is words:
            yield text
        elif held != words:
            in_side_file = f'give it an id of its own: id = "…" in {file.stem}{SIDE_FILE_SUFFIX}'
            remedy = in_side_file if place == file else "give it an id of its own where it stands"
            yield UnreadableText(place, f"another text has its id, {text.id}", remedy)
