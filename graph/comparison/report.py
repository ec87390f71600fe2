"""A comparison as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.comparison.changes import Comparison
from graph.rdf import Language
from graph.things import Quote


def lines_of(found: Comparison, language: Language = "zh") -> Iterator[str]:
    """Yield a comparison line by line: its counts, then the sentences of both sides with what they say differently.

    A sentence behind − is of the first side, one behind + of the second; one behind ≈ backs no change, but is most alike.

    >>> from graph import PolicyGraph
    >>> graph = PolicyGraph.open("memory")
    >>> list(lines_of(graph.diff(graph), "en"))
    ['memory → memory', 'changed 0 · added 0 · dropped 0 · unchanged 0']
    """
    yield " → ".join(found.names)
    yield found.counted(language)
    for one in found.together:
        yield ""
        yield from _sentences("−", one.before)
        yield from _sentences("+", one.after)
        for change in one.changes:
            yield f"    {change.told(language)}"


def _sentences(mark: str, quotes: Sequence[Quote]) -> Iterator[str]:
    for quote in quotes:
        where = " › ".join((quote.title, *quote.trail))
        yield f"{mark if quote.grade else '≈'} {quote.said} [{where} {quote.start}–{quote.end}]"
