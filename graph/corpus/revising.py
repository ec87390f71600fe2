"""The texts of a store, changed one by one: what is declared of them, read again, removed. Their files are never touched."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from extract.document import canonical_text
from graph.corpus.assembly import batches
from graph.corpus.into_store import told_as_unwritten
from graph.corpus.kept_texts import KeptText, Text, declared_here, kept_documents, kept_texts
from graph.corpus.reading_hash import reading_hash
from graph.corpus.report import BuildReport, Progress
from graph.corpus.workers import sound_documents
from graph.corrections import Corrections
from graph.engines import (
    alone,
    is_store,
    open_to_read,
    remove_documents,
    renew_background,
    replace_documents,
    revised,
)
from graph.errors import GraphError
from graph.meeting import meet, part
from graph.rdf import in_store
from graph.search import lay_beside

DECLARABLE = ("title", "issuer", "published")
"""What is declared of a text in a store."""
_LONGEST = 300
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def declare(path: Path, document_id: str, said: Mapping[str, str]) -> BuildReport:
    """Declare title, issuer or date of a text in a store; its file and its side file stay as they are.

    Arguments: path, of the store's folder; document_id; said, some of `DECLARABLE` to a value, empty to take it back. What is
    declared so wins over the file, at every later build too. The text is read again with it. Raises GraphError for a text that the
    store does not hold, a value that is none, and a store that cannot be written.
    """
    values = {key: _value(key, value) for key, value in said.items()}
    return _read_again(path, [document_id], values, lambda _: None)


def reread(path: Path, ids: Sequence[str] = (), progress: Progress = lambda _: None) -> BuildReport:
    """Read texts of a store again, from what it keeps of them; those that would come out the same are left alone.

    Arguments: path, of the store's folder; ids, all texts where none is named; progress. Raises GraphError as `declare`.
    """
    return _read_again(path, ids, {}, progress)


def remove(path: Path, ids: Sequence[str]) -> None:
    """Remove texts from a store, with all that only they say.

    Arguments: path, of the store's folder; ids. Whatever ends it, the store has all of them or none. Raises GraphError as `declare`.
    """
    with _alone(path):
        with _kept(path, ids):
            pass
        with revised(path, lay_beside) as store:
            part(store)
            remove_documents(store, ids)
            renew_background(store)
            meet(store, path)


def outdated(texts: Iterable[KeptText]) -> tuple[str, ...]:
    """Return the ids of the texts that would be read otherwise now than they were.

    >>> outdated([])
    ()
    """
    return tuple(text.id for text in texts if text.reading != reading_hash(text, text.corrections))


def _read_again(path: Path, ids: Sequence[str], said: Mapping[str, Any], progress: Progress) -> BuildReport:
    """Read texts again, each with what is said of it in the store; none named: all."""
    report = BuildReport(path)
    with _alone(path), _kept(path, ids) as (former, kept):
        renewed = outdated(_declared(text, said) for text in kept)
        report.unchanged += sorted({text.id for text in kept} - set(renewed))
        if not renewed:
            return report
        made = Corrections(one for text in kept for one in text.corrections)
        documents = (_declared(document, said) for document in kept_documents(former, renewed))
        with revised(path, lay_beside) as store:
            part(store)
            for batch in sound_documents(batches(documents, made), report, progress):
                replace_documents(store, [one.graph for one in batch])
            if not report.built:
                raise GraphError(renewed[0], f"cannot be read so ({'; '.join(report.problems)})", "it stays as it was")
            renew_background(store)
            meet(store, path)
    return report


def _declared(text: Text, said: Mapping[str, Any]) -> Text:
    return declared_here(text, dataclasses.replace(in_store(text), **said)) if said else text


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    if not is_store(path):
        raise GraphError(path, "not the folder of a store", "make one with: policygraph build PATH")
    with alone(path), told_as_unwritten(path):
        yield


@contextmanager
def _kept(path: Path, ids: Sequence[str]) -> Iterator[tuple[Store, tuple[KeptText, ...]]]:
    """Yield a store as it is, with some of the texts that it keeps, or all; raises GraphError for one that it does not keep."""
    opened = open_to_read(path)
    try:
        kept = {text.id: text for text in kept_texts(opened.store)}
        for one in ids:
            if one not in kept:
                raise GraphError(one, "the store holds no text of this id", f"see: policygraph documents {path}")
        yield opened.store, tuple(kept[one] for one in dict.fromkeys(ids)) if ids else tuple(kept.values())
    finally:
        opened.held.close()


def _value(key: str, said: str) -> str | date | None:
    """Return what is declared as metadata has it; raises GraphError for what is none."""
    line = " ".join(canonical_text(said).split())
    if key not in DECLARABLE:
        raise GraphError(key, "this is not declared in a store", f"declare {', '.join(DECLARABLE)}")
    if len(line) > _LONGEST:
        raise GraphError(key, f"more than {_LONGEST} characters", "write it shorter")
    if key != "published":
        return line
    try:
        if line and not _DATE.fullmatch(line):
            raise ValueError(line)
        return date.fromisoformat(line) if line else None
    except ValueError as error:
        raise GraphError(line, "no date", "write it as YYYY-MM-DD") from error
