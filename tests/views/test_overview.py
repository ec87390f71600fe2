"""The first page: what the graph holds, and where to go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from tests.views.conftest import APP, Open, fits_a_telephone, opened, shown, store_of, visit
from views.parts.frame.graph_source import VARIABLE


def test_the_page_opens_in_chinese_with_what_was_read(open_page: Open) -> None:
    said = shown(open_page("overview"))
    assert "1份文件读成了" in said
    assert "自述17项重点任务，点名3项" in said


def test_the_page_speaks_english_on_request(open_page: Open) -> None:
    said = shown(open_page("overview", lang="English"))
    assert "17 key tasks declared, 3 named" in said


def test_the_map_says_that_it_bears_no_approval_number(open_page: Open) -> None:
    assert "没有审图号" in shown(open_page("overview"))


def test_a_graph_that_cannot_be_opened_is_a_mistake_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nothing.db"))
    test = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not test.exception
    assert "nothing.db：没有这个图" in shown(test)


def test_an_empty_graph_says_how_to_fill_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "memory")
    test = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not test.exception
    assert "corpus/" in shown(test)


def test_a_click_on_the_map_opens_the_card_of_that_city(page: Page) -> None:
    visit(page, "/")
    page.get_by_role("button", name="沈阳市 · 有功能定位").click()
    card = opened(page, "沈阳市")
    card.get_by_text("原文依据").nth(1).click()
    card.get_by_text("沈阳市 · 功能定位为 · 国家中心城市").wait_for()
    page.get_by_role("button", name="收起").click()
    card.wait_for(state="hidden")


def test_texts_of_several_provinces_open_on_the_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "推动沈阳、大连共建跨境电商平台。支持杭州、宁波打造国际物流枢纽。"
    monkeypatch.setenv(VARIABLE, str(store_of(tmp_path, {"plan": text})))
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    assert "不是地图，不表示边界" in shown(page)
    choice = page.segmented_control(key="province")
    assert list(choice.options) == ["全国", "浙江省", "辽宁省"]
    choice.set_value("330000")
    assert "没有审图号" in shown(page.run())


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/")
    narrow_page.get_by_role("group", name="地图").wait_for()
    assert fits_a_telephone(narrow_page)


def test_the_counts_of_overview_and_explore_say_what_they_count(open_page: Open) -> None:
    assert "“图谱”页只数有关系的" in shown(open_page("overview"))
    assert "“总览”页数文中提到的全部事物" in shown(open_page("explore"))


def test_figures_count_in_the_plural(open_page: Open) -> None:
    said = shown(open_page("overview", lang="English"))
    assert "places" in said.split('class="figures"')[1]
    assert "industries" in said
    assert not re.search(r">(place|task|industry|slogan)<", said.split('class="figures"')[1])
