"""The timeline: years with what was issued and what is due, each leading to its text or its ledger."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from tests.views.conftest import Open, fits_a_telephone, shown, store_of, visit
from views.parts.frame.graph_source import VARIABLE


@pytest.fixture(scope="module")
def store(store_of_versions: Path) -> Path:
    """Return a store with two versions of a plan."""
    return store_of_versions


@pytest.fixture(scope="module")
def address(address_of_versions: str) -> str:
    """Return the address of the app that shows it."""
    return address_of_versions


def test_each_year_says_what_was_issued_and_what_is_due(open_page: Open) -> None:
    said = shown(open_page("timeline"))
    assert "2021年至2027年：3份文件注明了日期" in said
    assert "固定资产投资年均增速" in said
    assert "2021年3月15日" in said
    assert "项指标没有写明年份" in said


def test_a_year_leads_to_the_ledger_of_that_year_and_a_document_to_its_text(page: Page) -> None:
    visit(page, "/timeline")
    page.get_by_role("link", name="在台账中看这1项").click()
    expect(page.get_by_role("heading", name="指标", exact=True)).to_be_visible()
    assert "year=2027" in page.url
    page.go_back()
    page.get_by_role("link", name="宜荆都市圈协同发展行动方案", exact=True).first.click()
    page.locator(".reader[data-ready=true]").wait_for()


def test_every_name_in_a_table_of_targets_is_a_link(page: Page) -> None:
    visit(page, "/timeline")
    row = page.locator("table tbody tr", has_text="固定资产投资年均增速").first
    assert row.locator("a").evaluate_all("links => links.map((one) => one.dataset.page)") == [
        "explore",
        "targets",
        "targets",
        "reader",
    ]
    row.get_by_role("link", name="固定资产投资年均增速").click()
    page.wait_for_url(lambda address: "/targets" in address and "indicator=" in address)
    expect(page.get_by_test_id("stMultiSelect").filter(has_text="固定资产投资年均增速")).to_be_visible()


def test_bars_have_names_and_speak_english(page: Page) -> None:
    visit(page, "/timeline?lang=English")
    page.get_by_role("img", name="1 document issued in 2021").wait_for()
    page.get_by_role("img", name="targets due in 2025").wait_for()


def test_a_place_shows_what_its_documents_say_by_their_dates(page: Page) -> None:
    visit(page, "/timeline?place=https://w3id.org/policygraph/id/city/宜昌市")
    page.get_by_text("各文件为宜昌市提出的定位和目标有").wait_for()
    dates = page.locator("table.answers td[data-head=文件日期]").all_inner_texts()
    assert dates == sorted(dates)
    assert len(set(dates)) > 1


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/timeline")
    narrow_page.locator(".timeline").wait_for()
    assert fits_a_telephone(narrow_page)


@pytest.mark.parametrize("width", [1280, 390])
def test_all_years_are_in_sight(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, "/timeline")
    strip = page.locator(".timeline")
    strip.get_by_text("2027").wait_for()
    assert strip.evaluate("strip => strip.scrollWidth <= strip.clientWidth")
    right = strip.evaluate("strip => strip.getBoundingClientRect().right")
    assert all(
        box.evaluate("one => one.getBoundingClientRect().right") <= right + 1 for box in strip.locator("li").all()
    )


def test_years_without_anything_are_one_gap(open_page: Open) -> None:
    def strip() -> None:
        from graph.pages import YearEntry, target_ledger
        from views.parts.charts.year_strip import year_strip
        from views.parts.frame.graph_source import asked
        from views.parts.frame.language import words_of

        due = asked(target_ledger)
        year_strip(
            [YearEntry(year, (), due if year in (2026, 2030) else ()) for year in range(2026, 2031)],
            words_of("timeline"),
        )

    open_page("timeline")
    said = "".join(one.proto.body for one in AppTest.from_function(strip, default_timeout=30).run().get("html"))
    assert "2027年至2029年：没有文件，也没有指标" in said
    assert [year for year in range(2026, 2031) if f"<strong>{year}</strong>" in said] == [2026, 2030]


def test_a_table_of_targets_stands_line_by_line_on_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/timeline")
    cells = narrow_page.locator("table tbody tr", has_text="固定资产投资年均增速").first.locator("td")
    lefts = {box["x"] for one in cells.all() if (box := one.bounding_box())}
    assert len(lefts) == 1


def test_one_year_is_no_span_and_nothing_undated_is_not_counted(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "宜昌市人民政府关于印发行动方案的通知\n2021年3月15日\n宜昌市打造区域性中心城市。\n"
    monkeypatch.setenv(VARIABLE, str(store_of(tmp_path, {"方案": text})))
    said = shown(open_page("timeline"))
    assert "2021年：1份文件" in said
    assert "2021年至2021年" not in said
    assert "timeline none-due" in said
    assert not re.search(r"\b0(份|项)[^。]*没有", said)


def test_a_timeline_without_targets_keeps_no_room_for_them(page: Page) -> None:
    visit(page, "/timeline")
    strip = page.locator("ol.timeline")
    high = strip.bounding_box()
    strip.evaluate("one => one.classList.add('none-due')")
    low = strip.bounding_box()
    assert high is not None
    assert low is not None
    assert high["height"] - low["height"] > 100


def test_the_legend_names_colours_and_no_sides(open_page: Open) -> None:
    said = shown(open_page("timeline"))
    assert "当年发布的文件" in said
    assert "线上" not in said
