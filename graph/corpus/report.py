"""What a build did, told to whoever asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import UnreadableText
from extract.readers import FromFile, told_apart
from extract.values import Document

Progress = Callable[[str], None]
"""Is told the id of each document when it is done."""


@dataclass(slots=True)
class BuildReport:
    """What a build did; ids of documents, and one line for each thing that went wrong."""

    output: Path
    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    """Documents that were no longer in the files they came from."""
    failed: dict[str, str] = field(default_factory=dict)
    """Texts of which nothing was written, by their place or their id, each with the reason; `problems` has a line for each."""
    problems: list[str] = field(default_factory=list)
    """Files that gave no text, and things of documents that failed a check: none of these was written."""
    warnings: list[str] = field(default_factory=list)
    """What a check found and let pass."""
    remarks: list[str] = field(default_factory=list)
    """What was passed over in texts that were read."""
    not_made: list[str] = field(default_factory=list)
    """Corrections that were not made, since their sentence changed or they make no sense: one line each, at every build."""


def readable(texts: Iterable[FromFile], report: BuildReport, progress: Progress = lambda _: None) -> Iterator[Document]:
    """Yield the texts that can be read, each once; report the others, and what was passed over.

    Arguments: texts, of `extract.readers.read_files`; report; progress, is told of those that cannot be read.
    """
    for one in told_apart(texts):
        if isinstance(one, UnreadableText):
            report.problems.append(str(one))
            report.failed[str(one.path)] = one.reason + (f"; {one.remedy}" if one.remedy else "")
            progress(str(one.path))
        else:
            report.remarks.extend(one.remarks)
            yield one
