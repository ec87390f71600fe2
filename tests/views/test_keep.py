"""The small buttons beside what is shown: a quote is copied with its citation."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.views.conftest import fits_a_telephone, settled, visit

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
