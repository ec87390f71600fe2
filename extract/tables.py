"""Read the lexicon's files: tab-separated rows, and lists of one name a line.

In both, a line that starts with ``#`` is a remark and empty lines are skipped. Files are UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

LEXICON = Path(__file__).parent / "lexicon"
"""Folder of the files that a researcher may edit."""


class LexiconError(ValueError):
    """A file of the lexicon has a line that cannot be read; the message names file, line and reason.

    >>> str(LexiconError(Path("places.tsv"), 3, "8 columns wanted, 2 found"))
    'places.tsv, line 3: 8 columns wanted, 2 found'
    """

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path.name}, line {line}: {reason}")


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Number, from 1, and text of each line that is neither empty nor a remark.

    Raises LexiconError where the file is not UTF-8 or cannot be opened.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(path, 0, error.strerror or "cannot be opened") from error
    except UnicodeDecodeError as error:
        raise LexiconError(path, 0, "not UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.startswith("#") and not line.isspace():
            yield number, line


def read_rows(path: Path, head: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row below the head of a tab-separated file.

    Raises LexiconError where the head is not as given or a row has another number of cells.
    """
    lines = read_lines(path)
    number, first = next(lines, (1, ""))
    if tuple(first.split("\t")) != head:
        raise LexiconError(path, number, f"the head must be: {' '.join(head)}")
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) != len(head):
            raise LexiconError(path, number, f"{len(head)} columns wanted, {len(cells)} found")
        yield number, cells


def read_names(path: Path) -> tuple[str, ...]:
    """The names of a list, one a line, in the order of the file.

    Raises LexiconError where a name stands twice or has white space in or around it.

    >>> "大连接" in read_names(LEXICON / "look_alikes.txt")
    True
    """
    seen: dict[str, int] = {}
    for number, line in read_lines(path):
        if line.split() != [line]:
            raise LexiconError(path, number, f"white space in {line!r}")
        if line in seen:
            raise LexiconError(path, number, f"{line} stands in line {seen[line]} already")
        seen[line] = number
    return tuple(seen)
