"""What a question speaks of, as a text would write it: what is looked for where no answer is found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.words import tokens
from graph.questions.answer_shapes import shapes_asked
from graph.questions.english_names import chinese_in_order
from graph.questions.function_words import masked, without_function_words
from graph.questions.named_span import Named
from graph.search import Wanted

_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_NUMBER = re.compile(r"(?<![A-Za-z0-9])\d[A-Za-z0-9.%]*")
_QUOTED = re.compile(r"[“\"‘《「]([^“”\"‘’《》「」]{2,20})[”\"’》」]")
_SHORTEST = 2
"""Characters of a word that says enough to be looked for."""


def wanted_words(text: str, named: Sequence[Named]) -> tuple[Wanted, ...]:
    """Return what a question speaks of, each by all its names: the things it names, its years, its further words; then what it asks for.

    Arguments: text, in simplified Chinese or English; named, what it names. English words stand for the Chinese that the table of English
    names gives them, or for themselves; words that say nothing of what is asked are left out.

    >>> [one.names for one in wanted_words("“多节点”由谁定？", [])]
    [('多节点',), ()]
    >>> [one.names for one in wanted_words("the green hydrogen base of 2030", [])]
    [('2030',), ('绿色',), ('氢能产业', '氢能'), ('基地',)]
    >>> [bool(one.shape) for one in wanted_words("基地哪天启用", [])]
    [False, True]
    """
    found = [
        Wanted(_names(text, one), tuple(str(thing.iri) for thing in one.things if thing.of("Place"))) for one in named
    ]
    shapes = shapes_asked(text)
    rest = masked(text, [*(span for one in named for span in one.spans), *(one.span for one in shapes)])
    words: list[tuple[str, ...]] = [(quoted[1],) for quoted in _QUOTED.finditer(rest) if _CHINESE.search(quoted[1])]
    rest = without_function_words(_QUOTED.sub(" ", rest))
    words += [(word,) for run in _CHINESE.findall(rest) for word in tokens(run) if len(word) >= _SHORTEST]
    words += [(number,) for number in _NUMBER.findall(rest)]
    words += chinese_in_order(rest)
    asked = [Wanted((), (), one.shape) for one in shapes]
    spoken = [one for one in (*found, *map(Wanted, words)) if one.names]
    return tuple(dict.fromkeys((*spoken, *asked))) if spoken else ()


def _names(text: str, one: Named) -> tuple[str, ...]:
    said = text[one.start : one.end]
    labels = [thing.label for thing in one.things]
    known_as = [one.known_as] if one.known_as else []
    return tuple(dict.fromkeys([*labels, *known_as, *([said] if _CHINESE.search(said) or one.year else [])]))
