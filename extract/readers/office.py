"""Old Word files (.doc) and those of WPS (.wps): read as what they are inside, converted by LibreOffice where need be."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.docx import read_docx
from extract.readers.html import read_html

PROGRAMS = ("soffice", "libreoffice")
"""Names of the program that converts, the first that is installed is used."""
_PACKAGE = b"PK\x03\x04"
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"\xef\xbb\xbf<")
_OLE, _RICH_TEXT = b"\xd0\xcf\x11\xe0", b"{\\rtf"
_LEAST_OLE = 1_536
"""Bytes of the smallest file of this form: a head, a table of its parts and a part."""
_SECONDS = 120
"""Time that the conversion of one file may take."""
_REMEDY = "install LibreOffice, or save it as .docx in an office program"


def read_office(path: Path, data: bytes) -> Content:
    """Return the content of a .doc or .wps file.

    Many are web pages or newer Word files by another name; these are read as such. Raises UnreadableText where the file must be
    converted and LibreOffice is not installed, or cannot read it.
    """
    if data.startswith(_PACKAGE):
        return read_docx(path, data)
    if data[:64].lstrip().lower().startswith(_MARKUP):
        return read_html(path, data)
    if not (data.startswith(_OLE) and len(data) >= _LEAST_OLE) and not data.startswith(_RICH_TEXT):
        raise UnreadableText(path, "the file is no Word document", "give it the suffix of its format")
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableText(path, f"files of type «{path.suffix.lower()}» are not read without LibreOffice", _REMEDY)
    with tempfile.TemporaryDirectory() as folder:
        return read_docx(path, _converted(program, path, data, Path(folder)))


def _converted(program: str, path: Path, data: bytes, folder: Path) -> bytes:
    """The bytes of the .docx that LibreOffice makes, in a folder of its own with a profile of its own."""
    copy = folder / f"text{path.suffix.lower()}"
    copy.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder),
        str(copy),
    ]
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=True)
        return (folder / "text.docx").read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        remedy = "open it in an office program and save it as .docx"
        raise UnreadableText(path, "LibreOffice cannot convert the file", remedy) from error
