"""Which two documents of a graph look like versions of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from graph.things import DocumentCard

_MOST = 200
"""Documents of which every two are held against each other; of more, only the first two are offered."""


def likely_versions(cards: Sequence[DocumentCard]) -> tuple[DocumentCard, DocumentCard] | None:
    """Return the two documents whose titles are most alike, the older one first; None where there are no two.

    >>> likely_versions([])
    """
    if len(cards) < 2:
        return None
    pairs = combinations(cards, 2) if len(cards) <= _MOST else [(cards[0], cards[1])]
    one, other = max(pairs, key=lambda pair: fuzz.ratio(pair[0].title, pair[1].title))
    return (other, one) if one.issued and other.issued and other.issued < one.issued else (one, other)
