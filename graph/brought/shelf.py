"""A shelf of texts that one browser brought: each in a folder of its own, with its graph once it is read, for some days."""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pyoxigraph import NamedNode

from extract.document import document_id
from extract.readers import MAX_BYTES, MAX_PACKED_BYTES, SUFFIXES
from graph.brought.state import STATE, State, read_state
from graph.errors import GraphError
from graph.policygraph import PolicyGraph
from graph.rdf import END, WrittenGraph, graph_iri, put_in_place

READABLE = tuple(sorted(SUFFIXES))
"""Suffixes of the files that are read."""
MEGABYTES_OF_TEXT, MEGABYTES_OF_PACKED = MAX_BYTES // 1_000_000, MAX_PACKED_BYTES // 1_000_000
"""Largest text file, and largest .docx or .pdf, that is read."""
DAYS = 7
"""So long a text is kept after it was brought."""
MOST_TEXTS = 30
"""Texts that a shelf holds."""
GRAPH = "graph.nq"
"""The file in the folder of a text that holds its graph."""
_NOTES = ".notes"
_LONGEST_NAME = 60
_LONGEST_TITLE, _SHORTEST_TITLE = 40, 8
"""Characters of what a text without a name is called."""
_SENTENCE_ENDS, _CLAUSE_ENDS = "。！？!?；;", "，、：,:"


@dataclass(frozen=True, slots=True, order=True)
class ShelvedText:
    """A text on a shelf. Its folder's name begins with the time at which it was brought."""

    folder: Path

    @property
    def file(self) -> Path:
        """The file as it was brought, under a safe name."""
        return next(iter((self.folder / "text").iterdir()))

    @property
    def size(self) -> int:
        """The size of the file, in bytes."""
        return self.file.stat().st_size

    @property
    def brought(self) -> datetime:
        """When it was brought."""
        return datetime.fromtimestamp(int(self.folder.name.partition("-")[0]) / 1e9, UTC)

    @property
    def expires(self) -> datetime:
        """When it is removed."""
        return self.brought + timedelta(days=DAYS)

    @property
    def state(self) -> State:
        """How far its reading is."""
        return read_state(self.folder)

    def forget_state(self) -> None:
        """Let it wait to be read, as if it had just been brought."""
        (self.folder / STATE).unlink(missing_ok=True)

    def graph(self) -> PolicyGraph:
        """Return its graph, in memory, with the background of its places; raises GraphError before it is read."""
        return PolicyGraph.read(self.folder / GRAPH)

    def document_graph(self) -> WrittenGraph:
        """Return the graph of its document alone; raises OSError before it is read."""
        own = graph_iri(self.state.id)
        end = f" {NamedNode(own)}{END}".encode()
        with (self.folder / GRAPH).open("rb") as lines:
            held = (line.removesuffix(end) + END.encode() for line in lines if line.endswith(end))
            return WrittenGraph(own, b"".join(held))


class Shelf:
    """The texts of one browser, in a folder.

    >>> Shelf(Path("no such folder")).texts()
    ()
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def texts(self) -> tuple[ShelvedText, ...]:
        """Return the texts in the order in which they were brought; those that expired are removed."""
        with suppress(FileNotFoundError):
            held = [
                ShelvedText(one) for one in self._folder.iterdir() if (one / "text").is_dir() and one.name[0] != "."
            ]
            now = datetime.now(UTC)
            for text in held:
                if text.expires <= now:
                    self.remove(text)
            return tuple(sorted(text for text in held if text.expires > now))
        return ()

    def put(self, name: str, data: bytes) -> ShelvedText:
        """Keep a file.

        Arguments: name, as it was given; what is kept is a safe one, which begins the document's id; data.
        The same file under the same name is kept once. Raises GraphError where the shelf is full, and where it cannot be
        written.
        """
        held = self.texts()
        for text in held:
            if text.file.name == _safe(name) and text.file.read_bytes() == data:
                return text
        if len(held) >= MOST_TEXTS:
            raise GraphError(name, f"{MOST_TEXTS} texts are kept, and no more", "remove some first")
        folder = self._folder / f"{time.time_ns():020d}-{secrets.token_hex(4)}"
        beside = folder.with_name(f".{folder.name}")
        try:
            (beside / "text").mkdir(parents=True, mode=0o700)
            (beside / "text" / _safe(name)).write_bytes(data)
            beside.rename(folder)
        except OSError as error:
            raise GraphError(name, f"cannot be kept ({error.strerror})", "free some space") from error
        return ShelvedText(folder)

    def note(self, name: str) -> bytes | None:
        """Return what was put beside the texts under a name; None where there is nothing, or it expired."""
        path = self._folder / _NOTES / name
        try:
            if path.stat().st_mtime < time.time() - DAYS * 24 * 3600:
                path.unlink()
                return None
            return path.read_bytes()
        except OSError:
            return None

    def put_note(self, name: str, data: bytes) -> None:
        """Put something beside the texts, under a name of ours, for as long as texts are kept.

        Raises GraphError where it cannot be written.
        """
        put_in_place({self._folder / _NOTES / name: data})

    def remove(self, text: ShelvedText) -> None:
        """Remove a text with all that was made of it."""
        shutil.rmtree(text.folder, ignore_errors=True)


def shelf_of(base: Path, token: str) -> Shelf:
    """Return the shelf of a browser, and remove what expired on all others.

    Arguments: base, the folder of all shelves, made where there is none, for its owner alone; token, the secret by which
    the browser is known; only a hash of it is on disk. Raises GraphError where the folder cannot be made.
    """
    try:
        base.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in base.iterdir():
            if folder.is_dir() and not Shelf(folder).texts():
                for note in (folder / _NOTES).glob("*"):
                    Shelf(folder).note(note.name)
                for empty in (folder / _NOTES, folder):
                    with suppress(OSError):
                        empty.rmdir()
    except OSError as error:
        raise GraphError(base, f"cannot be used ({error.strerror})", "name another folder") from error
    return Shelf(base / hashlib.sha256(token.encode()).hexdigest()[:32])


def name_of_text(text: str) -> str:
    """Return what a text without a name is called: its first line with words, of a long one its first sentence or clauses.

    >>> name_of_text("\\n  锦州市三年行动方案 \\n一、总则"), name_of_text(" \\n")
    ('锦州市三年行动方案', '')
    >>> name_of_text("支持锦州市建设区域性物流中心。推动锦州市与沈阳市共建产业园区，打造先进制造业产业带，培育产业集群。")
    '支持锦州市建设区域性物流中心'
    """
    first = next((line.strip() for line in text.splitlines() if re.search(r"\w", line)), "")
    if len(first) <= _LONGEST_TITLE:
        return first.rstrip(_SENTENCE_ENDS)
    ends = [
        at
        for at, char in enumerate(first[:_LONGEST_TITLE])
        if char in _CLAUSE_ENDS + _SENTENCE_ENDS and at >= _SHORTEST_TITLE
    ]
    of_sentences = [at for at in ends if first[at] in _SENTENCE_ENDS]
    return first[: (of_sentences[:1] or ends[-1:] or [_LONGEST_TITLE])[0]]


def _safe(name: str) -> str:
    """Return a name for a file that leads out of no folder.

    >>> _safe("../规划 <b>.txt"), _safe(".txt")
    ('规划-b.txt', 'text.txt')
    """
    given = Path(name.replace("/", " ").replace("\\", " "))
    stem, suffix = given.stem, given.suffix
    if not suffix and stem.startswith("."):
        stem, suffix = "", stem
    safe = document_id(suffix.lower())
    return f"{document_id(stem)[:_LONGEST_NAME] or 'text'}{f'.{safe}' if safe else ''}"
