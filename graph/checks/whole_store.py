"""Whether a store is whole: its union what its graphs hold, its documents those that the last build wrote down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from graph.checks.findings import Finding, Message
from graph.engines import holds_union, reading_hashes, record_of

_SURPLUS = "SELECT ?s ?p ?o { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } } LIMIT 20"
_MISSING = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } } LIMIT 20"
_HELD = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_SAID = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"


def wrong_union(store: Store) -> Iterator[tuple[str, Message]]:
    """Yield the subject of triples in which the union and the named graphs of a store differ, with what is wrong.

    At most twenty of each kind.

    >>> list(wrong_union(Store()))
    []
    """
    if not holds_union(store) or next(store.named_graphs(), None) is None:
        return
    lacking = _subjects(store, _MISSING)
    yield from ((subject, ("the union lacks what a document says", "并集缺少文件所说")) for subject in lacking)
    # Where nothing is lacking and there is as much of both, nothing can be too much: to count is quicker than to look.
    if lacking or _count(store, _HELD) != _count(store, _SAID):
        yield from (
            (subject, ("the union holds what no document says", "并集含有文件未说的内容"))
            for subject in _subjects(store, _SURPLUS)
        )


def _subjects(store: Store, query: str) -> list[str]:
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    return [str(row["s"].value) for row in rows]


def _count(store: Store, query: str) -> int:
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    return int(next(iter(rows))["n"].value)


def check_record(path: Path, store: Store) -> list[Finding]:
    """Return what a store lacks of what the last build wrote down.

    Arguments: path, of a store's folder or of a file, which has no record; store, opened from it.

    >>> check_record(Path("no such store"), Store())
    []
    """
    record = record_of(path) if path.is_dir() else None
    held = len(reading_hashes(store)) if record is not None else 0
    if record is None or held >= record.documents:
        return []
    message = f"the last build left {record.documents} documents, {held} are here; mend it with build --repair"
    chinese = f"上次构建留下{record.documents}份文件，现有{held}份；用 build --repair 修复"
    return [Finding("Violation", "documents-as-recorded", str(path), message, (), chinese)]
