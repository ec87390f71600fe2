"""Files that drive the libraries behind a format to hang or to take all memory are one line, in little time."""

from __future__ import annotations

import time
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from extract.errors import UnreadableText
from extract.readers import confined, read_documents
from extract.readers.reading import read_document
from extract.values import Document
from tests.readers.files_made import pdf_file, word_file

_HEAD = "%PDF-1.7\n"
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf_of(path: Path, objects: list[bytes]) -> Path:
    """Write a PDF of these objects, the first of which is its catalogue."""
    data, offsets = _HEAD.encode(), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    path.write_bytes(data)
    return path


def stream(content: bytes, entries: str) -> bytes:
    return f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def page(path: Path, contents: bytes, resources: str, further: list[bytes]) -> Path:
    """Write a PDF of one page."""
    return pdf_of(
        path,
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << {resources} >> >>".encode(),
            contents,
            *further,
        ],
    )


def nested_forms(path: Path) -> Path:
    """Forms that each show the next one twice: 2 to the power of 40 of the last."""
    forms = []
    for number in range(5, 45):
        inner = f"/XObject << /F {number + 1} 0 R >>" if number < 44 else f"/Font << /A << {_FONT[3:-3]} >> >>"
        words = b"/F Do /F Do" if number < 44 else b"BT /A 9 Tf (a) Tj ET"
        forms.append(stream(words, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {inner} >>"))
    return page(path, stream(b"/F Do", ""), "/XObject << /F 5 0 R >>", forms)


def long_line(path: Path) -> Path:
    """One line of a million letters in a few kilobytes."""
    words = b"BT /A 9 Tf (" + b"a" * 1_000_000 + b") Tj ET"
    return page(path, stream(zlib.compress(words, 9), "/Filter /FlateDecode"), f"/Font << /A {_FONT} >>", [])


def chained_filters(path: Path) -> Path:
    """A stream that inflates to 2 GB behind a filter that hides it."""
    packed = zlib.compress(zlib.compress(b" " * 1_000_000_000, 9), 9).hex().encode() + b">"
    entries = "/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]"
    return page(path, stream(packed, entries), f"/Font << /A {_FONT} >>", [])


def endless_paragraphs(path: Path) -> Path:
    """A Word document of 84 kB with nine million paragraphs."""
    word_file(path, ["沈阳"])
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    start, end = b"<w:body>", b"</w:body>"
    head, _, rest = parts["word/document.xml"].partition(start)
    parts["word/document.xml"] = head + start + b"<w:p/>" * 9_000_000 + end + rest.partition(end)[2]
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


HOSTILE = {
    "nested forms.pdf": nested_forms,
    "a long line.pdf": long_line,
    "chained filters.pdf": chained_filters,
    "endless paragraphs.docx": endless_paragraphs,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_never_ends_is_one_line_and_the_next_one_is_read(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "SECONDS", 4.0)
    hostile = HOSTILE[name](tmp_path / name)
    honest = pdf_file(tmp_path / "z honest.pdf", ["沈阳市打造国家物流枢纽。"])
    assert hostile.stat().st_size < 1_200_000
    begun = time.monotonic()
    refused, read = read_documents([hostile, honest])
    assert isinstance(read, Document)
    assert "国家物流枢纽" in read.text
    assert isinstance(refused, UnreadableText), "it was read"
    assert str(refused).startswith(f"{hostile}: ")
    assert refused.remedy
    assert time.monotonic() - begun < 60


def test_what_a_reader_refuses_or_finds_comes_through_as_it_is(tmp_path: Path) -> None:
    page_of = tmp_path / "page.html"
    page_of.write_text(
        "<html><head><title>甲市规划</title></head><body><p>沈阳市打造国家物流枢纽。</p></body></html>",
        encoding="utf-8",
    )
    assert "国家物流枢纽" in read_document(page_of).text
    (tmp_path / "none.docx").write_bytes(b"none")
    with pytest.raises(UnreadableText, match=r"damaged or no \.docx"):
        read_document(tmp_path / "none.docx")


def test_an_honest_file_may_take_time_by_its_size() -> None:
    assert confined.seconds_for(600) < confined.seconds_for(3_000_000) < confined.seconds_for(100_000_000) <= 110
