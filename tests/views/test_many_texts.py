"""More texts than a page lists: the rest is found by typing, filters narrow what was found, several provinces share a map."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.running_app import running_app
from tests.views.conftest import WIDE, opened, page_at, settled, store_of, visit

CITIES = ("沈阳市", "大连市", "杭州市", "宁波市")
YEARS = range(2019, 2025)


@pytest.fixture(scope="module")
def many_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over 24 texts, of four cities in two provinces and of six years."""
    texts = {
        f"{city}-{year}": f"---\nissuer: {city}人民政府\npublished: {year}-05-01\n---\n{city}{year}年物流业发展规划\n\n"
        f"支持{city}建设区域性物流中心，推动{city}打造现代物流产业集群。\n"
        for city in CITIES
        for year in YEARS
    }
    with running_app(store_of(tmp_path_factory.mktemp("many"), texts)) as running:
        yield running


@pytest.fixture
def many(browser: Browser, many_address: str) -> Iterator[Page]:
    """A browser's page of that app."""
    yield from page_at(browser, many_address, WIDE)


def take(page: Page, field: str | re.Pattern[str], typed: str, option: str) -> None:
    """Type into a field that lists what fits, and take one of it."""
    settled(page)
    page.get_by_test_id("stMain").get_by_label(field).press_sequentially(typed)
    page.get_by_role("option", name=option).click()


def test_the_overview_shows_twenty_documents_and_one_of_the_others_when_it_is_searched_for(many: Page) -> None:
    visit(many, "/")
    cards = many.locator("a.card.plainly b")
    expect(cards).to_have_count(20)
    titles = {f"{city}{year}年物流业发展规划" for city in CITIES for year in YEARS}
    missing = min(titles - set(cards.all_inner_texts()))
    take(many, "找一份文件", missing[:7], missing)
    expect(cards.first).to_have_text(missing)
    expect(cards).to_have_count(21)


def test_the_reader_opens_a_text_by_a_part_of_its_title(many: Page) -> None:
    visit(many, "/reader")
    many.locator(".reader[data-ready=true]").wait_for()
    take(many, re.compile("^文件"), "宁波市2021", "宁波市2021年物流业发展规划")
    many.wait_for_url(re.compile("document=%E5%AE%81%E6%B3%A2%E5%B8%82-2021"))
    many.locator(".reader[data-ready=true]", has_text="支持宁波市建设区域性物流中心").wait_for()


def test_issuer_and_year_narrow_what_was_found_to_one_text(many: Page) -> None:
    visit(many, "/search?q=物流中心")
    many.get_by_text("24个句子包含").wait_for()
    take(many, "制定机关", "杭州", "杭州市人民政府")
    many.get_by_text("6个句子包含").wait_for()
    take(many, "年份", "2023", "2023")
    expect(many.locator("blockquote.quote")).to_have_count(1)
    expect(many.get_by_test_id("stMain")).to_contain_text("杭州市2023年物流业发展规划")


def test_texts_of_two_provinces_share_a_map_of_the_country_beside_that_of_each(many: Page) -> None:
    visit(many, "/")
    many.get_by_text("大致按方位排列，不是地图").wait_for()
    many.get_by_text("浙江省", exact=True).first.click()
    many.get_by_role("button", name=re.compile("^宁波市 · ")).click()
    opened(many, "宁波市").locator("blockquote").first.wait_for()
