"""How the clauses of a paragraph go: how many lead with a verb, and how many say that something is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.reading import Reading
from extract.tokens import has_class
from extract.values import Sentence

_CLAUSE_OPENS = frozenset("，；。：\n）")
_VERBS = frozenset("BDLVGY")
_BEFORE_VERB = frozenset("AUTPJ")
_NEAR = 4
"""Tokens before a result within which a word of aim makes it what is wanted: 力争成功入选."""
_DESCRIBES = re.compile("X[BVGDY][NHJEY]{1,4}t")
"""«已建成自然村的污水设施»: what describes a thing tells nothing of what is done."""


def done_and_results(reading: Reading, paragraph: Sequence[Sentence]) -> tuple[int, int]:
    """How many words of a paragraph say that something is past, and how many tell of what is reached, which a plan may too."""
    tokens = reading.tokens
    first, last = tokens.within(paragraph[0].start, paragraph[-1].end)
    past = results = 0
    for index in range(first, last):
        if tokens.letters[index] == "X":
            past += _DESCRIBES.match(tokens.letters, index) is None and not has_class(tokens.word(index), "reckoning")
        elif has_class(tokens.word(index), "results"):
            results += "U" not in tokens.letters[max(first, index - _NEAR) : index]
    return past, results


def led_and_clauses(reading: Reading, paragraph: Sequence[Sentence]) -> tuple[int, int]:
    """How many clauses of a paragraph lead with a verb, and how many it has."""
    tokens, letters = reading.tokens, reading.tokens.letters
    first, last = tokens.within(paragraph[0].start, paragraph[-1].end)
    led = clauses = 0
    for index in range(first, last):
        if index == first or tokens.word(index - 1) in _CLAUSE_OPENS:
            clauses += 1
            here = index
            while here < last and letters[here] in _BEFORE_VERB:
                here += 1
            led += here < last and (letters[here] in _VERBS or has_class(tokens.word(here), "making"))
    return led, clauses
