"""Industries that a text lists line by line: «甲城重点发展下列产业：⏎（一）A产业；⏎（二）B与C产业；».

Accepted: lines with the mark of an item below a line that says that industries are developed, as long as each ends as industries do.
Refused: «鼓励投资下列项目：⏎（一）港口；», which lists no industries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clauses import Subject
from extract.findings import Claim, Coined, Finding
from extract.industries import describe_industry
from extract.industries.lexicon import known_name
from extract.item_marks import ITEM_MARK
from extract.reading import Reading
from extract.tokens import has_class
from extract.values import Entity
from extract.wordlists import any_of

RULE = "itemized_industries"
_OPENED = re.compile(r"(?:下列|以下|如下)[\u4e00-\u9fff]{0,6}?[产行]业：(?=\s*\n)")
_ITEM = re.compile(rf"\s*{ITEM_MARK}\s*(?P<named>[^；。，：\n]{{2,30}}?业)(?=[；。，\n]|$)")
_REST = re.compile(any_of("openings_of_the_rest.txt"))


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the industries that lines below a sentence name, each of the place that the sentence speaks of.

    >>> from extract.pipeline import claims
    >>> text = "沈阳规划\\n沈阳重点发展下列产业：\\n（一）生物医药产业；\\n（二）数字创意产业；\\n（三）其他产业。"
    >>> claims(text, "concernsIndustry")
    ['沈阳市 → 生物医药产业', '沈阳市 → 数字创意']
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> list(read(prepare(Document("a", "沈阳规划\\n沈阳鼓励投资下列项目：\\n（一）生物医药产业。"))))
    []
    """
    for opened in _OPENED.finditer(reading.text):
        subject = _subject(reading, opened.start())
        if subject is None:
            continue
        for start, end in _lines(reading.text, opened.end()):
            known = [name.entities[0] for name in reading.names.within(start, end, "industry")]
            whole = reading.text[start:end]
            for industry in dict.fromkeys(known or [Entity("Industry", known_name(whole) or whole)]):
                yield Coined(describe_industry(industry, ()), start, end)
                for place in subject.entities:
                    yield Claim(place, "concernsIndustry", industry, start, end, "Listed", RULE)


def _subject(reading: Reading, position: int) -> Subject | None:
    """Whom the clause at an offset speaks of, if it says that something is developed."""
    sentence = reading.sentence_at(position)
    clauses = reading.clauses[sentence.ordinal] if sentence is not None else ()
    clause = next((one for one in clauses if one.start <= position <= one.end), None)
    if clause is None:
        return None
    words = range(*reading.tokens.within(clause.start, clause.end))
    return clause.subject if any(has_class(reading.tokens.word(at), "developing") for at in words) else None


def _lines(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Spans of the industries that the lines behind an offset name, empty lines aside, up to the first that names none."""
    for line in re.finditer(r"[^\n]+", text[position:]):
        start = position + line.start()
        item = _ITEM.match(text, start) if line.group().strip() else None
        if item is None and line.group().strip():
            return
        if item is not None and not _REST.match(item["named"]):
            yield item.span("named")
