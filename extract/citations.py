"""Citations: which documents a text names, and the numbers that documents bear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.findings import Claim, Finding
from extract.grammar.titles import DOCUMENT_NUMBER
from extract.reading import Reading

RULE = "titles"
_HEAD_LINES = 6
"""A text's own number stands among its first sentences."""
_BESIDE = re.compile(r"\s*[（(]?\s*(?=[\u4e00-\u9fff]{1,6}[〔\[【（(]\d{4})")


def _numbers(reading: Reading) -> Iterator[Finding]:
    """A number beside a title is that document's; one on a line of its own at the text's head is the text's."""
    for title, entity in reading.titles:
        beside = _BESIDE.match(reading.text, title.end)
        number = DOCUMENT_NUMBER.match(reading.text, beside.end()) if beside else None
        if number:
            yield Claim(entity, "documentNumber", number.group(), title.start, number.end(), "Stated", RULE)
    for sentence in reading.sentences[:_HEAD_LINES]:
        number = DOCUMENT_NUMBER.fullmatch(reading.text, sentence.start, sentence.end)
        if number:
            yield Claim(reading.entity, "documentNumber", number.group(), *number.span(), "Stated", RULE)


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the documents that a text cites, and document numbers.

    >>> from extract.pipeline import claims
    >>> claims("落实《某某生态经济带发展规划》（国函〔2018〕159号）。", "cites")
    ['text → 某某生态经济带发展规划']
    >>> claims("落实《某某生态经济带发展规划》（国函〔2018〕159号）。", "documentNumber")
    ['某某生态经济带发展规划 → 国函〔2018〕159号']
    """
    for title, entity in reading.titles:
        if entity != reading.entity:
            yield Claim(reading.entity, "cites", entity, title.start, title.end, "Stated", RULE)
    yield from _numbers(reading)
