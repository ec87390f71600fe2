"""A workbook: things, relations with their quotes, targets, the matrix, documents, their texts, and what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from graph.errors import GraphError
from graph.export.about import About
from graph.export.tables import Cell, ExportTable
from graph.rdf import Language, label

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_SHEETS = {
    "things": ("事物", "Things"),
    "relations": ("关系与原文", "Relations"),
    "targets": ("指标", "Targets"),
    "matrix": ("矩阵", "Matrix"),
    "documents": ("文件", "Documents"),
    "sentences": ("原文", "Texts"),
}
_ABOUT = ("说明", "About")
_HEADS = {
    "Id": "标识", "Label": "名称", "Class": "类别", "Degree": "关系数",
    "Source": "主体标识", "Target": "客体标识", "Type": "方向", "Predicate": "关系", "SourceLabel": "主体", "TargetLabel": "客体",
    "Grade": "读取方式", "Rule": "规则", "Quote": "原文", "Start": "起", "End": "止", "SentenceText": "句子", "Section": "章节",
    "DocumentTitle": "文件", "Document": "文件标识", "Sentence": "句子标识", "Statement": "论断标识",
    "Place": "地方", "CountedVerb": "计数动词", "Indicator": "指标", "Comparison": "比较", "Value": "数值", "Unit": "单位",
    "Reference": "参照", "Baseline": "基期值", "Hedge": "语气", "Year": "年份",
    "Title": "标题", "Date": "日期", "Issuer": "发布机关", "Sentences": "句数", "QuotedSentences": "有依据的句数",
    "Iri": "标识符", "Text": "文字",
}  # fmt: skip
"""Chinese heads of the columns; the English ones are their names."""
_WIDTHS = {
    "Quote": 60,
    "SentenceText": 60,
    "Text": 100,
    "Label": 28,
    "SourceLabel": 24,
    "TargetLabel": 28,
    "Indicator": 24,
    "Title": 50,
}
_WIDTH = 14
_A4 = 9
"""As Excel numbers sizes of paper."""
_LONGEST_CELL = 32_767
"""Characters that one cell can hold."""
_MOST_LINKS = 65_000
"""Links that one sheet can hold; the quotes behind them stand without one."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_575, 16_384
"""Rows below its head and columns that one sheet can hold."""
_TERMS = ("Class", "Predicate", "Grade")
"""Columns of terms of the ontology, which a person reads by their labels."""
_CUT = ("截短的单元格", "Cells cut short")
_UNLINKED = ("没有链接的原文", "Quotes without a link")
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The date that the file bears: the same graph gives the same bytes."""


def workbook_of(tables: Sequence[ExportTable], about: About) -> bytes:
    """Return XLSX: a sheet a table, heads frozen, filters on; texts are texts, never formulas or links.

    Arguments: tables; about, the last sheet, in whose language the sheets are named; it says how many cells are cut short. The quote of a
    relation links to its sentence among the texts. Raises GraphError for a table that no sheet holds, and where XlsxWriter is not
    installed.
    """
    for table in tables:
        if len(table.rows) > _MOST_ROWS or len(table.columns) > _MOST_COLUMNS:
            size = f"it has {len(table.rows):,} rows and {len(table.columns):,} columns, a sheet holds {_MOST_ROWS:,} and {_MOST_COLUMNS:,}"
            raise GraphError(f"the table of {table.name}", size, "take .parquet or .csv, or fewer things with --most")
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise GraphError("XlsxWriter", "it is not installed", "pip install 'policygraph[export]'") from error
    file, at = BytesIO(), ("zh", "en").index(about.language)
    as_data = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(file, as_data) as book:
        book.set_properties({"title": about.title, "created": _MADE})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        texts = {
            row[table.columns.index("Sentence")]: at
            for table in tables
            if table.name == "sentences"
            for at, row in enumerate(table.rows, 2)
        }
        names = {name: both[at] for name, both in _SHEETS.items()}
        for table in tables:
            sheet = book.add_worksheet(names[table.name])
            own = {"Target": "目标标识"} if table.name == "targets" else {}
            heads = _HEADS | own if about.language == "zh" and table.name != "matrix" else {}
            _fill(sheet, _in_words(table, about.language), heads, (head, wrapped))
            if table.name == "relations":
                _link_quotes(book, sheet, table, texts, names["sentences"])
        _tell(book.add_worksheet(_ABOUT[at]), [*about.rows(), *_lacking(tables, at)], head, wrapped)
    return file.getvalue()


def _lacking(tables: Sequence[ExportTable], at: int) -> list[tuple[str, str]]:
    """Return what a workbook has no room for, in words. Arguments: tables; at, the number of the language."""
    cells = (cell for table in tables for row in (table.columns, *table.rows) for cell in row)
    cut = sum(isinstance(cell, str) and len(cell) > _LONGEST_CELL for cell in cells)
    unlinked = sum(max(0, len(table.rows) - _MOST_LINKS) for table in tables if table.name == "relations")
    return [(name[at], str(number)) for name, number in ((_CUT, cut), (_UNLINKED, unlinked)) if number]


def _in_words(table: ExportTable, language: Language) -> ExportTable:
    """Return a table whose terms of the ontology are named in a language."""
    terms = {at for at, name in enumerate(table.columns) if name in _TERMS and table.name != "matrix"}
    rows = (
        tuple(
            label(cell, language) if at in terms and isinstance(cell, str) and cell else cell
            for at, cell in enumerate(row)
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _fill(sheet: Worksheet, table: ExportTable, heads: Mapping[str, str], formats: tuple[Format, Format]) -> None:
    """Write a table. Arguments: sheet; table; heads, of its columns by their names; formats, of its head and of long texts."""
    head, wrapped = formats
    sheet.freeze_panes(1, 1 if table.name == "matrix" else 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)  # as wide as the paper, and as many pages as it takes
    sheet.repeat_rows(0)
    for column, name in enumerate(table.columns):
        sheet.set_column(column, column, _WIDTHS.get(name, _WIDTH), wrapped if name in _WIDTHS else None)
        sheet.write_string(0, column, _fitting(heads.get(name, name)), head)
    for at, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, at, column, cell)
    if table.columns:
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, int | Decimal):
        sheet.write_number(row, column, float(cell))
    elif cell:
        sheet.write_string(row, column, _fitting(cell))


def _link_quotes(book: Workbook, sheet: Worksheet, table: ExportTable, texts: dict[Cell, int], name: str) -> None:
    link = book.add_format({"font_color": "#1F4E9E", "text_wrap": True, "valign": "top"})
    quoted, keyed = table.columns.index("Quote"), table.columns.index("Sentence")
    for at, row in enumerate(table.rows[:_MOST_LINKS], 1):
        if row[keyed] in texts:
            sheet.write_url(at, quoted, f"internal:'{name}'!D{texts[row[keyed]]}", link)
            sheet.write_string(at, quoted, _fitting(str(row[quoted])), link)


def _tell(sheet: Worksheet, about: Sequence[tuple[str, str]], head: Format, wrapped: Format) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100, wrapped)
    for at, (name, value) in enumerate(about):
        sheet.write_string(at, 0, name, head)
        sheet.write_string(at, 1, _fitting(value))
