"""Files that are empty, damaged, locked or made to harm: one line each, and the others go on."""

from __future__ import annotations

import os
import zlib
from base64 import a85encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from extract.errors import UnreadableText
from extract.readers import MAX_BYTES, read_document, read_documents
from extract.readers.docx import MAX_PART_BYTES
from extract.readers.pdf import MAX_STREAM_BYTES
from extract.values import Document
from tests.readers.files_made import pdf_file, word_file, zip_bytes

LINES = ["一、总体要求", "推进沈阳现代化都市圈建设。"]
WORD_XML = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def refusal(path: Path) -> str:
    """What is said of a file that must be refused: one line that begins with its path and holds reason and remedy."""
    with pytest.raises(UnreadableText) as raised:
        read_document(path)
    said = str(raised.value)
    assert said.startswith(f"{path}: ")
    assert said.isprintable()
    assert "; " in said
    return said


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


PLAIN = {
    "empty.txt": (b"", "the file is empty"),
    "blank.txt": (" \n　\t\u00a0\n".encode(), "only white space"),
    "mark.txt": (b"\xef\xbb\xbf", "only white space"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "zeros.txt": (b"\x00" * 500, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(99), "this is a picture"),
    "renamed.txt": (b"%PDF-1.7\n", "this is a PDF"),
    "broken-utf8.txt": ("推进沈阳现代化都市圈建设".encode()[:-1], "byte 34 is not UTF-8"),
    "mixed.txt": (
        "推进沈阳现代化都市圈建设".encode() + "大连。".encode("gb18030"),
        "encoding of the text cannot be told",
    ),
    "broken-utf16.txt": ("沈阳".encode("utf-16") + b"x", "is not UTF-16"),
    "latin.txt": ("éèàùç".encode("latin-1"), "encoding of the text cannot be told"),
    "long.txt": (b"x" * (MAX_BYTES + 1), "larger than 20 MB"),
    "one-line.txt": ("沈阳建设区域性金融中心，".encode() * 90_000, "longer than a million characters"),
    "empty.html": (b"<html><body></body></html>", "the page holds no text"),
    "script.html": (b"<script>alert(1)</script>", "the page holds no text"),
    "empty.md": (b"[](x)", "only white space"),
    "long.md": (("沈阳\n\n" * 300_000).encode(), "longer than a million characters"),
    "noise.docx": (b"PK\x03\x04 no package", "damaged or no .docx"),
    "noise.pdf": (b"%PDF-1.4 no pdf", "the pdf file is damaged"),
    "sheet.docx": (zip_bytes({"xl/workbook.xml": b"<x/>"}), "a package without a Word document"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word file"),
    "table.xlsx": (b"PK", "files of type «.xlsx» are not read"),
    "none": (b"x", "files of type «none» are not read"),
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    data, told = PLAIN[name]
    assert told in refusal(written(tmp_path / name, data))


def test_a_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    for name, (data, _) in PLAIN.items():
        written(tmp_path / name, data)
    written(tmp_path / "good.txt", "沈阳。".encode())
    named = [tmp_path / name for name in [*PLAIN, "good.txt", "missing.txt"]]
    read = list(read_documents(named))
    assert [one.id.rpartition("-")[0] for one in read if isinstance(one, Document)] == ["good"]
    assert sum(isinstance(one, UnreadableText) for one in read) == len(PLAIN) + 1


def test_a_folder_named_like_a_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert "this is a folder" in refusal(tmp_path / "a.txt")


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "no such file" in refusal(tmp_path / "a.txt")


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "symbolic links" in refusal(tmp_path / "a.txt")


@pytest.mark.parametrize(("name", "told"), [("沈" * 200 + ".txt", "file name too long"), ("a\0.txt", "null byte")])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(UnreadableText, match=told):
        read_document(tmp_path / name)
    assert [type(one) for one in read_documents([tmp_path / name])] == [UnreadableText]


def test_a_name_too_long_for_a_side_file_is_read(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / ("a" * 250 + ".txt"), b"x")).text == "x"


def test_a_pipe_never_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "no plain file" in refusal(tmp_path / "a.txt")


def test_a_device_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    assert "no plain file" in refusal(tmp_path / "a.txt")


def test_a_file_without_the_right_to_read_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path / "a.txt", b"x")
    monkeypatch.setattr(Path, "open", denied)  # the tests may run as root, who may read everything
    assert "permission denied" in refusal(path)


def test_a_name_with_line_ends_and_colours_stays_one_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a\n\x1b[31mb\udcff.txt", b"")
    with pytest.raises(UnreadableText) as raised:
        read_document(path)
    assert str(raised.value).isprintable()
    assert str(raised.value).encode()


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    assert "protected by a password" in refusal(pdf_file(tmp_path / "a.pdf", LINES, password="secret"))


def test_a_word_document_with_a_password_is_refused(tmp_path: Path) -> None:
    locked = BytesIO()
    with word_file(tmp_path / "open.docx", LINES).open("rb") as file:
        OOXMLFile(file).encrypt("secret", locked)
    assert "protected by a password" in refusal(written(tmp_path / "a.docx", locked.getvalue()))


def test_a_pdf_of_pictures_only_is_refused(tmp_path: Path) -> None:
    assert "the PDF holds no text; a scan" in refusal(pdf_file(tmp_path / "a.pdf", []))


@pytest.mark.parametrize("make", [word_file, pdf_file])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.98])
def test_a_cut_file_is_refused(tmp_path: Path, make: Callable[[Path, list[str]], Path], share: float) -> None:
    suffix = ".docx" if make is word_file else ".pdf"
    data = make(tmp_path / f"whole{suffix}", LINES).read_bytes()
    assert "damaged" in refusal(written(tmp_path / f"a{suffix}", data[: int(len(data) * share)]))


def with_part(path: Path, name: str, data: bytes) -> Path:
    """A Word document with one part replaced or added."""
    with ZipFile(word_file(path, LINES)) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    return written(path, zip_bytes(parts | {name: data}))


def test_a_zip_bomb_called_docx_is_refused(tmp_path: Path) -> None:
    path = with_part(tmp_path / "a.docx", "word/more.xml", b" " * (MAX_PART_BYTES + 1))
    assert path.stat().st_size < 200_000
    assert "unpacks to far more" in refusal(path)


def test_a_zip_bomb_that_understates_its_size_is_refused(tmp_path: Path) -> None:
    path = with_part(tmp_path / "a.docx", "word/more.xml", b" " * 1_000_000)
    size = (1_000_000).to_bytes(4, "little")
    assert size in path.read_bytes()
    assert "damaged" in refusal(written(path, path.read_bytes().replace(size, (10).to_bytes(4, "little"))))


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{i} "&e{i - 1};&e{i - 1};">' for i in range(1, 40))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "沈阳">{entities}]>' + WORD_XML.format("<w:p><w:r><w:t>&e39;</w:t></w:r></w:p>")
    assert "declares entities" in refusal(with_part(tmp_path / "a.docx", "word/document.xml", bomb.encode()))


def test_a_word_document_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep = WORD_XML.format("<w:sdt>" * 9999 + "</w:sdt>" * 9999)
    assert "damaged" in refusal(with_part(tmp_path / "a.docx", "word/document.xml", deep.encode()))


@pytest.mark.parametrize("twice", [False, True])
def test_a_pdf_that_inflates_without_end_is_refused(tmp_path: Path, twice: bool) -> None:
    packer = zlib.compressobj(1)
    packed = packer.compress(bytes(MAX_STREAM_BYTES + 1)) + packer.flush()
    stream = a85encode(zlib.compress(packed)) + b"~>" if twice else packed
    filters = b"[/ASCII85Decode/FlateDecode/FlateDecode]" if twice else b"/FlateDecode"
    bomb = b"%PDF-1.4\n1 0 obj\n<</Filter " + filters + b">>stream\n" + stream + b"\nendstream\nendobj\n"
    assert "unpacks to far more" in refusal(written(tmp_path / "a.pdf", bomb))


NESTED = {
    "blocks": "<div>" * 10_000 + "<p>推进沈阳现代化都市圈建设。</p>" + "</div>" * 10_000,
    "tables never closed": "<table><tr><td>" * 10_000 + "推进沈阳现代化都市圈建设。",
    "inline elements": "<b>" * 100_000 + "推进沈阳现代化都市圈建设。",
    "one long line": "<p>" + "推进沈阳现代化都市圈建设。" * 70_000,
}


@pytest.mark.parametrize("markup", NESTED.values(), ids=NESTED.keys())
def test_a_web_page_nested_without_end_is_read(tmp_path: Path, markup: str) -> None:
    assert read_document(written(tmp_path / "a.html", markup.encode())).text.startswith("推进沈阳现代化都市圈建设。")


def test_markdown_full_of_comments_that_never_end_is_read(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "a.md", ("沈阳<!--" * 50_000).encode())).text.startswith("沈阳沈阳")
