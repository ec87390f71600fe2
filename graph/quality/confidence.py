"""How far a reading can be trusted, in three words: by the share of sentences read, and by what a text says of itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from graph.engines import Rows
from graph.questions import answer, question
from graph.things import documents

Level = Literal["high", "middle", "low"]

_MOST, _SOME = 0.6, 0.3
"""Shares of sentences that back something: from the first a text counts as mostly read, below the second as hardly."""
_COUNTED = ("declared-and-listed-tasks", "declared-and-listed-members")


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something a text declares, and how many were read."""

    name: str
    kind: str
    """`TaskArea` or `KeyTask`; empty for the members of a group."""
    declared: int
    listed: int
    document: str = ""
    """Title of the document whose section declares it; empty for the members of a group, of which several may speak."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How far the reading of a graph's texts can be trusted."""

    sentences: int
    quoted: int
    """Sentences that back something."""
    counts: tuple[Count, ...]

    @property
    def share(self) -> float:
        """The share of sentences that back something; 0 where there is none."""
        return self.quoted / self.sentences if self.sentences else 0.0

    @property
    def matching(self) -> int:
        """How many of the declared numbers were read in full."""
        return sum(one.declared == one.listed for one in self.counts)

    @property
    def level(self) -> Level:
        """High where most sentences were read and most declared numbers agree, low where hardly any was read.

        >>> Confidence(10, 7, ()).level, Confidence(10, 4, ()).level, Confidence(10, 1, ()).level
        ('high', 'middle', 'low')
        >>> Confidence(10, 7, (Count("双核", "", 2, 1),)).level
        'middle'
        """
        if self.share < _SOME:
            return "low"
        agrees = not self.counts or self.matching * 2 > len(self.counts)
        return "high" if self.share >= _MOST and agrees else "middle"


def confidence(rows: Rows, some: Collection[str] = ()) -> Confidence:
    """Return how far the reading of a graph can be trusted.

    Arguments: rows, the graph; some, IRIs of documents where it shall be these alone.

    >>> from graph import PolicyGraph
    >>> confidence(PolicyGraph.open("memory")).level
    'low'
    """
    held = [one for one in documents(rows) if not some or str(one.iri) in some]
    return Confidence(
        sum(one.sentences for one in held),
        sum(one.quoted_sentences for one in held),
        tuple(
            sorted(
                {one for name in _COUNTED for one in _counts(rows, name, some)},
                key=lambda one: (one.kind, one.document, one.name),
            )
        ),
    )


def _counts(rows: Rows, name: str, some: Collection[str]) -> list[Count]:
    found = answer(rows, question(name))
    names = [column.name for column in found.question.columns]
    lines = [
        (dict(zip(names, line.cells, strict=True)), line.proofs[0].document if line.proofs else "")
        for line in found.lines
        if not some or any(proof.iri in some for proof in line.proofs)
    ]
    return [
        Count(
            found.shown(line[names[0]]),
            str(line["kind"]).rpartition("#")[2] if "kind" in line else "",
            int(str(line["declared"])),
            int(str(line["listed"] or 0)),
            title if "kind" in line else "",
        )
        for line, title in lines
    ]
