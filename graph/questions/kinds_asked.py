"""Of which kind of thing a question asks which, or how many, there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.tables import read_rows
from extract.wordlists import alternation, split
from graph.questions.catalogue import WORDS

_BETWEEN = r"(?:of|in|is|are|do|does|has|have|the|to|and|for|from)\b"
"""What stands between «which» and a kind only where the kind is that of another thing."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class KindAsked:
    """The class that an answer must name, and the words that say so."""

    kind: str = ""
    """A class of the ontology, `City` with its municipalities, or `Prefecture` for cities alone; empty where a text asks for none."""
    spans: tuple[tuple[int, int], ...] = ()


def kind_asked(text: str) -> KindAsked:
    """Return of which class a question asks which, or how many, there are.

    >>> kind_asked("哪个都市圈的任务最多").kind, kind_asked("How many cities belong to it?").kind, kind_asked("哪些任务").kind
    ('Region', 'City', '')
    """
    match = _asked().search(text)
    if match is None:
        return KindAsked()
    said = match.lastindex or 0
    kind = next(kind for kind, words in _kinds().items() if match.group(said).casefold() in words)
    return KindAsked(kind, (match.span(said),))


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, tuple[str, ...]]:
    return {cells[0]: split(cells[1]) for _, cells in read_rows(WORDS / "kinds_asked.tsv", ("class", "words"))}


@lru_cache(maxsize=1)
def _asked() -> re.Pattern[str]:
    words = [word for said in _kinds().values() for word in said]
    chinese = alternation(word for word in words if _CHINESE.search(word))
    other = alternation(word for word in words if not _CHINESE.search(word))
    ahead = rf"(?:which|how many)\s+(?:(?!{_BETWEEN})[a-z]+\s+){{0,2}}|what\s+"
    return re.compile(rf"(?:哪个|哪些|哪几个|哪座|几个|多少个|几座)({chinese})|\b(?:{ahead})({other})\b", re.IGNORECASE)
