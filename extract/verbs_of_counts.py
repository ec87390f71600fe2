"""The verb that says what is done with what is counted: 新增公园100座, 改造小区50个."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.measured_values import Measured
from extract.wordlists import names_of, word_classes

_UNITS_OF_NO_COUNT = ("%", "‰", "百分点", "倍", "元")
"""Ends of units of what counts nothing."""


def counted_verb(one: Measured, labels: Sequence[str]) -> str:
    """The verb that says what is done with what is counted (新增公园100座); empty where the value is a state that is reached.

    Arguments: one, a measured value; labels, of its indicators. A share, a growth and a verb that only says that something is
    reached (实现) are none, nor is a verb that the indicator keeps (完成投资).

    >>> from extract.measured_values import LastMeasured, measured_values
    >>> from extract.tokens import tokenize
    >>> def told(text):
    ...     tokens = tokenize(text, [])
    ...     return [counted_verb(one, one.labels) for one in measured_values(tokens, 0, len(tokens.letters), LastMeasured())]
    >>> told("新增公园100座、绿道50公里"), told("实现总产值500亿元"), told("提升占比5%")
    (['新增', '新增'], [''], [''])
    """
    counts = all(value.amount.unit and not value.amount.unit.endswith(_UNITS_OF_NO_COUNT) for value in one.values)
    verb = _without_reaching(one.verb)
    kept = any(verb in label or label.startswith(names_of("verbs_of_reaching.txt")) for label in labels)
    return verb if counts and not kept else ""


def _without_reaching(verb: str) -> str:
    """A chain of verbs without those that only say that something is reached, and adverbs: 支持有序改造 is 改造."""
    while verb and (prefix := next((word for word in _saying_nothing() if verb.startswith(word)), "")):
        verb = verb.removeprefix(prefix)
    return verb


@lru_cache(maxsize=1)
def _saying_nothing() -> tuple[str, ...]:
    """Words in a chain of verbs that do not say what is done."""
    adverbs = word_classes()["adverbs"] - word_classes()["making"]
    return (*names_of("verbs_of_reaching.txt"), *sorted(word for word in adverbs if len(word) > 1))
