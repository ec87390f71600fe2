"""What a query gave, written for a terminal or another program: table, CSV, JSON, Turtle."""

from __future__ import annotations

import csv
import io
from typing import Literal

from rdflib import Graph
from rdflib.term import Literal as Text

from graph.engines import Result, Row, Table, as_rdflib
from graph.errors import GraphError
from graph.rdf import short
from graph.results.display import plain_table

Format = Literal["table", "csv", "json", "turtle"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a text for a formula."""


def written(result: Result, form: Format) -> str:
    """Return what a query gave as text, which ends with a line end.

    Arguments: result; form: ``table`` for people, ``csv`` with whole IRIs and an apostrophe before a text that a
    spreadsheet would run, ``json`` (SPARQL 1.1 Query Results JSON), ``turtle`` for a graph.
    Raises GraphError where the result has no such form.

    >>> written(True, "table")
    'true\\n'
    >>> print(written(Table(("x",), ({"x": Text("=1+1")},)), "csv"), end="")
    x
    '=1+1
    """
    if isinstance(result, Graph):
        if form == "turtle":
            return result.serialize(format="turtle")
        if form != "table":
            raise GraphError("query", f"a graph has no form {form}", "use --format turtle")
        lines = sorted((short(s), short(p), short(o)) for s, p, o in result)
        return plain_table(("subject", "predicate", "object"), lines) + "\n"
    if form == "turtle":
        raise GraphError("query", "it gives no graph", "use CONSTRUCT or DESCRIBE for Turtle, or another --format")
    if form == "json":
        said = as_rdflib(result).serialize(format="json")
        return (said or b"").decode() + "\n"
    if isinstance(result, bool):
        return f"{str(result).lower()}\n"
    return _csv(result) if form == "csv" else _plain(result)


def _plain(table: Table) -> str:
    lines = [tuple(short(row[name]) if name in row else "" for name in table.variables) for row in table.rows]
    return f"{plain_table(table.variables, lines)}\n" if table.variables else "\n"


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.variables)
    writer.writerows([_cell(row, name) for name in table.variables] for row in table.rows)
    return out.getvalue()


def _cell(row: Row, name: str) -> str:
    term = row.get(name)
    if term is None:
        return ""
    text = str(term)
    is_text = isinstance(term, Text) and (term.datatype is None or not isinstance(term.toPython(), (int, float)))
    return f"'{text}" if is_text and text.startswith(_FORMULA) and not _number(text) else text


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
