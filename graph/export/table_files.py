"""Tables as files: CSV, whose cells no spreadsheet takes for formulas, and Parquet."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import BytesIO, StringIO

from graph.errors import GraphError
from graph.export.tables import Cell, ExportTable

_COUNTS = ("Start", "End", "Year", "Degree", "Weight", "Sentences", "QuotedSentences")
_MEASURES = ("Value",)
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula when it opens CSV."""


def csv_of(table: ExportTable) -> bytes:
    """Return CSV in UTF-8 with the mark that spreadsheets know it by; a text that looks like a formula begins with an apostrophe.

    >>> csv_of(ExportTable("things", ("Label",), (("=cmd()",),))).decode("utf-8-sig").splitlines()
    ['Label', "'=cmd()"]
    """
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([[_plain(cell) for cell in row] for row in table.rows])
    return file.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_BEGINS_FORMULA) else cell


def parquet_of(table: ExportTable) -> bytes:
    """Return Parquet: numbers as numbers, decimals as doubles, what is unknown as null.

    Raises GraphError where pyarrow is not installed.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise GraphError("pyarrow", "it is not installed", "pip install 'policygraph[export]'") from error
    types = {**dict.fromkeys(_COUNTS, arrow.int64()), **dict.fromkeys(_MEASURES, arrow.float64())}
    columns = {
        name: arrow.array([_number(row[at]) for row in table.rows], types.get(name, arrow.string()))
        for at, name in enumerate(table.columns)
    }
    file = BytesIO()
    parquet.write_table(arrow.table(columns), file, compression="zstd")
    return file.getvalue()


def _number(cell: Cell) -> str | int | float | None:
    return float(cell) if isinstance(cell, Decimal) else cell
