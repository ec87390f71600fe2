"""Which texts are reprints: another's words, perhaps with another head, another foot, other marks.

Texts that share most of their clauses are found by MinHash, and then held against each other clause by clause. Where a clause
of one is that of the other with other figures, they are two versions and no reprint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

_BREAKS = frozenset("\n，。；：！？、,;:!?")
_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_DIGITS = re.compile(r"[0-9]+")
_SENTENCE = re.compile(r"[^\n。；！？]{10,}[。；！？]")
_SHORTEST = 4
"""Characters of a clause that is worth comparing."""
_FEWEST = 12
"""Clauses of a text that can be a reprint: two short texts may well say the same."""
_PERMUTATIONS, _BANDS, _SEED = 128, 16, 42
SHARED = 0.8
"""The share of their clauses together that a text and its reprint have both."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, with what tells it from its reprints."""

    key: str
    issued: str
    """A date, YYYY-MM-DD; empty where none is known."""
    words: str


def reprints(texts: list[Text]) -> dict[str, str]:
    """Return the key of each reprint with that of the text that it reprints: of the earliest, and among those of a day the first key.

    The same for the same texts, in whatever order.

    >>> words = "".join(f"支持第{i}个城市建设区域性中心，发展特色产业。" for i in range(20))
    >>> reprints([Text("b", "2023-02-01", "来源：某网 " + words), Text("a", "2023-01-04", words), Text("c", "", "另一文。")])
    {'b': 'a'}
    >>> reprints([Text("b", "", words), Text("a", "", words.replace("第3个", "第33个"))])
    {}
    """
    clauses = {one.key: found for one in texts if len(found := _clauses(one.words)) >= _FEWEST}
    order = {one.key: (one.issued or "9999", one.key) for one in texts}
    said = {one.key: one.words for one in texts}
    copies: dict[str, str] = {}
    for one, other in sorted(_near(clauses), key=lambda pair: sorted((order[pair[0]], order[pair[1]]))):
        first, second = sorted((one, other), key=order.__getitem__)
        if second not in copies and _is_reprint(clauses[first], clauses[second], said[first], said[second]):
            copies[second] = copies.get(first, first)
    return dict(sorted(copies.items()))


class _Bare(dict[int, str]):
    """Characters as clauses are compared: letters and digits in one dress, breaks, nothing of the rest; each worked out when it comes."""

    def __missing__(self, code: int) -> str:
        dressed = unicodedata.normalize("NFKC", chr(code))
        self[code] = "".join("\n" if one in _BREAKS else _WORDS.sub("", one) for one in dressed)
        return self[code]


_BARE = _Bare()


def _clauses(words: str) -> frozenset[str]:
    return frozenset(one for one in words.translate(_BARE).split("\n") if len(one) >= _SHORTEST)


def _near(clauses: Mapping[str, frozenset[str]]) -> set[tuple[str, str]]:
    """Return pairs of texts that may share most of their clauses."""
    keys = sorted(clauses)
    index = RMinHashLSH(threshold=SHARED, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    pairs = set()
    for number, key in enumerate(keys):
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update(sorted(clauses[key]))
        pairs |= {(keys[other], key) for other in index.query(signature)}
        index.insert(number, signature)
    return pairs


def _is_reprint(first: frozenset[str], second: frozenset[str], said: str, again: str) -> bool:
    if len(first & second) < SHARED * len(first | second):
        return False
    here, there = _sentences(said), _sentences(again)
    masked = {_DIGITS.sub("0", one) for one in here - there}
    return not any(_DIGITS.sub("0", one) in masked for one in there - here if _DIGITS.search(one))


def _sentences(words: str) -> set[str]:
    found = _SENTENCE.findall(
        unicodedata.normalize("NFKC", words).replace(";", "；").replace("!", "！").replace("?", "？")
    )
    return {_WORDS.sub("", one) for one in found}
