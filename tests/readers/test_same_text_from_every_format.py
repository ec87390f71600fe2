"""One text gives the same sentences whatever file carries it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.readers import read_document
from tests.readers.files_made import CORPUS_TEXT, lines_of, pdf_file, squeezed, web_page, word_file

TEXT = CORPUS_TEXT.read_text("utf-8")
LINES = lines_of(TEXT)
SENTENCES = [squeezed(line) for line in LINES]
WEB_SENTENCES = [sentence for sentence in SENTENCES if sentence not in ("上一篇:", "下一篇:")]
"""The text was itself taken from a page, with its links to other pages, which are furniture there."""

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
    assert sentences(path) == WEB_SENTENCES


LAYOUTS = {
    "paragraphs": ("<div>{}</div>", "<p>　　{}</p>"),
    "line breaks": ("<div id='zoom'>{}</div>", "&nbsp;&nbsp;{}<br/>"),
    "blocks": ("<div class='article'>{}</div>", "<div>{}</div>"),
    "layout tables": ("<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>", "<p>{}</p>"),
    "line breaks in a table": ("<table width='100%'><tr><td>{}</td></tr></table>", "{}<br>"),
    "headings": ("<div>{}</div>", "<h2>{}</h2>"),
    "list items": ("<div><ul>{}</ul></div>", "<li>{}</li>"),
    "sections": ("<section>{}</section>", "<section><span>{}</span></section>"),
    "bold text": ("<div>{}</div>", "<p><strong><span style='x'>{}</span></strong></p>"),
}


@pytest.mark.parametrize(("frame", "item"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_paragraphs_of_a_page_stay_apart_in_every_layout(tmp_path: Path, frame: str, item: str) -> None:
    main = frame.format("".join(item.format(line) for line in LINES[1:]))
    menu = '<div class="nav"><a href="/">首页</a><a href="/jg">机构</a></div>'
    footer = "<div>主办：某某省人民政府 ICP备00000000号</div>"
    path = tmp_path / "a.html"
    path.write_text(f"<title>{LINES[0]}_某某省人民政府网</title><body>{menu}{main}{footer}</body>", "utf-8")
    assert sentences(path) == WEB_SENTENCES


def test_a_last_page_with_one_short_line_keeps_it_apart(tmp_path: Path) -> None:
    lines = ["推进沈阳现代化都市圈建设，加快产业协同发展。" * 2] * 14 + ["附件：任务表", "联系人：某处"]
    assert sentences(pdf_file(tmp_path / "a.pdf", lines)) == lines
