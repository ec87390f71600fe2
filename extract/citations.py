"""Citations: which documents a text names, and the numbers that documents bear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.findings import Claim, Finding
from extract.grammar.titles import DOCUMENT_NUMBER
from extract.reading import Reading

RULE = "titles"
_BESIDE = re.compile(r"\s*[（(]?\s*(?=[\u4e00-\u9fff]{1,6}[〔\[【（(]\d{4})")


def _numbers(reading: Reading) -> Iterator[Finding]:
    """A number beside a title is that document's."""
    for title, entity in reading.titles:
        beside = _BESIDE.match(reading.text, title.end)
        number = DOCUMENT_NUMBER.match(reading.text, beside.end()) if beside else None
        if number:
            yield Claim(entity, "documentNumber", number.group(), title.start, number.end(), "Stated", RULE)


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
