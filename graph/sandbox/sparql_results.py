"""What an allowed query gives, as bytes: one function, the media types it can give, and the limits it keeps."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import islice
from typing import Any

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse_query_results,
)

from graph.rdf import PREFIXES, serialise
from graph.sandbox.guard import BASE, AllowedQuery, QueryError

ROW_FORMATS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Media type to format of the results of SELECT and ASK; the first unless asked otherwise."""
GRAPH_FORMATS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
"""Media type to format of the results of CONSTRUCT and DESCRIBE; the first unless asked otherwise."""

LARGEST = 128 * 2**20
"""Bytes of the longest result."""
_OF_STORE = ("IO error", "Corruption")
"""How the engine begins what it says of the files of its store."""
_SMALLEST_ROW = 2
"""Bytes of the shortest row in any format: a shorter result needs no counting."""


@dataclass(frozen=True, slots=True)
class GraphsAsked:
    """The graphs that a request names: IRIs of those merged to the default graph, and of the named ones."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether the request names any.

        >>> bool(GraphsAsked())
        False
        """
        return bool(self.default or self.named)


class _TooLongError(Exception):
    """The result is longer than any may be."""


class _Capped(BytesIO):
    """Bytes in memory, up to the longest result."""

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > LARGEST:
            raise _TooLongError
        return super().write(data)


def sparql_result(store: Store, query: AllowedQuery, media_type: str, rows: int, graphs: GraphsAsked) -> bytes:
    """Run an allowed query in the engine and return its result.

    Arguments: store; query; media_type, one of `ROW_FORMATS` or `GRAPH_FORMATS` as its form needs; rows, how many rows
    or triples the result may have; graphs, those that the request names, which count instead of FROM.
    Raises QueryError: `rows` for a result of more rows or bytes, `malformed` and `failed` where the engine says so.

    >>> from graph.sandbox.guard import allow
    >>> sparql_result(Store(), allow("ASK { ?s ?p ?o }"), "text/csv", 10, GraphsAsked())
    b'false'
    """
    text = f"{query.text}\nLIMIT {rows + 1}" if query.form == "SELECT" and query.takes_limit else query.text
    try:
        found = _evaluate(store, text, query, graphs)
        if isinstance(found, QueryTriples):
            return _capped(serialise(_quads(found, rows), GRAPH_FORMATS[media_type]))
        return _written(found, ROW_FORMATS[media_type], rows)
    except SyntaxError as error:
        raise QueryError("malformed", str(error), "mend the query") from error
    except _TooLongError as error:
        raise QueryError("rows", f"its result is longer than {LARGEST >> 20} MB", "ask for less") from error
    except (OSError, ValueError, RuntimeError) as error:
        if str(error).startswith(_OF_STORE):
            raise QueryError("failed", f"the store cannot be read ({error})", "build it anew") from error
        raise QueryError("failed", f"it failed ({error})", "look at the query") from error


def _evaluate(
    store: Store, text: str, query: AllowedQuery, graphs: GraphsAsked
) -> QuerySolutions | QueryBoolean | QueryTriples:
    if graphs:
        return store.query(
            text,
            base_iri=BASE,
            prefixes=PREFIXES,
            default_graph=[NamedNode(iri) for iri in graphs.default],
            named_graphs=[NamedNode(iri) for iri in graphs.named],
        )
    # The engine's union would silence a FROM, and repeat what the default graph holds already.
    union = not query.has_dataset and next(store.quads_for_pattern(None, None, None, DefaultGraph()), None) is None
    return store.query(text, base_iri=BASE, prefixes=PREFIXES, use_default_graph_as_union=union)


def _written(found: QuerySolutions | QueryBoolean, form: QueryResultsFormat, rows: int) -> bytes:
    into = _Capped()
    found.serialize(into, format=form)
    written = into.getvalue()
    if isinstance(found, QuerySolutions) and len(written) > rows * _SMALLEST_ROW and _count(written, form) > rows:
        raise _too_many(rows)
    return written


def _count(written: bytes, form: QueryResultsFormat) -> int:
    if form == QueryResultsFormat.CSV:
        csv.field_size_limit(sys.maxsize)
        return sum(1 for _ in csv.reader(StringIO(written.decode(), newline=""))) - 1
    again = parse_query_results(written, format=form)
    assert isinstance(again, QuerySolutions)
    return sum(1 for _ in again)


def _quads(triples: QueryTriples, rows: int) -> Iterator[Quad]:
    for triple in islice(triples, rows):
        yield Quad(triple.subject, triple.predicate, triple.object)
    if next(triples, None) is not None:
        raise _too_many(rows)


def _capped(written: bytes) -> bytes:
    if len(written) > LARGEST:
        raise _TooLongError
    return written


def _too_many(rows: int) -> QueryError:
    return QueryError("rows", f"its result has more than {rows:,} rows", "ask for less, or with LIMIT")
