"""From a path to a document, and from many paths to as many documents as can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extract.document import canonical_text, document_id, identified
from extract.errors import UnreadableText
from extract.readers.confined import read_confined
from extract.readers.content import Content
from extract.readers.files import MAX_CHARACTERS, SIDE_FILE_SUFFIX, read_bytes, search
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
    declared = read_side_file(path)
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


def read_documents(paths: Iterable[Path]) -> Iterator[Document | UnreadableText]:
    """Yield each text among files and whole folders, or in its place why it cannot be read, in the order of the paths.

    Of different texts with one id (the same name and the same title, or declared twice) the first is read; of each other
    one is said that it needs an id of its own. The same text in two files is one document.

    >>> [document.id for document in read_documents([Path("corpus/liaoning-interpretation.txt")])]
    ['liaoning-interpretation']
    """
    return told_apart(read_files(paths))


FromFile = tuple[Path, Document | UnreadableText]
"""A file or folder, and a text of it, or why it gives none."""


def read_files(paths: Iterable[Path]) -> Iterator[FromFile]:
    """Yield every text among files and whole folders with the file that holds it, also one that another file holds too.

    >>> [(file.name, text.id) for file, text in read_files([Path("corpus/liaoning-interpretation.txt")])]
    [('liaoning-interpretation.txt', 'liaoning-interpretation')]
    """
    for found in search(paths):
        if isinstance(found, UnreadableText):
            yield found.path, found
            continue
        try:
            yield found, read_document(found)
        except UnreadableText as error:
            yield found, error


def told_apart(texts: Iterable[FromFile]) -> Iterator[Document | UnreadableText]:
    """Yield each text once, and of each further one that has its id but not its words, that it needs another."""
    taken: dict[str, str] = {}
    for file, text in texts:
        if isinstance(text, UnreadableText):
            yield text
            continue
        held = taken.get(text.id)
        taken.setdefault(text.id, text.sha256)
        if held is None:
            yield text
        elif held != text.sha256:
            remedy = f'give it an id of its own: id = "…" in {file.stem}{SIDE_FILE_SUFFIX}'
            yield UnreadableText(file, f"another text has its id, {text.id}", remedy)
