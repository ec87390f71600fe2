"""The small buttons beside what is shown: a quote is copied with its citation."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.views.conftest import Open, fits_a_telephone, opened, settled, shown, visit

EVIDENCE = "/ask?question=哪些任务连接沈阳市和大连市？&view=evidence"


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_quote_is_copied_with_its_citation_in_one_click(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, EVIDENCE)
    page.get_by_role("button", name="GB/T 7714").first.click()
    page.get_by_text("已复制").first.wait_for()
    said, cited = clipboard(page).replace("\r", "").split("\n")
    assert said.startswith("“")
    assert cited.endswith("[Z]. 辽宁省发展和改革委员会, 2023-01-04.")
    page.get_by_role("button", name="APA").first.click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('(2023, January 4)'))")


def test_the_button_says_its_name_again_after_a_while(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, EVIDENCE)
    button = page.locator("button[data-copy]").first
    button.click()
    page.get_by_text("已复制").first.wait_for()
    page.wait_for_function("document.querySelector('button[data-copy]').textContent === 'GB/T 7714'")


def test_copying_still_works_after_another_page_was_visited(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, "/")
    page.get_by_test_id("stTopNavLink").filter(has_text="关联").click()
    page.locator("button[data-copy]").first.wait_for()
    settled(page)
    page.locator("button[data-copy]").first.click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('[Z]'))")


def test_the_buttons_fit_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, EVIDENCE)
    narrow_page.locator("button[data-copy]").first.wait_for()
    assert fits_a_telephone(narrow_page)


def test_a_sentence_that_was_found_is_copied_put_aside_and_reported(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, "/search?q=沈阳现代化都市圈")
    hit = page.locator("[data-testid=stVerticalBlock]", has=page.locator("blockquote")).last
    sentence = hit.locator("blockquote").inner_text()
    hit.get_by_role("button", name="GB/T 7714").click()
    page.get_by_text("已复制").first.wait_for()
    assert sentence[:6] in clipboard(page)
    assert "[Z]" in clipboard(page)
    expect(hit.get_by_role("link", name="指出误读")).to_have_attribute("href", re.compile(r"^correct\?document=.*&at="))
    hit.get_by_role("button", name="放入篮子").click()
    expect(page.get_by_test_id("stToast")).to_contain_text("篮子里现有")


def test_a_sentence_of_the_reader_is_copied_put_aside_and_reported(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, "/reader")
    row = page.locator(".reader .row", has=page.locator("ul")).first
    row.hover()
    row.get_by_role("button", name="引用").click()
    card = opened(page)
    card.get_by_role("button", name="APA").click()
    page.get_by_text("已复制").first.wait_for()
    assert row.locator(".text").inner_text()[:6] in clipboard(page)
    expect(card.get_by_role("link", name="指出误读")).to_be_visible()
    card.get_by_role("button", name="放入篮子").click()
    expect(page.get_by_test_id("stToast")).to_contain_text("篮子里现有")


@pytest.mark.parametrize("name", ["overview", "connect", "targets", "timeline", "matrix"])
def test_what_a_page_tells_at_its_head_is_put_aside(open_page: Open, name: str) -> None:
    assert "data-keep=" in shown(open_page(name))
