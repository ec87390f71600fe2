"""Texts that lie at an address (s3://, gs://, hf://, zip://…::file://…), copied into a folder beside the graph, from which they are read.

fsspec knows the kinds of addresses, and its packages (s3fs, gcsfs …) the services. The copies stay: so a build sees what is no longer
there, and reads again only what changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from extract.readers import TEXT_FILE_ENDS
from graph.errors import GraphError
from graph.results import in_one_line

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::)")
_NAME = re.compile(r"[^\w.-]+")


def copies_beside(output: Path) -> Path:
    """Return the folder of the copies that belong to a graph.

    >>> copies_beside(Path("policy.db")).name
    'policy.db.addresses'
    """
    return output.with_name(f"{output.name}.addresses")


def local_paths(paths: Sequence[str], copies: Path, problems: list[str]) -> list[Path]:
    """Return where the texts of paths and addresses lie on this machine, those of addresses once they were copied.

    Arguments: paths; copies, the folder for copies; problems, to which one line is added for each address that cannot be reached: what
    was copied of it before stays as it is, and is not read. Raises GraphError where fsspec is not installed.
    """
    found = []
    for path in paths:
        if not _ADDRESS.match(path):
            found.append(Path(path))
            continue
        try:
            found.append(_copied(path, copies))
        except (OSError, ValueError, ImportError, RuntimeError) as error:
            problems.append(
                f"{in_one_line(path)}: {in_one_line(_reason(error))}; mend the address, or install the package of its service"
            )
    return found


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _copied(address: str, copies: Path) -> Path:
    """Copy the texts at an address into a folder of its own, and remove from it what is no longer there."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise GraphError(address, "fsspec is not installed", "pip install 'policygraph[remote]'") from None
    files: AbstractFileSystem
    files, root = url_to_fs(address)
    folder = copies / _folder_name(address)
    kept = set()
    for remote, place in _texts(files, root):
        local = folder / place
        local.parent.mkdir(parents=True, exist_ok=True)
        part = local.with_name(f"{local.name}.part")
        files.get_file(remote, str(part))
        part.replace(local)
        kept.add(local)
    for gone in sorted(path for path in folder.rglob("*") if path.is_file() and path not in kept):
        gone.unlink()
    return folder


def _texts(files: AbstractFileSystem, root: str) -> Iterator[tuple[str, PurePosixPath]]:
    """Yield the files at an address, or of a glob, that hold texts or what is declared of them, each with its place below it."""
    top = PurePosixPath(root)
    if any(mark in root for mark in "*?["):
        found, top = files.glob(root), PurePosixPath(re.split(r"[*?\[]", root, maxsplit=1)[0]).parent
    elif files.isdir(root):
        found = files.find(root)
    elif files.isfile(root):
        found, top = [root], top.parent
    else:
        raise FileNotFoundError("nothing lies there")
    for remote in sorted(found):
        place = PurePosixPath(remote.removeprefix(str(top)).lstrip("/"))
        if ".." in place.parts:
            raise ValueError(f"a file there is named {remote}")
        if place.name.lower().endswith(TEXT_FILE_ENDS) and not place.name.startswith("."):
            yield remote, place


def _folder_name(address: str) -> str:
    """Return a name of a folder that no other address has, and from which one sees what it holds."""
    return f"{_NAME.sub('-', address)[:60].strip('-')}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
