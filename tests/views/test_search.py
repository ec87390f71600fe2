"""Search: the box on every page, the hits with their facts, and the way to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.corpus.build import build_corpus
from scripts.running_app import running_app
from tests.views.conftest import ROOT, WIDE, Open, fits_a_telephone, page_at, settled, shown, store_of, visit
from views.parts.frame.graph_source import VARIABLE
from views.parts.frame.pages import existing

TEXT = "liaoning-interpretation"
BOX = "检索全部原文"


@pytest.mark.parametrize("name", existing())
def test_the_box_is_on_every_page(open_page: Open, name: str) -> None:
    assert [one.label for one in open_page(name).text_input][:1] == [BOX]


def test_hits_say_their_words_their_place_and_what_was_read(open_page: Open) -> None:
    said = shown(open_page("search", q="金融中心"))
    assert re.search("有\\d+个句子包含“金融中心”。", said)
    assert "区域性<mark>金融中心</mark>" in said
    assert "《辽宁省推进“一圈一带两区”区域协调发展三年行动方案》政策解读</a> › " in said
    assert re.search('<b><a class="thing" [^>]*>沈阳市</a></b> <span class="relation">功能定位为</span>', said)


def test_conditions_of_the_address_narrow_the_hits(open_page: Open) -> None:
    every, narrowed = (
        int(re.search("有(\\d+)个句子", shown(open_page("search", q="发展", **more)))[1])  # type: ignore[index]
        for more in ({}, {"place": "沈阳市"})
    )
    assert 0 < narrowed < every
    said = shown(open_page("search", q="发展", year="2023", level="province", kind="Interpretation"))
    assert f"有{every}个句子" in said
    test = open_page("search", q="发展", kind="Interpretation")
    assert [one.label for one in test.selectbox] == ["地方", "年份", "制定机关", "层级", "文件类别"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({}, "在页面上方的框里输入词语"),
        ({"q": "”*-"}, "没有可检索的词语"),
        ({"q": "物" * 201}, "检索内容超过200个字"),
        ({"q": '" OR "发展'}, "没有句子包含“or”、“发展”。"),
        ({"q": "发展", "place": "火星", "year": "none", "page": "x"}, "个句子包含“发展”。"),
    ],
)
def test_whatever_the_address_says_is_no_operator_and_no_error(
    open_page: Open, address: dict[str, str], said: str
) -> None:
    assert said in shown(open_page("search", **address))


def test_hits_beyond_the_first_page_are_a_click_away(page: Page) -> None:
    visit(page, "/search?q=发展")
    page.get_by_text(re.compile("第1页，共\\d页")).wait_for()
    first = page.locator("blockquote.quote").all_inner_texts()
    page.get_by_role("button", name="下一页").click()
    page.get_by_text(re.compile("第2页，共\\d页")).wait_for()
    settled(page)
    assert not set(first) & set(page.locator("blockquote.quote").all_inner_texts())
    page.wait_for_url(re.compile("page=2"))


def test_words_are_searched_from_any_page_and_a_hit_leads_to_its_sentence(page: Page) -> None:
    visit(page, "/targets")
    page.get_by_label(BOX).fill("金融中心")
    page.get_by_label(BOX).press("Enter")
    page.get_by_text("个句子包含“金融中心”").wait_for()
    page.wait_for_url(re.compile("/search\\?.*q="))
    settled(page)
    expect(page.get_by_label(BOX)).to_have_value("金融中心")
    sentence = page.locator("blockquote.quote").first.inner_text()
    page.get_by_role("link", name="看原文").first.click()
    opened = page.locator(".row.open .text")
    opened.first.wait_for()
    assert sentence in opened.all_inner_texts()


def test_english_is_kept_from_the_box_to_the_hits(page: Page) -> None:
    visit(page, "/matrix?lang=English")
    page.get_by_label("Search all texts").fill("沈阳 大连")
    page.get_by_role("button", name="Search").click()
    page.get_by_text(re.compile("Sentences that hold .*沈阳.*大连.*: \\d+\\.")).wait_for()
    page.wait_for_url(re.compile("lang=English"))


@pytest.mark.parametrize(
    ("searched", "link", "leads"),
    [
        ("q=沈阳 火星", "“沈阳”", {"q": ["沈阳"]}),
        ("q=沉阳", "“沈阳”", {"q": ["沈阳"]}),
        ("q=金融中心&place=辽东绿色经济区", "“金融中心”（不限地方）", {"q": ["金融中心"]}),
    ],
    ids=["fewer words", "a name like it", "without the filter"],
)
def test_a_search_without_a_hit_leads_to_one_that_finds_as_many_as_it_says(
    page: Page, searched: str, link: str, leads: dict[str, list[str]]
) -> None:
    visit(page, f"/search?{searched}")
    expect(page.locator(".lead", has_text="没有句子包含")).to_be_visible()
    offered = page.locator(".pairs li", has=page.get_by_role("link", name=link, exact=True))
    counted = re.search("\\d+", offered.locator(".quiet").inner_text())
    offered.get_by_role("link").click()
    page.get_by_text(f"有{counted and counted[0]}个句子包含").wait_for()
    settled(page)
    assert parse_qs(urlparse(page.url).query) == leads
    expect(page.get_by_label(BOX)).to_have_value(leads["q"][0])


def test_where_nothing_is_near_nothing_is_offered(open_page: Open) -> None:
    said = shown(open_page("search", q="火星", lang="English"))
    assert "No sentence holds “火星”." in said
    assert "find nothing either" in said
    assert 'class="pairs"' not in said


def test_a_filter_is_chosen_by_hand_and_stands_in_the_address(page: Page) -> None:
    visit(page, "/search?q=发展")
    before = page.get_by_text("个句子包含").inner_text()
    page.get_by_label("地方").click()
    page.get_by_role("option", name="大连市", exact=True).click()
    page.wait_for_url(re.compile("place="))
    expect(page.get_by_text("个句子包含")).not_to_have_text(before)
    expect(page.locator("blockquote.quote").first).to_contain_text("大连")


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over a text that tries to run scripts."""
    text = (
        "<img src=x onerror=alert(1)>行动方案\n\n支持沈阳市建设“<img src=x onerror=alert(2)>”中心</script><script>alert(3)</script>。\n"
        '=HYPERLINK("javascript:alert(4)") [x](javascript:alert(5)) **粗** $x^2$ :red[红] 沈阳市建设金融中心。\n'
    )
    with running_app(store_of(tmp_path_factory.mktemp("hostile"), {"hostile": text})) as running:
        yield running


def test_a_hostile_text_is_shown_as_text(browser: Browser, hostile_address: str) -> None:
    for page in page_at(browser, hostile_address, WIDE):
        visit(page, "/search?q=沈阳市建设")
        page.get_by_text("<script>alert(3)</script>").first.wait_for()
        page.get_by_text(":red[红]").first.wait_for()
        assert (
            page.evaluate("document.querySelectorAll('img[src=x], blockquote script, blockquote strong').length") == 0
        )


def test_a_file_is_searched_as_a_store_is(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_corpus([ROOT / "corpus"], tmp_path / "graph.trig")
    from_store = shown(open_page("search", q="金融中心"))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "graph.trig"))
    assert shown(open_page("search", q="金融中心")) == from_store
    assert "<mark>金融中心</mark>" in from_store


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/search?q=发展")
    narrow_page.locator("blockquote.quote").first.wait_for()
    expect(narrow_page.get_by_label(BOX).last).to_be_visible()
    assert fits_a_telephone(narrow_page)
