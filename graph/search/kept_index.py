"""Where the index of a graph is kept: beside the store in its snapshot, or in memory where a graph has none.

The file says of which state of the snapshot it was made, and by which program; any other is made anew. It is written under
another name and then renamed, so that it is there as a whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Store

from graph.engines import EmbeddedEngine, Engine, state_of
from graph.search.index_file import NoRoom, renew_index, write_index
from graph.search.sentences import OfEngine, SaidOf, readings_of, sentences_of
from graph.search.text_index import TextIndex

FILE = "sentences.sqlite"
"""The name of the index in the folder of a snapshot."""
_TOP = Path(__file__).parents[2]
_DECISIVE = (
    *(f"graph/search/{name}.py" for name in ("index_file", "made_ready", "sentences", "spelling")),
    *("graph/things/documents.py", "graph/things/jurisdictions.py"),
    *(
        "extract/grammar/characters.py",
        "extract/words.py",
        "extract/lexicon/places.tsv",
        "extract/lexicon/word_classes/*.txt",
    ),
)
"""The files that decide what an index holds."""


@lru_cache(maxsize=1)
def index_program() -> str:
    """Return a hash of what decides what an index holds."""
    files = sorted({path for pattern in _DECISIVE for path in _TOP.glob(pattern)})
    parts = (hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
    return hashlib.sha256("\n".join((sqlite3.sqlite_version, *parts)).encode()).hexdigest()


def lay_beside(folder: Path, ready: SaidOf = lambda _: None) -> None:
    """Write the index of a new snapshot into its folder; raises OSError where it cannot be written.

    Arguments: folder; ready, has the sentences that were made ready when their text was read.

    Where the snapshot before it has one that holds, that one is renewed: what did not change is not cut into words again.
    """
    engine = EmbeddedEngine(Store.read_only(str(folder)), str(folder))
    before = max((one for one in folder.parent.glob(f"*/{FILE}") if one.parent.name < folder.name), default=None)
    _write(engine, folder, state_of(folder), before, ready)


def index_of(engine: Engine) -> TextIndex:
    """Return the index of what an engine holds now.

    Arguments: engine. Of a snapshot the index that lies beside it; where none does, or it is one of another state, it is made and
    laid there, or stays in memory where the folder cannot be written. Of any other graph it is made in memory, and is to be made
    anew after a change. Raises GraphError where the graph cannot be asked.
    """
    if engine.snapshot is None:
        return _in_memory(engine)
    folder, state = engine.snapshot
    try:
        kept = _opened(folder, state)
        if kept is None and state == state_of(folder):
            _write(engine, folder, state)
            kept = _opened(folder, state)
    except OSError:
        kept = None
    return kept or _in_memory(engine)


def _in_memory(engine: Engine) -> TextIndex:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    write_index(database, sentences_of(OfEngine(engine)), ())
    return TextIndex(database)


def _write(
    engine: Engine, folder: Path, state: str, before: Path | None = None, ready: SaidOf = lambda _: None
) -> None:
    """Write the index of what an engine holds into the folder of its snapshot, in place of any other.

    Arguments: engine; folder; state, of the folder; before, the index of the snapshot before it; ready, as for `lay_beside`.
    """
    beside = folder / f"{FILE}.{os.getpid()}.{threading.get_ident()}"
    about = (("state", state), ("program", index_program()))
    rows = OfEngine(engine)
    try:
        if before is None or not _renewed(rows, before, beside, about, ready):
            beside.unlink(missing_ok=True)
            with closing(sqlite3.connect(beside)) as database:
                write_index(database, sentences_of(rows, None, ready), about, readings_of(rows))
        beside.replace(folder / FILE)
    except sqlite3.Error as error:
        raise OSError(f"the index {folder / FILE} cannot be written: {error}") from error
    finally:
        beside.unlink(missing_ok=True)


def _renewed(rows: OfEngine, before: Path, beside: Path, about: tuple[tuple[str, str], ...], ready: SaidOf) -> bool:
    """Whether the index of the snapshot before could be made the one of what an engine holds now."""
    former = _opened(before.parent, state_of(before.parent))
    if former is None:
        return False
    former.close()
    shutil.copyfile(before, beside)
    try:
        with closing(sqlite3.connect(beside)) as database:
            renew_index(database, lambda some: sentences_of(rows, some, ready), about, readings_of(rows))
    except NoRoom:
        return False
    return True


def _opened(folder: Path, state: str) -> TextIndex | None:
    """Return the index in a folder; None where there is none of this state and this program that can be read."""
    if not (folder / FILE).is_file():
        return None
    database = sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)
    try:
        about = dict(database.execute("SELECT name, value FROM about"))
    except sqlite3.Error:
        about = {}
    if about == {"state": state, "program": index_program()}:
        return TextIndex(database)
    database.close()
    return None
