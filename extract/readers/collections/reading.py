"""From a file that holds many texts to its documents, one after the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from extract.errors import UnreadableText
from extract.readers.collections.archives import Member, tar_members, zip_members
from extract.readers.collections.parquet import parquet_rows
from extract.readers.collections.record import Records
from extract.readers.collections.streams import Record, json_lines, separated_values
from extract.readers.collections.suffixes import ARCHIVES, LINES, suffix_of
from extract.readers.collections.unpacking import DAMAGE, opened
from extract.readers.files import MAX_BYTES, MAX_PACKED_BYTES, PACKED_SUFFIXES, check_plain
from extract.readers.metadata import side_file_content
from extract.readers.reading import document_of
from extract.values import Document

FromPlace = tuple[Path, Document | UnreadableText]
"""Where in a file a text stands, and the text, or why there is none."""


def read_collection(path: Path) -> Iterator[FromPlace]:
    """Yield each text of a collection, or in its place why it cannot be read, in the order of the file.

    Arguments: path of a .jsonl, .csv, .tsv (each also .gz), .parquet, .zip or .tar.gz file. A record or member that cannot be read
    is one line and never stops the others; where the file itself is damaged, that is told after what came before it.
    """
    try:
        check_plain(path)
        suffix = suffix_of(path)
        if suffix in ARCHIVES:
            for member in zip_members(path) if suffix == ".zip" else tar_members(path):
                yield from _of_member(member)
        elif suffix == ".parquet":
            yield from _documents(path, suffix, parquet_rows(path))
        else:
            with opened(path) as stream:
                yield from _of_stream(path, suffix, stream)
    except UnreadableText as error:
        yield path, error
    except DAMAGE:
        yield path, UnreadableText(path, "the file is damaged or cannot be read to its end", "get it anew")


def _of_stream(path: Path, suffix: str, stream: io.BufferedReader) -> Iterator[FromPlace]:
    read = json_lines if suffix in LINES else separated_values
    yield from _documents(path, suffix, read(path, stream))


def _documents(path: Path, suffix: str, records: Iterator[Record]) -> Iterator[FromPlace]:
    maker = Records(path, path.name[: -len(suffix)])
    for where, record in records:
        place = path.with_name(f"{path.name}, {where}")
        if isinstance(record, UnreadableText):
            yield place, record
            continue
        try:
            yield place, maker.document(place, record)
        except UnreadableText as error:
            yield place, error


def _of_member(member: Member) -> Iterator[FromPlace]:
    place, stream, side_file = member
    if isinstance(stream, UnreadableText):
        yield place, stream
        return
    with stream:
        suffix = suffix_of(place)
        if suffix in (*LINES, ".csv", ".tsv"):
            if suffix == ".jsonl.gz":
                yield place, UnreadableText(place, "a packed file within an archive is not read", "unpack it")
            else:
                yield from _of_stream(place, suffix, stream)
        elif suffix:
            yield place, UnreadableText(place, "an archive or table within an archive is not read", "unpack it")
        else:
            yield place, _text(place, stream, side_file)


def _text(place: Path, stream: io.BufferedReader, side_file: bytes) -> Document | UnreadableText:
    most = MAX_PACKED_BYTES if place.suffix.lower() in PACKED_SUFFIXES else MAX_BYTES
    data = stream.read(most + 1)
    if len(data) > most:
        return UnreadableText(place, f"it is larger than {most // 1_000_000} MB", "split it into its documents")
    if not data:
        return UnreadableText(place, "it is empty", "write the text into it or leave it out")
    try:
        return document_of(place, data, side_file_content(place, side_file))
    except UnreadableText as error:
        return error
