"""The page that says how far the graph can be trusted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from tests.views.conftest import APP, Open, shown, store_of, visit
from views.parts.frame.graph_source import VARIABLE


def test_the_page_holds_the_graph_to_its_checks(open_page: Open) -> None:
    page = open_page("quality")
    while "正在核对" in shown(page):  # behind the page, which shows the result once it is there
        page.run()
    assert [one.value for one in page.success] == ["通过：没有发现问题。"]


def test_the_page_sets_declared_numbers_beside_named_ones(open_page: Open) -> None:
    said = shown(open_page("quality"))
    assert re.search(r">17</td><td[^>]*>3</td><td[^>]*>原文只点名3项</td>", said)


def test_the_page_shows_scores_with_their_number_and_interval(open_page: Open) -> None:
    assert "n=" in shown(open_page("quality"))


def test_a_name_that_several_places_bear_is_shown_with_its_candidates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "关于朝阳的通知\n\n支持朝阳建设<img src=x onerror=alert(1)>物流中心。\n"
    monkeypatch.setenv(VARIABLE, str(store_of(tmp_path, {"notice": text})))
    page = AppTest.from_file(str(APP), default_timeout=30).run().switch_page("views/quality.py").run()
    assert not page.exception
    assert "多地同名" in shown(page)
    assert "<img" not in shown(page)


def test_no_word_of_a_table_is_broken_on_a_telephone_and_no_head_is_cut(narrow_page: Page) -> None:
    visit(narrow_page, "/quality?lang=English")
    narrow_page.locator(".scores").wait_for()
    broken = narrow_page.evaluate(
        """() => {
          const found = []
          for (const cell of document.querySelectorAll('.plain :is(td, th)')) {
            const { left, right } = cell.getBoundingClientRect()
            const seen = getComputedStyle(cell.closest('thead, tbody')).clipPath === 'none'
            if (seen && right > innerWidth && left >= 0) found.push(`cut: ${cell.textContent}`)
            const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
            while (texts.nextNode()) {
              for (const word of texts.currentNode.nodeValue.matchAll(/[A-Za-z]{2,}/g)) {
                const range = document.createRange()
                range.setStart(texts.currentNode, word.index)
                range.setEnd(texts.currentNode, word.index + word[0].length)
                if (new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1) found.push(word[0])
              }
            }
          }
          return found
        }"""
    )
    assert broken == []


def test_what_the_checks_found_is_told_without_the_ids_of_rules() -> None:
    def problem() -> None:
        from concurrent.futures import Future

        from graph.checks import Finding
        from views.parts.frame.language import words_of
        from views.quality import _result

        checked: Future[tuple[Finding, ...]] = Future()
        checked.set_result((Finding("Warning", "members-as-declared", "urn:a", "too many", ()),))
        _result(checked, words_of("quality"))

    said = shown(AppTest.from_function(problem).run())
    assert "too many" in said
    assert "members-as-declared" not in said


@pytest.mark.parametrize(
    ("text", "counted"),
    [("沈阳市与大连市关系密切。", True), ("沈阳市、大连市一览表", False)],
)
def test_only_a_sentence_is_told_as_one_that_may_have_been_missed(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, counted: bool
) -> None:
    monkeypatch.setenv(VARIABLE, str(store_of(tmp_path, {"a": f"通知\n\n{text}\n\n抚顺市建设枢纽。\n"})))
    said = shown(open_page("quality"))
    assert (text in said) is counted
    assert ("没有写完整的行不算在内" in said) is not counted


def test_sentences_that_may_have_been_missed_stand_behind_a_fold_where_they_are_many(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "".join(f"第{i}年沈阳市与大连市关系密切。" for i in range(30))
    monkeypatch.setenv(VARIABLE, str(store_of(tmp_path, {"a": f"通知\n\n{text}\n\n抚顺市建设枢纽。\n"})))
    first, fold, rest = shown(open_page("quality")).partition("其余10句")
    assert fold
    assert "第19年" in first
    assert "第29年" in rest
    assert "第29年" not in first


def test_what_a_text_declares_is_told_with_its_document(open_page: Open) -> None:
    declared = shown(open_page("quality")).split("自述数目")[-1]
    assert re.search(r'<td data-head="文件"><a [^>]*href="reader\?document=liaoning-interpretation', declared)
