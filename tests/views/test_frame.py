"""What surrounds every page: its title and language, the menu of a telephone, paper, terms that explain themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from tests.views.conftest import NARROW, settled, visit
from views.parts.frame.language import Words, table_of
from views.parts.frame.pages import existing

WORDS = Path(__file__).parents[2] / "views" / "words"
PAGES = list(existing())
SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"


def address(name: str) -> str:
    """Return where a page stands."""
    return "/" if name == "overview" else f"/{name}"


@pytest.mark.parametrize("name", PAGES)
def test_each_page_has_a_title_of_its_own_in_the_language_of_the_page(page: Page, name: str) -> None:
    names = table_of("app")
    visit(page, address(name))
    expect(page).to_have_title(f"{names[name]['zh']} · 政策图谱")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    page.get_by_text("English", exact=True).click()
    expect(page).to_have_title(f"{names[name]['en']} · Policygraph")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_menu_of_a_telephone_has_its_name_and_the_pages_and_closes_after_choosing(narrow_page: Page) -> None:
    visit(narrow_page, "/")
    menu = narrow_page.locator(".menu")
    expect(menu.locator("summary")).to_contain_text("菜单 · 总览")
    menu.locator("summary").click()
    expect(menu.get_by_role("link")).to_have_count(len(PAGES))
    menu.get_by_role("link", name="指标").click()
    narrow_page.wait_for_url(re.compile("/targets"))
    expect(menu.locator("summary")).to_contain_text("菜单 · 指标")
    expect(menu.get_by_role("link", name="矩阵")).not_to_be_visible()


def test_the_filters_of_a_telephone_open_from_a_button_and_no_other_menu_stands_beside_ours(narrow_page: Page) -> None:
    visit(narrow_page, "/connect")
    button = narrow_page.get_by_role("button", name="筛选")
    expect(button).to_be_visible()
    button.click()
    expect(narrow_page.get_by_text("路径最多几步")).to_be_in_viewport()
    settled(narrow_page)
    expect(narrow_page.get_by_test_id("stExpandSidebarButton")).not_to_be_visible()


_CUT = f"""() => {{
  const cut = []
  const walk = (root) => {{
    for (const one of root.querySelectorAll('td, th, p, li, a, dd, dt, h1, h2, blockquote, summary')) {{
      const box = one.getBoundingClientRect()
      const seen = one.checkVisibility({{ visibilityProperty: true }}) && box.width > 0 && !one.closest('.matrix, .menu, svg')
      if (seen && (box.right > {NARROW} + 1 || box.left < -1)) cut.push(one.outerHTML.slice(0, 160))
    }}
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) walk(one.shadowRoot)
  }}
  walk(document.querySelector('[data-testid=stMain]'))
  return cut
}}"""
"""Texts that stick out of a telephone; the matrix scrolls within its frame."""


@pytest.mark.parametrize(
    "name", [*PAGES, "ask?question=沈阳市有哪些定位？", f"explore?focus={SHENYANG}&node={SHENYANG}"]
)
@pytest.mark.parametrize("language", ["中文", "English"])
def test_no_column_is_cut_on_a_telephone(narrow_page: Page, name: str, language: str) -> None:
    visit(narrow_page, f"{address(name)}{'&' if '?' in name else '?'}lang={language}")
    narrow_page.locator("h1").first.wait_for()
    settled(narrow_page)
    assert narrow_page.evaluate(_CUT) == []


@pytest.mark.parametrize("name", PAGES)
def test_paper_has_no_menu_and_no_buttons(page: Page, name: str) -> None:
    visit(page, address(name))
    page.locator("h1").first.wait_for()
    settled(page)
    page.emulate_media(media="print")
    for part in (
        "stHeader",
        "stSidebar",
        "stButton",
        "stDownloadButton",
        "stPopover",
        "stButtonGroup",
        "stFileUploader",
    ):
        for one in page.get_by_test_id(part).all():
            expect(one).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_paper_keeps_quotes_and_pictures_and_opens_what_is_folded(page: Page) -> None:
    visit(page, f"/connect?ends={SHENYANG}&ends=https://w3id.org/policygraph/id/city/大连市")
    page.locator(".network[data-ready=true]").wait_for()
    settled(page)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".network canvas").first).to_be_visible()
    expect(page.locator("blockquote").first).to_be_visible()
    assert page.locator("[data-testid=stMain] details.more:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("[data-testid=stMain] details.more[open]").count() == 0
    pages = page.pdf().count(b"/Type /Page\n")
    assert pages > 1, "a long page goes on, on the next sheet"


PRESSED = (
    *(
        "stForm",
        "stTextInput",
        "stSelectbox",
        "stMultiSelect",
        "stTextArea",
        "stButton",
        "stDownloadButton",
        "stPopover",
    ),
    *("stFormSubmitButton", "stButtonGroup", "stDataFrame"),
)


@pytest.mark.parametrize("where", ["/search?q=沈阳", "/targets", "/explore", "/matrix", "/reader", "/", "/documents"])
def test_nothing_that_is_pressed_or_filled_in_is_printed(page: Page, where: str) -> None:
    visit(page, where)
    page.emulate_media(media="print")
    seen = page.evaluate(
        """(names) => {
          const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])])
          const small = '.zoom, .beside, button.small, a.misread, input, textarea'
          const pressed = (one) => names.includes(one.dataset?.testid) || one.matches(small)
          return all(document.body).filter((one) => pressed(one) && one.checkVisibility() && one.getBoundingClientRect().width > 1)
            .map((one) => one.dataset.testid ?? one.className)
        }""",
        list(PRESSED),
    )
    assert seen == []


def test_every_column_of_a_table_is_on_paper(page: Page) -> None:
    visit(page, "/targets")
    with pdfplumber.open(BytesIO(page.pdf(format="A4"))) as printed:
        said = normalize("NFKC", "".join(sheet.extract_text() for sheet in printed.pages))
        reached = max(word["x1"] for sheet in printed.pages for word in sheet.extract_words())
        assert reached < printed.pages[0].width
    assert all(head in said for head in ("地方", "指标", "缓和语", "基期值", "年份", "原文", "文件"))


def test_every_column_of_the_matrix_is_on_paper(page: Page) -> None:
    visit(page, "/matrix")
    columns = page.locator(".matrix thead th").count()
    assert columns > 12
    page.set_viewport_size({"width": 673, "height": 900})  # a sheet of A4 within its margins
    page.emulate_media(media="print")
    reached = page.locator(".matrix thead th").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().right)"
    )
    cut = page.locator(".matrix tbody td").evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
    assert len(reached) == columns
    assert max(*reached, *cut) <= 674


def test_a_network_keeps_its_proportions_on_paper(page: Page) -> None:
    visit(page, "/explore")
    page.locator(".network[data-ready=true] canvas").first.wait_for()
    with pdfplumber.open(BytesIO(page.pdf(format="A4"))) as printed:
        drawn = max((one for sheet in printed.pages for one in sheet.images), key=lambda one: one["width"])
        wide, high = drawn["srcsize"]
        assert drawn["x1"] <= printed.pages[0].width
        assert drawn["width"] / drawn["height"] == pytest.approx(wide / high, rel=0.03)


def test_a_term_explains_itself_on_hover_by_keyboard_and_on_a_tap(page: Page) -> None:
    visit(page, "/connect")
    term, box = page.locator(".grade button.term").first, page.locator("#explained")
    term.hover()
    expect(box).to_contain_text("明文：")
    page.keyboard.press("Escape")
    expect(box).not_to_be_visible()
    page.mouse.move(0, 0)
    term.focus()
    expect(box).to_contain_text("明文：")
    term.blur()
    page.keyboard.press("Escape")
    expect(box).not_to_be_visible()
    page.mouse.move(0, 0)
    term.click()
    expect(box).to_contain_text("明文：")


def test_an_explanation_stays_within_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/connect")
    for term in narrow_page.locator("button.term").all()[:6]:
        term.click()
        place = narrow_page.locator("#explained").bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= NARROW


TERMS = {
    "": ("政策提法", "地名组合", "仅被引用的文件"),
    "connect": ("明文", "承前/承标题", "由组展开", "推动/加快"),
    "quality": ("SHACL", "准确率", "召回率"),
}
"""Pages with the terms that a newcomer meets there."""


@pytest.mark.parametrize("name", TERMS)
def test_the_terms_of_a_page_explain_themselves(page: Page, name: str) -> None:
    visit(page, f"/{name}")
    for said in TERMS[name]:
        expect(page.locator("button.term", has_text=said).first).to_have_attribute("data-explained", re.compile("："))


def test_a_filter_that_uses_a_term_explains_it(page: Page) -> None:
    visit(page, "/connect")
    page.get_by_role("button", name="筛选").click()
    for label in ("依据等级", "路径最多几步", "显示枢纽"):
        part = page.get_by_test_id("stPopoverBody").get_by_test_id("stElementContainer").filter(has_text=label)
        part.get_by_test_id("stTooltipIcon").first.hover()
        expect(page.get_by_test_id("stTooltipContent")).to_contain_text("：")
        page.mouse.move(900, 600)


def glossary() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the terms of the glossary."""
    yield from tomllib.loads((WORDS / "glossary.toml").read_text(encoding="utf-8")).items()


@pytest.mark.parametrize(("name", "said"), list(glossary()), ids=lambda one: one if isinstance(one, str) else "")
def test_an_explanation_begins_with_what_it_explains(name: str, said: dict[str, str]) -> None:
    assert re.match(r"[^：]{2,12}：", said["zh"]), name
    assert re.match(r"[^:]{2,30}: ", said["en"]), name


def test_a_term_that_nobody_explains_stays_a_plain_word() -> None:
    assert Words("zh", {}).explained("no such term") == ""


def test_what_a_comparison_is_written_with_is_one_sign_on_every_page(page: Page) -> None:
    for name in ("", "targets", "matrix?axis=Indicator", "ask?question=各地提出了哪些量化目标？"):
        visit(page, f"/{name}")
        page.locator("h1").first.wait_for()
        settled(page)
        said = page.locator("[data-testid=stMain]").inner_text()
        assert ">=" not in said
        assert "<=" not in said


def test_documents_that_are_held_and_that_are_only_cited_are_told_apart(page: Page) -> None:
    visit(page, "/")
    figures = page.locator(".figures div")
    expect(figures.filter(has_text="收录的文件")).to_contain_text("1")
    expect(figures.filter(has_text="仅被引用的文件")).to_contain_text("2")
    expect(figures.filter(has_text=re.compile("^政策文件"))).to_have_count(0)


def test_what_the_framework_says_in_english_is_said_in_the_language_of_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 900, "height": 900})
    visit(page, "/connect")
    expect(page.get_by_test_id("stTopNavSection")).to_have_text(re.compile(r"^其余\d+页$"))
    visit(page, "/add")
    expect(page.get_by_test_id("stFileUploader").get_by_role("button", name="选择文件")).to_be_visible()
