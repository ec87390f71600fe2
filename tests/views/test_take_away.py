"""What a page shows is taken away as a picture, a briefing or a file, made when it is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from playwright.sync_api import Page
from pptx import Presentation

from tests.views.conftest import settled, visit

SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"
DALIAN = "https://w3id.org/policygraph/id/city/大连市"


def taken(page: Page, suffix: str, folder: Path) -> Path:
    """Open what can be taken away, and save the file of a suffix."""
    button = page.get_by_role("button", name="带走")
    button.first.click()
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=suffix, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_connection_is_taken_away_as_slides_with_its_network(page: Page, tmp_path: Path) -> None:
    visit(page, f"/connect?ends={SHENYANG}&ends={DALIAN}")
    settled(page)
    deck = Presentation(str(taken(page, "PPTX", tmp_path)))
    said = "".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
    assert "沈阳市—大连市" in said
    assert "区域性金融中心" in said


@pytest.mark.parametrize("path", ["/", "/matrix", "/targets"])
def test_a_page_is_taken_away_as_a_picture_with_its_source(page: Page, tmp_path: Path, path: str) -> None:
    visit(page, path)
    settled(page)
    root = etree.fromstring(taken(page, "SVG", tmp_path).read_bytes())
    assert "来源：" in "".join(one.text or "" for one in root.iter("{*}text"))


def test_a_page_is_taken_away_as_a_workbook(page: Page, tmp_path: Path) -> None:
    visit(page, "/targets")
    settled(page)
    assert "指标" in load_workbook(taken(page, "XLSX", tmp_path)).sheetnames


def test_a_connection_is_taken_away_as_a_web_page_and_its_documents_as_references(page: Page, tmp_path: Path) -> None:
    visit(page, f"/connect?ends={SHENYANG}&ends={DALIAN}")
    settled(page)
    assert "<h1>沈阳市—大连市</h1>" in taken(page, "HTML", tmp_path).read_text(encoding="utf-8")
    visit(page, "/")
    settled(page)
    (cited,) = json.loads(taken(page, "CSL.JSON", tmp_path).read_text(encoding="utf-8"))
    assert cited["id"] == "liaoning-interpretation"


def test_a_page_of_targets_gives_away_the_targets_that_its_filters_leave(page: Page, tmp_path: Path) -> None:
    visit(page, "/targets?place=沈阳现代化都市圈")
    settled(page)
    book = load_workbook(taken(page, "XLSX", tmp_path))
    places = {row[0] for row in book["指标"].iter_rows(min_row=2, values_only=True)}
    assert places == {"沈阳现代化都市圈"}
    assert "筛选所得" in str(book["说明"]["B1"].value)


def test_the_matrix_gives_away_the_axis_and_the_rows_that_it_shows(page: Page, tmp_path: Path) -> None:
    visit(page, "/matrix?axis=Positioning&kinds=City")
    settled(page)
    book = load_workbook(taken(page, "XLSX", tmp_path))
    assert "地级行政区×功能定位" in str(book["说明"]["B1"].value)
    assert "区域性金融中心" in next(book["矩阵"].iter_rows(max_row=1, values_only=True))
