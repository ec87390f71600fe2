"""A record of a collection, with its fields by name, as a document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from extract.document import canonical_text, document_id
from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.files import MAX_CHARACTERS
from extract.readers.metadata import KINDS, prefer, split_front_matter
from extract.tables import read_rows
from extract.values import Document, Metadata

_NAMES = Path(__file__).with_name("field_names.tsv")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|[T ].*)?", re.ASCII)
_DIGITS = 12
"""Hexadecimal digits of the hash in the id of a record that has none: of a million records no two share it by chance."""


@lru_cache(maxsize=1)
def names_of_fields() -> dict[str, tuple[str, ...]]:
    """Return the names by which a collection may call each field, those that come first win.

    >>> names_of_fields()["text"][:2]
    ('text', 'content')
    """
    return {field: tuple(names.split("|")) for _, (field, names) in read_rows(_NAMES, ("field", "names"))}


def field_of(name: str) -> str:
    """Return the field that a column or key names; empty where it names none.

    >>> field_of(" URL"), field_of("正文"), field_of("price")
    ('source', 'text', '')
    """
    wanted = name.strip().lower()
    return next((field for field, names in names_of_fields().items() if wanted in names), "")


def check_columns(path: Path, columns: Iterable[str]) -> None:
    """Raise UnreadableText for a table no column of which is known to hold texts."""
    if not any(field_of(name) == "text" for name in columns):
        raise UnreadableText(path, "no column holds texts", f"name one {', '.join(names_of_fields()['text'])}")


class Records:
    """Makes documents of the records of one file, and tells once of each key that it passes over.

    Arguments: path, of the file; stem, its name without suffixes, in the ids of records that have none.

    >>> Records(Path("a.jsonl"), "a").document(Path("a.jsonl, line 1"), {"id": "b", "text": "沈阳。"}).id
    'b'
    """

    def __init__(self, path: Path, stem: str) -> None:
        self._path, self._stem = path, document_id(stem) or "document"
        self._told: set[str] = set()

    def document(self, place: Path, record: Mapping[str, object]) -> Document:
        """Return the document of a record.

        Arguments: place, told in errors; record, its values by name. A date or a kind that is none is passed over with a
        remark. Raises UnreadableText for a record without a text, or with an id that is no name.
        """
        said, unknown = self._fields(record)
        text = said.pop("text", None)
        if not isinstance(text, str) or not text.strip():
            raise UnreadableText(place, "it has no text", f"name it {', '.join(names_of_fields()['text'])}")
        if len(text) > MAX_CHARACTERS:
            raise UnreadableText(place, "the text is longer than a million characters", "split it into its documents")
        declared = _declared(place, said)
        content = prefer(declared, split_front_matter(place, canonical_text(text)))
        if not content.text.strip():
            raise UnreadableText(place, "it has no text, only what is declared of it", "leave it out")
        remarks = (*self._passed_over(unknown), *content.remarks)
        name = content.id or f"{self._stem}-{_digest(content)}"
        return Document(name, content.text, content.metadata, "text/plain", remarks)

    def _fields(self, record: Mapping[str, object]) -> tuple[dict[str, object], list[str]]:
        by_name = {str(name).strip().lower(): value for name, value in record.items()}
        known = {one for names in names_of_fields().values() for one in names}
        said = {
            field: value
            for field, names in names_of_fields().items()
            if (value := next((by_name[one] for one in names if by_name.get(one) not in (None, "")), None)) is not None
        }
        return said, [name for name in by_name if name not in known]

    def _passed_over(self, unknown: Iterable[str]) -> list[str]:
        new = [name for name in unknown if name not in self._told and len(self._told) < 100]
        self._told.update(new)
        shown = ", ".join(f"«{name[:40]}»" for name in new[:10])
        return [f"{self._path}: passed over: {shown}{' …' if len(new) > 10 else ''}"] if new else []


def _declared(place: Path, said: Mapping[str, object]) -> Content:
    texts, remarks = {}, []
    for field, value in said.items():
        if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
            texts[field] = " ".join(canonical_text(str(value)).split())
        else:
            remarks.append(f"{place}: {field} is no text and was passed over")
    declared = texts.pop("id", "")
    if declared and not document_id(declared):
        raise UnreadableText(place, f"id «{declared[:40]}» is no name", "use letters, digits and -._~")
    published = _date(texts.pop("published", ""), place, remarks)
    if (kind := texts.get("kind", "")) and kind not in KINDS:
        remarks.append(f"{place}: kind «{kind[:40]}» was passed over; it is one of {', '.join(KINDS)}")
        del texts["kind"]
    return Content("", Metadata(published=published, **texts), document_id(declared), tuple(remarks))


def _date(said: str, place: Path, remarks: list[str]) -> date | None:
    found = _DATE.fullmatch(said)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    if said:
        remarks.append(f"{place}: «{said[:40]}» is no date and was passed over; write it as YYYY-MM-DD")
    return None


def _digest(content: Content) -> str:
    """Return a short hash of what a record is: its declared title, issuer, date and source, else its first line with the last two."""
    said = content.metadata
    title = said.title or next(line.strip() for line in content.text.splitlines() if line.strip())
    told = "\x1f".join((title, said.issuer, str(said.published or ""), said.source))
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
