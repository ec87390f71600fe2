"""Archives of texts, read member by member: nothing of them is ever written to the disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from extract.errors import UnreadableText
from extract.readers.collections.unpacking import DAMAGE, Budget, counted, opened
from extract.readers.files import MAX_BYTES, SIDE_FILE_SUFFIX, is_text_name

MAX_MEMBERS = 200_000
"""Most members of an archive."""
_MOST_DIRECTORY = 30_000_000
"""Bytes that the directory of a ZIP file may have: all of it is in memory, at some twenty times its size."""
_TOO_MANY = "it has more than 200,000 members"
_END = 66_000
"""Bytes at the end of a ZIP file in which its end is told: with the longest comment."""
_IN_ZIP64 = 0xFFFF_FFFF
_UTF8 = 0x800
_ENCRYPTED = 0x1
DAMAGED = (*DAMAGE, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, tarfile.TarError)
_MEND = "pack it anew"
_MOST_SIDE_FILES = 64_000_000
"""Bytes of all side files of an archive together, which are in memory while it is read."""


class Member(NamedTuple):
    """A text of an archive: its place, its bytes as a stream, and those of its side file; or why it cannot be read."""

    place: Path
    stream: io.BufferedReader | UnreadableText
    side_file: bytes = b""


def zip_members(path: Path) -> Iterator[Member]:
    """Yield the texts of a ZIP file by name.

    Raises UnreadableText where it is damaged, unpacks to too much, or has too many members; what was yielded before stays.
    """
    budget = Budget(path, path.stat().st_size)
    try:
        _check_directory(path)
        with zipfile.ZipFile(path) as archive:
            named = {_name(one): one for one in archive.infolist()[: MAX_MEMBERS + 1] if not one.is_dir()}
            if len(named) > MAX_MEMBERS:
                raise UnreadableText(path, _TOO_MANY, "split it")
            sides = {name: one for name, one in named.items() if name.endswith(SIDE_FILE_SUFFIX)}
            for name in sorted(named):
                place = path / name
                if (refused := _refused(place, name)) is not None:
                    yield Member(place, refused)
                elif not _is_wanted(name):
                    continue
                elif named[name].flag_bits & _ENCRYPTED:
                    yield Member(place, UnreadableText(place, "it is protected by a password", "pack it without one"))
                else:
                    side = sides.get(_side_name(name))
                    said = _whole(archive.open(side), budget) if side is not None else b""
                    yield Member(place, counted(archive.open(named[name]), budget), said)
    except UnreadableText:
        raise
    except DAMAGED as error:
        raise UnreadableText(path, "the archive is damaged or is none", _MEND) from error


def _check_directory(path: Path) -> None:
    """Refuse a ZIP file by the size of its directory, as its end tells it, before it is read."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END))
        tail = file.read()
    sizes = [
        int.from_bytes(tail[found + at : found + at + width], "little")
        for mark, at, width in ((b"PK\x05\x06", 12, 4), (b"PK\x06\x06", 40, 8))
        if (found := tail.rfind(mark)) >= 0
    ]
    if any(_MOST_DIRECTORY < size != _IN_ZIP64 for size in sizes):
        raise UnreadableText(path, _TOO_MANY, "split it")


def tar_members(path: Path) -> Iterator[Member]:
    """Yield the texts of a tar file that gzip packed, in its order; raises UnreadableText as `zip_members` does."""
    try:
        sides = _side_files(path)
        with opened(path) as packed, tarfile.open(fileobj=packed, mode="r|") as archive:
            for number, one in enumerate(archive):
                if number >= MAX_MEMBERS:
                    raise UnreadableText(path, _TOO_MANY, "split it")
                archive.members = []  # type: ignore[attr-defined]  # it would keep all that it went past
                place = path / one.name
                if one.isdir():
                    continue
                if (refused := _refused(place, one.name)) is not None:
                    yield Member(place, refused)
                elif not _is_wanted(one.name):
                    continue
                elif not one.isreg() or (file := archive.extractfile(one)) is None:
                    yield Member(place, UnreadableText(place, "it is no plain file", "pack the text itself"))
                else:
                    yield Member(place, io.BufferedReader(file), sides.get(_side_name(one.name), b""))  # type: ignore[arg-type]
    except UnreadableText:
        raise
    except DAMAGED as error:
        raise UnreadableText(path, "the archive is damaged or is none", _MEND) from error


def names_in(path: Path, suffix: str) -> Iterator[str]:
    """Yield the names of the texts of an archive; raises UnreadableText, or one of `DAMAGED`, where it cannot be read."""
    if suffix == ".zip":
        _check_directory(path)
        with zipfile.ZipFile(path) as archive:
            yield from (name for one in archive.infolist() if not one.is_dir() and _is_wanted(name := _name(one)))
        return
    with opened(path) as packed, tarfile.open(fileobj=packed, mode="r|") as members:
        for one in members:
            members.members = []  # type: ignore[attr-defined]
            if one.isreg() and _is_wanted(one.name):
                yield one.name


def _side_files(path: Path) -> Mapping[str, bytes]:
    """Return the side files of a tar file, which may lie behind their texts."""
    found: dict[str, bytes] = {}
    with opened(path) as packed, tarfile.open(fileobj=packed, mode="r|") as archive:
        for one in archive:
            archive.members = []  # type: ignore[attr-defined]
            if not one.name.endswith(SIDE_FILE_SUFFIX) or not one.isreg() or one.size > MAX_BYTES:
                continue
            if sum(map(len, found.values())) + one.size > _MOST_SIDE_FILES:
                raise UnreadableText(path, "its side files are too large", "unpack it and give its texts")
            file = archive.extractfile(one)
            found[one.name] = file.read() if file is not None else b""
    return found


def _whole(stream: IO[bytes], budget: Budget) -> bytes:
    with counted(stream, budget) as file:
        return file.read(MAX_BYTES + 1)


def _side_name(name: str) -> str:
    member = PurePosixPath(name)
    return str(member.with_name(member.stem + SIDE_FILE_SUFFIX))


def _is_wanted(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return is_text_name(parts[-1]) and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _refused(place: Path, name: str) -> UnreadableText | None:
    """Return why a member is not read whose name is a trick, though nothing is written by its name."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in name:
        return UnreadableText(place, "its name leads out of the archive", _MEND)
    return None


def _name(one: zipfile.ZipInfo) -> str:
    """Return the name of a member; Chinese systems write GBK and do not say so."""
    if one.flag_bits & _UTF8:
        return one.filename
    raw = one.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return one.filename
