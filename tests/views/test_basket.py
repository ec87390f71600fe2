"""The basket: whatever is put in from a page lies there through reloads, is noted, ordered and taken away."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
import streamlit
from playwright.sync_api import Page, expect
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from graph.basket import Basket, Item, from_json, to_json
from tests.views.conftest import fits_a_telephone, settled, visit
from views.parts.keep.basket import made_whole_by

_TRIES = 40

ASK = "/ask?question=哪些任务连接沈阳市和大连市？"


def put_in(page: Page, address: str, which: int = 0) -> None:
    """Press a button of a page that puts something into the basket, and wait until it is there."""
    visit(page, address)
    button = page.locator("button[data-keep]").nth(which)
    button.scroll_into_view_if_needed()
    settled(page)
    button.click()
    page.get_by_text("篮子里现有").wait_for()


def cards(page: Page) -> list[str]:
    settled(page)
    return page.locator("blockquote.quote").all_inner_texts()


def load(page: Page, tmp_path: Path, *items: Item) -> None:
    """Bring a file of items into the basket."""
    file = tmp_path / "basket.json"
    file.write_bytes(to_json(Basket(items)))
    visit(page, "/basket")
    page.locator("input[type=file]").set_input_files(file)
    page.locator("blockquote.quote").first.wait_for()
    settled(page)


def test_an_answer_a_quote_and_a_picture_are_put_in_and_open_again(page: Page) -> None:
    put_in(page, ASK)
    put_in(page, f"{ASK}&view=evidence", 1)
    put_in(page, f"{ASK}&view=picture", 1)
    visit(page, "/basket")
    page.locator("blockquote.quote").nth(2).wait_for()
    answer, quote, picture = cards(page)
    assert "任务" in answer
    assert "沈阳" in quote
    assert re.fullmatch("\\d+个事物，\\d+条关系：.*沈阳市.*等。", picture)
    page.get_by_role("link", name="打开").nth(1).click()
    page.locator(".reader[data-ready=true]").wait_for()
    assert "document=liaoning-interpretation" in page.url


def test_a_picture_that_was_put_in_is_drawn_on_its_slide_with_its_sentences_in_the_notes(page: Page) -> None:
    put_in(page, f"{ASK}&view=picture", 1)
    visit(page, "/basket")
    page.locator("blockquote.quote").wait_for()
    settled(page)
    with page.expect_download() as slides:
        page.get_by_role("button", name="下载幻灯片").click()
    slide = Presentation(str(slides.value.path())).slides[1]
    drawn = [shape.text_frame.text.replace("\n", "") for shape in slide.shapes if shape.has_text_frame]
    assert {"沈阳市", "大连市"} <= set(drawn)
    assert sum(shape.name.startswith("Connector") for shape in slide.shapes) > 2
    assert "支持沈阳" in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize(
    ("where", "which", "listed"),
    [
        ("/", -1, "沈阳市"),
        ("/matrix?axis=Positioning", 0, "沈阳市"),
        ("/targets?place=沈阳现代化都市圈", 0, "≥30%"),
        ("/timeline", 0, "2023"),
        ("/search?q=发展&page=2", 0, "政策解读"),
    ],
)
def test_a_page_that_was_put_in_is_drawn_and_listed_in_the_basket_and_on_its_slides(
    page: Page, where: str, which: int, listed: str
) -> None:
    put_in(page, where, which)
    visit(page, "/basket")
    fold = page.locator("details.more")
    fold.locator("summary").click()
    expect(fold.locator("td", has_text=listed).first).to_be_visible()
    draws = "search" not in where
    assert page.locator("img.kept").count() == draws
    if draws:
        assert page.locator("img.kept").evaluate("one => one.complete && one.naturalWidth > 500")
    settled(page)
    with page.expect_download() as slides:
        page.get_by_role("button", name="下载幻灯片").click()
    shapes = [shape for slide in Presentation(str(slides.value.path())).slides for shape in slide.shapes]
    assert sum(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in shapes) == draws
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    assert any(listed in cell for cell in cells)
    settled(page)
    page.get_by_role("link", name="打开").click()
    page.wait_for_url(re.compile(re.escape(urlparse(where).path)))
    assert parse_qs(urlparse(where).query).items() <= parse_qs(urlparse(page.url).query).items()


def test_what_was_shown_last_is_what_can_be_put_in(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, dict[Item, object]] = {}
    monkeypatch.setattr(streamlit, "session_state", state)
    first, *others = (Item("picture", "", f"图{at}") for at in range(5))
    for item in (first, *others[:3], first, others[3]):
        made_whole_by(item, partial(replace, item))
    (shown,) = state.values()
    assert list(shown) == [*others[1:3], first, others[3]]


def test_a_reload_keeps_the_basket(page: Page) -> None:
    put_in(page, ASK)
    visit(page, "/basket")
    page.locator("blockquote.quote").wait_for()
    page.reload()
    page.locator("blockquote.quote").wait_for()
    assert len(cards(page)) == 1


def test_the_same_thing_lies_there_once(page: Page) -> None:
    put_in(page, ASK)
    put_in(page, ASK)
    visit(page, "/basket")
    page.locator("blockquote.quote").wait_for()
    assert len(cards(page)) == 1


def test_items_are_noted_ordered_and_taken_out_and_the_files_say_so(page: Page, tmp_path: Path) -> None:
    load(page, tmp_path, *(Item("quote", "方案", text) for text in ("甲。", "乙。", "丙。")))
    assert cards(page) == ["甲。", "乙。", "丙。"]
    page.get_by_role("button", name="下移").first.click()
    expect(page.locator("blockquote.quote").first).to_have_text("乙。")
    page.get_by_role("button", name="取出").nth(2).click()
    expect(page.locator("blockquote.quote")).to_have_count(2)
    settled(page)
    page.get_by_label("说明").first.fill("先讲这个")
    page.get_by_label("说明").first.blur()
    until_noted = [("乙。", "先讲这个"), ("甲。", "")]
    for _ in range(_TRIES):  # the browser tells the app of a note when the field is left, a moment later
        settled(page)
        with page.expect_download() as file:
            page.get_by_role("button", name="下载文件").click()
        told = from_json(Path(file.value.path()).read_bytes())
        if [(item.text, item.note) for item in told.items] == until_noted:
            break
        page.wait_for_timeout(500)
    else:
        pytest.fail("the note never came into the file")
    settled(page)
    with page.expect_download() as markdown:
        page.get_by_role("button", name="下载 Markdown").click()
    assert "先讲这个\n\n> 乙。" in Path(markdown.value.path()).read_text(encoding="utf-8")
    settled(page)
    with page.expect_download() as slides:
        page.get_by_role("button", name="下载幻灯片").click()
    heads = [one.shapes.title.text_frame.text for one in Presentation(str(slides.value.path())).slides]
    assert heads == ["政策摘编", "1. 原文：方案", "2. 原文：方案"]


def test_a_basket_is_emptied(page: Page, tmp_path: Path) -> None:
    load(page, tmp_path, Item("quote", "方案", "甲。"))
    page.get_by_role("button", name="清空").click()
    page.get_by_role("button", name="确认清空").click()
    page.get_by_text("篮子还是空的").wait_for()


def test_hostile_items_stay_text(page: Page, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)></blockquote><script>alert(2)</script> [x](javascript:alert(3))"
    load(page, tmp_path, Item("quote", hostile, hostile, hostile, "javascript:alert(4)", hostile))
    assert cards(page) == [hostile]
    assert page.locator("img[src=x]").count() == 0
    assert page.get_by_role("link", name="打开").count() == 0


@pytest.mark.parametrize("data", [b"{}", b"\xff", json.dumps({"format": "policygraph basket"}).encode()])
def test_a_file_that_is_no_basket_is_told_in_one_line(page: Page, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.json").write_bytes(data)
    visit(page, "/basket")
    page.locator("input[type=file]").set_input_files(tmp_path / "x.json")
    page.get_by_text("这个文件放不进来：x.json").wait_for()


def test_the_page_fits_a_telephone(narrow_page: Page, tmp_path: Path) -> None:
    load(narrow_page, tmp_path, Item("quote", "方案" * 30, "甲。" * 100, "出处" * 60))
    assert fits_a_telephone(narrow_page)


def test_on_a_telephone_a_page_that_was_put_in_is_seen_whole_and_enlarged_scrolls_in_its_frame(
    narrow_page: Page,
) -> None:
    put_in(narrow_page, "/targets")
    visit(narrow_page, "/basket")
    drawn = narrow_page.locator("img.kept")
    drawn.wait_for()
    assert drawn.evaluate("one => one.getBoundingClientRect().right <= innerWidth")
    drawn.click()
    assert fits_a_telephone(narrow_page)
    assert drawn.evaluate("one => one.clientWidth > 900")
    frame = narrow_page.locator(".enlarged")
    assert frame.evaluate("one => getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth")


def test_a_tall_picture_is_enlarged_at_a_desk_until_it_can_be_read(page: Page) -> None:
    put_in(page, "/targets")
    visit(page, "/basket")
    drawn = page.locator("img.kept")
    drawn.wait_for()
    small = drawn.evaluate("one => one.clientHeight")
    page.get_by_text("放大或缩小图").click()
    assert drawn.evaluate("one => one.clientWidth") > 900
    drawn.click()
    assert drawn.evaluate("one => one.clientHeight") == small


def test_a_map_that_was_put_in_is_told_by_what_it_draws(page: Page) -> None:
    put_in(page, "/", -1)
    visit(page, "/basket")
    page.locator("details.more summary").click()
    place, _, tasks, _ = page.locator("details.more tbody tr").first.locator("td").all_inner_texts()
    assert cards(page)[0].startswith("涉及各地的任务数：")
    assert f"{place} {tasks}" in cards(page)[0]


def test_an_answer_is_put_in_by_the_question_that_was_asked(page: Page) -> None:
    put_in(page, "/ask?question=沈阳市有哪些定位？", 0)
    visit(page, "/basket")
    expect(page.locator(".task strong").first).to_have_text("沈阳市有哪些定位？")


def test_a_network_is_put_in_by_what_it_shows(page: Page) -> None:
    put_in(page, "/explore?focus=https://w3id.org/policygraph/id/city/沈阳市", 0)
    visit(page, "/basket")
    expect(page.locator(".task strong").first).to_have_text("政策图谱：沈阳市与它的关系")
    expect(page.locator("blockquote.quote").first).to_contain_text("条关系：沈阳市、")
