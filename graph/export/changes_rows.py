"""What a comparison says in a table: what changed, and the sentences of both sides beside it with what differs marked."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from graph.comparison import KINDS, Comparison, Span, Together, differing, title
from graph.counted import counted
from graph.export.briefing_words import WORDS
from graph.export.deck_table import Marked
from graph.export.made_by import program
from graph.export.shortened import shortened
from graph.rdf import Language, label
from graph.results import in_one_line
from graph.things import Quote

_MOST_CHANGES, _MOST_SENTENCES = 3, 3
"""Changes and sentences of one row, so that it fits on a slide."""
_MORE: dict[Language, str] = {"zh": "（另有{n}句）", "en": "({n:more sentence|more sentences})"}


@dataclass(frozen=True, slots=True)
class ChangesRow:
    """A row: changes that a person reads in one go."""

    told: str
    """The changes, a line each."""
    before: Marked
    after: Marked
    """The sentences of either side, a line each."""
    quotes: tuple[Quote, ...]
    """All sentences, whole, for the notes."""


def rows_by_kind(
    found: Comparison, language: Language, longest: int = sys.maxsize
) -> Iterator[tuple[str, list[ChangesRow]]]:
    """Yield what changed, what was said otherwise (one claim added, another dropped), what was added and what was dropped, each with
    its rows; sentences between which something changed and more was added are told once, with what changed.

    Arguments: found; language; longest, the characters that are shown of a sentence or a change.
    """
    for kinds in (("changed",), ("added", "dropped"), ("added",), ("dropped",)):
        held = [one for one in found.together if _kinds(one) == kinds]
        if held:
            called = " · ".join(title(kind, language) for kind in kinds)
            yield called, [row for one in held for row in _rows(one, language, longest)]


def counts_by_relation(found: Comparison, language: Language) -> tuple[list[str], list[list[str]]]:
    """Return head and rows of how many claims of each relation changed, were added and were dropped.

    >>> counts_by_relation(Comparison(("a", "b"), (), (), (), (), 0), "en")[0]
    ['relation', 'changed', 'added', 'dropped']
    """
    counts = Counter((one.term, one.kind) for one in found.changes)
    sums = Counter(one.term for one in found.changes)
    head = [found.columns(language)[2], *(title(kind, language) for kind in KINDS)]
    terms = sorted(sums, key=lambda term: (-sums[term], term))
    return head, [[label(term, language), *(str(counts[term, kind] or "") for kind in KINDS)] for term in terms]


def _kinds(together: Together) -> tuple[str, ...]:
    kinds = {change.kind for change in together.changes}
    return ("changed",) if "changed" in kinds else tuple(kind for kind in KINDS if kind in kinds)


def _rows(together: Together, language: Language, longest: int) -> Iterator[ChangesRow]:
    before, after = _sentences(together.before, together.after, language, longest)
    for at in range(0, len(together.changes), _MOST_CHANGES):
        told = "\n".join(_short(change.told(language), longest) for change in together.changes[at : at + _MOST_CHANGES])
        yield ChangesRow(told, before, after, (*together.before, *together.after))


def _sentences(
    before: Sequence[Quote], after: Sequence[Quote], language: Language, longest: int
) -> tuple[Marked, Marked]:
    """Return the sentences of both sides, those at one place held against each other."""
    olds, news = ([_line(one, longest) for one in side[:_MOST_SENTENCES]] for side in (before, after))
    spans = [differing(old, new) if old and new else ((), ()) for old, new in zip_longest(olds, news, fillvalue="")]
    more = [
        [counted(_MORE[language], n=len(side) - _MOST_SENTENCES)] if len(side) > _MOST_SENTENCES else []
        for side in (before, after)
    ]
    marks = [*zip(*spans, strict=True)] or [(), ()]
    return _marked([*olds, *more[0]], [*marks[0], ()]), _marked([*news, *more[1]], [*marks[1], ()])


def _marked(lines: Sequence[str], spans: Sequence[Sequence[Span]]) -> Marked:
    shifted: list[Span] = []
    at = 0
    for line, held in zip(lines, spans, strict=False):
        shifted += [(at + start, at + end) for start, end in held]
        at += len(line) + 1
    return Marked("\n".join(lines), tuple(shifted))


def _line(quote: Quote, longest: int) -> str:
    """A sentence in one line; one that backs no change but is most alike, behind ≈."""
    return _short(("" if quote.grade else "≈ ") + quote.said, longest)


def _short(text: str, longest: int) -> str:
    # Also without characters that turn the direction of writing.
    return shortened(" ".join(in_one_line(text).split()), longest)


def changes_made_again(found: Comparison, language: Language, command: str) -> list[str]:
    """Return what makes a comparison again, a line each: hashes of the graphs, version of the program, and the command, where there is one.

    >>> changes_made_again(Comparison(("a", "b"), (), (), (), (), 0, ("0f",)), "en", "")[0]
    'Hash of the graph: 0f'
    """
    words = WORDS[language]
    told = [f"{words['hash']}: {digest}" for digest in found.digests]
    return [*told, f"{words['version']}: {program()}", *([f"{words['again']}: {command}"] if command else [])]
