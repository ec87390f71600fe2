"""Answers of a SELECT as a pandas DataFrame, each column of its own type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Identifier

from graph.engines import Table
from graph.errors import GraphError

if TYPE_CHECKING:
    import pandas

_YEAR = XSD.gYear


def frame_of(table: Table, labels: Mapping[URIRef, str] | None = None) -> pandas.DataFrame:
    """Return answers as a DataFrame.

    Arguments: table; labels, of things: where they are given, each column of IRIs is followed by one of labels, named
    after it (``place``, ``placeLabel``). Whole numbers become Int64, other numbers float64, dates datetime64, truth
    values boolean, the rest text; what is unbound is missing. Raises GraphError where pandas is not installed.

    >>> frame_of(Table(("n",), ({"n": Literal(3)}, {}))).dtypes["n"]
    Int64Dtype()
    """
    try:
        import pandas
    except ImportError as error:
        raise GraphError(
            "pandas", "it is not installed", "pip install 'policygraph[notebook]', or use rows()"
        ) from error
    columns: dict[str, pandas.Series] = {}
    for name in table.variables:
        terms = [row.get(name) for row in table.rows]
        columns[name] = _column([_value(term) for term in terms])
        beside = f"{name}Label"
        if labels is not None and beside not in table.variables and any(isinstance(one, URIRef) for one in terms):
            named = [labels.get(term) if isinstance(term, URIRef) else None for term in terms]
            columns[beside] = pandas.Series(named, dtype="str")
    return pandas.DataFrame(columns)


def _value(term: Identifier | None) -> object:
    """Return a term as Python; what its datatype cannot hold stays as it was written."""
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    if term.datatype == _YEAR:
        return int(term) if str(term).lstrip("-").isdigit() else str(term)
    value = term.toPython()
    return value if isinstance(value, (bool, int, float, Decimal, date)) else str(term)


def _column(values: list[object]) -> pandas.Series:
    """Return values as a column of the narrowest type that holds all of them."""
    import pandas

    held = [value for value in values if value is not None]
    kinds = {type(value) for value in held}
    if not kinds:
        return pandas.Series(values, dtype="object")
    if kinds == {bool}:
        return pandas.Series(values, dtype="boolean")
    if kinds == {int}:
        return pandas.Series(values, dtype="Int64")
    if kinds <= {int, float, Decimal}:
        return pandas.Series([None if one is None else float(str(one)) for one in values], dtype="float64")
    if kinds <= {date, datetime}:
        return _dates(values)
    return pandas.Series([None if one is None else str(one) for one in values], dtype="str")


def _dates(values: list[object]) -> pandas.Series:
    """Return dates as such; a mixture of times with and without a zone as text."""
    import pandas

    try:
        return pandas.Series(pandas.to_datetime(pandas.Series(values, dtype="object")))
    except (ValueError, TypeError):
        return pandas.Series([None if one is None else str(one) for one in values], dtype="str")
