"""Which texts are reprints: another's words, perhaps with another head, another foot, other marks.

Texts that share most of their clauses are found by MinHash, and then held against each other clause by clause. Where a clause
of one is that of the other with other figures, they are two versions and no reprint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.meeting.signatures import NO_WORDS, clauses_of, signature

_DIGITS = re.compile(r"[0-9]+")
_SENTENCE = re.compile(r"[^\n。；！？]{10,}[。；！？]")
_BANDS = 16
SHARED = 0.8
"""The share of their clauses together that a text and its reprint have both."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, with what tells it from its reprints."""

    key: str
    issued: str
    """A date, YYYY-MM-DD; empty where none is known."""
    sha256: str
    """Of its words, by which its signature is kept."""
    words: Callable[[], str]
    """Gives its words, which are asked for only where they are needed."""


def reprints(texts: list[Text], kept: dict[str, bytes] | None = None) -> dict[str, str]:
    """Return the key of each reprint with that of the text that it reprints: of the earliest, and among those of a day the first key.

    Arguments: texts; kept, signatures by the hash of their text; afterwards it holds those of these texts, and no other.
    The same for the same texts, in whatever order.

    >>> words = "".join(f"支持第{i}个城市建设区域性中心，发展特色产业。" for i in range(20))
    >>> def text(key, issued, words):
    ...     return Text(key, issued, words, lambda: words)
    >>> reprints([text("b", "2023-02-01", "来源：某网 " + words), text("a", "2023-01-04", words), text("c", "", "另一文。")])
    {'b': 'a'}
    >>> reprints([text("b", "", words), text("a", "", words.replace("第3个", "第33个"))])
    {}
    """
    kept = {} if kept is None else kept
    for gone in kept.keys() - {one.sha256 for one in texts}:
        del kept[gone]
    for one in texts:
        if one.sha256 not in kept:
            kept[one.sha256] = signature(one.words())
    order = {one.key: (one.issued or "9999", one.key) for one in texts}
    words = {one.key: one.words for one in texts}

    @cache
    def said(key: str) -> str:
        return words[key]()

    near = _near({one.key: signed for one in texts if (signed := kept[one.sha256])})
    copies: dict[str, str] = {}
    for pair in sorted(near, key=lambda keys: sorted((order[keys[0]], order[keys[1]]))):
        first, second = sorted(pair, key=order.__getitem__)
        if second not in copies and _is_reprint(said(first), said(second)):
            copies[second] = copies.get(first, first)
    return dict(sorted(copies.items()))


def _near(signatures: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """Return pairs of texts that may share most of their clauses: those whose signatures agree in a band."""
    width = len(next(iter(signatures.values()), b"")) // _BANDS
    banded: dict[tuple[int, bytes], list[str]] = {}
    pairs: set[tuple[str, str]] = set()
    for key, signed in sorted(signatures.items()):
        for band in range(_BANDS):
            alike = banded.setdefault((band, signed[band * width : (band + 1) * width]), [])
            pairs.update((other, key) for other in alike)
            alike.append(key)
    return pairs


def _is_reprint(said: str, again: str) -> bool:
    first, second = clauses_of(said), clauses_of(again)
    if len(first & second) < SHARED * len(first | second):
        return False
    here, there = _sentences(said), _sentences(again)
    masked = {_DIGITS.sub("0", one) for one in here - there}
    return not any(_DIGITS.sub("0", one) in masked for one in there - here if _DIGITS.search(one))


def _sentences(words: str) -> set[str]:
    found = _SENTENCE.findall(
        unicodedata.normalize("NFKC", words).replace(";", "；").replace("!", "！").replace("?", "？")
    )
    return {NO_WORDS.sub("", one) for one in found}
