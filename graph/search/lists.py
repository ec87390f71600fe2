"""A sentence that only begins a list, together with the items in the paragraphs that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.numerals import COUNTING
from graph.engines import Rows
from graph.search.hits import Hit
from graph.search.spelling import ranges

_TEXTS = "SELECT ?sentence ?text { VALUES ?sentence { $sentences } ?sentence pol:inDocument/pol:canonicalText ?text }"
_HEAD = re.compile(r"[：:]\s*$")
_PARAGRAPH = re.compile(r"[^\n]+")
_MARKS = (
    re.compile(rf"\s*[（(][{COUNTING}]{{1,3}}[)）]"),
    re.compile(rf"\s*[{COUNTING}]{{1,3}}[是要]"),
    re.compile(rf"\s*[{COUNTING}]{{1,3}}、"),
    re.compile(rf"\s*第[{COUNTING}]{{1,3}}"),
    re.compile(r"\s*\d{1,2}(?:[.．](?!\d)|[、)）])"),
    re.compile(r"\s*[（(]\d{1,2}[)）]"),
    re.compile(r"\s*[①-⑳]"),
    re.compile(r"\s*[-—•·●*]"),
)
"""What stands before the items of a list, one kind in each list."""
_GOES_ON = re.compile(r"[；;]\s*$")
_FEWEST, _MOST = 2, 20
_LONGEST = 1200
"""A list of more code points is a text of its own, and its items are what one looks for."""


def with_items(rows: Rows, hits: Sequence[Hit], searched: Sequence[str]) -> tuple[Hit, ...]:
    """Return hits in their order, each that ends with a colon with the list behind it, whose items are then no hits of their own.

    What is quoted stays a piece of the text as it stands, from the head of the list to the end of its last item.

    Arguments: rows, the graph; hits, of it; searched, the pieces whose places in them are marked.
    """
    heads = [hit.iri for hit in hits if _HEAD.search(hit.sentence)]
    texts = {str(row["sentence"]): str(row["text"]) for row in rows.rows(_TEXTS, sentences=heads)} if heads else {}
    wider = []
    for hit in hits:
        text = texts.get(str(hit.iri), "")
        end = list_end(text, hit.end)
        said = text[hit.start : end]
        wider.append(replace(hit, sentence=said, end=end, ranges=ranges(said, searched)) if end > hit.end else hit)
    return tuple(one for one in wider if not any(_holds(other, one) for other in wider))


def list_end(text: str, begin: int) -> int:
    r"""Return where the list ends that begins at an offset of a text; the offset where there is none of two items or more.

    Its items bear marks of one kind, or all but the last end with a semicolon.

    >>> list_end("包括：\n一是甲；\n二是乙。\n此外，丙。", 3), list_end("包括：\n甲；\n乙。\n丙。", 3), list_end("包括：\n甲。\n乙。", 3)
    (13, 9, 3)
    """
    paragraphs = [(match[0], match.end()) for match in _first_paragraphs(text, begin)]
    mark = next((one for one in _MARKS if paragraphs and one.match(paragraphs[0][0])), None)
    items = 0
    for at, (said, _) in enumerate(paragraphs):
        goes_on = mark.match(said) if mark else at == 0 or _GOES_ON.search(paragraphs[at - 1][0])
        if not goes_on:
            break
        items += 1
    is_list = _FEWEST <= items <= _MOST and (mark or _GOES_ON.search(paragraphs[0][0]))
    end = paragraphs[items - 1][1] if is_list else begin
    return end if end - begin <= _LONGEST else begin


def _first_paragraphs(text: str, begin: int) -> Iterator[re.Match[str]]:
    """The paragraphs behind an offset that ends a line, one more than a list may have."""
    if text[begin:].partition("\n")[0].strip():
        return
    for number, match in enumerate(match for match in _PARAGRAPH.finditer(text, begin) if match[0].strip()):
        if number > _MOST:
            return
        yield match


def _holds(one: Hit, other: Hit) -> bool:
    return one.document == other.document and one.start < other.start < one.end
