"""Words that turn a question into another one: 最少, 不同, most."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.tables import read_rows
from extract.wordlists import alternation
from graph.questions.catalogue import WORDS

_CHINESE = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=1)
def operator_words() -> frozenset[str]:
    """Return the words, as `words/operators.tsv` lists them.

    >>> "最少" in operator_words(), "任务" in operator_words()
    (True, False)
    """
    return frozenset(cells[0] for _, cells in read_rows(WORDS / "operators.tsv", ("word",)))


@lru_cache(maxsize=1)
def operators() -> re.Pattern[str]:
    """Return what matches any of them: Chinese anywhere, English as whole words.

    >>> operators().findall("哪个地方的任务最少")
    ['最少']
    """
    chinese = alternation(word for word in operator_words() if _CHINESE.search(word))
    other = alternation(word for word in operator_words() if not _CHINESE.search(word))
    return re.compile(rf"{chinese}|\b(?:{other})\b", re.IGNORECASE)
