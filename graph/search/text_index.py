"""The index, asked: which sentences hold what is searched for, best first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from graph.search.index_file import LAID_DOWN, RANKED, matching
from graph.search.sentences import Filter, Sort
from graph.search.spelling import pairs, phrase


@dataclass(frozen=True, slots=True)
class Found:
    """How many sentences hold what was searched for, and the IRIs of those that were asked for, best first."""

    total: int
    sentences: tuple[str, ...]


class TextIndex:
    """The index of all sentences of one graph.

    Arguments: database, that `index_file.write_index` wrote; it may be used by several threads.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def find(self, searched: Sequence[str], filters: Sequence[Sequence[Filter]], limit: int, offset: int = 0) -> Found:
        """Return the sentences that hold every piece and have a filter of each group.

        Arguments: searched, pieces of `spelling.pieces`, one at least; filters, groups of which each asks for one of its filters;
        limit; offset, how many of the best are passed over. Their order is that of BM25, then that of the texts.
        """
        groups = [self._numbers(group) for group in filters]
        if not all(groups):
            return Found(0, ())
        wanted = " AND ".join([*map(matching, searched), *(f"filters : ({' OR '.join(group)})" for group in groups)])
        laid_down = self._laid_down(searched, limit, offset) if not groups else []
        rows = laid_down or self._database.execute(RANKED, (wanted, limit, offset)).fetchall()
        return Found(self._total(searched, groups), tuple(self._iri(number) for (number,) in rows))

    def count(self, searched: Sequence[str], filters: Sequence[Sequence[Filter]]) -> int:
        """Return how many sentences hold every piece and have a filter of each group. Arguments: as for `find`."""
        groups = [self._numbers(group) for group in filters]
        return self._total(searched, groups) if all(groups) else 0

    def _total(self, searched: Sequence[str], groups: Sequence[Sequence[str]]) -> int:
        # The phrases of jieba's words only rank: to count, the pairs are enough.
        counted = " AND ".join(
            [
                *(f"pairs : {phrase(one)}" for one in searched),
                *(f"filters : ({' OR '.join(group)})" for group in groups),
            ]
        )
        query = "SELECT count(*) FROM texts WHERE texts MATCH ?"
        total: int = self._database.execute(query, (counted,)).fetchone()[0]
        return total

    def holding_any(self, searched: Sequence[str], filters: Sequence[Sequence[Filter]], limit: int) -> tuple[str, ...]:
        """Return the IRIs of sentences that hold any of some pieces and have a filter of each group, the best first (BM25).

        Arguments: searched, pieces of `spelling.pieces`; filters, groups of which each asks for one of its filters; limit.
        """
        groups = [self._numbers(group) for group in filters]
        if not searched or not all(groups):
            return ()
        wanted = " AND ".join(
            [f"({' OR '.join(map(matching, searched))})", *(f"filters : ({' OR '.join(group)})" for group in groups)]
        )
        return tuple(self._iri(number) for (number,) in self._database.execute(RANKED, (wanted, limit, 0)))

    def _laid_down(self, searched: Sequence[str], limit: int, offset: int) -> list[tuple[int]]:
        """Return the hits of one common word that were laid down; none where it is not common, or more are asked for."""
        if len(searched) > 1 or offset + limit > LAID_DOWN:
            return []
        word = pairs(searched[0])[0]
        if phrase(searched[0]) != f'"{word}"':
            return []
        best = "SELECT sentence FROM common WHERE word = ? AND place >= ? ORDER BY place LIMIT ?"
        return self._database.execute(best, (word, offset, limit)).fetchall()

    def _numbers(self, group: Sequence[Filter]) -> list[str]:
        query = "SELECT number FROM filter WHERE sort = ? AND value = ?"
        return [f'"{row[0]}"' for one in group for row in self._database.execute(query, one)]

    def _iri(self, number: int) -> str:
        query = (
            "SELECT folder.iri || name FROM sentence JOIN folder ON folder.number = folder WHERE sentence.number = ?"
        )
        iri: str = self._database.execute(query, (number,)).fetchone()[0]
        return iri

    def values(self, sort: Sort) -> tuple[tuple[str, int], ...]:
        """Return the values of a sort of filter with how many sentences have each, those with the most first."""
        query = "SELECT value, sentences FROM filter WHERE sort = ? ORDER BY sentences DESC, value"
        return tuple(self._database.execute(query, (sort,)))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
