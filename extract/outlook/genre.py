"""Genre of a text: a work report, a plan (opinion, reply, measures), a law, or anything else, by the end of its title."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from extract.reading import Reading
from extract.wordlists import alternation, table

Genre = Literal["report", "plan", "law", "other"]
_LONGEST_TITLE = 60
_OF_THE_PARTY = ("中共", "中国共产党")


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    words = alternation(table("text_genres.tsv", "word", "genre"))
    return re.compile(rf"({words})(?=[》）]*(?:（[^（）]*）)?[》）”]*\s*$)")


def title_genre(title: str) -> Genre:
    """The genre that a title names by its end.

    >>> [title_genre(one) for one in ("2026年吉林省政府工作报告", "关于印发《某某规划（2021—2025年）》的通知", "某某条例", "某市加快建设")]
    ['report', 'plan', 'law', 'other']
    >>> title_genre("中共某省委关于全面振兴的决定")
    'plan'
    """
    found = _ends().search(title.replace(" ", ""))
    if found and title.startswith(_OF_THE_PARTY):
        return "plan"  # 中共甲省委关于…的决定 is no law
    genre = table("text_genres.tsv", "word", "genre")[found[1]][0] if found else "other"
    return genre if genre in {"report", "plan", "law"} else "other"  # type: ignore[return-value]


def genre_of(reading: Reading) -> Genre:
    """The genre of a text: its title's, else its first line's."""
    title = reading.text[slice(*reading.title)] or reading.document.metadata.title
    if not title:
        first = reading.text.lstrip().partition("\n")[0].strip()
        title = first if len(first) <= _LONGEST_TITLE else ""
    return title_genre(title)
