"""Every name is a link, a card leads somewhere as a whole, and what a page showed is there again on coming back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from graph.things import Quote
from tests.views.conftest import opened, settled, visit
from views.parts.cards.quote_card import quote_html
from views.parts.frame.language import Words, table_of

SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"
DALIAN = "https://w3id.org/policygraph/id/city/大连市"
NAMES = {
    "": ".card .chip",
    "connect": ".card .task strong a",
    "search?q=国家中心城市": ".facts a",
    "ask?question=哪些任务连接沈阳和大连？": ".answers td .chip",
    "ask?question=哪些任务连接沈阳和大连？&view=evidence": ".trail a.thing",
    "quality": ".plain td:first-child a",
}
"""Pages with names, and where these stand."""


@pytest.mark.parametrize("path", NAMES)
def test_a_name_leads_to_what_it_names(page: Page, path: str) -> None:
    visit(page, f"/{path}")
    name = page.locator(NAMES[path]).first
    said = name.inner_text()
    name.click()
    page.wait_for_url(re.compile("/(explore|reader)"))
    page.get_by_text(said).first.wait_for()


@pytest.mark.parametrize("path", NAMES)
def test_no_name_is_without_its_link(page: Page, path: str) -> None:
    visit(page, f"/{path}")
    page.locator(NAMES[path]).first.wait_for()
    assert page.locator("[data-testid=stMain] span.chip").count() == 0


def test_a_quote_of_a_text_without_a_title_leads_to_it_by_its_id() -> None:
    quote = Quote("打造<b>", 2, 7, "Stated", "r", "沈阳打造<b>。", (), "", "urn:d/plan", "urn:s")
    link = re.search(
        r'<a class="thing" href="([^"]*)"[^>]*>([^<]*)</a>', quote_html(quote, Words("zh", table_of("parts")))
    )
    assert link
    assert (link[1], link[2]) == ("reader?document=plan&amp;at=2-7", "plan")


def test_the_names_of_a_card_open_in_the_panel_and_the_browser_goes_back_too(page: Page) -> None:
    visit(page, f"/explore?focus={SHENYANG}&node={SHENYANG}")
    opened(page).locator(".chips a.chip").first.click()
    page.wait_for_url(re.compile("node=.*(positioning|industry)"))
    page.go_back()
    page.wait_for_url(re.compile("node=.*%E6%B2%88%E9%98%B3%E5%B8%82"))
    expect(page.locator(".panel-card .task").first).to_contain_text("沈阳市")


def test_a_name_opens_in_a_tab_of_its_own_as_any_link_does(page: Page) -> None:
    visit(page, "/connect?lang=English")
    name = page.locator(".card .task strong a").first
    name.wait_for()
    with page.context.expect_page() as tab:
        name.click(modifiers=["ControlOrMeta"])
    tab.value.get_by_role("heading", name="Explore the network").wait_for()


@pytest.mark.parametrize(("heading", "leads_to"), [("接下来可以", "connect"), ("文件", "reader")])
def test_a_card_leads_somewhere_wherever_it_is_clicked(page: Page, heading: str, leads_to: str) -> None:
    visit(page, "/")
    page.get_by_role("heading", name=heading, exact=True).wait_for()
    card = page.locator(f"a.card[data-page={leads_to}]").first
    box = card.bounding_box()
    assert box is not None
    card.click(position={"x": box["width"] - 6, "y": box["height"] - 6})
    page.wait_for_url(re.compile(f"/{leads_to}"))


def test_the_card_of_a_place_leads_to_it_beside_the_names_in_it(page: Page) -> None:
    visit(page, "/")
    card = page.locator("article.card", has_text="沈阳现代化都市圈").first
    box = card.bounding_box()
    assert box is not None
    card.click(position={"x": box["width"] - 6, "y": box["height"] - 6})
    page.wait_for_url(re.compile("/explore.*%E6%B2%88%E9%98%B3%E7%8E%B0%E4%BB%A3%E5%8C%96%E9%83%BD%E5%B8%82%E5%9C%88"))


def test_text_of_a_document_never_becomes_part_of_a_link(page: Page) -> None:
    visit(page, "/")
    page.locator("article.card").first.wait_for()
    links = page.locator("[data-testid=stMain] a[data-page]").evaluate_all(
        "all => all.map((a) => new URL(a.href).origin)"
    )
    assert set(links) == {page.evaluate("window.location.origin")}


def choose_fushun(page: Page) -> None:
    """Put a third city to the two with which Connect opens."""
    visit(page, "/connect")
    page.get_by_test_id("stMain").get_by_role("combobox").first.press_sequentially("抚顺")
    page.get_by_role("option", name="抚顺市").click()
    page.keyboard.press("Escape")  # the list of options lies over the page
    page.locator(".pairs").wait_for()
    settled(page)


def test_a_selection_survives_a_visit_to_another_page(page: Page) -> None:
    choose_fushun(page)
    page.get_by_role("link", name="矩阵").first.click()
    page.get_by_role("heading", name=re.compile("^矩阵")).wait_for()
    settled(page)
    page.get_by_role("link", name="关联").first.click()
    expect(page.locator(".pairs li")).to_have_count(3)


def test_a_link_shows_what_it_says_whatever_was_chosen_before(page: Page) -> None:
    choose_fushun(page)
    page.locator(".pairs a").first.click()
    expect(page.locator(".pairs")).to_have_count(0)
    page.get_by_text("沈阳市与大连市之间有任务").wait_for()
