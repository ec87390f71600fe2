"""What a workbook has no room for is told in it, or refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph import PolicyGraph
from graph.errors import GraphError
from graph.export import export
from graph.export.about import About
from graph.export.tables import ExportTable
from graph.export.workbook import workbook_of
from graph.rdf import Language

ABOUT = About("all", (), "", 0, "en")


def test_a_cell_that_is_cut_short_says_so_and_the_last_sheet_counts_it() -> None:
    table = ExportTable("sentences", ("Text", "Sentence"), (("长" * 40_000, "urn:a"), ("短", "urn:b")))
    book = load_workbook(BytesIO(workbook_of((table,), ABOUT)))
    assert str(book["Texts"]["A2"].value).endswith("长…")
    assert ("Cells cut short", "1") in list(book["About"].iter_rows(values_only=True))


def test_a_workbook_that_holds_all_says_nothing_of_cells() -> None:
    table = ExportTable("sentences", ("Text", "Sentence"), (("短", "urn:b"),))
    assert "cut short" not in str(list(load_workbook(BytesIO(workbook_of((table,), ABOUT)))["About"].values))


@pytest.mark.parametrize(("rows", "columns"), [(1_048_576, 1), (1, 16_385)])
def test_a_table_that_no_sheet_holds_is_refused_in_one_line(rows: int, columns: int) -> None:
    table = ExportTable("things", ("Label",) * columns, (("a",) * columns,) * rows)
    with pytest.raises(GraphError, match="a sheet holds 1,048,575 and 16,384; take"):
        workbook_of((table,), ABOUT)


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh", ("地级行政区", "关涉产业", "并列列举")), ("en", ("city", "concerns industry", "listed"))],
)
def test_terms_are_named_in_the_language_of_the_workbook(
    shipped: PolicyGraph, tmp_path: Path, language: Language, told: tuple[str, str, str]
) -> None:
    book = load_workbook(export(shipped, tmp_path / "a.xlsx", focus=["大连"], language=language)[0])
    things, relations = book.worksheets[:2]
    assert things["C2"].value == told[0]
    assert (relations["D2"].value, relations["G2"].value) == told[1:]


def test_a_sheet_is_printed_as_wide_as_the_paper_with_its_head_on_each_page() -> None:
    sheet = load_workbook(BytesIO(workbook_of((ExportTable("things", ("Label",), (("a",),)),), ABOUT)))["Things"]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((1, 0), (None, 0))
    assert sheet.print_title_rows == "$1:$1"
