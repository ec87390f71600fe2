"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from errno import EISDIR
from pathlib import Path
from shutil import copyfile

from graph.errors import GraphError


def put_in_place(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files beside their places first, and then put all in place; returns them.

    Raises GraphError, which names the file, where one cannot be written; then each of them is as it was before.
    """
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    former = {path: path.with_name(f".{path.name}.{os.getpid()}.former") for path in files if len(files) > 1}
    placed: list[Path] = []
    at = next(iter(files))
    try:
        for at, content in files.items():
            if at.is_dir():
                raise IsADirectoryError(EISDIR, "a folder is called so")
            at.parent.mkdir(parents=True, exist_ok=True)
            beside[at].write_bytes(content)
        for at, keep in former.items():
            if at.exists():
                copyfile(at, keep)
        for at, part in beside.items():
            part.replace(at)
            placed.append(at)
    except OSError as error:
        _take_back(placed, former)
        raise GraphError(at, f"cannot be written ({error.strerror})", "choose another place with -o") from error
    finally:
        for left in (*beside.values(), *former.values()):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return tuple(files)


def _take_back(placed: Iterable[Path], former: Mapping[Path, Path]) -> None:
    """Put back what stood there before, or nothing where nothing did."""
    for path in placed:
        with suppress(OSError):
            if path in former and former[path].exists():
                former[path].replace(path)
            else:
                path.unlink()
