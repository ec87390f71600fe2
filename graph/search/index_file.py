"""The index as a file of SQLite: the words of all sentences, what they are filtered by, and the best hits of common words.

One row of the full-text table (FTS5) is one sentence, in three columns: jieba's words, pairs of characters, filters. The sentences
themselves stay in the graph, which is asked for the few that are shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from graph.search.sentences import Filter, Sentence
from graph.search.spelling import BREAK, pairs, phrase, word_phrase, words

COMMON = 3_000
"""Sentences from which a word is common: to rank them all anew would take more than some milliseconds."""
LAID_DOWN = 200
"""So many hits of a common word are kept, in their order."""
_BATCH = 20_000

RANKED = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 1.0, 1.0, 0.0), rowid LIMIT ? OFFSET ?"
"""The hits of an expression, best first, those of one rank in the order of the texts; filters add nothing to a rank."""

# Of characters beyond ASCII the tokenizer `ascii` takes every one for a letter: the words are cut already.
_SCHEMA = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sentence (number INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name TEXT NOT NULL);
CREATE TABLE folder (number INTEGER PRIMARY KEY, iri TEXT NOT NULL);
CREATE TABLE filter (number INTEGER PRIMARY KEY, sort TEXT NOT NULL, value TEXT NOT NULL, sentences INTEGER NOT NULL);
CREATE TABLE common (word TEXT NOT NULL, place INTEGER NOT NULL, sentence INTEGER NOT NULL, PRIMARY KEY (word, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE texts USING fts5(words, pairs, filters, content='', tokenize="ascii tokenchars '{BREAK}'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, col);
"""


def write_index(database: sqlite3.Connection, sentences: Iterable[Sentence], about: Iterable[tuple[str, str]]) -> None:
    """Write the index of sentences into an empty database; the same sentences give the same bytes.

    Arguments: database; sentences, in the order in which hits of one rank shall come; about, what is noted of the whole.
    Raises sqlite3.Error where it cannot be written.
    """
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;" + _SCHEMA)
    _Writer(database).write(sentences)
    database.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    _lay_down_common(database)
    database.executemany("INSERT INTO about VALUES (?, ?)", about)
    database.commit()


def _lay_down_common(database: sqlite3.Connection) -> None:
    """Keep the best hits of each common pair, so that the commonest word is answered as fast as a rare one."""
    common = database.execute("SELECT term FROM vocabulary WHERE col = 'pairs' AND doc >= ? ORDER BY term", (COMMON,))
    for (word,) in common.fetchall():
        if word == BREAK:
            continue
        best = database.execute(RANKED, (matching(word), LAID_DOWN, 0)).fetchall()
        database.executemany("INSERT INTO common VALUES (?, ?, ?)", ((word, i, row[0]) for i, row in enumerate(best)))


def matching(piece: str) -> str:
    """Return the expression of FTS5 that a piece of a searched text stands for.

    >>> matching("物流枢纽")
    '(words : "物流 枢纽" OR pairs : "物流 流枢 枢纽")'
    """
    # What stands as words stands as pairs too: the words only rank it higher.
    return f"(words : {word_phrase(piece)} OR pairs : {phrase(piece)})"


class _Writer:
    """Numbers sentences, folders of IRIs and filters as they come."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._folders: dict[str, int] = {}
        self._filters: dict[Filter, int] = {}
        self._counts: dict[Filter, int] = {}

    def write(self, sentences: Iterable[Sentence]) -> None:
        numbered = enumerate(sentences, 1)
        while batch := list(zip(range(_BATCH), numbered, strict=False)):
            rows = [(number, sentence) for _, (number, sentence) in batch]
            self._database.executemany("INSERT INTO sentence VALUES (?, ?, ?)", (self._named(*row) for row in rows))
            self._database.executemany(
                "INSERT INTO texts(rowid, words, pairs, filters) VALUES (?, ?, ?, ?)",
                (self._spelled(*row) for row in rows),
            )
        self._database.executemany("INSERT INTO folder VALUES (?, ?)", ((n, iri) for iri, n in self._folders.items()))
        self._database.executemany("INSERT INTO filter VALUES (?, ?, ?, ?)", self._listed())

    def _named(self, number: int, sentence: Sentence) -> tuple[int, int, str]:
        folder, slash, name = sentence.iri.rpartition("/")
        return number, self._folders.setdefault(folder + slash, len(self._folders) + 1), name

    def _spelled(self, number: int, sentence: Sentence) -> tuple[int, str, str, str]:
        for one in sorted(sentence.filters):
            self._filters.setdefault(one, len(self._filters) + 1)
            self._counts[one] = self._counts.get(one, 0) + 1
        filters = sorted(self._filters[one] for one in sentence.filters)
        return number, " ".join(words(sentence.text)), " ".join(pairs(sentence.text)), " ".join(map(str, filters))

    def _listed(self) -> Iterator[tuple[int, str, str, int]]:
        return ((number, *one, self._counts[one]) for one, number in self._filters.items())
