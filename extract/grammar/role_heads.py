"""Role heads: how a phrase ends that may be a role, or is counted as several of them.

Pattern: «区域性金融中心», with a word of the lexicon; «产业岛», with a character of places and roles; “一基地三区”.

Accepted: «对非开放的“排头兵”», whose quoted end is one.
Refused: «创新共同体»; «示范区» alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.grammar.unexpanded_phrases import parts_of
from extract.wordlists import any_of, names_of, table

_ONE_OF_THEM = "之一"
_FOREMOST = re.compile(rf"最[^的，。；]{{1,14}}的{any_of('foremost_in_something.txt')}$")
"""«全国最具活力的地区之一»: foremost in something is a role, whatever the noun."""
_SHORT_ROLE = 3
"""Characters of what a phrase counts up to which it says what a place is, not what is built in it: 目的地."""
TELLING = 3
"""Characters of a head that says enough alone: 动力源, 桥头堡."""
_SHORTEST_QUOTED = 2
"""Characters that a phrase in quotation marks has at least that may be a role: “煤都”."""


@lru_cache(maxsize=1)
def _heads() -> tuple[str, ...]:
    return tuple(table("positioning_heads.tsv", "head", "class"))


@lru_cache(maxsize=1)
def _telling_heads() -> tuple[str, ...]:
    """Heads that are a role without a word before them."""
    return tuple(head for head in _heads() if len(head) >= TELLING)


@lru_cache(maxsize=1)
def _tails() -> tuple[str, ...]:
    return names_of("role_tails.txt")


def _is_counted_role(counted: str) -> bool:
    """Whether what a numbered phrase counts is a role: 个中心, 先区, 大高地; not 个购物中心, 个校区."""
    word, ends = counted.lstrip("个大"), names_of("ends_of_numbered_roles.txt")
    fits = word in ends or (len(word) <= _SHORT_ROLE and word.endswith(ends))
    return fits and word not in names_of("not_role_tails.txt")


def head_of(label: str) -> str:
    """How a phrase ends: `word` with a head of the lexicon, `tail` with a character of places and roles; else empty.

    A numbered phrase is `numbered` where it is quoted and all that it counts are roles, else `phrase`.

    >>> [head_of(label) for label in ("区域性金融中心", "海上风电装备产业岛", "创新共同体", "示范区")]
    ['word', 'tail', '', '']
    >>> [head_of(label) for label in ("“一基地三区”", "五篇大文章", "“三个购物中心”")]
    ['numbered', 'phrase', 'phrase']
    >>> head_of("对非开放的“排头兵”")
    'word'
    """
    label = label.removesuffix(_ONE_OF_THEM) or label
    if label.count("“") != label.count("”"):
        return ""
    inner = label[label.rindex("“") + 1 : -1] if label.endswith("”") else label
    if "“" not in inner and (parts := parts_of(inner)):
        roles = inner != label and all(_is_counted_role(counted) for _, counted in parts)
        return "numbered" if roles else "phrase"
    if _FOREMOST.search(inner):
        return "word"
    headed = inner[1:].endswith(_heads()) or inner.endswith(_telling_heads())
    if headed and inner not in names_of("region_heads.txt"):
        return "word"
    least = _SHORTEST_QUOTED if inner != label else TELLING + 1
    known = inner.endswith(names_of("not_role_tails.txt")) or (inner != label and inner in names_of("region_heads.txt"))
    ends = inner.endswith(_tails()) and not known
    return "tail" if len(inner) >= least and ends else ""


def ends_as_a_role(label: str) -> bool:
    """Whether a phrase ends with a head, or a character, of roles.

    >>> ends_as_a_role("示范区"), ends_as_a_role("共同体")
    (True, False)
    """
    return label.endswith((*_heads(), *_tails()))
