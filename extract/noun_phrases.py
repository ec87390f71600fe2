"""Noun phrases: parts of sentences between commas that list something and say nothing by themselves.

Accepted: 国家历史文化名城，【区域中心城市】。
Refused: 国家历史文化名城，【建设区域中心城市】; 【甲市】.
"""

from __future__ import annotations

import re

from extract.reading import Reading

_OPENS_NO_ROLE = frozenset("VDLYAthl")
_NOT_NOMINAL = frozenset("BLGUXpig")
_NAMED_BY_VERB = re.compile("(?<=[NIYJ])B(?=H)")
"""«生态文明建设先行区»: a verb within the name of a role."""


def is_noun_phrase(reading: Reading, start: int, end: int) -> bool:
    """Whether a part of a sentence is a noun phrase by its words, and no place.

    Arguments: reading; start and end of the part, in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def nominal(text):
    ...     return is_noun_phrase(prepare(Document("a", text)), 0, len(text))
    >>> nominal("区域中心城市"), nominal("生态文明建设先行区")
    (True, True)
    >>> nominal("依托大连城区"), nominal("规划为开放新城"), nominal("沈阳市")
    (False, False, False)
    """
    first, last = reading.tokens.within(start, end)
    letters = reading.tokens.letters[first:last]
    place = next(iter(reading.names.within(start, end, "place")), None)
    named = place is not None and (place.start, place.end) == (start, end)
    nominal = _NOT_NOMINAL.isdisjoint(_NAMED_BY_VERB.sub("", letters))
    return bool(letters) and not named and letters[0] not in _OPENS_NO_ROLE and nominal
