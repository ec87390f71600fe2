"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from graph.errors import GraphError


def put_in_place(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files beside their places first, and then put all in place; returns them.

    Raises GraphError where one cannot be written; then none of them is there but those that were.
    """
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_bytes(content)
        for path, part in beside.items():
            part.replace(path)
    except OSError as error:
        told = f"cannot be written ({error.strerror})"
        raise GraphError(next(iter(files)), told, "choose another place with -o") from error
    finally:
        for part in beside.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return tuple(files)
