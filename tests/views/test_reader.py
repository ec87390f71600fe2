"""The Reader: where every quote leads."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.views.conftest import Open, fits_a_telephone, opened, shown, visit

TEXT = "liaoning-interpretation"


def test_the_page_says_how_much_of_the_text_was_read(open_page: Open) -> None:
    assert re.search(r"共\d+句，其中\d+句（\d+%）读出了关系", shown(open_page("reader", document=TEXT)))


def test_an_unknown_thing_is_a_mistake_in_one_line(open_page: Open) -> None:
    said = shown(open_page("reader", document=TEXT, node="https://example.org/nothing"))
    assert "nothing：图中没有这个名称" in said


def test_a_link_opens_on_its_passage(page: Page) -> None:
    visit(page, f"/reader?document={TEXT}&at=2183-2192")
    passage = page.locator(".row.open mark")
    passage.first.wait_for()
    assert passage.first.is_visible()


def test_a_name_in_the_text_leads_to_all_its_relations(page: Page) -> None:
    visit(page, f"/reader?document={TEXT}")
    page.get_by_role("button", name="沈阳", exact=True).first.click()
    page.get_by_role("button", name="看全部关系").click()
    opened(page, "区域性金融中心").get_by_text("原文依据").first.wait_for()
    page.wait_for_url(re.compile("node="))


@pytest.mark.parametrize(("language", "mark"), [("中文", "、"), ("English", ", ")])
def test_things_beside_a_sentence_are_listed_with_the_mark_of_the_language(
    page: Page, language: str, mark: str
) -> None:
    visit(page, f"/reader?document={TEXT}&lang={language}")
    listed = page.locator(".reader li:has(.object + .object)").first
    listed.wait_for()
    between = listed.evaluate("one => [...one.childNodes].filter((part) => part.nodeType === 3).at(-1).nodeValue")
    assert between == mark


def test_the_text_leads_to_what_is_known_of_its_document(page: Page) -> None:
    visit(page, f"/reader?document={TEXT}")
    page.get_by_role("link", name="改正题名").click()
    page.locator(".st-key-document-card").get_by_text(TEXT).wait_for()


def test_the_text_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, f"/reader?document={TEXT}")
    narrow_page.locator(".reader[data-ready=true]").wait_for()
    assert fits_a_telephone(narrow_page)


def test_english_is_kept_from_page_to_page(page: Page) -> None:
    visit(page, "/")
    page.get_by_text("English").click()
    page.get_by_test_id("stTopNavLink").filter(has_text="Reader").click()
    page.get_by_role("heading", name="Reader").wait_for()
    page.wait_for_url(re.compile("lang=English"))
