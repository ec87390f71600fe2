"""The texts that are measured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from extract.document import canonical_text, document_id
from extract.errors import UnreadableText
from extract.readers import read_documents
from extract.values import Document

CORPUS = Path(__file__).parent.parent / "corpus"
_TEXT_KEYS = ("text", "content")


def texts(source: Path, limit: int | None = None) -> Iterator[Document]:
    """Yield the texts of a folder, a file, or a .jsonl file with a text on each line.

    Arguments: source; limit, how many texts at the most. A line of a .jsonl file is an object whose ``text`` or
    ``content`` is the text; what cannot be read is passed over.

    >>> [document.id for document in texts(CORPUS / "liaoning-interpretation.txt")]
    ['liaoning-interpretation']
    """
    found = _lines(source) if source.suffix == ".jsonl" else read_documents([source])
    yield from islice((one for one in found if not isinstance(one, UnreadableText)), limit)


def _lines(source: Path) -> Iterator[Document]:
    with source.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            record = json.loads(line)
            text = canonical_text(next((str(record[key]) for key in _TEXT_KEYS if record.get(key)), ""))
            if text.strip():
                yield Document(document_id(str(record.get("id") or f"{source.stem}-{number}")), text)
