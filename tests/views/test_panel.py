"""The panel: what a click opens stands where one looks, opens further things in its place, and goes back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.views.conftest import click_node, opened, point_of, settled, visit

SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"
CITY_OF_CENTRES = "https://w3id.org/policygraph/id/positioning/国家中心城市"


def click_map(page: Page) -> None:
    visit(page, "/")
    page.get_by_role("button", name="沈阳市 · 有功能定位").click()


def click_matrix(page: Page) -> None:
    visit(page, "/matrix")
    page.locator(".matrix[data-ready=true]").wait_for()
    page.get_by_role("button", name="沈阳市 × 金融业").click()


def click_chart(page: Page) -> None:
    visit(page, "/targets")
    page.locator(".bars a").first.click()


def click_ledger(page: Page) -> None:
    visit(page, "/targets")
    page.locator(".bars a").first.wait_for()
    settled(page)
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 36 * 2.5)


def click_line(page: Page) -> None:
    """Click the ledger as a telephone shows it."""
    visit(page, "/targets")
    page.locator(".phone a").first.click()


def click_network(page: Page) -> None:
    visit(page, "/explore")
    page.locator(".network[data-ready=true]").wait_for()
    click_node(page, SHENYANG)


def click_connection(page: Page) -> None:
    visit(page, "/connect")
    page.locator(".network[data-ready=true]").wait_for()
    click_node(page, SHENYANG)


def click_section(page: Page) -> None:
    visit(page, "/explore?layout=section")
    page.locator(".sections[data-ready=true]").wait_for()
    page.locator(".sections .thing", has_text="沈阳市").first.click()


CLICKS = [click_map, click_matrix, click_chart, click_ledger, click_network, click_connection, click_section]


def in_sight(page: Page) -> bool:
    """Return whether the panel is wholly in the window, and the first quote in it at least begins there."""
    window = page.viewport_size
    panel, quote = (page.locator(one).first.bounding_box() for one in (".st-key-panel", ".panel-card blockquote"))
    assert window
    assert panel
    assert quote
    whole = panel["x"] >= 0 and panel["x"] + panel["width"] <= window["width"] + 1
    return (
        whole
        and panel["y"] >= 0
        and panel["y"] + panel["height"] <= window["height"] + 1
        and quote["y"] < window["height"] - 40
    )


@pytest.mark.parametrize("click", CLICKS)
def test_a_click_opens_the_panel_with_a_quote_in_sight(page: Page, click: Callable[[Page], None]) -> None:
    click(page)
    opened(page).locator("blockquote").first.wait_for()
    assert in_sight(page)


@pytest.mark.parametrize("click", [click_line if click is click_ledger else click for click in CLICKS])
def test_on_a_telephone_a_click_opens_a_sheet_with_a_quote_in_sight(
    narrow_page: Page, click: Callable[[Page], None]
) -> None:
    click(narrow_page)
    opened(narrow_page).locator("blockquote").first.wait_for()
    expect(narrow_page.locator(".st-key-panel")).to_have_css("left", "0px")
    assert in_sight(narrow_page)


def test_a_name_in_the_panel_opens_there_and_back_returns(page: Page) -> None:
    click_network(page)
    opened(page, "国家中心城市").locator(".chip", has_text="国家中心城市").first.click()
    opened(page, "国家中心城市").locator(".task", has_text="国家中心城市").first.wait_for()
    page.wait_for_url(re.compile(r"node=[^&]*positioning"))
    page.get_by_role("button", name="返回").click()
    page.wait_for_url(re.compile(r"node=[^&]*city"))
    assert page.get_by_role("button", name="返回").is_hidden()
    opened(page, "沈阳市")


@pytest.mark.parametrize("click", CLICKS)
def test_escape_closes_the_panel_wherever_the_click_was(page: Page, click: Callable[[Page], None]) -> None:
    click(page)
    card = opened(page)
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")


def test_a_quote_in_the_panel_leads_to_the_report_of_a_misreading(page: Page) -> None:
    click_map(page)
    opened(page).get_by_role("link", name="指出误读").first.click()
    page.wait_for_url(re.compile(r"/correct\?document=liaoning-interpretation&at=\d+-\d+"))


def test_what_is_behind_a_fold_opens_in_place(page: Page) -> None:
    click_network(page)
    card = opened(page, "沈阳市")
    quotes = card.locator("blockquote:visible")
    before = quotes.count()
    card.get_by_text("原文依据").first.click()
    card.page.wait_for_function(
        "before => [...document.querySelectorAll('.panel-card blockquote')].filter((one) => one.checkVisibility()).length > before",
        arg=before,
    )


def test_a_click_draws_the_picture_no_second_time(page: Page) -> None:
    click_network(page)
    opened(page, "沈阳市")
    page.locator(".network").evaluate("box => { box.same = true }")
    opened(page).locator(".chip", has_text="国家中心城市").first.click()
    page.wait_for_url(re.compile(r"node=[^&]*positioning"))
    settled(page)
    assert page.locator(".network").evaluate("box => box.same")


def test_the_panel_and_the_picture_say_the_same_thing_is_open(page: Page) -> None:
    visit(page, f"/matrix?row={SHENYANG}&column=https://w3id.org/policygraph/id/industry/金融业")
    opened(page)
    cell = page.get_by_role("button", name="沈阳市 × 金融业")
    expect(cell).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="收起").click()
    expect(cell).to_have_attribute("aria-pressed", "false")
    page.wait_for_url(lambda address: "row=" not in address)


def test_two_rows_are_compared_in_the_panel(page: Page) -> None:
    visit(page, "/matrix")
    page.locator(".matrix[data-ready=true]").wait_for()
    page.get_by_role("button", name="沈阳市", exact=True).click()
    opened(page, "再点一个行名")
    page.get_by_role("button", name="大连市", exact=True).click()
    opened(page, "只有大连市有")
    page.get_by_role("button", name="大连市", exact=True).click()
    opened(page, "再点一个行名")


def test_by_the_keyboard_the_panel_is_entered_and_left(page: Page) -> None:
    visit(page, "/explore")
    page.locator(".network[data-ready=true]").wait_for()
    page.locator(".network summary").click()
    button = page.locator(".network li button").first
    button.focus()
    page.keyboard.press("Enter")
    opened(page)
    close = page.get_by_role("button", name="收起")
    expect(close).to_be_focused()
    page.keyboard.press("Escape")
    expect(close).to_be_hidden()
    expect(button).to_be_focused()


def test_opening_the_panel_moves_nothing_under_the_pointer(page: Page) -> None:
    visit(page, "/matrix")
    page.locator(".matrix[data-ready=true]").wait_for()
    settled(page)
    cell = page.get_by_role("button", name="沈阳市 × 金融业")
    before = cell.bounding_box()
    cell.click()
    opened(page)
    after = cell.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) <= 1


def test_lines_of_a_thing_by_section_are_drawn_when_it_is_looked_at(page: Page) -> None:
    visit(page, "/explore?layout=section")
    thing = page.locator(".sections[data-ready=true] .thing", has_text="双核").first
    thing.wait_for()
    settled(page)
    assert page.locator(".sections .line").count() == 0
    thing.hover()
    page.locator(".sections .line").first.wait_for(state="attached")
    assert page.locator(".sections .line").count() == int(thing.locator("small").inner_text())


def test_a_line_by_section_opens_its_quotes(page: Page) -> None:
    visit(page, f"/explore?layout=section&node={CITY_OF_CENTRES}")
    line = page.locator(".sections .wide").first
    line.wait_for(state="attached")
    opened(page)
    line.dispatch_event("click")
    opened(page, "→").locator("blockquote").first.wait_for()


def test_an_unknown_thing_in_a_link_is_a_mistake_in_one_line(page: Page) -> None:
    visit(page, "/explore?node=urn:<script>alert(1)</script>")
    opened(page, "<script>alert(1)</script>")


def test_a_click_on_a_line_of_a_connection_shows_its_quote(page: Page) -> None:
    visit(page, "/connect")
    box = page.locator(".network[data-ready=true]")
    box.wait_for()
    settled(page)
    line = box.evaluate("box => box.drawn.paths()[0].line.id")
    page.mouse.click(*point_of(page, "edge", line))
    opened(page, "→").locator("blockquote mark").first.wait_for()
