"""What the answer to a question looks like, by the words that ask for it: 多少 a number, 哪天 a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.tables import read_rows
from extract.wordlists import alternation, split
from graph.questions.catalogue import WORDS

_CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class AnswerShape:
    """What is asked for, and where the question says so."""

    shape: str
    """A regular expression for it."""
    span: tuple[int, int]


def shapes_asked(text: str) -> tuple[AnswerShape, ...]:
    """Return what a question asks for, each once, in the order of the table.

    Arguments: text, in simplified Chinese or English.

    >>> [one.span for one in shapes_asked("这份条例哪天施行？")], shapes_asked("枢纽在哪里")
    ([(4, 6)], ())
    """
    found = ((shape, pattern.search(text)) for shape, pattern in _asked().items())
    return tuple(AnswerShape(shape, match.span()) for shape, match in found if match)


@lru_cache(maxsize=1)
def _asked() -> Mapping[str, re.Pattern[str]]:
    rows = read_rows(WORDS / "answer_shapes.tsv", ("words", "shape"))
    return {cells[1]: _pattern(split(cells[0])) for _, cells in rows}


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    chinese = alternation(word for word in words if _CHINESE.search(word))
    english = alternation(word for word in words if not _CHINESE.search(word))
    return re.compile(rf"{chinese}|\b(?:{english})\b", re.IGNORECASE)
