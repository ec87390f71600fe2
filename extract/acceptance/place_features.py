"""What is true of a place and an industry of one clause: the features over which a table of weights decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from extract.clauses import Clause
from extract.grammar.achievements import is_achieved
from extract.grammar.positionings import IDEOLOGY
from extract.industries import Industry
from extract.outlook.outlook import outlook_of
from extract.place_proposals import Proposal
from extract.reading import Reading
from extract.tokens import has_class
from extract.values import Entity

_SHAPES = ("status ", "tail ", "closing ", "governor ")
_FAR = 40
"""Code points between a place and an industry from which on they are far apart."""
_OFTEN = 3
_TOP = 200
"""Code points of the beginning of a text, which says what it is about; how often a shorter one names a thing says nothing."""


def place_features(reading: Reading, clause: Clause, industry: Industry, one: Proposal, rank: int) -> frozenset[str]:
    """Return what is true of an industry and the places that it may be one of.

    Arguments: reading; clause that holds the industry; industry; one, the places with the path on which they were found; rank, how
    many nearer places there are.

    >>> from extract.place_proposals import proposals
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> reading = prepare(Document("a", "沈阳壮大机器人产业。"))
    >>> clause, industry = reading.clauses[0][0], reading.industries[0]
    >>> one = next(proposals(reading, clause, industry))
    >>> sorted(f for f in place_features(reading, clause, industry, one, 0) if f.startswith(("path", "before", "mode")))
    ['before D', 'mode tale, path before the verb', 'path before the verb']
    """
    return frozenset(
        (
            *_of_clause(reading, clause, industry, one, rank),
            *_of_words(reading, clause, industry),
            *_of_text(reading, clause, industry, one),
        )
    )


def _of_clause(reading: Reading, clause: Clause, industry: Industry, one: Proposal, rank: int) -> Iterator[str]:
    """How the place was found, what the list of the industry looks like, and of what else the clause speaks."""
    row, series = reading.tokens, industry.candidate.series
    yield f"path {one.path}"
    yield f"rank {rank}"
    yield from (feature for feature in industry.candidate.features if feature.startswith(_SHAPES))
    first, last = sorted((row.first(one.end), row.first(industry.name.start)))
    if one.path in ("clause", "sentence") and "P" in row.letters[max(first, row.first(clause.start)) : last]:
        yield "another place between"
    if one.path == "clause" and industry.name.start - one.end > _FAR:
        yield "far apart"
    if clause.other:
        yield "another subject"
    if is_achieved(reading.tokens, clause.start, clause.end):
        yield "told of the past"
    if IDEOLOGY.search(reading.text, clause.start, clause.end):
        yield "guiding thought"
    if "E" in row.letters[row.first(clause.start) : series.end]:
        yield "a firm in the clause"
    if "O" in row.letters[row.first(clause.start) : row.first(clause.end)]:
        yield "a body in the clause"


def _of_words(reading: Reading, clause: Clause, industry: Industry) -> Iterator[str]:
    """The classes of the words beside the list that holds the industry, and on which side of it something is developed."""
    row, series = reading.tokens, industry.candidate.series
    first, last = row.within(clause.start, clause.end)
    low, high = series.items[0][0], series.end
    yield f"before {row.letters[low - 1] if low > first else 'start'}"
    after = high
    while after < last and row.letters[after] == "A":
        after += 1
    yield f"behind {row.letters[after] if after < last else 'end'}"
    yield "developing before" if _develops(row.letters[first:low]) else "no developing before"
    if _develops(row.letters[high:last]):
        yield "developing behind"
    if any(has_class(row.word(index), "administering") for index in range(first, last)):
        yield "administered in the clause"


def _develops(letters: str) -> bool:
    return "D" in letters or "B" in letters


def _of_text(reading: Reading, clause: Clause, industry: Industry, one: Proposal) -> Iterator[str]:
    """What the text is: the mode of the sentence with the path of the place, how often it names the industry and the place."""
    yield f"mode {outlook_of(reading)[1][clause.sentence]}, path {one.path}"
    if len(reading.text) <= _TOP:
        return
    times = _named(reading)[industry.name.entities[0]]
    yield "named once" if times == 1 else "named often" if times >= _OFTEN else "named twice"
    place = reading.text[one.start : one.end]
    if place and reading.text.count(place) >= _OFTEN:
        yield "place often"
    if place and place in reading.text[:_TOP]:
        yield "place at the top"


@lru_cache(maxsize=1)
def _named(reading: Reading) -> Mapping[Entity, int]:
    """How often a text names each industry; kept for the text read last."""
    return Counter(industry.name.entities[0] for industry in reading.industries)
