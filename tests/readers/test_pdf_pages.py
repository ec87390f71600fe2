"""Pages of PDF: columns one after the other, tables row by row, nothing lost at the edges of pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

from extract.readers import read_document
from extract.readers.pdf_furniture import without_furniture

HEAD = ["序号", "指标名称", "单位", "2022年", "2027年目标"]
ALIKE = [[str(number), "地区生产总值", "亿元", "5828", "8000"] for number in range(1, 90)]
STYLE = ParagraphStyle("a", fontName="STSong-Light", fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24)
WHOLE = ParagraphStyle("b", parent=STYLE, fontSize=16, firstLineIndent=0)


@pytest.fixture(autouse=True)
def chinese_font() -> None:
    """Let pages be set in Chinese, whichever test of this file comes first."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def build(path: Path, story: Sequence[Any]) -> list[str]:
    """The lines that are read from a PDF with a running head and numbered pages."""

    def edges(canvas: Any, document: Any) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(80, 810, f"襄阳市统计局 {document.page}")
        canvas.drawCentredString(300, 30, f"第 {document.page} 页")

    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(list(story), onFirstPage=edges, onLaterPages=edges)
    return read_document(path).text.splitlines()


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_over_pages_keeps_every_row_and_its_head(tmp_path: Path, ruled: bool) -> None:
    rules = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
    table = Table([HEAD, *ALIKE], style=TableStyle([("FONTNAME", (0, 0), (-1, -1), "STSong-Light"), *rules]))
    assert build(tmp_path / "a.pdf", [table]) == ["\t".join(row) for row in (HEAD, *ALIKE)]


def test_a_cell_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    long = Paragraph(
        "支持樊城区发展新能源产业，推动襄州区建设物流枢纽。", ParagraphStyle("c", parent=STYLE, firstLineIndent=0)
    )
    style = TableStyle([("FONTNAME", (0, 0), (-1, -1), "STSong-Light"), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    table = Table(
        [["重点任务", "具体内容", "责任单位"], ["产业", long, "市经信局"]], colWidths=[80, 150, 100], style=style
    )
    assert (
        build(tmp_path / "a.pdf", [table])[-1] == "产业\t支持樊城区发展新能源产业，推动襄州区建设物流枢纽。\t市经信局"
    )


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    said = (
        "到2027年，支持樊城区发展新能源产业，支持襄州区发展汽车零部件产业，完善基础设施，优化营商环境，加快产业协同发展。"
        * 3
    )
    body = [f"（{number}）{said}" for number in "一二三四五六"]
    title = "襄阳市新能源产业发展规划纲要（2025—2027年）全文"
    frames = [Frame(60, 700, 475, 80), Frame(60, 60, 225, 640), Frame(310, 60, 225, 640)]
    document = BaseDocTemplate(str(tmp_path / "a.pdf"), pagesize=A4, invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames)])
    document.build([Paragraph(title, WHOLE), FrameBreak(), *(Paragraph(line, STYLE) for line in body)])
    assert read_document(tmp_path / "a.pdf").text.splitlines() == [title, *body]


def test_a_running_line_has_the_same_digits_or_counts_the_pages() -> None:
    pages = [[f"规划 2025 第{page}页", f"{page}甲", f"{10 * page} 家 7"] for page in range(1, 5)]
    assert without_furniture(pages) == [(1, 3)] * 4
