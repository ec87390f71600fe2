"""Verb openings: whether a passage opens with a verb, behind its adverbs.

Pattern: «加快构建产业体系», «试行保税存储», «抓项目».

Accepted: «试行汽车保税存储», a verb of any class; «着力推进产业升级», behind an adverb.
Refused: «产业升级», which opens with a noun; «建设单位应当申报», where the verb is part of a noun that acts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.tokens.row import Tokens
from extract.wordlists import alternation, names_of, table, word_classes

_VERB = re.compile(r"[AF]*[BDLGVU]")
_EITHER = re.compile(r"[AF]*Y(?=[ANJHEIKPYZW])")
"""A word that is verb or noun (创新, 合作) is a verb where something follows that it can act on."""
_ACTING = re.compile(r"A*[BDLGVY]+[NEKH]+(?:[Ui]|A*X)")
"""A verb that is part of a noun which acts itself: 建设单位应当申报, 建设单位在…."""


@lru_cache(maxsize=1)
def opening_verb() -> re.Pattern[str]:
    """Matches an item that opens with a verb of the commitment scale, its adverb, or a verb of one character."""
    return re.compile(alternation([*table("commitments.tsv", "verb", "commitment"), *names_of("short_verbs.txt")]))


@lru_cache(maxsize=1)
def only_verbs() -> re.Pattern[str]:
    """Matches verbs of the commitment scale with their adverbs: 切实加强.

    >>> bool(only_verbs().fullmatch("切实加强")), bool(only_verbs().fullmatch("加强监管"))
    (True, False)
    """
    return re.compile(
        rf"(?:{alternation([*table('commitments.tsv', 'verb', 'commitment'), *word_classes()['adverbs']])})*"
    )


def has_acting_noun(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a passage that seems to open with a verb opens with a noun that acts: 建设单位应当申报.

    Arguments: tokens of the text; start and end of the passage in code points.
    """
    first, last = tokens.within(start, end)
    return _ACTING.match(tokens.letters, first, last) is not None


def is_verb_led(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a passage opens with a verb, whatever its class.

    Arguments: tokens of the text; start and end of the passage in code points.

    >>> from extract.tokens import tokenize
    >>> [is_verb_led(tokenize(text, []), 0, len(text)) for text in ("试行汽车保税存储", "着力推进产业升级", "产业升级")]
    [True, True, False]
    >>> text = "建设单位应当申报"
    >>> is_verb_led(tokenize(text, []), 0, len(text))
    False
    """
    if has_acting_noun(tokens, start, end):
        return False
    first, last = tokens.within(start, end)
    by_class = _VERB.match(tokens.letters, first, last) or _EITHER.match(tokens.letters, first, last)
    return by_class is not None or opening_verb().match(tokens.text, start, end) is not None
