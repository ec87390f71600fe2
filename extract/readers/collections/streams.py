"""JSON lines and tables of separated values: a record a line or a row, each on its own."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from extract.errors import UnreadableText
from extract.readers.collections.record import check_columns
from extract.readers.collections.unpacking import lines_of
from extract.readers.encoding import is_mostly_utf8
from extract.readers.files import MAX_BYTES

Record = tuple[str, Mapping[str, object] | UnreadableText]
"""Where a record stands, and its values by name, or why it has none."""

_SAMPLE = 65_536
_SEPARATORS = (",", "\t", ";")
_TOO_LONG = f"it is longer than {MAX_BYTES // 1_000_000} MB"


def json_lines(path: Path, stream: io.BufferedReader) -> Iterator[Record]:
    """Yield the objects of JSON lines.

    Arguments: path, named in errors; stream, of bytes. A line that is none is an UnreadableText, and the others go on.

    >>> list(json_lines(Path("a.jsonl"), io.BufferedReader(io.BytesIO(b'{"text": "a"}\\n\\n{"text": "b"}'))))
    [('line 1', {'text': 'a'}), ('line 3', {'text': 'b'})]
    """
    for number, line in lines_of(stream):
        place = f"line {number}"
        if line is None:
            yield place, UnreadableText(_at(path, place), _TOO_LONG, "split it into its documents")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            except (ValueError, RecursionError) as error:
                told = "not UTF-8" if isinstance(error, UnicodeDecodeError) else "not JSON"
                yield place, UnreadableText(_at(path, place), f"it is {told}", "write one object a line, in UTF-8")
                continue
            if isinstance(record, dict):
                yield place, record
            else:
                yield place, UnreadableText(_at(path, place), "it is no object", 'write {"id": …, "text": …}')


def separated_values(path: Path, stream: io.BufferedReader) -> Iterator[Record]:
    """Yield the rows of a table whose first row names its columns, parted by commas, tabs or semicolons.

    Arguments: path, named in errors; stream, of bytes in UTF-8, UTF-16 with a mark, or GB18030. Raises UnreadableText for a table
    no column of which holds texts; a row that cannot be read is one, and the others go on.

    >>> list(separated_values(Path("a.csv"), io.BufferedReader(io.BytesIO("正文\\n沈阳。\\n".encode("gb18030")))))
    [('line 2', {'正文': '沈阳。'})]
    """
    head = stream.peek(_SAMPLE)[:_SAMPLE]
    text = io.TextIOWrapper(stream, encoding=_encoding(head), errors="surrogateescape", newline="")
    try:
        yield from _rows(path, text)
    finally:
        text.detach()  # who opened the stream closes it


def _rows(path: Path, text: io.TextIOWrapper) -> Iterator[Record]:
    too_long: list[int] = []
    lines = _bounded(text, too_long)
    first = next(lines, "")
    # csv keeps one limit for the whole process; it is far above what any other part of the program writes
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    separator = max(_SEPARATORS, key=first.count)
    columns = next(csv.reader([first], delimiter=separator), [])
    check_columns(path, columns)
    rows = csv.reader(lines, delimiter=separator)
    while True:
        place = f"line {rows.line_num + 2}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield place, UnreadableText(_at(path, place), f"it is no row of a table ({error})", "mend the quotes")
            continue
        for number in too_long:
            yield (
                f"line {number}",
                UnreadableText(_at(path, f"line {number}"), _TOO_LONG, "split it into its documents"),
            )
        too_long.clear()
        if not any(cells):
            continue
        if any("\udc80" <= char <= "\udcff" for cell in cells for char in cell):
            reason = "its characters are damaged, or in another encoding than those before"
            yield place, UnreadableText(_at(path, place), reason, "save the table as UTF-8")
            continue
        yield place, dict(zip(columns, cells, strict=False))


def _at(path: Path, place: str) -> Path:
    return path.with_name(f"{path.name}, {place}")


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # the last character of the sample may be cut
    except UnicodeDecodeError:
        return "utf-8-sig" if is_mostly_utf8(head) else "gb18030"
    return "utf-8-sig"


def _bounded(text: io.TextIOWrapper, too_long: list[int]) -> Iterator[str]:
    """Yield lines; one that is too long is an empty one, and its number is noted."""
    number = 0
    while line := text.readline(MAX_BYTES):
        number += 1
        if len(line) == MAX_BYTES:
            while line and not line.endswith("\n"):
                line = text.readline(MAX_BYTES)
            too_long.append(number)
            line = "\n"
        yield line
