"""The index as a file of SQLite: the words of all sentences, what they are filtered by, and the best hits of common words.

One row of the full-text table (FTS5) is one sentence, in three columns: jieba's words, pairs of characters, filters. The sentences
themselves stay in the graph, which is asked for the few that are shown. The number of a row is that of its document, which leaves room for
others between two, and of the sentence in it: so documents come and go, and rows stay in the order of the texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from graph.search.sentences import Filter, Sentence
from graph.search.spelling import BREAK, phrase, word_phrase

COMMON = 3_000
"""Sentences from which a word is common: to rank them all anew would take more than some milliseconds."""
LAID_DOWN = 200
"""So many hits of a common word are kept, in their order."""
_BATCH = 20_000
_GATHERED = 1 << 25
"""Bytes of the index that are gathered in memory before they are written: the fewer parts, the less there is to merge."""
_SENTENCES = 1 << 20
"""Most sentences of a document: a text has no more characters."""
_ROOM = 1 << 20
"""How far apart the numbers of documents are in an index that was made at once."""

RANKED = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 1.0, 1.0, 0.0), rowid LIMIT ? OFFSET ?"
"""The hits of an expression, best first, those of one rank in the order of the texts; filters add nothing to a rank."""

# Of characters beyond ASCII the tokenizer `ascii` takes every one for a letter: the words are cut already.
_SCHEMA = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (number INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, reading TEXT NOT NULL);
CREATE TABLE sentence (number INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name TEXT NOT NULL);
CREATE TABLE folder (number INTEGER PRIMARY KEY, iri TEXT NOT NULL);
CREATE TABLE filter (number INTEGER PRIMARY KEY, sort TEXT NOT NULL, value TEXT NOT NULL, sentences INTEGER NOT NULL);
CREATE TABLE common (word TEXT NOT NULL, place INTEGER NOT NULL, sentence INTEGER NOT NULL, PRIMARY KEY (word, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE texts USING fts5(words, pairs, filters, tokenize="ascii tokenchars '{BREAK}'");
INSERT INTO texts(texts, rank) VALUES ('hashsize', {_GATHERED});
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, col);
"""


class NoRoom(Exception):
    """Between two documents of an index there is no number left for another."""


def write_index(
    database: sqlite3.Connection,
    sentences: Iterable[Sentence],
    about: Iterable[tuple[str, str]],
    readings: Mapping[str, str] | None = None,
) -> None:
    """Write the index of sentences into an empty database; the same sentences give the same bytes.

    Arguments: database; sentences, those of a document together, in the order in which hits of one rank shall come; about, what is noted
    of the whole; readings, the reading hash of documents by IRI. Raises sqlite3.Error where it cannot be written.
    """
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;" + _SCHEMA)
    numbers: dict[str, int] = {}
    writer = _Writer(database)
    writer.write(sentences, lambda document: numbers.setdefault(document, (len(numbers) + 1) * _ROOM), readings or {})
    database.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    writer.finish(about)


def renew_index(
    database: sqlite3.Connection,
    sentences: Callable[[list[str]], Iterable[Sentence]],
    about: Iterable[tuple[str, str]],
    readings: Mapping[str, str],
) -> None:
    """Make an index that was written before the index of the documents that there are now.

    Arguments: database; sentences, which gives those of some documents by IRI, as for `write_index`; about; readings, the reading hash of
    every document by IRI: of those whose hash is as it was nothing changes. Raises NoRoom where it must be written anew, and sqlite3.Error.
    """
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;")
    writer = _Writer(database)
    held = dict(database.execute("SELECT iri, reading FROM document"))
    changed = sorted(iri for iri, reading in readings.items() if held.get(iri) != reading)
    for iri in sorted(held.keys() - (readings.keys() - set(changed))):
        writer.remove(iri)
    numbers = _numbers_between(database, changed)
    writer.write(sentences(changed), numbers.__getitem__, readings)
    database.execute("DELETE FROM common")
    database.execute("DELETE FROM about")
    writer.finish(about)


def _numbers_between(database: sqlite3.Connection, new: list[str]) -> dict[str, int]:
    """Return numbers for new documents, by IRI, that lie where their IRIs lie among those that an index holds."""
    held = database.execute("SELECT iri, number FROM document").fetchall()
    found: dict[str, int] = {}
    below = 0
    for is_new, some in groupby(sorted([*held, *((iri, 0) for iri in new)]), key=lambda one: not one[1]):
        group = list(some)
        if not is_new:
            below = group[-1][1]
            continue
        above = min((number for _, number in held if number > below), default=below + (len(group) + 1) * _ROOM)
        step = (above - below) // (len(group) + 1)
        if not step:
            raise NoRoom
        found.update((iri, below + step * place) for place, (iri, _) in enumerate(group, 1))
    return found


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
    """Puts sentences into an index and takes them out; numbers folders of IRIs and filters as they come."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._folders: dict[str, int] = dict(database.execute("SELECT iri, number FROM folder"))
        listed = database.execute("SELECT number, sort, value, sentences FROM filter").fetchall()
        self._filters: dict[Filter, int] = {Filter(sort, value): number for number, sort, value, _ in listed}
        self._counts: dict[int, int] = {number: sentences for number, _, _, sentences in listed}
        self._next: int = max(self._counts, default=0) + 1

    def write(
        self, sentences: Iterable[Sentence], number_of: Callable[[str], int], readings: Mapping[str, str]
    ) -> None:
        numbered = self._numbered(sentences, number_of, readings)
        while batch := list(zip(range(_BATCH), numbered, strict=False)):
            rows = [(number, sentence) for _, (number, sentence) in batch]
            self._database.executemany("INSERT INTO sentence VALUES (?, ?, ?)", (self._named(*row) for row in rows))
            self._database.executemany(
                "INSERT INTO texts(rowid, words, pairs, filters) VALUES (?, ?, ?, ?)",
                (self._spelled(*row) for row in rows),
            )

    def _numbered(
        self, sentences: Iterable[Sentence], number_of: Callable[[str], int], readings: Mapping[str, str]
    ) -> Iterator[tuple[int, Sentence]]:
        for document, some in groupby(sentences, key=lambda sentence: sentence.document):
            number = number_of(document)
            reading = readings.get(document, "")
            self._database.execute("INSERT INTO document VALUES (?, ?, ?)", (number, document, reading))
            for ordinal, sentence in enumerate(some, 1):
                yield number * _SENTENCES + ordinal, sentence

    def remove(self, document: str) -> None:
        """Take a document and its sentences out."""
        (number,) = self._database.execute("SELECT number FROM document WHERE iri = ?", (document,)).fetchone()
        span = (number * _SENTENCES, (number + 1) * _SENTENCES)
        for (filters,) in self._database.execute("SELECT filters FROM texts WHERE rowid > ? AND rowid < ?", span):
            for one in filters.split():
                self._counts[int(one)] -= 1
        self._database.execute("DELETE FROM texts WHERE rowid > ? AND rowid < ?", span)
        self._database.execute("DELETE FROM sentence WHERE number > ? AND number < ?", span)
        self._database.execute("DELETE FROM document WHERE number = ?", (number,))

    def finish(self, about: Iterable[tuple[str, str]]) -> None:
        """Write down folders, filters, common words and what is noted of the whole."""
        folders = ((number, iri) for iri, number in self._folders.items())
        self._database.executemany("INSERT OR IGNORE INTO folder VALUES (?, ?)", folders)
        self._database.execute("DELETE FROM filter")
        listed = ((number, *one, self._counts[number]) for one, number in self._filters.items() if self._counts[number])
        self._database.executemany("INSERT INTO filter VALUES (?, ?, ?, ?)", listed)
        _lay_down_common(self._database)
        self._database.executemany("INSERT INTO about VALUES (?, ?)", about)
        self._database.commit()

    def _named(self, number: int, sentence: Sentence) -> tuple[int, int, str]:
        folder, slash, name = sentence.iri.rpartition("/")
        return number, self._folders.setdefault(folder + slash, len(self._folders) + 1), name

    def _spelled(self, number: int, sentence: Sentence) -> tuple[int, str, str, str]:
        numbers = [self._number(one) for one in sorted(sentence.filters)]
        for one in numbers:
            self._counts[one] += 1
        filters = " ".join(map(str, sorted(numbers)))
        return number, *sentence.spelled, filters

    def _number(self, one: Filter) -> int:
        if one not in self._filters:
            self._filters[one], self._counts[self._next] = self._next, 0
            self._next += 1
        return self._filters[one]
