"""Where more than two things are asked for: what ties each two of them, and which are not tied at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.connections.conditions import Conditions
from graph.connections.covering import covering, find_passages
from graph.connections.gathering import gather
from graph.connections.text import KINDS
from graph.connections.ways import find_ways
from graph.rdf import Language
from graph.things import Neighbourhood, Node

_DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the ends, and how many ways of each kind tie them; as a string, in Chinese."""

    ends: tuple[Node, Node]
    counts: tuple[tuple[str, int], ...]
    """Kind of `graph.connections.text.KINDS` with its number; documents, which tie nothing by naming both, are left out."""
    documents: int
    """Documents that name both."""

    @property
    def names(self) -> str:
        """Both names, with a dash between."""
        return "–".join(node.label for node in self.ends)

    def said(self, language: Language = "zh") -> str:
        """Return what ties them in a few words, ``zh`` or ``en``.

        >>> ends = Node("urn:a", "大连市", "City"), Node("urn:b", "抚顺市", "City")
        >>> Pair(ends, (), 0).said(), Pair(ends, (("task", 2),), 1).said("en"), Pair(ends, (), 1).said("en")
        ('无', '2 tasks', 'nothing (1 document names both)')
        """
        if self.counts:
            return ("，" if language == "zh" else ", ").join(_counted(kind, n, language) for kind, n in self.counts)
        if language == "zh":
            return f"无（{self.documents}份文件同时提到）" if self.documents else "无"
        named = f"{self.documents} document{' names' if self.documents == 1 else 's name'} both"
        return f"nothing ({named})" if self.documents else "nothing"

    def text(self, language: Language = "zh") -> str:
        """Return both names and what ties them in one line: «大连市–抚顺市：无»."""
        return f"{self.names}{'：' if language == 'zh' else ': '}{self.said(language)}"

    def __str__(self) -> str:
        """Return it in Chinese."""
        return self.text()


def pairs(around: Neighbourhood, ends: Sequence[tuple[Node, ...]], conditions: Conditions) -> tuple[Pair, ...]:
    """Return each two of the ends, in their order; none where there are no more than two.

    Arguments: around, the engine; ends, each the things that one name stands for; conditions, which ways count.
    """
    return tuple(_pair(around, pair, conditions) for pair in combinations(ends, 2)) if len(ends) > 2 else ()


def _pair(around: Neighbourhood, ends: tuple[tuple[Node, ...], ...], conditions: Conditions) -> Pair:
    named = covering(find_passages(around, ends), ends)
    ways = find_ways(gather(around, ends, conditions), named, conditions)
    counts = Counter[str](way.kind for way in (*ways.tasks, *ways.shared, *ways.paths))
    tied = tuple((kind, counts[kind]) for kind in KINDS if kind in counts and kind != _DOCUMENT)
    return Pair((ends[0][0], ends[1][0]), tied, counts[_DOCUMENT])


def _counted(kind: str, n: int, language: Language) -> str:
    chinese, one, several = KINDS[kind]
    return f"{chinese}{n}项" if language == "zh" else f"{n} {one if n == 1 else several}"
