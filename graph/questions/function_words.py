"""What a question says beside the words that say nothing of what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.tables import read_names
from extract.wordlists import Finder
from graph.questions.catalogue import WORDS

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_OTHER_WORD = re.compile(r"[A-Za-z0-9]+")
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[0-9]{1,3}(?![A-Za-z0-9])")
"""A small number, which says how many of something there are: 等17项任务."""


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with spans blanked, its length unchanged.

    >>> masked("沈阳和大连", [(0, 2)])
    '  和大连'
    """
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def without_function_words(text: str) -> str:
    """Return a text with the words blanked that say nothing of what it asks, and its small numbers; its length is unchanged.

    >>> without_function_words("沈阳有哪些任务?").split(), without_function_words("what is the hub of 3").split()
    (['沈阳', '任务?'], ['hub'])
    """
    finder, words = _function_words()
    rest = _NUMBER.sub(_blank, masked(text, [(start, end) for start, end, _ in finder.find(text)]))
    return _OTHER_WORD.sub(lambda match: _blank(match) if match[0].casefold() in words else match[0], rest)


def function_word_spans(text: str) -> list[tuple[int, int]]:
    """Return where the Chinese words stand that say nothing of what a text asks.

    >>> function_word_spans("有没有任务")
    [(0, 3)]
    """
    return [(start, end) for start, end, _ in _function_words()[0].find(text)]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@lru_cache(maxsize=1)
def _function_words() -> tuple[Finder, frozenset[str]]:
    words = read_names(WORDS / "function_words.txt")
    return Finder(word for word in words if _CHINESE.search(word)), frozenset(words)
