"""Targets: the ledger, its filters, its chart, its contradictions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph import PolicyGraph
from graph.pages.target_ledger import target_ledger
from tests.views.conftest import Open, fits_a_telephone, opened, settled, shown, store_of, visit
from views.parts.frame.graph_source import VARIABLE

CIRCLE = "沈阳现代化都市圈"


def test_the_ledger_has_a_line_for_each_target_with_its_quote(open_page: Open) -> None:
    lines = open_page("targets").dataframe[0].value
    assert list(lines.columns)[:3] == ["地方", "指标", "目标"]
    assert (lines["地方"] == CIRCLE).any()
    assert lines["原文"].str.len().min() > 0
    assert {">全国平均水平", "≥15%"} <= set(lines["目标"])


def test_the_chart_draws_the_values_that_the_ledger_holds(open_page: Open) -> None:
    said = shown(open_page("targets"))
    assert '<ul class="bars"' in said
    assert "≥15%" in said.split('<ul class="bars"')[1]


def test_filters_of_the_address_leave_only_what_fits(open_page: Open) -> None:
    test = open_page("targets", place=[CIRCLE])
    assert set(test.dataframe[0].value["地方"]) == {CIRCLE}
    assert test.multiselect[0].value == [CIRCLE]


def test_a_filter_that_is_none_of_the_graph_filters_nothing(open_page: Open) -> None:
    assert len(open_page("targets", place=["<img src=x onerror=alert(1)>"]).dataframe[0].value) >= 4


def test_the_open_line_shows_its_quote(open_page: Open, store: Path) -> None:
    with PolicyGraph.open(store) as graph:
        line = next(one for one in target_ledger(graph) if one.place.label == CIRCLE)
    assert f"<mark>{line.quotes[0].exact}</mark>" in shown(open_page("targets", target=str(line.target)))


def test_english_sentences_stand_apart(open_page: Open) -> None:
    said = shown(open_page("targets", lang="English"))
    assert re.findall(r"[a-z]\.[A-Z]\w+", said) == []


@pytest.mark.parametrize("language", ["中文", "English"])
def test_all_columns_of_the_ledger_are_in_sight_alone_and_beside_the_panel(page: Page, language: str) -> None:
    visit(page, f"/targets?lang={language}")
    table = page.get_by_test_id("stDataFrame")
    table.locator("canvas").first.wait_for()
    table.scroll_into_view_if_needed()
    settled(page)
    assert hidden_width(page) == 0
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 0.3 * box["width"], box["y"] + 56)
    opened(page).locator("blockquote").first.wait_for()
    settled(page)
    assert hidden_width(page) == 0


def hidden_width(page: Page) -> int:
    """Pixels of the ledger that are seen only by scrolling it sideways."""
    grid = page.locator("[data-testid=stDataFrame] .dvn-scroller")
    return int(grid.evaluate("one => one.scrollWidth - one.clientWidth"))


def test_the_ledger_has_no_column_that_is_empty_throughout(open_page: Open) -> None:
    lines = open_page("targets").dataframe[0].value
    assert all(lines[name].str.len().max() > 0 for name in lines.columns)


def test_two_values_for_one_indicator_are_flagged(open_page: Open, tmp_path: Path) -> None:
    text = "沈阳市三年行动方案\n\n到2025年，沈阳市制造业增加值占地区生产总值比重达到{}%。\n"
    two = store_of(tmp_path, {"a": text.format(30), "b": text.format(45)})
    test = open_page("targets")
    assert "前后不一" not in shown(test)
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv(VARIABLE, str(two))
        said = shown(test.run())
    assert "前后不一" in said
    assert "≥30% ≠ ≥45%" in said
    assert re.search(r'<strong><a class="thing" href="explore[^>]*>沈阳市</a>的', said)


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/targets")
    narrow_page.locator(".bars").wait_for()
    assert fits_a_telephone(narrow_page)


def test_a_telephone_lists_the_ledger_line_by_line_and_a_line_opens_its_quote(narrow_page: Page) -> None:
    visit(narrow_page, "/targets")
    line = narrow_page.locator(".phone a").first
    expect(line.locator("span")).to_be_visible()
    expect(narrow_page.get_by_test_id("stDataFrame")).to_be_hidden()
    line.click()
    opened(narrow_page).locator("blockquote").first.wait_for()


@pytest.mark.parametrize(
    ("share", "leads"),
    [(0.03, r"/targets\?.*node="), (0.97, r"/reader\?document=.*at=\d+-\d+")],
    ids=["place", "document"],
)
def test_a_place_in_the_ledger_opens_and_a_document_leads_to_its_passage(page: Page, share: float, leads: str) -> None:
    visit(page, "/targets")
    table = page.locator("[data-testid=stDataFrame]")
    table.scroll_into_view_if_needed()
    settled(page)
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + share * box["width"], box["y"] + 56)
    page.wait_for_url(re.compile(leads))
