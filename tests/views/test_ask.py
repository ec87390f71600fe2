"""Ask: a question in words or a sentence to fill in, and what answers it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.views.conftest import Open, click_node, fits_a_telephone, settled, shown, visit

LINKING = "哪些任务连接沈阳和大连？"


def test_the_answer_says_which_question_it_took_and_how_sure_that_is(open_page: Open) -> None:
    said = shown(open_page("ask", question=LINKING))
    assert "按“哪些任务连接沈阳市和大连市？”回答" in said
    assert "有把握" in said
    assert "<code>" not in said, "the id of a question is for programs"


def test_a_question_in_english_is_answered_in_english(open_page: Open) -> None:
    said = shown(open_page("ask", question="Which tasks link Shenyang and Dalian?", lang="English"))
    assert "tasks involve both 沈阳市 and 大连市" in said or "tasks link 沈阳市 and 大连市" in said


def test_what_is_not_understood_is_declined_with_questions_that_have_an_answer(open_page: Open) -> None:
    test = open_page("ask", question="今天天气怎么样")
    assert "没有听懂这个问题" in shown(test)
    offered = next(button for button in test.button if button.key == "offer-0")
    offered.click().run()
    assert "按“" in shown(test)


def test_what_is_declined_is_shown_the_sentences_that_speak_of_it(open_page: Open) -> None:
    said = shown(open_page("ask", question="“辽宁绿肺”凭什么叫这个名"))
    assert "原文中与此有关的句子（不是回答）" in said
    assert "<mark>辽宁绿肺</mark>" in said


def test_every_example_has_an_answer(open_page: Open) -> None:
    test = open_page("ask")
    examples = [button.key for button in test.button if str(button.key).startswith("example-")]
    assert len(examples) >= 6
    for key in examples:
        one = open_page("ask")
        next(button for button in one.button if button.key == key).click().run()
        assert "按“" in shown(one), key
        assert not one.exception


def test_a_table_has_no_column_that_is_empty_throughout(open_page: Open) -> None:
    said = shown(open_page("ask", question="沈阳现代化都市圈有哪些目标？"))
    columns: dict[str, set[str]] = {}
    for head, cell in re.findall(r'<td[^>]* data-head="([^"]*)">(.*?)</td>', said):
        columns.setdefault(head, set()).add(cell)
    assert len(columns) > 2
    assert [head for head, cells in columns.items() if cells == {""}] == []
    assert said.count("<th>") == len(columns) + 1, "the last column quotes"


def test_the_evidence_quotes_whole_sentences(open_page: Open) -> None:
    said = shown(open_page("ask", question=LINKING, view="evidence"))
    assert "<mark>支持沈阳、大连率先发展</mark>" in said


def test_the_query_is_shown_as_it_ran(open_page: Open) -> None:
    code = [one.value for one in open_page("ask", question=LINKING, view="query").code]
    assert "city:沈阳市" in code[0]
    assert code[1] == f"g.ask({LINKING!r})"


def test_a_sentence_to_fill_in_offers_only_what_has_an_answer(open_page: Open) -> None:
    test = open_page("ask", way="fill", fill="tasks-linking-two-places")
    first, second = test.selectbox[1], test.selectbox[2]
    assert all(not option.endswith("（0）") for option in (*first.options, *second.options))
    first.select(next(value for value in first.options if value.startswith("大连市"))).run()
    assert "大连市" not in " ".join(test.selectbox[2].options)
    assert "项任务同时涉及大连市和" in shown(test)


def test_the_address_opens_a_sentence_filled_in(open_page: Open) -> None:
    city = "https://w3id.org/policygraph/id/city/大连市"
    said = shown(open_page("ask", way="fill", fill="positionings-of-place", **{"with": city}))
    assert "大连市有" in said
    assert "区域性金融中心" in said


def test_a_question_is_asked_and_its_picture_is_clicked(page: Page) -> None:
    visit(page, "/ask")
    box = page.get_by_label("您的问题，中文或英文")
    box.fill(LINKING)
    box.press("Enter")
    page.get_by_text("项任务同时涉及沈阳市和大连市").wait_for()
    page.get_by_text("关系图", exact=True).click()
    page.locator(".network[data-ready=true]").wait_for()
    click_node(page, "https://w3id.org/policygraph/id/city/大连市")
    page.locator(".chip", has_text="区域性金融中心").first.wait_for()
    page.wait_for_url(re.compile("question="))
    page.wait_for_url(re.compile("view=picture"))


def test_a_phrase_is_asked_about_and_its_answer_names_what_the_text_names(page: Page) -> None:
    visit(page, "/ask")
    box = page.get_by_label("您的问题，中文或英文")
    box.fill("一圈一带两区指哪些区域？")
    box.press("Enter")
    page.get_by_text("一圈一带两区列出4个成员").wait_for()
    settled(page)
    members = ["沈阳现代化都市圈", "辽宁沿海经济带", "辽西融入京津冀协同发展战略先导区", "辽东绿色经济区"]
    assert page.locator(".answers tr td:first-child a").all_inner_texts() == members


@pytest.mark.parametrize(
    ("language", "question", "declined"),
    [
        ("中文", "今天天气怎么样", "没有听懂这个问题"),
        ("English", "What is the weather like?", "This question was not understood"),
    ],
)
def test_what_is_declined_offers_three_questions_and_no_query(
    page: Page, language: str, question: str, declined: str
) -> None:
    visit(page, f"/ask?question={question}&lang={language}")
    page.get_by_text(declined).wait_for()
    settled(page)
    expect(page.locator("[class*=st-key-offer-] button")).to_have_count(3)
    expect(page.get_by_test_id("stMain")).not_to_contain_text("SELECT")
    page.locator(".st-key-offer-0 button").click()
    page.locator(".sure").first.wait_for()


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, f"/ask?question={LINKING}")
    narrow_page.get_by_text("项任务同时涉及沈阳市和大连市").wait_for()
    assert fits_a_telephone(narrow_page)


def test_the_heads_of_a_table_speak_the_language_of_the_page(page: Page) -> None:
    visit(page, "/ask?question=哪些任务连接沈阳和大连？&lang=English")
    page.locator(".answers th").first.wait_for()
    assert page.locator(".answers th").all_inner_texts() == ["task", "quote"]


def test_the_document_and_the_quote_of_a_line_lead_to_its_passage(open_page: Open) -> None:
    said = shown(open_page("ask", question="沈阳市有哪些定位？"))
    cell = re.search(r'<td class="said">(.*?)</td>', said)
    assert cell
    assert len(re.findall(r'<a [^>]*href="reader\?document=[^"]*at=\d+-\d+', cell[1])) == 2
