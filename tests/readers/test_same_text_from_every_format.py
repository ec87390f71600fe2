"""One text gives the same sentences whatever file carries it."""

from __future__ import annotations

from pathlib import Path

import pytest
from files_made import CORPUS_TEXT, lines_of, pdf_file, squeezed, web_page, word_file

from extract.readers import read_document

TEXT = CORPUS_TEXT.read_text("utf-8")
LINES = lines_of(TEXT)
SENTENCES = [squeezed(line) for line in LINES]
ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 big-endian": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16 without mark": TEXT.encode("utf-16-le"),
    "gb18030": TEXT.encode("gb18030"),
    "line ends of Windows": TEXT.replace("\n", "\r\n").encode(),
}


def sentences(path: Path) -> list[str]:
    return [squeezed(line) for line in lines_of(read_document(path).text)]


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_every_encoding_gives_the_same_text_and_hash(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "liaoning-interpretation.txt"
    path.write_bytes(data)
    document = read_document(path)
    assert document.text == TEXT
    assert document.sha256 == read_document(CORPUS_TEXT).sha256


def test_a_canonical_text_is_kept_byte_for_byte() -> None:
    assert read_document(CORPUS_TEXT).text.encode() == CORPUS_TEXT.read_bytes()


def test_word_gives_the_sentences_of_the_text(tmp_path: Path) -> None:
    assert sentences(word_file(tmp_path / "a.docx", LINES)) == SENTENCES


def test_pdf_gives_the_sentences_of_the_text_without_headers_and_page_numbers(tmp_path: Path) -> None:
    assert sentences(pdf_file(tmp_path / "a.pdf", LINES, header="某某省人民政府公报")) == SENTENCES


def test_markdown_gives_the_sentences_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# {LINES[0]}\n\n" + "\n\n".join(LINES[1:]), "utf-8")
    assert sentences(path) == SENTENCES


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030")])
def test_a_web_page_gives_the_sentences_of_the_text_without_its_furniture(
    tmp_path: Path, charset: str, encoding: str
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(web_page(LINES, charset).encode(encoding))
    links = {"上一篇:", "下一篇:"}  # the text was itself taken from a page, with its links to other pages
    assert sentences(path) == [sentence for sentence in SENTENCES if sentence not in links]
