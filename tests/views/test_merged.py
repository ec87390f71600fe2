"""The page on quality shows what merged and why; the list of documents and the overview say what is a reprint."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from scripts.running_app import running_app
from tests.meeting.test_documents_meet import TEXTS
from tests.meeting.test_one_source import COPY, ORIGINAL
from tests.views.conftest import store_of, visit


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of the app that shows texts which meet."""
    texts = {**TEXTS, "copy": COPY, "original": ORIGINAL}
    with running_app(store_of(tmp_path_factory.mktemp("merged"), texts)) as running:
        yield running


def test_what_merged_is_shown_with_the_reason(page: Page) -> None:
    visit(page, "/quality")
    row = page.get_by_role("row").filter(has_text="document:汉江生态经济带发展规划")
    row.wait_for()
    assert "标题" in row.inner_text()
    assert "文号" in page.get_by_role("row").filter(has_text="国发〔2018〕9号").inner_text()


def test_the_overview_and_the_list_say_what_is_a_reprint(page: Page) -> None:
    visit(page, "/")
    page.get_by_text("其中1份是转载，与所转载的文件算作一个来源。").wait_for()
    page.get_by_text("转载自“辽宁省区域协调发展方案”").wait_for()
    visit(page, "/documents?document=copy")
    page.get_by_text("copy · ").filter(has_text="转载自“辽宁省区域协调发展方案”").wait_for()
