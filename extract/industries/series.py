"""Lists of noun phrases in a row of typed tokens: «发展A、B和C等D» is one, with its governor, its items and its closing.

Patterns: «A、B和C», «A、B、C等…产业», «A、B、C3个…产业», and a single noun phrase, which is a list of one.

Accepted: «壮大新能源、新材料等产业» gives 新能源 and 新材料, governed by 壮大, closed by 产业.
Refused: «建设新港、发展物流» as one list, since a verb opens the second item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extract.industries.lexicon import known_name
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of, table

_NOUN = "NJYIHKFE"
_WITHIN = _NOUN + "VAulDq"
"""Within a list, between marks, an item may hold what jieba takes for a verb or an adverb (具身智能, 快速磁浮)."""
_FIRST = rf"(?:[{_NOUN}]+V{{1,2}}(?=、)|(?<=D)V[{_NOUN}V]+(?=、)|(?<=D)V(?=I)[{_NOUN}]+|[{_NOUN}]+)"
"""The first item may end in what jieba takes for a verb where another follows (原油精炼、…), or open with one behind its governor
(发展休闲度假、…)."""
_SERIES = re.compile(
    rf"{_FIRST}(?:[、h](?=[{_NOUN}VA])[{_WITHIN}]+(?=[、he])|[、h][{_NOUN}]+)*(?P<closing>e[{_NOUN}Qmqt]*|[Qm](?:[Qmq]|[Gc]Q)*[{_NOUN}]+)?"
)
_COPULA = re.compile(rf"[AUm]*[Bp](?:Pt)?(?P<closing>[Qm]*[{_NOUN}]+)")
"""«A、B成为三大支柱产业», «A、B是甲的四大主导产业»: what the list is said to be closes it."""
_LABEL = re.compile(rf"[Qm]+[{_NOUN}]*[：，]$")
"""«六大新兴产业：A、B»: so does the count of industries that it stands behind."""
_LONGEST_LABEL = 8
_SAID = ("A", "U", "B", "m", "p")
_JOINING = frozenset({"和", "以及"})
"""和 joins the last item of a list; 与 and 及 join two words to one item (船舶及游艇修造) unless the lexicon knows both."""
_PUBLIC_WORK = "事业"
"""What is no industry beside one: 文化事业与文化产业."""
_LOOSE = "JQmqAtu"
"""What may stand between a governing verb and its object's first noun."""
_REACH = 8


class Series(NamedTuple):
    """A list of noun phrases; all numbers are indices of tokens.

    Arguments: items, first token and the one behind the last of each; governor, the token that governs the list, or -1;
    closing, span of what closes it (等未来产业), empty where nothing does; end, the token behind it; opened, whether 等
    stands behind the items.
    """

    items: tuple[tuple[int, int], ...]
    governor: int
    closing: tuple[int, int]
    end: int
    opened: bool


@lru_cache(maxsize=1)
def commitment_verbs() -> frozenset[str]:
    """Verbs of tasks, some of which jieba takes for nouns (深化, 开展)."""
    return frozenset(table("commitments.tsv", "verb", "commitment"))


def _opens(word: str) -> bool:
    """Whether a word that is tagged as a noun or a phrase governs what stands behind it: 深化, 协同发展."""
    return (
        word in commitment_verbs() or word in names_of("defining_words.txt") or has_class(word, "developing_together")
    )


def _governor(row: Tokens, first: int, low: int) -> int:
    """The nearest token before a list that is no modifier; -1 where the list opens its passage."""
    position = first - 1
    while position >= max(low, first - _REACH) and row.letters[position] in _LOOSE:
        position -= 1
    return position if position >= low else -1


def _both_known(row: Tokens, start: int, joint: int, last: int) -> bool:
    """Whether the lexicon knows what stands on both sides of 与 or 及, up to the next mark."""
    end = next(
        (i for i in range(joint + 1, last) if row.letters[i] in "、h" or has_class(row.word(i), "industry_closings")),
        last,
    )
    return known_name(row.written(start, joint)) is not None and known_name(row.written(joint + 1, end)) is not None


_PARTED = re.compile("[、h]")


def _items(row: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for part in row.find(_PARTED, first, last):
        index, letter = part.start(), part.group()
        joins = letter == "h" and (
            row.word(index) in _JOINING or row.word(index - 1) == _PUBLIC_WORK or _both_known(row, start, index, last)
        )
        if letter == "、" or joins:
            yield start, index
            start = index + 1
    yield start, last


def _labelled(row: Tokens, start: int, first: int) -> tuple[int, int] | None:
    """The count of industries that a list stands behind: 六大新兴产业：A、B."""
    low = max(first, start - _LONGEST_LABEL)
    label = _LABEL.search(row.letters[low:start])
    if label is None or not has_class(row.word(start - 2), "industry_closings"):
        return None
    opens = low + label.start()
    return (opens, start - 1) if opens == first or row.letters[opens - 1] in "，。；：" else None


def _said_to_be(row: Tokens, end: int, last: int) -> tuple[int, int]:
    """What closes a list behind a verb of becoming; empty at its end where nothing does."""
    said = _COPULA.match(row.letters, end, last) if row.letters.startswith(_SAID, end) else None
    named = said is not None and any(has_class(row.word(i), "industry_closings") for i in range(*said.span("closing")))
    return said.span("closing") if said is not None and named else (end, end)


def _without_phrases(row: Tokens, first: int, last: int) -> int:
    """The end of a list without the fixed phrase that says how all of it grows: 现代服务业与先进制造业【融合发展】."""
    while last - 1 > first and has_class(row.word(last - 1), "idioms"):
        last -= 1
    return last


def series_of(row: Tokens, first: int, last: int) -> Iterator[Series]:
    """Yield the lists of noun phrases in a passage, in order; a single phrase is a list of one.

    Arguments: row; first token of the passage and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> row = tokenize("壮大新能源、新材料等新兴产业，建设新港、发展物流。", [])
    >>> for one in series_of(row, 0, len(row.letters)):
    ...     print([row.written(*item) for item in one.items], row.word(one.governor) + row.written(*one.closing))
    ['新能源', '新材料'] 壮大等新兴产业
    ['新港'] 建设
    ['物流'] 发展
    """
    for match in row.find(_SERIES, first, last):
        start, end = match.span()
        while start + 1 < end and _opens(row.word(start)):
            start += 1
        closing = match.span("closing")
        if closing[0] < 0:
            closing = _said_to_be(row, end, last)
        listed = _without_phrases(row, start, min(closing[0], end))
        items = tuple(item for item in _items(row, start, listed) if item[0] < item[1])
        if closing[0] == closing[1]:
            closing = _labelled(row, start, first) or closing
        opened = row.letters.startswith("e", closing[0]) and closing[0] < end
        yield Series(items, _governor(row, start, first), closing, end, opened)
