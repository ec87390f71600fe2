"""How sentences and searched words are spelled for the index: folded, as words and as pairs of characters.

jieba's words say where a word stands as a word; pairs of neighbouring characters find it also where jieba cut otherwise. Of
沈阳物流枢纽 the words are 沈阳, 物流, 枢纽, the pairs 沈阳, 阳物, 物流, 流枢, 枢纽 and the last character alone: whatever is searched
for stands in a text where its pairs stand as a phrase, and nowhere else. White space and quotation marks are passed over; across
other marks no pair reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.document import canonical_text
from extract.grammar.characters import fold
from extract.words import tokens

BREAK = "|"
"""Stands for the marks between two words, so that no phrase reaches over them."""

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FOREIGN = rf"(?:(?![{_HAN}_])\w)"
_ATOM = re.compile(rf"[{_HAN}]|{_FOREIGN}+")
"""A Chinese character, or a whole word of other letters and digits."""
_PASSED = r"\s“”‘’\"'《》〈〉"
"""What people write or leave out at will, once a text is folded."""
_PASSED_OVER = re.compile(f"[{_PASSED}]*")
_PASSED_BUT_BETWEEN_WORDS = re.compile(rf"(?<={_FOREIGN})([{_PASSED}])[{_PASSED}]*(?={_FOREIGN})|[{_PASSED}]+")
_RUN = re.compile(rf"([{_HAN}]+)|({_FOREIGN}+)|[^\s{_PASSED}]")


@lru_cache(maxsize=16)
def dressed(text: str) -> str:
    """Return a text as it is searched: simplified, half-width, in small letters, with the same length.

    >>> dressed("遼寧ＧＤＰ")
    '辽宁gdp'
    """
    folded = fold(text)
    small = folded.lower()
    return small if len(small) == len(folded) else "".join(c if len(c.lower()) > 1 else c.lower() for c in folded)


class Spelled(NamedTuple):
    """A text as it is indexed: jieba's words and the pairs of characters, each between spaces."""

    words: str
    pairs: str


def spelled(text: str) -> Spelled:
    """Return a text as it is indexed.

    >>> spelled("沈阳、大连")
    Spelled(words='沈阳 | 大连', pairs='沈阳 阳 大连 连')
    """
    return Spelled(" ".join(words(text)), " ".join(pairs(text)))


def pairs(text: str) -> list[str]:
    """Return the pairs of a text; a foreign word stands alone, and so does a character that no other follows.

    >>> pairs("沈阳、“大”连5G")
    ['沈阳', '阳', '大连', '连', '5g']
    >>> pairs("5G、AI in China")
    ['5g', '|', 'ai', 'in', 'china']
    """
    bare = _PASSED_BUT_BETWEEN_WORDS.sub(lambda match: " " if match[1] else "", dressed(text))
    spelled: list[str] = []
    marked = was_han = False
    for match in _RUN.finditer(bare):
        run, is_han = match[0], match[1] is not None
        if not is_han and match[2] is None:
            marked = bool(spelled)
            continue
        if marked and not (is_han and was_han):
            spelled.append(BREAK)
        if is_han:
            spelled += map("".join, pairwise(run))
            spelled.append(run[-1])
        else:
            spelled.append(run)
        marked, was_han = False, is_han
    return spelled


def words(text: str) -> list[str]:
    """Return jieba's words of a text, with a break for the marks between them.

    >>> words("支持沈阳、大连建设“双核”。")
    ['支持', '沈阳', '|', '大连', '建设', '双核', '|']
    """
    return [spelled for word in tokens(dressed(text)) if (spelled := _bare(word))]


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """Return a word without the marks in it: a break where it is nothing else, nothing where it is passed over."""
    bare = "".join(_ATOM.findall(word))
    return bare or ("" if _PASSED_OVER.fullmatch(word) else BREAK)


def pieces(text: str) -> tuple[str, ...]:
    """Return what is to be found of a searched text: its parts between white space, each once, without the marks round them.

    >>> pieces("“物流枢纽” 沈阳 — 沈阳*")
    ('物流枢纽', '沈阳')
    """
    parts = ((part, [one.span() for one in _ATOM.finditer(part)]) for part in dressed(canonical_text(text)).split())
    return tuple(dict.fromkeys(piece[found[0][0] : found[-1][1]] for piece, found in parts if found))


def phrase(piece: str) -> str:
    """Return the phrase of pairs that stands where a piece stands, as FTS5 writes it.

    >>> phrase("物流枢纽"), phrase("港"), phrase("2025年")
    ('"物流 流枢 枢纽"', '"港" *', '"2025 年" *')
    """
    spelled, last = pairs(piece), _ATOM.findall(dressed(piece))[-1]
    if spelled[-1] != last or not re.match(f"[{_HAN}]", last):
        return _quoted(spelled)
    if len(spelled) > 1 and len(spelled[-2]) > 1 and spelled[-2].endswith(last):
        return _quoted(spelled[:-1])  # the pair before holds it
    return f"{_quoted(spelled)} *"


def word_phrase(piece: str) -> str:
    """Return the phrase of jieba's words of a piece, as FTS5 writes it.

    >>> word_phrase("物流枢纽")
    '"物流 枢纽"'
    """
    return _quoted(" ".join(words(piece)).strip(f" {BREAK}").split())


def _quoted(spelled: Sequence[str]) -> str:
    """Return words as one phrase; they hold letters, digits and the break alone, so that nothing in them is an operator."""
    return f'"{" ".join(spelled)}"'


def ranges(sentence: str, searched: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return where pieces stand in a sentence, in code points, sorted; those that meet or overlap are one.

    >>> ranges("建設“物流樞紐”和物流园", ["物流枢纽", "物流"])
    ((3, 7), (9, 11))
    """
    held = _atoms(sentence)
    spans = sorted(span for piece in searched for span in _spans(held, _atoms(piece)))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A character or a foreign word of a text, in code points.

    Attributes: text; start; end; joined, whether the next atom follows without a mark between them.
    """

    text: str
    start: int
    end: int
    joined: bool


def _atoms(text: str) -> tuple[_Atom, ...]:
    said = dressed(text)
    matches = list(_ATOM.finditer(said))
    followed = [_PASSED_OVER.fullmatch(said, one.end(), after.start()) is not None for one, after in pairwise(matches)]
    spans = zip(matches, [*followed, False], strict=False)
    return tuple(_Atom(one[0], one.start(), one.end(), joined) for one, joined in spans)


def _spans(held: Sequence[_Atom], wanted: Sequence[_Atom]) -> Iterator[tuple[int, int]]:
    texts = [atom.text for atom in wanted]
    joints = [atom.joined for atom in wanted[:-1]]
    for at in range(len(held) - len(wanted) + 1):
        part = held[at : at + len(wanted)]
        if [atom.text for atom in part] == texts and [atom.joined for atom in part[:-1]] == joints:
            yield part[0].start, part[-1].end
