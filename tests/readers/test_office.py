"""Old Word and WPS files: what they are inside, what LibreOffice makes of them, and what is said without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract.errors import UnreadableText
from extract.readers import office, read_document
from tests.readers.files_made import word_file

LINES = ["襄阳市规划", "到2027年，襄阳市用水总量控制在30.5亿立方米以内。"]
RICH = r"{\rtf1\ansi\uc1 " + r"\par ".join("".join(rf"\u{ord(char)}?" for char in line) for line in LINES) + "}"
"""A text that every office program reads."""


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableText) as raised:
        read_document(path)
    return str(raised.value)


def test_a_newer_word_file_by_an_old_name_is_read(tmp_path: Path) -> None:
    made = word_file(tmp_path / "a.docx", LINES).rename(tmp_path / "a.doc")
    assert read_document(made).text.splitlines() == LINES


def test_a_web_page_by_the_name_of_a_word_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_text(f"<html><body><p>{LINES[0]}</p><p>{LINES[1]}</p></body></html>", "utf-8")
    assert LINES[1] in read_document(tmp_path / "a.doc").text


@pytest.mark.parametrize("data", [b"<urn:a>", b"\xd0\xcf\x11\xe0", b"text"])
def test_what_is_no_word_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.doc").write_bytes(data)
    assert "the file is no Word document; give it the suffix" in refusal(tmp_path / "a.doc")


@pytest.mark.parametrize("suffix", [".doc", ".wps"])
def test_without_libreoffice_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / f"a{suffix}").write_text(RICH)
    said = refusal(tmp_path / f"a{suffix}")
    assert (
        f"files of type «{suffix}» are not read without LibreOffice; install LibreOffice, or save it as .docx" in said
    )


def test_a_program_that_fails_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / office.PROGRAMS[0]
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.doc").write_text(RICH)
    assert "LibreOffice cannot convert the file; open it in an office program" in refusal(tmp_path / "a.doc")


def test_a_rich_text_is_converted_or_the_way_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_text(RICH)
    if any(shutil.which(name) for name in office.PROGRAMS):
        assert read_document(tmp_path / "a.doc").text.split() == LINES
    else:
        assert "install LibreOffice" in refusal(tmp_path / "a.doc")
