"""Roles in titles: what the title of a document says a place is to become.

Pattern: «《关于支持甲建设A打造B的意见》». A title is one token of its sentence, so that its words are read by themselves.

Accepted: «《关于支持湛江加快建设省域副中心城市的意见》», a role of 湛江.
Refused: «《湛江市基地建设办法》», which names a place and supports none; a title of no place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.grammar.role_candidates import RoleCandidate, candidates
from extract.reading import Reading, prepare
from extract.values import Document

_SUPPORTS = "支持"


def title_candidates(reading: Reading) -> Iterator[RoleCandidate]:
    """Yield the passages in titles of documents that may be roles of the places that they support, in order.

    Arguments: reading. Offsets are those of the text.

    >>> def roles(text):
    ...     return [(one.subject.entities[0].key, one.label) for one in title_candidates(prepare(Document("a", text)))]
    >>> roles("印发《关于支持湛江加快建设省域副中心城市打造重要发展极的意见》。")
    [('湛江市', '省域副中心城市'), ('湛江市', '重要发展极')]
    >>> roles("印发《湛江市国家物流基地建设办法》。")
    []
    """
    for title, _ in reading.titles:
        start = title.start + 1
        inner, _, _ = reading.text[start : title.end - 1].rpartition("的")
        if _SUPPORTS not in inner:
            continue
        for one in candidates(prepare(Document(reading.document.id, inner))):
            yield one._replace(
                start=one.start + start,
                end=one.end + start,
                low=title.start,
                high=title.end,
                subject=replace(one.subject, start=title.start, end=title.start, grade="Stated"),
            )
