"""From bytes to characters: UTF-8, UTF-16 and UTF-32 by their marks, GB18030 and Big5 by what they say."""

from __future__ import annotations

import codecs
from pathlib import Path

from extract.errors import UnreadableText

# UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = {
    # GB18030 holds GB2312 and GBK, and pages that declare the smaller ones use its characters.
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}
"""Codec by the name that a page may give; a name out of hostile hands never reaches the codecs themselves."""

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = frozenset(map(chr, [*range(0x09), *range(0x0E, 0x20), 0x7F]))
_SAVE_AS_UTF8 = "save it as UTF-8"


def decode(path: Path, data: bytes, declared: str = "") -> str:
    """Return the characters of a text file.

    Arguments: path, named in errors; data, the file's bytes; declared, an encoding that the file itself names. A
    byte-order mark decides; then strict UTF-8, which no Chinese text in another encoding passes; then what is
    declared; then the likeliest of GB18030, Big5 and UTF-16 without mark. Raises UnreadableText for what is binary or
    damaged: a character is never replaced.

    >>> decode(Path("a.txt"), "沈阳".encode("gb18030"))
    '沈阳'
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableText(path, f"this is {what}, not plain text", "give it the suffix of its format")
    text = _decode_marked(path, data)
    if text is None:
        text = _decode_unmarked(path, data, declared)
    controls = sum(map(text.count, _CONTROLS))
    if controls > 3 and controls * 10 > len(text):
        raise _binary(path)
    return text


def _decode_marked(path: Path, data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _damaged(path, encoding.removesuffix("-sig"), error) from error
    return None


def _decode_unmarked(path: Path, data: bytes, declared: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if is_mostly_utf8(data):
            raise _damaged(path, "utf-8", error) from error
    else:
        # The zero bytes of UTF-16 are valid UTF-8 too.
        return (_decode_likely_utf16(data) or text) if b"\x00" in data else text
    return _decode_declared(data, declared) or _decode_likely_utf16(data) or _decode_likely(path, data)


def is_mostly_utf8(data: bytes) -> bool:
    """Return whether most characters beyond ASCII are whole in UTF-8.

    >>> is_mostly_utf8("沈阳大连营口".encode() + b"\\xff"), is_mostly_utf8("沈阳".encode("gb18030"))
    (True, False)
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(char > "\u07ff" for char in text) - bad
    return good > 4 * bad


def _decode_declared(data: bytes, declared: str) -> str | None:
    encoding = _DECLARED.get(declared.strip().lower(), "")
    try:
        return data.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _decode_likely_utf16(data: bytes) -> str | None:
    if len(data) % 2 or b"\x00" not in data:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and _share_of_common(text) >= 0.9:
            return text
    return None


def _decode_likely(path: Path, data: bytes) -> str:
    candidates: list[str] = []
    for encoding in ("gb18030", "big5hkscs"):
        try:
            candidates.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    best = max(candidates, key=_share_of_common, default="")
    if _share_of_common(best) >= 0.8:
        return best
    return _detect(path, data)


def _detect(path: Path, data: bytes) -> str:
    from charset_normalizer import from_bytes  # only the rare file needs it, and it is slow to import

    match = from_bytes(data, cp_isolation=["gb18030", "big5", "utf_16_le", "utf_16_be", "cp1252"]).best()
    if match is None or _share_of_common(str(match)) < 0.5:
        if b"\x00" in data:
            raise _binary(path)
        raise UnreadableText(path, "the encoding of the text cannot be told", _SAVE_AS_UTF8)
    return str(match)


def _share_of_common(text: str) -> float:
    """Share of ASCII and of the characters that Chinese text is made of (GB2312, Big5's frequent half) in a sample."""
    sample = text[:20_000]
    return sum(map(_is_common, sample)) / len(sample) if sample else 0.0


def _is_common(char: str) -> bool:
    if char < "\x80":
        return char not in _CONTROLS
    for encoding, highest in (("gb2312", 0xD7), ("big5", 0xC6)):
        try:
            if char.encode(encoding)[0] <= highest:
                return True
        except UnicodeEncodeError:
            continue
    return False


def _damaged(path: Path, encoding: str, error: UnicodeDecodeError) -> UnreadableText:
    reason = f"the text is damaged: byte {error.start + 1} is not {encoding.upper()}"
    return UnreadableText(path, reason, "get the file anew or save it as UTF-8")


def _binary(path: Path) -> UnreadableText:
    return UnreadableText(path, "the file is binary, not text", _SAVE_AS_UTF8)
