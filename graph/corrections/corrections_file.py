"""Files of corrections: TOML, ``[[correction]]``, ``[[apart]]`` or ``[[alias]]`` each, beside the texts that they are about."""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from graph.corrections.another_name import AnotherName
from graph.corrections.apart import Apart
from graph.corrections.correction import Correction
from graph.corrections.label_studio import SUFFIX, read_annotations
from graph.errors import GraphError

FILE_NAME = "corrections.toml"
"""Of a folder of texts."""
_HEAD = "# What people put right in the reading of the texts beside this file; the program's build reads it.\n"
_TABLES = ("correction", "apart", "alias")
_KEYS = ("document", "sentence", *(one.name for one in fields(Correction) if one.name != "document"))
_NEEDED = frozenset(_KEYS) - {"sentence", "right", "note"}
_KEYS_APART = tuple(one.name for one in fields(Apart))
_KEYS_ALIAS = tuple(one.name for one in fields(AnotherName))

Entry: TypeAlias = Correction | Apart | AnotherName
"""What a file says of one document."""


class Corrections:
    """The corrections that a build makes, by the ids of their documents.

    >>> Corrections().of("plan")
    ()
    """

    def __init__(self, found: Iterable[Entry] = (), told: Iterable[str] = ()) -> None:
        self._by_document: Mapping[str, list[Entry]] = defaultdict(list)
        self.told = tuple(told)
        """A line for each change of an annotator that is no correction."""
        for one in found:
            self._by_document[one.document].append(one)

    def of(self, document_id: str) -> tuple[Entry, ...]:
        """Return the corrections of a document, in the order of the file."""
        return tuple(self._by_document.get(document_id, ()))

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that have one, sorted."""
        return tuple(sorted(self._by_document))


def corrections_for(paths: Sequence[Path], further: Path | None = None) -> Corrections:
    """Return the corrections of the files that lie in the folders given, and beside the files given.

    Such files are `corrections.toml`, and exports of Label Studio, whose names end in `.label-studio.json`. Arguments: paths, files
    and folders of texts; further, one more file, which must be there; one whose name ends in `.json` is of Label Studio.
    Raises GraphError for a file that cannot be read or says what makes no sense.
    """
    folders = [path if path.is_dir() else path.parent for path in paths]
    beside = [
        file
        for folder in folders
        for file in (folder / FILE_NAME, *sorted(folder.glob(f"*{SUFFIX}")))
        if file.is_file()
    ]
    files = {os.path.realpath(file): file for file in (*beside, *([further] if further is not None else []))}
    made: list[Entry] = []
    told: list[str] = []
    for file in sorted(files.values()):
        found, lines = read_annotations(file) if file.suffix.lower() == ".json" else (entries_of(file), [])
        made += found
        told += lines
    return Corrections(made, told)


def read_file(path: Path) -> list[Correction]:
    """Return the corrections of a file, without what it keeps apart; raises GraphError as `entries_of`."""
    return [one for one in entries_of(path) if isinstance(one, Correction)]


def entries_of(path: Path) -> list[Entry]:
    """Return the corrections of a file, then what it keeps apart, then the names that it gives.

    Raises GraphError where it cannot be read, is no TOML, or has a correction that says too little or makes no sense.
    """
    try:
        return entries_in(path.read_text("utf-8-sig"), path)
    except OSError as error:
        raise GraphError(
            path, f"cannot be read ({error.strerror})", "check the path and the right to read it"
        ) from error
    except UnicodeDecodeError as error:
        raise _no_toml(path, error) from error


def _no_toml(path: Path, error: ValueError) -> GraphError:
    return GraphError(path, f"no TOML ({' '.join(str(error).split())})", "mend it; see corpus/README.md")


def entries_in(written: str, path: Path) -> list[Entry]:
    """Return the entries of a text as `as_toml` writes them.

    Arguments: written; path, what a mistake names. Raises GraphError for what is no TOML, and for an entry that says too little
    or makes no sense.
    """
    try:
        said = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path, error) from error
    corrections, aparts, aliases = (said.pop(name, []) for name in _TABLES)
    wrong = [
        *said,
        *(
            name
            for name, held in zip(_TABLES, (corrections, aparts, aliases), strict=True)
            if not isinstance(held, list)
        ),
    ]
    if wrong:
        raise GraphError(
            path, f"«{wrong[0]}» is no correction", "write each one under [[correction]], [[apart]] or [[alias]]"
        )
    return [
        *(_correction(path, number, entry) for number, entry in enumerate(corrections, 1)),
        *(_of_thing(path, number, entry, Apart, _KEYS_APART) for number, entry in enumerate(aparts, 1)),
        *(_of_thing(path, number, entry, AnotherName, _KEYS_ALIAS) for number, entry in enumerate(aliases, 1)),
    ]


def _refused(path: Path, what: str, reason: str, remedy: str) -> GraphError:
    return GraphError(path, f"{what}: {reason}", remedy)


def _values(path: Path, what: str, entry: object, keys: Sequence[str], needed: Set[str]) -> tuple[dict[str, str], date]:
    """Return the texts of an entry, and its day; raises GraphError where it has other keys, or says no day."""
    if not isinstance(entry, dict):
        raise _refused(path, what, "no table", f"write it under [[{what.split()[0]}]]")
    unknown, missing = sorted(entry.keys() - set(keys)), sorted(needed - entry.keys())
    if unknown or missing:
        reason = f"unknown key «{unknown[0]}»" if unknown else f"no «{missing[0]}»"
        raise _refused(path, what, reason, f"use the keys {', '.join(keys)}")
    when = entry.pop("when")
    if not isinstance(when, date) or isinstance(when, datetime):
        raise _refused(path, what, "«when» is no date", "write it as 2026-01-31, without quotation marks")
    return {name: str(value) for name, value in entry.items()}, when


def _of_thing(
    path: Path, number: int, entry: object, kind: type[Apart] | type[AnotherName], keys: Sequence[str]
) -> Apart | AnotherName:
    what = f"{_TABLES[1] if kind is Apart else _TABLES[2]} {number}"
    texts, when = _values(path, what, entry, keys, frozenset(keys) - {"note"})
    try:
        return kind(when=when, **texts)
    except GraphError as error:
        raise _refused(path, what, error.reason, error.remedy) from error


def _correction(path: Path, number: int, entry: object) -> Correction:
    what = f"correction {number}"
    texts, when = _values(path, what, entry, _KEYS, _NEEDED)
    stated = texts.pop("sentence", "")
    try:
        found = Correction(when=when, **{"right": "", **texts})
    except GraphError as error:
        raise _refused(path, what, error.reason, error.remedy) from error
    if stated and stated != found.sentence:
        raise _refused(path, what, "the hash is not that of the text", "copy both anew, or leave «sentence» out")
    return found


def as_toml(one: Entry) -> str:
    """Return an entry as a file has it.

    >>> entry = as_toml(Correction("plan", "沈阳打造“中心”。", "city:沈阳市", "hasPositioning", "positioning:中心", "fact", "",
    ...     "张三", date(2026, 1, 31)))
    >>> print(entry.splitlines()[3], entry.splitlines()[-1])
    text = "沈阳打造“中心”。" when = 2026-01-31
    >>> as_toml(Apart("plan", "industry:物流业", "张三", date(2026, 1, 31))).splitlines()[:3]
    ['[[apart]]', 'document = "plan"', 'thing = "industry:物流业"']
    """
    kinds = {Correction: (_TABLES[0], _KEYS), Apart: (_TABLES[1], _KEYS_APART), AnotherName: (_TABLES[2], _KEYS_ALIAS)}
    table, keys = kinds[type(one)]
    values = {name: getattr(one, name) for name in keys if name != "when"}
    lines = [f"{name} = {_quoted(value)}" for name, value in values.items() if value]
    return "\n".join([f"[[{table}]]", *lines, f"when = {one.when.isoformat()}"]) + "\n"


def _quoted(text: str) -> str:
    """Return a text as a string of TOML, which escapes what JSON escapes, and DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def add_to_file(path: Path, one: Correction) -> None:
    """Write a correction into a file, behind those that it has; it is made where there is none.

    Raises GraphError where the file is no file of corrections, and where it cannot be written; it is then as it was.
    """
    had = path.read_text("utf-8") if path.exists() and read_file(path) is not None else _HEAD
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as new:
            new.write(f"{had.rstrip()}\n\n{as_toml(one)}")
        if path.exists():
            os.chmod(new.name, path.stat().st_mode)
        os.replace(new.name, path)
    except OSError as error:
        raise GraphError(path, f"cannot be written ({error.strerror})", "look at the rights of its folder") from error
