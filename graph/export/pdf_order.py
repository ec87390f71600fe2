"""A PDF with its parts in the order in which its page speaks of them, so that the same picture gives the same bytes."""

from __future__ import annotations

import re

from graph.errors import GraphError

_OFFSET = re.compile(rb"^(\d{10}) \d{5} n", re.MULTILINE)
_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_REFERENCES = re.compile(rb"(?:^[ \t]*/\S+ \d+ 0 R\n){2,}", re.MULTILINE)
_TRAILER = re.compile(rb"trailer\n(.*?)startxref\n(\d+)", re.DOTALL)
_STREAM = b"stream\n"


def in_order(pdf: bytes) -> bytes:
    """Return the same PDF with its parts numbered and written in the order in which they are first spoken of.

    The writer of our PDFs keeps fonts in a table without an order: their numbers differ from run to run, and nothing else does. Each
    part but the streams is text; names that refer to parts are sorted, and the parts found from the root are counted anew.

    Arguments: pdf, one with a plain table of its parts. Raises GraphError where it has none.

    >>> made = b"%PDF-1.7\\n2 0 obj\\n<<\\n/A 1 0 R\\n>>\\nendobj\\n1 0 obj\\n7\\nendobj\\n"
    >>> made += b"xref\\n0 3\\n0000000000 65535 f \\n0000000040 00000 n \\n0000000009 00000 n \\n"
    >>> made += b"trailer\\n<<\\n/Root 2 0 R\\n>>\\nstartxref\\n57\\n"
    >>> in_order(made).split(b"endobj")[0]
    b'%PDF-1.7\\n1 0 obj\\n<<\\n/A 2 0 R\\n>>\\n'
    """
    found = list(_TRAILER.finditer(pdf))
    offsets = [int(offset) for offset in _OFFSET.findall(pdf, int(found[-1][2]))] if found else []
    if not offsets:
        raise GraphError(
            "PDF", "its writer gave it no plain table of its parts", "write SVG, or install another vl-convert-python"
        )
    trailer, table = found[-1][1], int(found[-1][2])
    ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], table], strict=True))
    parts = {number: _sorted(pdf[offset : ends[offset]]) for number, offset in enumerate(offsets, 1)}
    order = _spoken_of(trailer, parts)
    numbers = {number: at for at, number in enumerate(order, 1)}
    written, places = [pdf[: min(offsets)]], []
    for number in order:
        places.append(sum(map(len, written)))
        head, body = parts[number]
        said = re.sub(rb"^\d+ 0 obj", b"%d 0 obj" % numbers[number], _renumbered(head, numbers))
        written.append(said + body)
    begin = sum(map(len, written))
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = re.sub(rb"/Size \d+", b"/Size %d" % (len(order) + 1), _renumbered(trailer, numbers))
    table_text = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(order) + 1, lines)
    return b"".join((*written, table_text, b"trailer\n", size, b"startxref\n%d\n%%%%EOF" % begin))


def _sorted(part: bytes) -> tuple[bytes, bytes]:
    """A part as its text, in which names that refer to others are sorted, and its stream, which is left as it is."""
    begin = part.find(_STREAM)
    head, body = (part, b"") if begin < 0 else (part[:begin], part[begin:])
    return _REFERENCES.sub(lambda lines: b"".join(sorted(lines[0].splitlines(keepends=True))), head), body


def _spoken_of(trailer: bytes, parts: dict[int, tuple[bytes, bytes]]) -> list[int]:
    """The numbers of parts in the order in which they are first spoken of, each followed by those that it speaks of."""
    order: dict[int, None] = {}
    waiting = _numbers(trailer)[::-1]
    while waiting:
        number = waiting.pop()
        if number not in order:
            order[number] = None
            waiting += _numbers(parts[number][0])[::-1]
    return list(order)


def _numbers(text: bytes) -> list[int]:
    return [int(number) for number in _REFERENCE.findall(text)]


def _renumbered(text: bytes, numbers: dict[int, int]) -> bytes:
    return _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], text)
