"""From a path to a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extract.document import canonical_text, document_id, identified
from extract.errors import UnreadableText
from extract.readers.confined import read_confined
from extract.readers.content import Content
from extract.readers.files import MAX_CHARACTERS, read_bytes
from extract.readers.markdown import read_markdown
from extract.readers.metadata import prefer, read_side_file
from extract.readers.office import read_office
from extract.readers.plain_text import read_plain_text
from extract.values import Document

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMATS: dict[str, tuple[Callable[[Path, bytes], Content], str]] = {
    ".txt": (read_plain_text, "text/plain"),
    ".md": (read_markdown, "text/markdown"),
    ".html": (read_confined, "text/html"),
    ".htm": (read_confined, "text/html"),
    ".docx": (read_confined, _WORD),
    ".pdf": (read_confined, "application/pdf"),
    ".doc": (read_office, "application/msword"),
    ".wps": (read_office, "application/vnd.ms-works"),
}


def read_document(path: Path) -> Document:
    """Return the document that a file holds.

    Arguments: path of a .txt, .md, .html, .htm, .docx, .doc, .wps or .pdf file. What a side file declares wins over the file's own
    front matter. Raises UnreadableText, which names the file, the reason and what to do, and nothing else.

    >>> read_document(Path("corpus/liaoning-interpretation.txt")).id
    'liaoning-interpretation'
    """
    data = read_bytes(path)
    return document_of(path, data, read_side_file(path))


def document_of(path: Path, data: bytes, declared: Content) -> Document:
    """Return the document that the bytes of a file hold.

    Arguments: path, whose suffix names the format; data; declared, by a side file, wins over what the file declares. Raises as
    `read_document` does.

    >>> document_of(Path("a.txt"), "沈阳。".encode(), Content("", id="b")).id
    'b'
    """
    read, media_type = _FORMATS[path.suffix.lower()]
    try:
        content = prefer(declared, read(path, data))
    except UnreadableText:
        raise
    except Exception as error:
        # The libraries behind the formats raise whatever a hostile file drives them to.
        what = path.suffix.lower().lstrip(".")
        raise UnreadableText(path, f"the {what} file is damaged", "open it, save it anew and try again") from error
    text = canonical_text(content.text)
    if not text.strip():
        raise UnreadableText(path, "the file holds no text, only white space", "write the text into it or leave it out")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableText(path, "the text is longer than a million characters", "split it into its documents")
    name = content.id or identified(document_id(path.stem) or "document", content.metadata, text)
    return Document(name, text, content.metadata, media_type, content.remarks)
