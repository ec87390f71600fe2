"""Connect: what ties two things, with the quotes that say so."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.views.conftest import Open, click_edge, click_node, fits_a_telephone, opened, settled, shown, visit

SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"
DALIAN = "https://w3id.org/policygraph/id/city/大连市"
FUSHUN = "https://w3id.org/policygraph/id/city/抚顺市"


def test_the_page_opens_with_two_cities_and_the_answer_first(open_page: Open) -> None:
    said = shown(open_page("connect"))
    assert "沈阳市与大连市之间有任务" in said
    assert "支持沈阳、大连率先发展" in said


def test_english_is_answered_in_english(open_page: Open) -> None:
    said = shown(open_page("connect", lang="English"))
    assert "沈阳市 and 大连市 are tied by" in said
    assert "What they share" in said


def test_a_link_opens_other_ends(open_page: Open) -> None:
    assert "沈阳市与抚顺市" in shown(open_page("connect", ends=[SHENYANG, FUSHUN]))


def test_a_filter_acts_at_once_and_stands_in_the_address(open_page: Open) -> None:
    test = open_page("connect")
    assert "由组展开" in shown(test)
    test.selectbox(key="filter grade").set_value("Stated").run()
    assert not test.exception
    assert "Stated" in test.query_params["grade"]
    assert "由组展开</span>" not in shown(test)


def test_a_name_is_found_by_its_english_name(open_page: Open) -> None:
    test = open_page("connect")
    test.multiselect(key="ends").set_value([SHENYANG, "Fushun"]).run()
    assert not test.exception
    assert "沈阳市与抚顺市" in shown(test)


def test_an_unknown_name_is_a_mistake_in_one_line(open_page: Open) -> None:
    test = open_page("connect")
    test.multiselect(key="ends").set_value([SHENYANG, "<img src=x onerror=alert(1)>"]).run()
    assert not test.exception
    assert "图中没有这个名称" in shown(test)


def test_a_filter_that_leaves_nothing_says_why_and_offers_a_way_out(open_page: Open) -> None:
    test = open_page("connect", relations=["issuedBy"])
    assert "没有把沈阳市与大连市联系起来的内容" in shown(test)
    test.button(key="without relations").click().run()
    assert "沈阳市与大连市之间有任务" in shown(test)


def test_one_thing_alone_asks_for_another(open_page: Open) -> None:
    assert "再选一个" in shown(open_page("connect", ends=[SHENYANG]))


def test_the_query_behind_the_answer_is_shown(open_page: Open) -> None:
    assert any("pol:involves" in code.value for code in open_page("connect").code)


def test_three_things_show_each_pair_and_which_is_not_tied_at_all(open_page: Open) -> None:
    said = shown(open_page("connect", ends=[SHENYANG, DALIAN, FUSHUN]))
    assert said.count("<li><a") >= 3
    assert "大连市–抚顺市</a>：无" in said
    assert "沈阳市–大连市</a>：任务8项" in said


def test_a_line_that_lists_three_names_gives_three_ends(page: Page) -> None:
    visit(page, "/connect?ends=")
    page.get_by_test_id("stMain").get_by_role("combobox").first.press_sequentially("沈阳市、大连市与抚顺市")
    page.keyboard.press("Enter")
    expect(page.locator(".pairs li")).to_have_count(3)
    page.get_by_text("沈阳市、大连市与抚顺市之间有").wait_for()


def test_a_line_with_a_name_that_nobody_bears_says_which_one(open_page: Open) -> None:
    test = open_page("connect")
    test.multiselect(key="ends").set_value(["沈阳、火星和大连"]).run()
    assert not test.exception
    assert "火星：图中没有这个名称" in shown(test)


def test_a_link_to_very_many_things_shows_the_first_of_them(open_page: Open) -> None:
    offered = open_page("connect").multiselect(key="ends").options
    assert len(offered) > 8
    many = open_page(
        "connect", ends=[f"https://w3id.org/policygraph/id/city/{name}" for name in ("沈阳市", "大连市", "抚顺市")] * 5
    )
    assert len(many.multiselect(key="ends").value) == 3


def test_enter_chooses_one_thing_of_those_that_match(page: Page) -> None:
    visit(page, "/connect?ends=")
    page.get_by_test_id("stMain").get_by_role("combobox").first.press_sequentially("沈阳")
    page.get_by_role("option").nth(1).wait_for()  # several match
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("ends=.*city"))
    assert page.url.count("ends=") == 1


def test_clear_all_empties_the_choice_and_leaves_it_empty(page: Page) -> None:
    visit(page, "/connect")
    page.get_by_text("沈阳市与大连市之间有任务").wait_for()
    page.get_by_test_id("stMain").locator("[aria-label='Clear all']").click()
    page.get_by_text("请选两个或更多").wait_for()
    page.get_by_role("link", name="矩阵").first.click()
    page.get_by_role("heading", name=re.compile("^矩阵")).wait_for()
    settled(page)
    page.get_by_role("link", name="关联").first.click()
    page.get_by_text("请选两个或更多").wait_for()


def test_from_two_cities_to_the_quote_in_the_reader(page: Page) -> None:
    visit(page, "/connect")
    page.get_by_text("支持沈阳、大连率先发展").first.wait_for()
    page.get_by_role("link", name="看原文").first.click()
    page.locator(".row.open mark").first.wait_for()
    page.wait_for_url(re.compile("document=liaoning-interpretation"))


def test_a_click_on_a_thing_and_on_a_line_of_the_picture_opens_its_card(page: Page) -> None:
    visit(page, f"/connect?ends={SHENYANG}&ends={FUSHUN}")
    box = page.locator(".network[data-ready=true]")
    box.wait_for()
    click_node(page, FUSHUN)
    opened(page, "抚顺市")
    page.wait_for_url(re.compile("node="))
    click_edge(page, box.evaluate("box => box.drawn.paths()[0].line.id"))
    opened(page, "→").locator("blockquote").first.wait_for()
    page.wait_for_url(re.compile("edge="))


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/connect")
    narrow_page.locator(".network[data-ready=true]").wait_for()
    assert fits_a_telephone(narrow_page)


def test_what_is_typed_into_the_list_is_offered_in_the_language_of_the_page(page: Page) -> None:
    visit(page, "/connect")
    page.get_by_test_id("stMultiSelect").get_by_role("combobox").first.fill("火星人")
    expect(page.get_by_role("option", name="找“火星人”")).to_be_visible()
