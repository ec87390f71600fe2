"""Plain text: kept as it is."""

from __future__ import annotations

from pathlib import Path

from extract.document import canonical_text
from extract.readers.content import Content
from extract.readers.encoding import decode
from extract.readers.metadata import split_front_matter


def read_plain_text(path: Path, data: bytes) -> Content:
    """Return a text file's content: all of it after a front-matter block.

    >>> read_plain_text(Path("a.txt"), "  沈阳。\\n".encode("utf-16")).text
    '  沈阳。\\n'
    """
    return split_front_matter(path, canonical_text(decode(path, data)))
