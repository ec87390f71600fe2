"""Roles in titles: what the title of a document says a place is to become.

Pattern: «《关于支持甲建设A打造B的意见》», «《甲市打造A三年行动方案》». A title is one token of its sentence, so that its words
are read by themselves.

Accepted: «《关于支持湛江加快建设省域副中心城市的意见》», a role of 湛江.
Refused: «《湛江市基地建设办法》», which names a place and supports none; a title of no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from extract.grammar.role_candidates import RoleCandidate, candidates
from extract.grammar.titles import without_tail
from extract.reading import Reading, prepare
from extract.values import Document
from extract.wordlists import alternation, names_of


@lru_cache(maxsize=1)
def _genre() -> re.Pattern[str]:
    """Matches the genre with which a title ends without 的: 三年行动方案."""
    modifiers, heads = alternation(names_of("genre_modifiers.txt")), alternation(names_of("plan_heads.txt"))
    return re.compile(rf"(?:[一二三四五]年|20\d\d年)?(?:{modifiers})?(?:{heads})$")


def _without_genre(title: str) -> str:
    """A title up to the genre of its document."""
    bare = without_tail(title)
    inner, joint, _ = bare.rpartition("的")
    return inner if joint else _genre().sub("", bare)


def title_candidates(reading: Reading) -> Iterator[RoleCandidate]:
    """Yield the passages in titles of documents that may be roles of the places that they support, in order.

    Arguments: reading. Offsets are those of the text.

    >>> def roles(text):
    ...     return [(one.subject.entities[0].key, one.label) for one in title_candidates(prepare(Document("a", text)))]
    >>> roles("印发《关于支持湛江加快建设省域副中心城市打造重要发展极的意见》。")
    [('湛江市', '省域副中心城市'), ('湛江市', '重要发展极')]
    >>> roles("印发《上海市推动会展经济发展打造国际会展之都三年行动方案（2023-2025年）》。")
    [('上海市', '国际会展之都')]
    >>> roles("印发《湛江市国家物流基地建设办法》。")
    []
    """
    for title, _ in reading.titles:
        start = title.start + 1
        inner = _without_genre(reading.text[start : title.end - 1])
        if not any(word in inner for word in names_of("words_of_roles_in_titles.txt")):
            continue
        for one in candidates(prepare(Document(reading.document.id, inner))):
            yield one._replace(
                start=one.start + start,
                end=one.end + start,
                low=title.start,
                high=title.end,
                subject=replace(one.subject, start=title.start, end=title.start, grade="Stated"),
            )
