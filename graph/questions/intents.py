"""Which questions a text may ask: by the words in the questions' heads, and by what the text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product

from rdflib import Literal, URIRef

from extract.gazetteer import LEVELS
from extract.tables import read_names
from extract.wordlists import alternation
from graph.questions.catalogue import LANGUAGES, WORDS, Question
from graph.questions.english_names import chinese_of
from graph.questions.function_words import masked, without_function_words
from graph.questions.kinds_asked import KindAsked
from graph.questions.named_span import Named
from graph.questions.narrowing import may_be_narrowed, narrowed, narrowing_to
from graph.questions.operators import operator_words

Values = dict[str, URIRef | Literal]

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"\w")
_OTHER_WORD = re.compile(r"[A-Za-z0-9]+")
_WORD_WEIGHT = 2
"""A word of another script says about as much as two Chinese characters."""
_AUXILIARY = re.compile(r"^\W*(do|does|did)\b|\b(?:what|where|when|why|how|who)\s+(do|does|did)\b", re.IGNORECASE)
"""«do» that only makes a question, and does not ask what is to be done."""
_FEWEST_WORDS = 0.4
"""Share of the score that is left where none of a question's words occurs."""
_NO_WORDS = 0.75
"""Share for a question that has no words of its own, so that any other that fits goes first."""
_MOST_VALUES = 8
_HAVING_MEMBERS = ("PlaceGroup", "Slogan")
"""Whose members a question may be asked of."""
_KINDS = (*LEVELS, "Prefecture", "Region")


@dataclass(frozen=True, slots=True)
class Intent:
    """One way to understand a text."""

    question: Question
    values: tuple[tuple[str, URIRef | Literal], ...]
    """Parameters in the question's order; those that the text does not name are missing."""
    understood: float
    """Share of the text that is a name it uses, a word of the question, or a word that says nothing."""
    score: float
    """`understood`, less where words of the question do not occur in the text."""
    used: tuple[Named, ...] = ()
    """What the text names and the question takes a value from."""
    covered: tuple[tuple[int, int], ...] = ()
    """Spans of the text that are words of the question."""
    of_documents: tuple[Named, ...] = ()
    """Places and years by which the text only says in which document it looks."""

    @property
    def complete(self) -> bool:
        """Whether every parameter has a value."""
        return len(self.values) == len(self.question.parameters)


def intents(
    text: str, named: Sequence[Named], weak: Sequence[Named], questions: Iterable[Question], kind: KindAsked
) -> list[Intent]:
    """Return every way to understand a text, the best first.

    Arguments: text; named, what it names; weak, words that name something only where a question asks for it;
    questions; kind, of which it asks. Ways without any word of the question are among them, with a low score.
    """
    found = [one for question in questions for one in _of_question(text, named, weak, question, kind)]
    return sorted(found, key=lambda one: (-one.score, not one.complete, one.question.id))


def _of_question(
    text: str, named: Sequence[Named], weak: Sequence[Named], question: Question, kind: KindAsked
) -> Iterator[Intent]:
    for used in _assignments(named, weak, question):
        for among, asked in _asked_of(text, question, named, [one for _, one in used], kind):
            yield from _of_values(text, used, among, asked, kind)


def _of_values(
    text: str, used: Sequence[tuple[str, Named]], among: Sequence[Named], question: Question, kind: KindAsked
) -> Iterator[Intent]:
    """Yield an intent for each choice of values. Arguments: used, names by parameter; among, places that only narrow it."""
    names = (*(one for _, one in used), *among)
    spans = [span for one in names for span in one.spans]
    auxiliary = [match.span(match.lastindex or 0) for match in _AUXILIARY.finditer(text)]
    free = masked(text, [*spans, *auxiliary])
    groups = [_occurrences(free, words) for words in _groups(question)]
    if any(not found and _is_operator(words) for found, words in zip(groups, _groups(question), strict=True)):
        return  # who says neither 最多 nor 最高 has not asked for the most
    fit = sum(1 for group in groups if group) / len(groups) if groups else None
    share = _NO_WORDS if fit is None else _FEWEST_WORDS + (1 - _FEWEST_WORDS) * fit
    words = {span for group in groups for span in group}
    if question.is_alone and _LETTER.search(_asides().sub(" ", masked(text, {*spans, *words}))):
        return
    labels = [thing.label for one in names for thing in one.things]
    understood = _understood(text, {*spans, *kind.spans, *words}, labels)
    fitting = [[(name, value) for value in one.fitting(_classes(question, name))][:_MOST_VALUES] for name, one in used]
    for values in product(*fitting):
        if len({value for _, value in values}) == len(values):
            yield Intent(question, values, understood, understood * share, names, tuple(sorted(words)))


def _asked_of(
    text: str, question: Question, named: Sequence[Named], used: Sequence[Named], kind: KindAsked
) -> Iterator[tuple[tuple[Named, ...], Question]]:
    """Yield a question asked of the places that a text names beside its values, or of the kind it asks for; and of all."""
    if may_be_narrowed(question):
        beside = [one for one in named if not any(one.meets(other) for other in used)]
        among = tuple(one for one in beside if one.is_of("Place"))
        among = tuple(one for one in among if not any(_holds(text, one, other) for other in among))
        among = among or tuple(one for one in beside if one.is_of(*_HAVING_MEMBERS))[:1]
        places = [[thing for thing in one.things if any(map(thing.of, ("Place", *_HAVING_MEMBERS)))] for one in among]
        of = narrowing_to(places, kind.kind if kind.kind in _KINDS else "")
        if of is not None:
            yield among, narrowed(question, of)
    yield (), question


def _holds(text: str, one: Named, other: Named) -> bool:
    """Whether a place only says where the next one lies: 上海市|浦东新区, Tianjin's Baodi District."""
    return one.end <= other.start and text[one.end : other.start] in ("", "'s ", "’s ")


def _classes(question: Question, name: str) -> tuple[str, ...]:
    return next(one.classes for one in question.parameters if one.name == name)


def _groups(question: Question) -> list[tuple[str, ...]]:
    """Return the groups of words of all languages, so that a text may mix them."""
    chinese, english = (question.keywords[language] for language in LANGUAGES)
    return [(*one, *other) for one, other in zip(chinese, english, strict=True)]


def _assignments(
    named: Sequence[Named], weak: Sequence[Named], question: Question
) -> Iterator[list[tuple[str, Named]]]:
    """Yield the ways to fill parameters with names, in every order; at most as many as there are of both."""
    names = [one.name for one in question.parameters]
    usable = [
        one for one in (*named, *weak) if any(one.fitting(parameter.classes) for parameter in question.parameters)
    ]
    size = min(len(names), len(usable))
    found = False
    for chosen in permutations(usable[:_MOST_VALUES], size):
        pairs = list(zip(names, chosen, strict=False))
        if all(one.fitting(_classes(question, name)) for name, one in pairs):
            found = True
            yield pairs
    if not found:
        yield []


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches any of the words: Chinese anywhere, English as the beginning of a word."""
    chinese = [word for word in words if _CHINESE.search(word)]
    english = [word for word in words if not _CHINESE.search(word)]
    parts = [alternation(chinese)] if chinese else []
    if english:
        parts.append(rf"\b(?:{alternation(english)})\w*")
    return re.compile("|".join(parts), re.IGNORECASE | re.ASCII)


@lru_cache(maxsize=1)
def _asides() -> re.Pattern[str]:
    words = tuple(read_names(WORDS / "asides.txt"))
    other = alternation(word for word in words if not _CHINESE.search(word))
    return re.compile(rf"{alternation(word for word in words if _CHINESE.search(word))}|\b(?:{other})\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _is_operator(words: tuple[str, ...]) -> bool:
    """Whether a group is one of a most, a least or a difference: as many of its words as not turn a question into another."""
    return 2 * len(operator_words().intersection(words)) >= len(words)


def _occurrences(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    return [match.span() for match in _pattern(words).finditer(text)]


def _weight(text: str) -> int:
    return len(_CHINESE.findall(text)) + _WORD_WEIGHT * len(_OTHER_WORD.findall(text))


def _understood(text: str, covered: Iterable[tuple[int, int]], labels: Sequence[str]) -> float:
    """Return the share of a text's weight that is understood; words that say nothing count on neither side.

    Nor do English words that only say again what is in the label of a thing that is named: the “大美黄河” tour route.
    """
    rest = masked(text, covered)
    understood = sum(_weight(text[start:end]) for start, end in _merged(covered))
    rest = without_function_words(rest)
    left = _CHINESE.findall(rest) + [
        word
        for word in _OTHER_WORD.findall(rest)
        if not any(form in label for form in chinese_of(word) for label in labels)
    ]
    return understood / total if (total := understood + sum(map(_weight, left))) else 0.0


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
