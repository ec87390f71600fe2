"""Texts of several levels and kinds: a search is narrowed by both, and a floor with a stretch goal is no contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.running_app import running_app
from tests.views.conftest import WIDE, page_at, settled, store_of, visit

TEXTS = {
    "national": ("国务院", "关于支持沈阳市建设物流中心的意见", "国务院支持沈阳市建设国家航运枢纽。"),
    "province": ("辽宁省人民政府", "《辽宁省物流业三年行动方案》政策解读", "支持沈阳市建设区域性航运枢纽。"),
    "city": (
        "沈阳市人民政府",
        "沈阳市物流业发展规划",
        "推动沈阳市航运枢纽建设。到2025年，沈阳市地区生产总值超过9000亿元，力争突破1万亿元。",
    ),
}


@pytest.fixture(scope="module")
def kinds_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over three texts, each of another level, one of another kind."""
    texts = {
        name: f"---\nissuer: {issuer}\npublished: 2024-05-01\n---\n{title}\n\n{text}\n"
        for name, (issuer, title, text) in TEXTS.items()
    }
    with running_app(store_of(tmp_path_factory.mktemp("kinds"), texts)) as running:
        yield running


@pytest.fixture
def kinds(browser: Browser, kinds_address: str) -> Iterator[Page]:
    """A browser's page of that app."""
    yield from page_at(browser, kinds_address, WIDE)


@pytest.mark.parametrize(
    ("field", "option", "parameter", "found"),
    [
        ("层级", "国家", "level=national", "national"),
        ("层级", "市", "level=city", "city"),
        ("文件类别", "政策解读", "kind=Interpretation", "province"),
    ],
)
def test_a_search_is_narrowed_by_level_and_by_kind_of_document(
    kinds: Page, field: str, option: str, parameter: str, found: str
) -> None:
    visit(kinds, "/search?q=航运枢纽")
    expect(kinds.get_by_text("有3个句子包含")).to_be_visible()
    settled(kinds)
    kinds.get_by_test_id("stMain").get_by_label(field).click()
    kinds.get_by_role("option", name=option, exact=True).click()
    kinds.wait_for_url(re.compile(re.escape(parameter)))
    expect(kinds.get_by_text("有1个句子包含")).to_be_visible()
    expect(kinds.locator("blockquote.quote")).to_have_count(1)  # those of before leave last
    expect(kinds.locator("blockquote.quote")).to_contain_text(TEXTS[found][2].split("。")[0].removeprefix("国务院"))


def test_a_floor_and_a_stretch_goal_stand_side_by_side_without_a_contradiction(kinds: Page) -> None:
    visit(kinds, "/targets")
    lead = kinds.locator(".lead").first
    expect(lead).to_contain_text("2个量化目标")
    goals = kinds.locator(".bars a").all_inner_texts()
    assert any("9000亿元" in goal for goal in goals)
    assert any("10000亿元" in goal for goal in goals)
    expect(kinds.get_by_text("前后不一")).to_have_count(0)
    expect(kinds.get_by_text("没有发现同一地方、同一指标、同一年份有两个数值")).to_be_visible()
