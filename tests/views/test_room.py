"""What is said has room enough at a desk and on a telephone, and what is not seen keeps none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.views.conftest import visit
from views.parts.frame.pages import existing

PAGES = list(existing())
SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"


@pytest.mark.parametrize("language", ["中文", "English"])
def test_at_a_desk_every_page_has_its_name_in_the_menu(page: Page, language: str) -> None:
    visit(page, f"/quality?lang={language}")
    page.wait_for_function(
        """(pages) => {
          const links = [...document.querySelectorAll('[data-testid=stTopNavLink]')]
          const seen = links.filter((one) => one.checkVisibility({ opacityProperty: true }) && one.clientHeight > 0)
          return seen.length === pages && seen.every((one) => one.getBoundingClientRect().right <= innerWidth)
        }""",
        arg=len(PAGES),
    )


@pytest.mark.parametrize("where", [f"/explore?focus={SHENYANG}", "/targets", "/documents"])
def test_what_only_paper_or_a_telephone_shows_keeps_no_room_at_a_desk(page: Page, where: str) -> None:
    visit(page, where)
    page.wait_for_function(
        """() => {
          const unseen = [...document.querySelectorAll('[data-testid=stMain] :is(.paper, .phone):only-child')]
          return unseen.length && unseen.every((one) => !one.closest('[data-testid=stElementContainer]').getClientRects().length)
        }"""
    )


def test_what_is_beside_a_quote_breaks_between_its_buttons_alone(page: Page, narrow_page: Page) -> None:
    for one in (page, narrow_page):
        visit(one, f"/explore?focus={SHENYANG}&node={SHENYANG}&lang=English")
        one.locator("a.misread").first.wait_for()
        assert one.locator("a.misread").evaluate_all("all => all.every((one) => one.getClientRects().length <= 1)")


def test_on_a_telephone_a_field_is_wide_enough_for_what_it_says(narrow_page: Page) -> None:
    visit(narrow_page, "/explore?lang=English")
    cut = "all => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.value || one.placeholder)"
    fields = narrow_page.locator(".st-key-explore-bar input[role=combobox]")
    expect(fields).to_have_count(2)
    assert fields.evaluate_all(cut) == []
    assert fields.evaluate_all("all => all.every((one) => one.clientWidth > 280)")
