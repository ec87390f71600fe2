"""What a question speaks of, as a text would write it: what is looked for where no answer is found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.words import tokens
from graph.questions.english_names import chinese_of
from graph.questions.intents import masked, without_function_words
from graph.questions.named_span import Named
from graph.search import Wanted

_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_OTHER_WORD = re.compile(r"[A-Za-z0-9.%]+")
_QUOTED = re.compile(r"[“\"‘《「]([^“”\"‘’《》「」]{2,20})[”\"’》」]")
_SHORTEST = 2
"""Characters of a word that says enough to be looked for."""


def wanted_words(text: str, named: Sequence[Named]) -> tuple[Wanted, ...]:
    """Return what a question speaks of, each by all its names: the things it names, its years, its further words.

    Arguments: text, in simplified Chinese or English; named, what it names. English words stand for the Chinese that the table of English
    names gives them; words that say nothing of what is asked are left out.

    >>> [one.names for one in wanted_words("“多节点”是哪几个地方？", [])]
    [('多节点',)]
    >>> [one.names for one in wanted_words("the green hydrogen base of 2030", [])]
    [('绿色',), ('氢能产业', '氢能'), ('基地',), ('2030',)]
    """
    found = [
        Wanted(_names(text, one), tuple(str(thing.iri) for thing in one.things if thing.of("Place"))) for one in named
    ]
    rest = masked(text, [span for one in named for span in one.spans])
    words: list[tuple[str, ...]] = [(quoted[1],) for quoted in _QUOTED.finditer(rest) if _CHINESE.search(quoted[1])]
    rest = without_function_words(_QUOTED.sub(" ", rest))
    words += [(word,) for run in _CHINESE.findall(rest) for word in tokens(run) if len(word) >= _SHORTEST]
    words += [_said_by(word) for word in _OTHER_WORD.findall(rest)]
    return tuple(dict.fromkeys(one for one in (*found, *map(Wanted, words)) if one.names))


def _names(text: str, one: Named) -> tuple[str, ...]:
    said = text[one.start : one.end]
    labels = [thing.label for thing in one.things]
    return tuple(dict.fromkeys([*labels, *([said] if _CHINESE.search(said) or one.year else [])]))


def _said_by(word: str) -> tuple[str, ...]:
    return (word,) if word[0].isdigit() else chinese_of(word)
