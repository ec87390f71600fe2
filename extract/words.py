"""Cut a text into words the way jieba does, with the gazetteer's names as user words.

jieba is the reference. rjieba, its port to Rust, does the cutting since it gives the same words twenty times as fast;
`reference_cutter` is there so that tests and benchmarks can hold the two against each other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple

import rjieba

from extract.gazetteer import gazetteer
from extract.wordlists import word_classes

LATIN_WORD = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
"""What jieba keeps together among Latin letters and digits: APP, 2023, 7.7%."""


@lru_cache(maxsize=1)
def _cutter() -> tuple[rjieba.Jieba, tuple[tuple[str, int], ...]]:
    """The cutter, and the words that were added to jieba's dictionary (places, words of the classes) with their frequencies.

    Frequencies are given rather than left to each library, since each would round them in a way of its own.
    """
    cutter = rjieba.Jieba()
    added = []
    known = gazetteer()
    for name in sorted(known.by_name):
        if cutter.has_word(name) or all(known.standing(name, place) == "never" for place in known.by_name[name]):
            continue
        frequency = cutter.suggest_freq(name)
        cutter.add_word(name, frequency, None)
        added.append((name, frequency))
    for word in sorted({word for words in word_classes().values() for word in words if len(word) > 1}):
        if not cutter.has_word(word):
            frequency = cutter.suggest_freq(word)
            cutter.add_word(word, frequency, None)
            added.append((word, frequency))
    return cutter, tuple(added)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in order, white space and punctuation included; joined they are the text.

    >>> tokens("加快建设大连接网络,支持沈阳市沈北新区。")
    ('加快', '建设', '大', '连接', '网络', ',', '支持', '沈阳市', '沈北新区', '。')
    """
    cutter = _cutter()[0]
    return tuple(_split_latin(cutter.cut(text), cutter.has_word))


class Word(NamedTuple):
    """A word of a text with its offsets in code points and its tag in jieba's dictionary; empty where it has none."""

    start: int
    end: int
    text: str
    tag: str


def texts_of(words: Iterable[Word]) -> Iterator[str]:
    """The characters of each word, at C's pace.

    >>> list(texts_of([Word(0, 2, "支持", "v")]))
    ['支持']
    """
    return map(_TEXT, words)


def tags_of(words: Iterable[Word]) -> Iterator[str]:
    """The tag of each word, at C's pace.

    >>> list(tags_of([Word(0, 2, "支持", "v")]))
    ['v']
    """
    return map(_TAG, words)


_START: Callable[[Word], int] = attrgetter("start")
_TEXT: Callable[[Word], str] = attrgetter("text")
_TAG: Callable[[Word], str] = attrgetter("tag")
_WORD: Callable[[Iterable[object]], Word] = partial(tuple.__new__, Word)
"""What `Word._make` does, without a call of Python for each word."""
_LABEL = 200
"""Titles and labels are no longer; they are read once, and would drive out the text that is read again and again."""


def tagged(text: str) -> tuple[Word, ...]:
    """The words of a text in order, each with its tag; those of the last few texts of some length are kept.

    >>> [(word.text, word.tag) for word in tagged("支持航空产业")]
    [('支持', 'v'), ('航空', 'n'), ('产业', 'n')]
    """
    return _kept(text) if len(text) > _LABEL else _tagged(text)


@lru_cache(maxsize=2)
def _kept(text: str) -> tuple[Word, ...]:
    return _tagged(text)


def _tagged(text: str) -> tuple[Word, ...]:
    words, tags = zip(*_cutter()[0].tag(text), strict=True) if text else ((), ())
    ends = list(accumulate(map(len, words)))
    return tuple(map(_WORD, zip([0, *ends], ends, words, tags, strict=False)))


def words_within(text: str, low: int, high: int) -> tuple[Word, ...]:
    """The words of a text that begin in a span, in order; the others are not looked at.

    Arguments: text; low and high, offsets in code points, the second behind the span.

    >>> [word.text for word in words_within("支持航空产业", 2, 4)]
    ['航空']
    """
    words = tagged(text)
    return words[bisect_left(words, low, key=_START) : bisect_left(words, high, key=_START)]


def is_known(word: str) -> bool:
    """Whether a word stands in jieba's dictionary or is a name of the gazetteer; others were cut by guess.

    >>> is_known("示范区"), is_known("圈为")
    (True, False)
    """
    known: bool = _cutter()[0].has_word(word)
    return known


def boundaries(text: str) -> frozenset[int]:
    """Offsets, in code points, at which a word of the text begins or ends.

    >>> sorted(boundaries("支持沈阳"))
    [0, 2, 4]
    """
    words = tagged(text)
    latin = [word for word in words if word.text.isascii() and len(word.text) > 1 and not word.text.isalnum()]
    parts = (accumulate(map(len, _split_latin([word.text], is_known)), initial=word.start) for word in latin)
    return frozenset((0, len(text), *(word.start for word in words), *chain.from_iterable(parts)))


def stands_whole(edges: frozenset[int], start: int, end: int) -> bool:
    """Whether no word runs into a passage from before it, or out of it from within.

    A longer word that begins with the passage (上海浦东, 北京大学) does not count against it. Right after another name
    (中国台湾, 广西南宁) a cut is no evidence, since the two may have been cut as one word.

    Arguments: edges, see `boundaries`; start and end in code points.

    >>> text = "沈阳隆重庆祝大连接网络,大连接待游客。"
    >>> edges = boundaries(text)
    >>> [text[start:end + 1] for start, end in ((0, 2), (3, 5), (6, 8), (12, 14)) if stands_whole(edges, start, end)]
    ['沈阳隆', '大连接']
    """
    return start in edges and (end in edges or edges.isdisjoint(range(start + 1, end)))


def _split_latin(words: list[str], known: Callable[[str], bool]) -> Iterator[str]:
    """The words, with 2023-07-20 in five as jieba has it; rjieba leaves whole what the dictionary does not know."""
    for word in words:
        if word.isascii() and not word.isalnum() and len(word) > 1 and not known(word):
            yield from filter(None, LATIN_WORD.split(word))
        else:
            yield word


@lru_cache(maxsize=1)
def reference_cutter() -> Callable[[str], Iterator[str]]:
    """jieba's own `cut` with the same user words; it writes no cache and says nothing.

    >>> tuple(reference_cutter()("支持沈阳市沈北新区。")) == tokens("支持沈阳市沈北新区。")
    True
    """
    # Imported here, since only a comparison needs it and reading its dictionary takes half a second.
    import jieba

    cutter = jieba.Tokenizer()
    # What cutter.initialize() does, without its cache in the folder for temporary files and without its log.
    cutter.FREQ, cutter.total = cutter.gen_pfdict(cutter.get_dict_file())
    cutter.initialized = True
    for name, frequency in _cutter()[1]:
        cutter.add_word(name, frequency)
    cut: Callable[[str], Iterator[str]] = cutter.cut
    return cut
