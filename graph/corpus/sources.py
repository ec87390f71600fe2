"""Which file each document of a store came from, so that a build can tell which of them are no longer there.

The list lies in the store's folder, beside its snapshots: where a text lies is no part of what it says, so that the same texts give
the same bytes wherever they lie. Files are named from the store's folder, so that both can be moved together.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from extract.errors import UnreadableText
from extract.readers import FromFile
from graph.engines import SOURCES


class Sources:
    """The files that the documents of a store came from, and what a build finds of them now.

    A file that two folders share by a link counts where the link lies.
    Arguments: store, its folder; held, the ids of its documents.
    """

    def __init__(self, store: Path, held: Collection[str]) -> None:
        self._store = store
        self._held = frozenset(held)
        self._said = {
            file: ids for file, named in _read(store / SOURCES).items() if (ids := named & self._held)
        }  # of a file, the ids that it gave
        self._seen: dict[str, set[str]] = defaultdict(set)
        self._unread: set[str] = set()

    def watched(self, texts: Iterable[FromFile]) -> Iterator[FromFile]:
        """Yield texts as they come, and note which file gives which."""
        file, place = None, ""
        for one in texts:
            if one.file != file:  # a file may hold a million
                file, place = one.file, self._place(one.file)
            if isinstance(one.text, UnreadableText):
                self._unread.add(place)
            else:
                self._seen[place].add(one.text.id)
            yield one

    def gone(self, paths: Sequence[Path]) -> list[str]:
        """Return the ids of the documents that are no longer where they came from, once all texts were watched.

        Arguments: paths, the files and folders that the build names. Lost is what a file gave that was read whole now and gives it
        no more, and what a file gave that lay in a named folder and lies there no more. Nothing is lost of a file with a text that
        cannot be read, of a folder that is missing, cannot be listed or holds no text at all (it may be a disk that is not there),
        of whatever was not named, and of a document that another file gave too.
        """
        folders = [self._place(path) for path in paths if path.is_dir()]
        kept = {one for file, ids in self._said.items() for one in ids if not self._lacks(file, one, folders)}
        kept.update(one for ids in self._seen.values() for one in ids)
        return sorted({one for ids in self._said.values() for one in ids} - kept)

    def _lacks(self, file: str, document_id: str, folders: Sequence[str]) -> bool:
        """Whether a file was looked for, and gives a document no more."""
        if any(_holds(place, file) for place in self._unread):
            return False
        if file in self._seen:
            return document_id not in self._seen[file]
        return any(_holds(folder, file) for folder in folders)

    def write(self, without: Collection[str] = ()) -> None:
        """Write down what was found beside what was known; raises OSError where it cannot be written.

        Arguments: without, ids of documents that were dropped. What is known too much does no harm, so that this is done before
        documents are added to the store, and again after documents were dropped.
        """
        for file, ids in self._seen.items():
            self._said.setdefault(file, set()).update(ids)
        lines = [
            json.dumps({"source": file, "documents": sorted(ids.difference(without))})
            for file, ids in sorted(self._said.items())
            if ids.difference(without)
        ]
        new, whole = self._store / f"{SOURCES}.new", "".join(f"{line}\n" for line in lines)
        former = self._store / SOURCES
        if former.is_file() and former.read_bytes() == whole.encode():
            return
        new.write_text(whole, encoding="utf-8")
        new.replace(former)

    def _place(self, path: Path) -> str:
        """Return where a file lies, named from the store's folder."""
        whole = os.path.realpath(path) if path.is_dir() else os.path.join(os.path.realpath(path.parent), path.name)
        return Path(os.path.relpath(whole, os.path.realpath(self._store))).as_posix()


def _holds(folder: str, file: str) -> bool:
    """Whether a place is another one or lies within it."""
    return file == folder or file.startswith(f"{folder}/")


def _read(path: Path) -> dict[str, set[str]]:
    """Return what was written down; nothing where nothing was, or it cannot be read: then nothing is ever lost by it."""
    found: dict[str, set[str]] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            found[str(said["source"])] = {str(one) for one in said["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found
