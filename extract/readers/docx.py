"""Word documents: paragraphs and tables in document order, with their automatic numbers."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.raised import unraised

if TYPE_CHECKING:
    from lxml.etree import _Element

    from extract.readers.docx_numbering import Numbering

MAX_UNPACKED_BYTES = 200_000_000
"""Most that the parts of a .docx may unpack to, in bytes."""

MAX_PART_BYTES = 60_000_000
"""Most that one XML part of a .docx may unpack to, in bytes."""

MAX_PARTS = 10_000
"""Most parts of a .docx that is read."""

_MAX_SPAN = 60
"""Most columns that a cell may span."""
_OLE = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = _W + "val"
_CONTAINERS = frozenset(
    _W + name
    for name in (
        *("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "ruby", "rubyBase"),
        *("dir", "bdo"),
    )
)
"""Elements that only hold other text: links, tags, controls, accepted insertions."""

_CHARACTERS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}

_DAMAGED = "open it in an office program and save it anew as .docx"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_BLOCK = 1 << 20


def read_docx(path: Path, data: bytes) -> Content:
    """Return a Word document's content: a paragraph or a row of a table a line, cells parted by tabs.

    Left out are headers, footers, notes, comments, deleted and hidden text, text boxes and the table of contents.
    Raises UnreadableText for a document with a password, a damaged one, and one that unpacks beyond the limits.
    """
    _check_package(path, data)
    import docx  # slow to import, only for Word documents

    from extract.readers.docx_numbering import Numbering

    document = docx.Document(BytesIO(data))
    look = _Look(Numbering.of(document), _raised_styles(document.styles.element))
    blocks = _blocks(document.element.body, look)
    return Content("\n".join(blocks) + "\n")


def _check_package(path: Path, data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableText(path, "the document is protected by a password", "save it without a password")
        raise UnreadableText(path, "this is an old Word file (.doc)", "save it as .docx in an office program")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _check_parts(path, package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableText(path, "the document is damaged or no .docx", _DAMAGED) from error


def _check_parts(path: Path, package: zipfile.ZipFile) -> None:
    """Refuse a package by the sizes its directory declares, then by what its parts really unpack to."""
    parts = package.infolist()
    declared = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if _is_xml(part.filename)), default=0)
    if len(parts) > MAX_PARTS or declared > MAX_UNPACKED_BYTES or largest > MAX_PART_BYTES:
        raise UnreadableText(path, "the document unpacks to far more than a text", "split it or save its text as .txt")
    if "word/document.xml" not in package.namelist():
        raise UnreadableText(path, "the file is a package without a Word document", _DAMAGED)
    for part in parts:
        # The library stops at the declared size and checks the sum, so what understates its size is damaged.
        with package.open(part) as file:
            end = b""
            while block := file.read(_BLOCK):
                # The format forbids document type declarations, and entity bombs need one.
                if _is_xml(part.filename) and any(mark in end + block for mark in _DOCTYPES):
                    raise UnreadableText(path, f"its part {part.filename} declares entities", _DAMAGED)
                end = block[-32:]


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


@dataclass(frozen=True, slots=True)
class _Look:
    """What a document's definitions say of how its paragraphs look."""

    numbering: Numbering
    raised: frozenset[str]
    """Styles of characters that raise them."""

    def raises(self, run: _Element) -> bool:
        """Whether the characters of a run are raised, by itself or by its style."""
        properties = run.find(f"{_W}rPr")
        if properties is None:
            return False
        own, style = properties.find(f"{_W}vertAlign"), properties.find(f"{_W}rStyle")
        if own is not None:
            return bool(own.get(_VAL) == "superscript")
        return style is not None and style.get(_VAL) in self.raised


def _raised_styles(root: _Element) -> frozenset[str]:
    raised = (style for style in root.iterchildren(_W + "style") if _look_of(style) == "superscript")
    return frozenset(str(style.get(_W + "styleId", "")) for style in raised)


def _look_of(style: _Element) -> str:
    found = style.find(f"{_W}rPr/{_W}vertAlign")
    return "" if found is None else str(found.get(_VAL, ""))


def _blocks(parent: _Element, look: _Look) -> Iterator[str]:
    for block in parent:
        if block.tag == _W + "p":
            yield from _paragraph_lines(block, look)
        elif block.tag == _W + "tbl":
            for row in _nearest(block, "tr"):
                yield "\t".join(text for cell in _nearest(row, "tc") for text in _cell_texts(cell, look))
        elif block.tag in _CONTAINERS:
            yield from _blocks(block, look)


def _cell_texts(cell: _Element, look: _Look) -> Iterator[str]:
    """Text of a cell, and an empty one for each further column that it spans, so that the columns of rows agree."""
    yield " ".join(" ".join(_blocks(cell, look)).split())
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    width = str(span.get(_VAL, "")) if span is not None else ""
    yield from [""] * min(_MAX_SPAN, int(width) - 1 if width.isdigit() else 0)


def _nearest(parent: _Element, name: str) -> list[_Element]:
    """Rows of a table or cells of a row, through controls but not out of tables inside them."""
    found = parent.iter(_W + name)
    return [one for one in found if next(one.iterancestors(parent.tag), None) is parent]


def _paragraph_lines(paragraph: _Element, look: _Look) -> Iterator[str]:
    if look.numbering.style_of(paragraph).lower().startswith(("toc", "目录")):
        return
    text = _text_of(paragraph, look)
    number = look.numbering.next_number(paragraph) if text.strip() else ""
    yield number + text


def _text_of(paragraph: _Element, look: _Look) -> str:
    """Text of a paragraph without the marks of notes; runs that are raised together are one mark."""
    text = raised = ""
    for is_raised, characters in _characters(paragraph, look):
        if is_raised:
            raised += characters
        elif characters:
            text += unraised(text, raised) + characters
            raised = ""
    return text + unraised(text, raised)


def _characters(parent: _Element, look: _Look, is_raised: bool = False) -> Iterator[tuple[bool, str]]:
    """Yield the text of a paragraph as a reader of the page sees it, each piece with whether it is raised.

    It is taken through links, tags and accepted insertions.
    """
    for child in parent:
        tag = child.tag
        if tag == _W + "t":
            yield is_raised, child.text or ""
        elif tag in _CHARACTERS:
            yield is_raised, _CHARACTERS[tag]
        elif tag == _W + "r":
            if child.find(f"{_W}rPr/{_W}vanish") is None:
                yield from _characters(child, look, look.raises(child))
        elif tag in _CONTAINERS:
            yield from _characters(child, look, is_raised)
