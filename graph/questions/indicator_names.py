"""Which indicators a question speaks of: by what they measure, in whichever words of either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rdflib import URIRef

from extract.tables import read_rows
from extract.wordlists import alternation, split, word_classes
from graph.engines import Rows
from graph.questions.catalogue import WORDS, question
from graph.things import Node

Span = tuple[int, int]

_INDICATORS = "SELECT DISTINCT ?thing ?label { ?target pol:indicator ?thing . ?thing skos:prefLabel ?label }"
_SHARE = "占"
_CHANGES = ("增长", "增速", "涨幅")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Measure:
    """A part of what an indicator measures."""

    written: str
    """As the names of indicators write it."""
    words: tuple[str, ...]
    """As a question may say it."""
    is_optional: bool
    levels: tuple[str, ...] = ()
    """As a question may say it that asks how much there is, and never how fast it grows."""


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    """The indicators that a question names in one place; several where it leaves open which."""

    start: int
    end: int
    things: tuple[Node, ...]
    spans: tuple[Span, ...]
    """The words by which it names them."""


@lru_cache(maxsize=1)
def _measures() -> Mapping[str, Measure]:
    rows = read_rows(WORDS / "indicator_words.tsv", ("written", "words", "optional", "levels"))
    return {cells[0]: Measure(cells[0], split(cells[1]), cells[2] == "yes", split(cells[3])) for _, cells in rows}


@lru_cache(maxsize=1)
def _written() -> re.Pattern[str]:
    return re.compile(alternation(_measures()))


@lru_cache(maxsize=4096)
def parts_of(label: str) -> tuple[Measure, ...]:
    """Return what the name of an indicator is made of; what no row of the table knows stands for itself.

    >>> [one.written for one in parts_of("制造业增加值占地区生产总值比重")]
    ['制造业', '增加值', '占', '地区生产总值', '比重']
    >>> [one.written for one in parts_of("存量用地")]
    ['存量用地']
    """
    parts: list[Measure] = []
    last = 0
    for match in _written().finditer(label):
        parts += _itself(label[last : match.start()])
        parts.append(_measures()[match[0]])
        last = match.end()
    parts += _itself(label[last:])
    # A share may be asked for without what it is a share of: 制造业占比.
    of = next((at for at, one in enumerate(parts) if one.written == _SHARE), len(parts))
    return tuple(replace(one, is_optional=True) if at > of else one for at, one in enumerate(parts))


def _itself(text: str) -> list[Measure]:
    return [Measure(text, (text,), False)] if text.strip("的（）()") else []


def indicators_in(rows: Rows, text: str, taken: Sequence[Span] = ()) -> tuple[NamedIndicator, ...]:
    """Return the indicators of a graph that a question names: those of which it says most, all parts but optional ones.

    Arguments: rows, the graph; text; taken, spans that name something else.

    >>> from graph import PolicyGraph
    >>> indicators_in(PolicyGraph.open("memory"), "GDP增长多少")
    ()
    """
    taken = [*taken, *_of_no_indicator(text)]
    said: dict[Node, tuple[Span, ...]] = {}
    for row in rows.rows(_INDICATORS):
        node = Node(URIRef(row["thing"]), str(row["label"]), "Indicator")
        parts = parts_of(node.label)
        spans = _spans_of(parts, text, taken)
        if spans and (len(spans) == len(parts) or _asks_for_a_value(text)):
            said[node] = spans
    if not said:
        return ()
    # Of those of which the text says equally much, the ones of which it leaves least unsaid come first.
    most = max(_length(spans) for spans in said.values())
    chosen = sorted(
        (node for node, spans in said.items() if _length(spans) == most),
        key=lambda node: (len(parts_of(node.label)) - len(said[node]), node),
    )
    # How it changes is also what a question asks: 增长多少.
    changes = _occurrences(text, frozenset(word for one in _CHANGES for word in _measures()[one].words))
    spans = tuple(sorted({span for node in chosen for span in said[node] if span not in changes}))
    if not spans:
        return ()
    return (NamedIndicator(spans[0][0], max(end for _, end in spans), tuple(chosen), spans),)


def _asks_for_a_value(text: str) -> bool:
    """Whether a text asks how much something is, in the words of the question on the targets of a place."""
    return bool(_pattern(_words_of_targets()).search(text))


@lru_cache(maxsize=1)
def _words_of_targets() -> frozenset[str]:
    return frozenset(
        word for groups in question("targets-of-place").keywords.values() for group in groups for word in group
    )


def said_of_targets(text: str) -> list[Span]:
    """Return the spans that say in a question about targets that it is about targets, how fast something grows, or what is done.

    >>> said_of_targets("增速目标"), said_of_targets("新增学位多少个")[:1]
    ([(0, 2), (2, 4)], [(0, 2)])
    """
    changes = {word for one in _CHANGES for word in _measures()[one].words}
    return _occurrences(text, _words_of_targets() | changes | frozenset(word_classes()["making"]))


def measured_in(text: str, taken: Sequence[Span] = ()) -> list[Span]:
    """Return the spans of a text that say what something measures, whether the graph has it or not.

    >>> measured_in("粮食产量和GDP")
    [(0, 2), (2, 4), (5, 8)]
    """
    words = {word for one in _measures().values() if not one.is_optional for word in (*one.words, *one.levels)}
    taken = [*taken, *_of_no_indicator(text)]
    return [span for span in _occurrences(text, frozenset(words)) if not _meets(span, taken)]


def _of_no_indicator(text: str) -> list[Span]:
    return _occurrences(text, _no_indicators())


@lru_cache(maxsize=1)
def _no_indicators() -> frozenset[str]:
    return frozenset(cells[0] for _, cells in read_rows(WORDS / "no_indicators.tsv", ("word",)))


def _spans_of(parts: Sequence[Measure], text: str, taken: Sequence[Span]) -> tuple[Span, ...]:
    """The words of a text that say all parts, each in a place of its own; none where a part that is needed is not said."""
    used: list[Span] = []
    changes = any(part.written in _CHANGES for part in parts)
    for part in sorted(parts, key=lambda one: one.is_optional):
        levels = _occurrences(text, frozenset(part.levels)) if part.levels else []
        free = [one for one in _occurrences(text, frozenset(part.words)) if not _meets(one, [*taken, *used, *levels])]
        free += [] if changes else [one for one in levels if not _meets(one, [*taken, *used])]
        if free:
            used.append(max(free, key=lambda span: (span[1] - span[0], -span[0])))
        elif not part.is_optional:
            return ()
    return tuple(sorted(used))


@lru_cache(maxsize=4096)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    chinese = [word for word in words if _CHINESE.search(word)]
    other = [word for word in words if not _CHINESE.search(word)]
    parts = [alternation(chinese)] if chinese else []
    if other:
        parts.append(rf"(?<![A-Za-z])(?:{alternation(other)})(?:s|es|ing)?(?![A-Za-z])")
    return re.compile("|".join(parts), re.IGNORECASE)


def _occurrences(text: str, words: frozenset[str]) -> list[Span]:
    return [match.span() for match in _pattern(words).finditer(text)]


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)
