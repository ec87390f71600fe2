"""Two versions of a plan side by side: what changed, was added and dropped, found, filtered and taken away."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.views.conftest import Open, fits_a_telephone, settled, shown, visit

VERSIONS = {"before": "yichang-plan-first", "after": "yichang-plan-second"}


@pytest.fixture(scope="module")
def store(store_of_versions: Path) -> Path:
    """Return a store with two versions of a plan."""
    return store_of_versions


@pytest.fixture(scope="module")
def address(address_of_versions: str) -> str:
    """Return the address of the app that shows it."""
    return address_of_versions


def test_two_versions_are_offered_by_themselves_and_a_changed_value_shows_both_sentences(page: Page) -> None:
    visit(page, "/compare")
    page.get_by_text("变动 4 · 新增 7 · 删去 7").wait_for()
    expect(page.locator("blockquote", has_text="比重达到28%")).to_be_visible()
    expect(page.locator("blockquote", has_text="比重达到31%")).to_be_visible()
    assert page.locator("blockquote mark.gone", has_text="28").inner_text() == "28"
    assert page.locator("blockquote mark.new", has_text="31").inner_text() == "31"


@pytest.mark.parametrize(("side", "document"), list(enumerate(VERSIONS.values())), ids=list(VERSIONS))
def test_each_document_is_named_whole_and_leads_to_its_text(page: Page, side: int, document: str) -> None:
    visit(page, "/compare")
    name = page.get_by_test_id("stColumn").nth(side).locator(".trail a")
    assert name.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
    name.click()
    page.wait_for_url(re.compile(f"/reader\\?document={document}"))


def test_a_link_shows_one_kind_of_change_alone(open_page: Open) -> None:
    everything = shown(open_page("compare", **VERSIONS))
    assert "旅游总收入" in everything
    dropped = shown(open_page("compare", **VERSIONS, change="dropped", relation="hasTarget"))
    assert "旅游总收入" in dropped
    assert "研发经费投入强度" not in dropped


def test_the_sides_are_swapped_and_the_address_says_so(page: Page) -> None:
    visit(page, "/compare")
    page.get_by_text("变动 4 · 新增 7 · 删去 7").wait_for()
    page.get_by_role("button", name="对调").click()
    page.locator("blockquote mark.gone", has_text="31").wait_for()
    page.get_by_text("变动 4 · 新增 7 · 删去 7").wait_for()
    assert "before=yichang-plan-second" in page.url


def test_it_is_taken_away_as_markdown_and_as_json(page: Page) -> None:
    visit(page, "/compare")
    with page.expect_download() as markdown:
        page.get_by_role("button", name="下载 Markdown").click()
    assert "## 删去" in Path(markdown.value.path()).read_text(encoding="utf-8")
    with page.expect_download() as data:
        page.get_by_role("button", name="下载 JSON").click()
    told = json.loads(Path(data.value.path()).read_text(encoding="utf-8"))
    assert told["counts"]["changed"] == 4


def test_it_is_taken_away_as_slides_with_both_sentences(page: Page) -> None:
    visit(page, "/compare")
    settled(page)
    with page.expect_download() as slides:
        page.get_by_role("button", name="下载幻灯片").click()
    heads = [one.shapes.title.text_frame.text for one in Presentation(str(slides.value.path())).slides]
    assert heads[1:4] == ["变动了什么", "变动", "新增 · 删去"]


def test_the_same_changes_are_shown_as_a_table(open_page: Open) -> None:
    said = shown(open_page("compare", **VERSIONS, view="table"))
    assert "此前原文" in said
    assert said.count("<tr>") == 19


def test_a_link_from_a_sentence_opens_it_in_the_text(page: Page) -> None:
    visit(page, "/compare")
    page.get_by_text("变动 4").wait_for()
    page.get_by_role("link", name="看原文").first.click()
    page.locator(".reader[data-ready=true]").wait_for()
    assert "document=yichang-plan-first" in page.url


@pytest.mark.parametrize(("view", "names"), [("side", ".task :is(a.chip, a.thing)"), ("table", ".plain td a")])
def test_every_name_of_a_change_leads_to_what_it_names(page: Page, view: str, names: str) -> None:
    visit(page, f"/compare?view={view}")
    name = page.locator(names).first
    name.wait_for()
    assert page.locator("[data-testid=stMain] span.chip").count() == 0
    said = name.inner_text()
    name.click()
    page.wait_for_url(re.compile("/(explore|reader)"))
    page.get_by_text(said).first.wait_for()


def test_it_speaks_english(page: Page) -> None:
    visit(page, "/compare?lang=English")
    page.get_by_text("changed 4 · added 7 · dropped 7").wait_for()
    settled(page)
    assert page.locator(".change", has_text="dropped").count() == 7


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/compare")
    narrow_page.get_by_text("变动 4").wait_for()
    assert fits_a_telephone(narrow_page)


def test_no_column_of_the_table_is_so_narrow_that_its_words_stand_upright(page: Page) -> None:
    visit(page, "/compare?view=table")
    cells = page.locator("table.wide td")
    cells.first.wait_for()
    widths = cells.evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
    assert min(widths) > 70
    heads = page.locator("table.wide th").evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert max(heads) < 50, "a head stands in one line"
