"""The canonical form of a text and the name of a document."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from extract.values import Metadata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SHORT = 6
"""Hexadecimal digits of the hash in an id."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_ASCII_UNFIT = re.compile(r"[^\w\-.~\u0080-\U0010ffff]", re.ASCII)


def canonical_text(raw: str) -> str:
    """Return the text that every offset refers to: NFC, line ends ``\\n``, no byte-order mark, no controls.

    Arguments: raw, as decoded from the file. What is canonical already comes back unchanged, with its leading and
    trailing white space. Line and paragraph separators, page breaks and vertical tabs become ``\\n``, other control
    characters save the tab go, lone surrogates become U+FFFD. The function is idempotent.

    >>> canonical_text("\\ufeff  沈阳\\r\\n大连\\x00\\u00a0")
    '  沈阳\\n大连\\xa0'
    """
    text = _LINE_ENDS.sub("\n", raw)
    text = _CONTROLS.sub("", text).lstrip("\ufeff")
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def document_id(name: str) -> str:
    """Return a readable name fit for a path segment of an IRI, or "" where nothing of the name is.

    Arguments: name, the stem of a file or what a side file declares. White space becomes ``-``; ASCII keeps letters,
    digits and ``-._~``, the rest keeps what RFC 3987 calls ucschar without invisible characters.

    >>> document_id("辽宁 三年行动方案#1 (解读)")
    '辽宁-三年行动方案1-解读'
    >>> document_id("..?")
    ''
    """
    spaced = re.sub(r"\s+", "-", unicodedata.normalize("NFC", name).strip())
    kept = "".join(char for char in spaced if unicodedata.category(char)[0] != "C" and char != "\ufffd")
    return _ASCII_UNFIT.sub("", kept).strip(".-")


def identified(stem: str, metadata: Metadata, text: str) -> str:
    """Return the id of a document that declares none: the stem of its file, and a short hash of what it is.

    Arguments: stem; metadata; text, canonical. What it is say its declared title and issuer, else its first line: so files
    of one name are different documents, wherever they lie, and a text that is edited below its title stays the same one.

    >>> identified("plan", Metadata(), "甲市规划\\n沈阳。") == identified("plan", Metadata(), "甲市规划\\n大连。")
    True
    >>> identified("plan", Metadata(), "乙市规划\\n沈阳。") == identified("plan", Metadata(), "甲市规划\\n沈阳。")
    False
    """
    title = metadata.title or next((line.strip() for line in text.splitlines() if line.strip()), "")
    told = "\x1f".join((title, metadata.issuer))
    return f"{stem}-{hashlib.sha256(told.encode()).hexdigest()[:_SHORT]}"
