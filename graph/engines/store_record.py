"""What a build writes down of a store, and by which the store changes from one moment to the next: the file SNAPSHOT."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import GraphError

POINTER = "SNAPSHOT"
"""The file in a store's folder."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a build wrote down of a store."""

    folder: str
    """The name of its snapshot's folder."""
    documents: int
    """How many documents it has."""
    state: str = ""
    """Of the snapshot when it was laid down (`graph.engines.snapshots.state_of`); empty where an earlier version wrote it."""


def record_of(path: Path) -> Record | None:
    """Return what the last build wrote down of a store; None for one of an earlier version.

    Raises GraphError where the record is no record.
    """
    try:
        said = json.loads((path / POINTER).read_text(encoding="utf-8"))
        return Record(str(said["folder"]), int(said["documents"]), str(said.get("state", "")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = f"its record {POINTER} cannot be read ({type(error).__name__})"
        raise GraphError(path, reason, "mend it with: policygraph build PATH... --repair") from error


def write_record(path: Path, record: Record) -> None:
    """Write it beside, then rename, so that the store is at any moment the one before or the one after; raises OSError."""
    new = path / f"{POINTER}.new"
    new.write_text(json.dumps(asdict(record)) + "\n", encoding="utf-8")
    to_disk(new)
    new.replace(path / POINTER)
    to_disk(path)


def to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
