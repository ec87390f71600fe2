"""What is declared of a document: a front-matter block in the file, a side file beside it."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from extract.document import canonical_text, document_id
from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.files import MAX_BYTES, SIDE_FILE_SUFFIX
from extract.values import Metadata

KEYS = ("id", "title", "source", "issuer", "published", "number", "province", "kind")
"""The keys of a front-matter block and of a side file."""

KINDS = ("Plan", "Interpretation", "PolicyDocument")

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"\s*[A-Za-z_][\w-]*[ \t]*:(?:\s|$)")
_MAX_FRONT_MATTER = 16_384
_ALLOWED = f"the keys are {', '.join(KEYS)}"


def split_front_matter(path: Path, text: str) -> Content:
    """Return the text after its front-matter block, with what the block declares.

    Arguments: path, named in errors; text, canonical. A block stands between two lines ``---``, the first being the
    first line of the text, and begins with ``key: value``; any other text comes back whole. Keys that are not known, as
    the makers of sites write them, are passed over with a remark. Raises UnreadableText for a bad value.

    >>> split_front_matter(Path("a.txt"), "---\\nprovince: 辽宁\\n---\\n\\n　沈阳。").text
    '　沈阳。'
    """
    head = text[:_MAX_FRONT_MATTER]
    opening = _FENCE.match(head)
    closing = _FENCE.search(head, opening.end() + 1) if opening else None
    if opening is None or closing is None or not _KEY_LINE.match(head, opening.end() + 1):
        return Content(text)
    values = _parse_yaml(path, head[opening.end() : closing.start()])
    known = {key: value for key, value in values.items() if key in KEYS}
    passed = ", ".join(f"«{key}»" for key in values if key not in KEYS)
    remarks = (f"{path}: passed over in the front matter: {passed}; {_ALLOWED}",) if passed else ()
    declared = _content(path, known, path.name)
    return replace(declared, text=text[closing.end() :].lstrip("\n"), remarks=remarks)


def _parse_yaml(path: Path, block: str) -> dict[str, object]:
    import yaml  # only files with a block need it

    try:
        # The base loader makes strings, lists and mappings and nothing else: `no` and 007 stay what was written.
        values = yaml.load(block, yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        remedy = "write one «key: value» a line, values with a colon in quotes"
        raise UnreadableText(path, f"the front matter is not YAML{where}", remedy) from error
    if not isinstance(values, dict):
        raise UnreadableText(path, "the front matter is no list of keys", "write one «key: value» a line")
    return values


def read_side_file(path: Path) -> Content:
    """Return what the side file of a text declares; its text is empty, and so are the values not declared.

    The side file of `plan.pdf` is `plan.meta.toml` in the same folder. Raises UnreadableText for one that is no TOML,
    has an unknown key or a bad value.
    """
    side = path.with_name(path.stem + SIDE_FILE_SUFFIX)
    if not os.path.isfile(side):  # Path.is_file raises for a name that is too long
        return Content("")
    try:
        with side.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _no_toml(path, side.name, "it cannot be read") from error
    return side_file_content(path, data)


def side_file_content(path: Path, data: bytes) -> Content:
    """Return what the bytes of a side file declare of a text; nothing where there are none. Raises as `read_side_file`.

    >>> side_file_content(Path("a.txt"), b'id = "b"').id
    'b'
    """
    name = path.stem + SIDE_FILE_SUFFIX
    if len(data) > MAX_BYTES:
        raise UnreadableText(path, f"its side file {name} is too large", f"correct {name}")
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        told = str(error).splitlines()[0] if isinstance(error, tomllib.TOMLDecodeError) else "it cannot be read"
        raise _no_toml(path, name, told) from error
    return _content(path, values, name)


def _no_toml(path: Path, name: str, told: str) -> UnreadableText:
    return UnreadableText(path, f"its side file {name} is not TOML in UTF-8 ({told})", f"correct {name}")


def _content(path: Path, values: dict[str, object], where: str) -> Content:
    unknown = sorted(set(values) - set(KEYS))
    if unknown:
        raise UnreadableText(path, f"unknown key «{unknown[0]}» in {where}", _ALLOWED)
    published = _date(path, where, values.get("published", ""))
    texts = {key: _text(path, where, key, values[key]) for key in KEYS if key in values and key != "published"}
    kind = texts.get("kind", "")
    if kind and kind not in KINDS:
        raise UnreadableText(path, f"kind «{kind}» in {where} is unknown", f"use one of {', '.join(KINDS)}")
    declared = texts.pop("id", "")
    if declared and not document_id(declared):
        raise UnreadableText(path, f"id «{declared}» in {where} is no name", "use letters, digits and -._~")
    return Content("", Metadata(published=published, **texts), document_id(declared))


def _text(path: Path, where: str, key: str, value: object) -> str:
    if isinstance(value, str):
        return " ".join(canonical_text(value).split())
    raise UnreadableText(path, f"{key} in {where} is no text", f"write {key} as one line of text in quotes")


def _date(path: Path, where: str, value: object) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if value == "":
        return None
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UnreadableText(path, f"published «{value}» in {where} is no date", "write it as YYYY-MM-DD")


def prefer(first: Content, second: Content) -> Content:
    """Return the text of the second content, with what the first declares and, where it is silent, the second."""
    names = ("title", "source", "issuer", "published", "number", "province", "kind")
    values = {name: getattr(first.metadata, name) or getattr(second.metadata, name) for name in names}
    return Content(second.text, Metadata(**values), first.id or second.id, (*first.remarks, *second.remarks))
