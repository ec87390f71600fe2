"""What of a question its answer would leave out: an answer that drops a place, a year or a «most» answers something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.numerals import SEVERAL
from extract.tables import read_names
from extract.wordlists import alternation
from graph.questions.catalogue import WORDS
from graph.questions.counted_groups import so_many
from graph.questions.english_names import chinese_of
from graph.questions.function_words import function_word_spans, masked, without_function_words
from graph.questions.indicator_names import measured_in, said_of_targets
from graph.questions.intents import Intent
from graph.questions.kinds_asked import kind_asked
from graph.questions.named_span import Named
from graph.questions.operators import operators
from graph.questions.units_asked import unit_asked

_WEIGHTY = (
    *("Province", "City", "County", "Region", "Place", "PlaceGroup"),
    *("Organization", "PolicyDocument", "Indicator"),
)
"""What a question never names by the way."""
_OF_DOCUMENT = re.compile(
    r"(?:省|市|县)?(?:这个|这份|的|'s)?\s*(?:[“\"]?十[一二三四五六]五[”\"]?|20\d\d年)?(?:政府)?(?:工作报告|报告|行动计划|计划|方案|规划|意见|批复|答复|解读|"
    r"(?:government |action |guiding |work )*(?:plan|report|opinion|reply|interpretation|guideline)|[“‘《\"]|'(?!s\b))",
    re.IGNORECASE,
)
"""What follows a place that only says whose document, or whose phrase, is meant."""
_OF_TARGETS = ("target", "indicator")
"""What questions about targets count."""
_OWNS = re.compile(r"(?:省|市|县)?(?:的|提出的|所说的|说的|'s|’s)\s*[“‘《\"']?")
_BETWEEN_PLACES = re.compile(r"\s*(?:[那这][片个]|境内的|哪些[区县市]算|哪几个[区县市]算)?\s*")
"""Between a place and another that lies in it."""
_UNREAD = re.compile(r"[\u3400-\u9fff]{2,}|(?![两二三四五六七八九十几])[\u3400-\u9fff](?=\x20)|[A-Za-z][A-Za-z0-9]+")
"""What may be left over of a question: words of either script, or a character before one that is blanked."""
_NARROWING = re.compile(
    r"\d+(?:\.\d+)?\s*(?:%|％|percent\b|per cent\b)|\btop (?:\d+|[a-z]+)\b"
    rf"|最[高低多少大小][^，。？?]{{0,4}}?前?[{SEVERAL}\d]+[个名位省市]",
    re.IGNORECASE,
)
"""A value that an answer would have to be compared with, and so many of the best: below 5%, 最高的三个省."""
_OWNED_BY = re.compile(r"[”’》\"')）]*\s+(?:of|in|for|by|at)\s+(?:the\s+)?(?:\w+\s+)?", re.IGNORECASE)


def left_out(text: str, intent: Intent, named: Sequence[Named]) -> list[str]:
    """Return the words of a question for which a way to understand it has no use.

    Arguments: text; intent; named, what the text names. Places that only say where another one lies are no such words.
    """
    dropped = [
        one
        for one in named
        if _is_weighty(one)
        and one not in intent.of_documents
        and not _is_used(one, intent)
        and not _places_another(text, one, intent)
    ]
    words = [text[one.start : one.end] for one in dropped]
    covered = [span for one in intent.used for span in one.spans] + list(intent.covered)
    said = [*covered, *function_word_spans(text)]
    words += [
        match[0]
        for match in operators().finditer(text)
        if not _within(match.span(), covered) and not _is_part_of_longer(match.span(), said)
    ]
    words += [match[0] for match in so_many(text, named) if not _within(match.span(), covered)]
    if intent.question.counts == "target":
        words += [match[0] for match in _present().finditer(text)]
    if intent.question.counts == "target" and "indicator" not in {name for name, _ in intent.values}:
        spans = [span for one in named for span in one.spans]
        words += [text[start:end] for start, end in measured_in(text, [*spans, *intent.covered])]
    words += [match[0] for match in _NARROWING.finditer(text) if not _is_part_of_longer(match.span(), covered)]
    words += _unread(text, intent, named, covered)
    return list(dict.fromkeys(words))


def _unread(text: str, intent: Intent, named: Sequence[Named], covered: Sequence[tuple[int, int]]) -> list[str]:
    """The words that are neither a name, nor of the question, nor say nothing: 火星市, 新僵, 明年."""
    names = [span for one in named for span in one.spans]
    aside = [asked.span] if (asked := unit_asked(text)) else []
    aside += said_of_targets(text) if intent.question.counts in _OF_TARGETS else []
    rest = without_function_words(
        masked(without_scope(text, intent.of_documents), [*covered, *names, *kind_asked(text).spans, *aside])
    )
    labels = [thing.label for one in (*named, *intent.used) for thing in one.things]
    return [
        text[slice(*match.span())]
        for match in _UNREAD.finditer(rest)
        if (len(match[0]) > 1 or text[match.end() : match.end() + 1] in _ends_of_divisions())
        and not any(form in label for form in (match[0], *chinese_of(match[0])) for label in labels)
    ]


@lru_cache(maxsize=1)
def _ends_of_divisions() -> frozenset[str]:
    """A single character that is left over says too little to be another thing, but before one of these."""
    return frozenset(read_names(WORDS / "ends_of_divisions.txt"))


@lru_cache(maxsize=1)
def _present() -> re.Pattern[str]:
    return re.compile(alternation(read_names(WORDS / "present_words.txt")), re.IGNORECASE)


def named_of_documents(text: str, named: Sequence[Named]) -> tuple[Named, ...]:
    """Return the places and years by which a question may only say in which document it looks: 浙江行动计划里, the 2025 plan, 浙江的“一轴”.

    >>> named_of_documents("浙江有哪些任务", [])
    ()
    """
    places = [
        one
        for one in named
        if one.things and one.is_of("Place") and (_OF_DOCUMENT.match(text, one.end) or _has_phrase(text, one, named))
    ]
    starts = {one.start for one in places}
    years = [
        one for one in named if one.year and (_OF_DOCUMENT.match(text, one.end) or {one.end, one.end + 1} & starts)
    ]
    return (*places, *years)


def without_scope(text: str, scope: Sequence[Named]) -> str:
    """Return a question without the words that only say in which document it looks, its length unchanged.

    Arguments: text; scope, what `named_of_documents` found.
    """
    for one in scope:
        follows = _OF_DOCUMENT.match(text, one.end)
        end = follows.end() if follows and follows[0][-1].isalnum() else one.end
        text = masked(text, [(one.start, end)])
    return text


def _has_phrase(text: str, place: Named, named: Sequence[Named]) -> bool:
    """Whether a place only says whose phrase is meant: 珠海的两枢纽一高地, the “two wings” of Fujian."""
    phrases = [one for one in named if one.is_of("PlaceGroup", "Slogan") and not one.meets(place)]
    return any(
        (place.end <= one.spans[0][0] and _OWNS.fullmatch(text, place.end, one.spans[0][0]))
        or (one.end <= place.start and _OWNED_BY.fullmatch(text, one.end, place.start))
        for one in phrases
    )


def _is_weighty(one: Named) -> bool:
    return one.year is not None or bool(one.known_as) or one.is_of(*_WEIGHTY)


def _is_used(one: Named, intent: Intent) -> bool:
    return any(one is other or one.meets(other) for other in intent.used)


def _places_another(text: str, one: Named, intent: Intent) -> bool:
    """Whether a place only says where another one lies: 辽宁省沈阳市, Taizhou (Zhejiang)."""
    if one.year is not None or not (one.known_as or one.is_of("Place")):
        return False
    for other in intent.used:
        if one.end == other.start and other.is_of("Task", "Positioning", "Industry"):
            return True
        if other.is_of("Place", "PlaceGroup") and (
            (one.end <= other.start and _BETWEEN_PLACES.fullmatch(text, one.end, other.start))
            or re.fullmatch(r"(?:'s)?\s*[(（,，]\s*", text[other.end : one.start])
        ):
            return True
    return False


def _is_part_of_longer(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether a word is only part of a longer one: 没有 in 有没有."""
    return any(start <= span[0] and span[1] <= end and end - start > span[1] - span[0] for start, end in others)


def _within(span: tuple[int, int], covered: Sequence[tuple[int, int]]) -> bool:
    return any((start <= span[0] and span[1] <= end) or (span[0] < end and start < span[1]) for start, end in covered)
