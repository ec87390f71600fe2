"""The outlook of a text, found once for all rules: the times that it names and the mode of each of its sentences."""

from __future__ import annotations

from functools import lru_cache

from extract.outlook.headings import Mode
from extract.outlook.mode import modes
from extract.outlook.times import Times, times_of
from extract.reading import Reading


@lru_cache(maxsize=1)
def outlook_of(reading: Reading) -> tuple[Times, tuple[Mode, ...]]:
    """Return the times of a text, and the mode of each of its sentences; kept for the text read last.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> outlook_of(prepare(Document("a", "甲省规划\\n发展产业。")))[1]
    ('plan', 'plan')
    """
    times = times_of(reading)
    return times, modes(reading, times)
