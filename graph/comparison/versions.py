"""Which two documents of a graph are best held against each other: versions of one, or those that speak of the same things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from rapidfuzz import fuzz

from graph.engines import Rows
from graph.rdf import PID, graph_iri
from graph.things import DocumentCard, fold

_MOST = 200
"""Documents whose titles are held against each other where no two share a thing; of more, the first ones."""
_COMMON = 20
"""Documents beyond which what names a thing says nothing of which two belong together."""
_LABELLED = f"SELECT ?graph ?thing {{ GRAPH ?graph {{ ?thing skos:prefLabel ?label }} FILTER(STRSTARTS(STR(?thing), '{PID}')) }}"

_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")

_ENOUGH = 0.15
"""Share of the things of the shorter text that two versions have in common; reports of two places have half as many at the most."""

Pair: TypeAlias = tuple[DocumentCard, DocumentCard]


class _Shared(NamedTuple):
    """How many things documents name, by their ids, and how many things that few others name two have in common."""

    named: Counter[str]
    shared: Counter[tuple[str, str]]

    def share(self, pair: Pair) -> float:
        """Of the things of the one that names fewer."""
        return self.shared[_ids(pair)] / max(1, min(self.named[one.id] for one in pair))


def likely_versions(rows: Rows, cards: Sequence[DocumentCard]) -> Pair | None:
    """Return two documents to compare first, the older one first; None where there are no two.

    Of texts that bear one title but for years and brackets, the two latest are versions, if they are of one place, or where none is known
    name the same things; of several such pairs, and where there is none of all pairs, it is the one that has most things in common, then
    the one of the most alike titles. Arguments: rows, the graph; cards, its documents.

    >>> from graph import PolicyGraph
    >>> likely_versions(PolicyGraph.open("memory"), [])
    """
    originals = [one for one in cards if not one.reprint_of]
    held = {one.id: one for one in (originals if len(originals) > 1 else cards)}
    if len(held) < 2:
        return None
    things = _count_named(rows, held)
    versions = [
        pair for pair in _of_one_title(held.values()) if pair[0].jurisdiction.place or things.share(pair) >= _ENOUGH
    ]
    pairs = versions or [(held[one], held[other]) for one, other in things.shared]
    pairs = pairs or list(combinations(list(held.values())[:_MOST], 2))
    best = max(
        pairs, key=lambda pair: (things.shared[_ids(pair)], fuzz.ratio(pair[0].title, pair[1].title), _ids(pair))
    )
    older, later = sorted(best, key=_age)
    return older, later


def _of_one_title(cards: Iterable[DocumentCard]) -> Iterable[Pair]:
    """The two latest documents of each title that several of one place bear."""
    named: dict[tuple[str, str, str], list[DocumentCard]] = defaultdict(list)
    for one in cards:
        letters = "".join(letter for letter in _IN_BRACKETS.sub("", fold(one.title)) if "一" <= letter <= "鿿")
        if letters:
            named[letters, *one.jurisdiction].append(one)
    for held in named.values():
        if len(held) > 1:
            older, later = sorted(held, key=_age)[-2:]
            yield older, later


def _count_named(rows: Rows, held: Iterable[str]) -> _Shared:
    by_graph = {graph_iri(one): one for one in held}
    naming: dict[str, set[str]] = defaultdict(set)
    for row in rows.rows(_LABELLED):
        if found := by_graph.get(str(row["graph"])):
            naming[str(row["thing"])].add(found)
    named = Counter(one for ids in naming.values() for one in ids)
    few = (sorted(ids) for ids in naming.values() if len(ids) <= _COMMON)
    return _Shared(named, Counter(pair for ids in few for pair in combinations(ids, 2)))


def _age(one: DocumentCard) -> tuple[str, str]:
    return one.issued or (str(one.year) if one.year else ""), one.id


def _ids(pair: Pair) -> tuple[str, str]:
    one, other = sorted(card.id for card in pair)
    return one, other
