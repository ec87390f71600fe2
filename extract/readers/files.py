"""Which files are texts, and their bytes: never blocking, never more than the limit."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.errors import UnreadableText

TEXT_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
PACKED_SUFFIXES = frozenset({".docx", ".pdf", ".doc", ".wps"})
SUFFIXES = TEXT_SUFFIXES | PACKED_SUFFIXES
"""Suffixes of the formats that are read, in lower case."""

COLLECTION_SUFFIXES = (
    *(".jsonl", ".jsonl.gz", ".csv", ".csv.gz", ".tsv", ".tsv.gz"),
    *(".parquet", ".zip", ".tar.gz", ".tgz"),
)
"""How the names of files end that hold many texts."""

FOREIGN_SUFFIXES = frozenset({".rtf", ".odt", ".ofd"})
"""Texts in formats that are not read; a folder that holds one says so rather than pass over it in silence."""

MAX_CHARACTERS = 1_000_000
"""Longest text of one document: some ten times a five-year plan. The graph of a text that states something in every
clause takes some 3 kB a character in memory until it was checked."""

MAX_BYTES = 20_000_000
"""Largest text file that is read, and the largest text taken out of any file, in bytes."""

MAX_PACKED_BYTES = 100_000_000
"""Largest .docx, .doc, .wps or .pdf that is read, in bytes: most of their weight is pictures."""

SIDE_FILE_SUFFIX = ".meta.toml"

TEXT_FILE_ENDS = (*sorted(SUFFIXES | FOREIGN_SUFFIXES), *COLLECTION_SUFFIXES, SIDE_FILE_SUFFIX)
"""How the names of all files end that a folder of texts is looked through for."""


def find_texts(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the texts among files and whole folders, each file once, sorted.

    Arguments: paths of files and folders; folders are searched to the bottom, without hidden files, README files, side
    files and links to other folders. Raises UnreadableText for a path that does not exist and a folder that cannot be
    listed or holds no text.

    >>> [path.name for path in find_texts([Path("corpus")])][:1]
    ['liaoning-interpretation.txt']
    """
    found = search(paths)
    for path in found:
        if isinstance(path, UnreadableText):
            raise path
    return tuple(path for path in found if isinstance(path, Path))


def search(paths: Iterable[Path]) -> list[Path | UnreadableText]:
    """Return what `find_texts` does, with an UnreadableText in the place of each path that leads nowhere."""
    found = sorted((one for path in set(paths) for one in _search_one(path)), key=_sort_key)
    seen: set[str] = set()
    once: list[Path | UnreadableText] = []
    for one in found:
        # Two spellings of one file, or a link and its goal, are one text. realpath never fails on a loop of links.
        real = os.path.realpath(one) if isinstance(one, Path) else str(one)
        if real not in seen:
            seen.add(real)
            once.append(one)
    return once


def _sort_key(one: Path | UnreadableText) -> str:
    return (one if isinstance(one, Path) else one.path).as_posix()


def _search_one(path: Path) -> Iterator[Path | UnreadableText]:
    if not os.path.isdir(path):  # Path.is_dir raises for a name that is too long
        if os.path.lexists(path):
            yield path
        else:
            yield UnreadableText(path, "there is no such file or folder", "check the path")
        return
    empty = True
    for one in _search_folder(path):
        empty = False
        yield one
    if empty:
        yield UnreadableText(path, "the folder holds no text", f"put {_names(SUFFIXES)} files into it")


def _search_folder(top: Path) -> Iterator[Path | UnreadableText]:
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            yield UnreadableText(folder, _told(error), "allow reading the folder or leave it out")
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            elif is_text_name(entry.name) and not os.path.isdir(entry.path):  # entry.is_dir raises for a loop of links
                yield Path(entry.path)


def is_text_name(name: str) -> bool:
    """Return whether a file of a folder or an archive is taken for a text, or for a collection of texts, by its name.

    >>> is_text_name("plan.docx"), is_text_name("texts.jsonl.gz"), is_text_name("README.md")
    (True, True, False)
    """
    lower = name.lower()
    known = Path(lower).suffix in SUFFIXES | FOREIGN_SUFFIXES or lower.endswith(COLLECTION_SUFFIXES)
    return known and not lower.startswith("readme.")


def is_collection(path: Path) -> bool:
    """Return whether a file holds many texts, by its name.

    >>> is_collection(Path("texts.JSONL.gz")), is_collection(Path("plan.txt"))
    (True, False)
    """
    return path.name.lower().endswith(COLLECTION_SUFFIXES)


def check_plain(path: Path) -> None:
    """Raise UnreadableText for what is no plain file or cannot be opened: a pipe or a device is never opened, so nothing can block."""
    try:
        if not _size_of_plain(path):
            raise UnreadableText(path, "the file is empty", "write the text into it or leave it out")
        with path.open("rb"):
            pass
    except (OSError, ValueError) as error:
        raise UnreadableText(path, _told(error), "check the path and the right to read it") from error


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a text in one of the formats that are read.

    Raises UnreadableText for another format, a file above its limit, an empty one, and whatever is no plain file: a
    pipe or a device is never opened, so nothing can block.
    """
    suffix = path.suffix.lower()
    limit = MAX_PACKED_BYTES if suffix in PACKED_SUFFIXES else MAX_BYTES
    try:
        _size_of_plain(path)
        if suffix not in SUFFIXES:
            raise UnreadableText(path, f"files of type «{suffix or 'none'}» are not read", _conversion(suffix))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise UnreadableText(path, _told(error), "check the path and the right to read it") from error
    if len(data) > limit:
        reason = f"the file is larger than {limit // 1_000_000} MB"
        raise UnreadableText(path, reason, "split it into its documents")
    if not data:
        raise UnreadableText(path, "the file is empty", "write the text into it or leave it out")
    return data


def _size_of_plain(path: Path) -> int:
    """Return the bytes of a plain file, which is not opened; raises UnreadableText for a folder, a pipe or a device."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableText(path, "this is a folder, not a file", "name a file")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableText(path, "this is no plain file", "name a file that holds text")
    return status.st_size


def _conversion(suffix: str) -> str:
    if suffix in FOREIGN_SUFFIXES:
        return "open it in an office program and save it as .docx or .txt"
    return f"use one of {_names(SUFFIXES)}"


def _names(suffixes: Iterable[str]) -> str:
    return " ".join(sorted(suffixes))


def _told(error: OSError | ValueError) -> str:
    """The system's own words; a ValueError speaks of a zero byte in the path."""
    return str(getattr(error, "strerror", None) or error).lower()
