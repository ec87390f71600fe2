"""PDF: the lines of its pages, put together to paragraphs, without what stands on every page."""

from __future__ import annotations

import logging
import re
import unicodedata
import zlib
from base64 import a85decode
from io import BytesIO
from pathlib import Path
from statistics import median_high, median_low
from typing import Any

from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.files import MAX_BYTES
from extract.readers.lines import Line, paragraphs
from extract.readers.pdf_furniture import without_furniture
from extract.readers.pdf_page import Found, lines_of

MAX_PAGES = 1_000
"""Most pages of a PDF that is read."""

MAX_STREAM_BYTES = 100_000_000
"""Most that one compressed stream of a PDF may inflate to, in bytes: a large page as a picture."""

MAX_INFLATED_BYTES = 1_000_000_000
"""Most that all compressed streams of a PDF may inflate to, in bytes."""

_STREAM = re.compile(rb"stream\r?\n")
_ASCII85 = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_SCAN = "a scan holds pictures only: recognise its characters first"

# Fonts of many Chinese PDFs name the radical where the character of the same shape is meant. Kangxi radicals have a
# compatibility decomposition; these of the supplement (UCD, EquivalentUnifiedIdeograph.txt) have none.
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民西见角贝车长门青韦页风飞食马骨鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_RADICALS = str.maketrans(_KANGXI | _SUPPLEMENT)


def read_pdf(path: Path, data: bytes) -> Content:
    """Return a PDF's content, a paragraph or a row of a table a line, cells parted by tabs.

    Page numbers and lines that stand at the edge of many pages are left out. Raises UnreadableText for a PDF with
    a password, a damaged one, one without text, and one beyond the limits above.
    """
    _check_streams(path, data)
    import pdfplumber  # slow to import, only for PDF
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    # The library reports each oddity of a file; without a handler that would land on the user's screen.
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            if len(document.pages) > MAX_PAGES:
                raise UnreadableText(path, f"the PDF has more than {MAX_PAGES} pages", "split it into its documents")
            pages = _page_lines(path, document)
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (*error.args, error.__cause__, error.__context__)):
            raise UnreadableText(path, "the PDF is protected by a password", "save it without a password") from error
        raise
    lines = _measured(pages)
    if not lines:
        raise UnreadableText(path, "the PDF holds no text", _SCAN)
    return Content(unify_radicals("\n".join(paragraphs(lines))) + "\n")


def unify_radicals(text: str) -> str:
    """Return a text in which radicals that a font names for characters are those characters.

    >>> unify_radicals("⽅案⻓江")
    '方案长江'
    """
    return text.translate(_RADICALS)


def _check_streams(path: Path, data: bytes) -> None:
    """Refuse a PDF whose streams inflate beyond the limit; the library would inflate them whole."""
    total = 0
    for found in _STREAM.finditer(data):
        size = _inflated_size(data, found, MAX_STREAM_BYTES + 1)
        total += size
        if size > MAX_STREAM_BYTES or total > MAX_INFLATED_BYTES:
            raise UnreadableText(path, "the PDF unpacks to far more than a text", "save its text as .txt")


def _inflated_size(data: bytes, stream: re.Match[bytes], limit: int) -> int:
    """Bytes that a stream inflates to, or the limit if it is more; 0 for a stream that is not deflated."""
    packed: bytes | memoryview = memoryview(data)[stream.end() :]
    if _ASCII85.search(data, max(0, stream.start() - 200), stream.start()):
        end = data.find(b"~>", stream.end())
        try:
            packed = a85decode(data[stream.end() : end])
        except ValueError:
            return 0
    size = 0
    # A stream may be deflated twice: each layer counts.
    while size < limit and len(packed) > 1 and packed[0] & 0x0F == 8 and (packed[0] * 256 + packed[1]) % 31 == 0:
        try:
            packed = zlib.decompressobj().decompress(packed, limit - size)
        except zlib.error:
            break
        size += len(packed)
    return size


def _page_lines(path: Path, document: Any) -> list[list[Found]]:
    pages: list[list[Found]] = []
    size = 0
    gutter: float | None = None
    for page in document.pages:
        lines, gutter = lines_of(page, gutter)
        pages.append(lines)
        size += sum(len(line.text) for line in lines)
        if size > MAX_BYTES:
            raise UnreadableText(path, "the PDF holds more text than a document", "split it into its documents")
        page.close()
    spans = without_furniture([[line.text for line in page] for page in pages])
    return [page[start:end] for page, (start, end) in zip(pages, spans, strict=True)]


def _measured(pages: list[list[Found]]) -> list[Line]:
    """Lines with their distances from the edges that the text of most pages keeps, or from those of their column."""
    filled = [page for page in pages if page]
    if not filled:
        return []
    edges = (
        median_low(min(line.left for line in page) for page in filled),
        median_high(max(line.right for line in page) for page in filled),
    )
    return [_line(line, line.edges or edges) for page in filled for line in page]


def _line(line: Found, edges: tuple[float, float]) -> Line:
    left, right = edges
    return Line(line.text, (line.left - left) / line.width, (right - line.right) / line.width, line.cells)
